"""The glossary as an index of words: every form by its first word, family names by their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transcheck.model import Concept, Glossary, Policy, Record, Status
from transcheck.names.terms.house import prefer
from transcheck.names.words.given_names import same_given_name
from transcheck.names.words.tokens import split_words
from transcheck.text.fold import fold, normalise

_NO_POLICY = Policy()


class Entry(Record, frozen=True):
    """One form of a concept, as words. `lang` is None for forms of the target language."""

    concept: int
    text: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    status: Status
    lang: str | None


class NameIndex(Record, frozen=True):
    """Every form of a glossary by its first folded word, and family names by their own.

    `by_word` tells which concepts a spelling is a word of: two such never flag each other.
    `by_name` tells which concepts it names by itself: a whole term, or a person's family name.
    `house` holds the concepts whose form the house has decided.
    """

    concepts: tuple[Concept, ...]
    by_first: dict[str, tuple[Entry, ...]]
    by_family: dict[str, tuple[Entry, ...]]
    by_given: dict[str, tuple[Entry, ...]]
    by_word: dict[str, frozenset[int]]
    by_name: dict[str, frozenset[int]]
    house: frozenset[int] = frozenset()

    def named(self, text: str, given: Iterable[str] = ()) -> Concept | None:
        """Return the concept that a spelling names by itself, the first of several.

        With the given names that the article shows, only a person of one of them.
        """
        names = list(given)
        for number in sorted(self.by_name.get(text, ())):
            concept = self.concepts[number]
            if not names or concept.kind != "person" or bears(concept, names):
                return concept
        return None

    def is_preferred(self, text: str) -> bool:
        """Say whether a spelling stands in the preferred form of a concept it names."""
        numbers = self.by_name.get(text, frozenset())
        return any(text in self.concepts[number].name.split() for number in numbers)

    def is_given_name_of(self, text: str, family: Iterable[str]) -> bool:
        """Say whether a spelling is the given name of a person of one of the folded names."""
        numbers = self.by_word.get(text, frozenset())
        names = [self.concepts[number].name for number in numbers]
        return any(text != last and fold(last) in family for *_, last in map(str.split, names))

    def share_concept(self, one: str, other: str) -> bool:
        """Say whether two spellings are forms of one concept."""
        none: frozenset[int] = frozenset()
        return bool(self.by_name.get(one, none) & self.by_name.get(other, none))


def bears(concept: Concept, given: Iterable[str]) -> bool:
    """Say whether one of the given names is that of a person of the glossary, in any form."""
    own = {word for term in concept.terms for word in split_words(term.text)[:-1]}
    return any(same_given_name(one, name) for one in own for name in given)


def build_index(glossary: Glossary, policy: Policy = _NO_POLICY) -> NameIndex:
    """Index a glossary, with the forms that the house prefers as the names of its concepts."""
    concepts, house = prefer(glossary.concepts, policy)
    first: dict[str, list[Entry]] = {}
    family: dict[str, list[Entry]] = {}
    given: dict[str, list[Entry]] = {}
    words: dict[str, set[int]] = {}
    names: dict[str, set[int]] = {}
    for entry in _entries(concepts):
        first.setdefault(entry.folded[0], []).append(entry)
        if concepts[entry.concept].kind == "person" and len(entry.words) > 1:
            family.setdefault(entry.folded[-1], []).append(entry)
            if entry.lang is None and entry.status is not Status.DEPRECATED:
                given.setdefault(entry.folded[0], []).append(entry)
        if entry.lang is None and entry.status is not Status.DEPRECATED:
            for word in entry.words:
                words.setdefault(word, set()).add(entry.concept)
            if len(entry.words) == 1 or concepts[entry.concept].kind == "person":
                names.setdefault(entry.words[-1], set()).add(entry.concept)
    return NameIndex(
        concepts=concepts,
        house=frozenset(house),
        by_first={key: tuple(sorted(group, key=_longest)) for key, group in first.items()},
        by_family={key: tuple(group) for key, group in family.items()},
        by_given={key: tuple(group) for key, group in given.items()},
        by_word={key: frozenset(group) for key, group in words.items()},
        by_name={key: frozenset(group) for key, group in names.items()},
    )


def _longest(entry: Entry) -> tuple[int, bool, int]:
    return -len(entry.folded), entry.lang is not None, entry.concept


def _entries(concepts: Iterable[Concept]) -> Iterator[Entry]:
    for number, concept in enumerate(concepts):
        for term in concept.terms:
            text = normalise(term.text)
            words = split_words(text)
            if words:
                lang = None if term.lang == concept.lang else term.lang
                folded = tuple(map(fold, words))
                yield Entry(number, text, words, folded, term.status, lang)
