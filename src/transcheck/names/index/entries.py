"""The forms of a glossary as words: one entry for each term of each concept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from transcheck.model import Concept, Record, Status
from transcheck.names.words.given_names import same_given_name
from transcheck.names.words.lexicon import PARTICLES
from transcheck.names.words.tokens import split_words
from transcheck.text.fold import fold, normalise


class Entry(Record, frozen=True, array_like=True):
    """One form of a concept, as words. `lang` is None for forms of the target language.

    `concept` and `term` are the numbers of the concept and of the form among its own. A form of
    figures and signs alone has no words, and no text holds it.
    """

    concept: int
    term: int
    text: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    status: Status
    lang: str | None

    @property
    def may_stand(self) -> bool:
        """Say whether it is a form of the target language that the glossary does not reject."""
        return self.lang is None and self.status is not Status.DEPRECATED

    @property
    def is_double_barrelled(self) -> bool:
        """Say whether its last two words are one family name: Boutros-Ghali is never Ghali.

        An article before a hyphen (al-Assad) is no part of it.
        """
        if "-" not in self.text or len(self.words) < 3:
            return False
        before = self.text.rpartition("-")[0]
        own = self.text.endswith(f"-{self.words[-1]}")
        return own and before.rpartition(" ")[2].lower() not in PARTICLES

    @property
    def family_size(self) -> int:
        """Count the words of a person's family name: two of Schwarz-Schilling, three of De la Rúa.

        0 where it has no given name before it.
        """
        size = 2 if self.is_double_barrelled else 1
        while size < len(self.words) and self.words[-size - 1].lower() in PARTICLES:
            size += 1
        return size if size < len(self.words) else 0

    @property
    def may_begin_small(self) -> bool:
        """Say whether a text may have its first word in lower case.

        Beside an acronym words are set as they please; the acronym itself never is.
        """
        if any(len(word) > 1 and word.isupper() for word in self.words):
            return not self.words[0].isupper()
        return not self.words[0][0].isupper()


def entry_of(number: int, concept: Concept, term: int) -> Entry:
    """Return one term of a concept as an entry."""
    form = concept.terms[term]
    text = normalise(form.text)
    words = split_words(text)
    lang = None if form.lang == concept.lang else form.lang
    return Entry(number, term, text, words, fold_words(words), form.status, lang)


def fold_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return words in lower case without marks."""
    together = " ".join(words)
    if together.isascii():
        return tuple(together.lower().split())
    return tuple(map(fold, words))


def entries_of(concepts: Iterable[Concept]) -> Iterator[Entry]:
    """Yield every form in the glossary's order."""
    for number, concept in enumerate(concepts):
        for term in range(len(concept.terms)):
            yield entry_of(number, concept, term)


def bears(concept: Concept, given: Iterable[str]) -> bool:
    """Say whether one of the given names is that of a person of the glossary, in any form."""
    own = {word for term in concept.terms for word in split_words(term.text)[:-1]}
    return any(same_given_name(one, name) for one in own for name in given)
