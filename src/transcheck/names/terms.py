"""The glossary as an index of words, and where its terms stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from transcheck.model import Concept, Form, Glossary, Policy, Record, Span, Status
from transcheck.names.given_names import same_given_name
from transcheck.names.house import prefer
from transcheck.names.tokens import Word, split_words
from transcheck.text.fold import fold, normalise

_BLANKS = (" ", "\u00a0", "-", "‑")


class Entry(Record, frozen=True):
    """One form of a concept, as words. `lang` is None for forms of the target language."""

    concept: int
    text: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    status: Status
    lang: str | None


class Hit(Record, frozen=True):
    """A place where the words of a term stand, and how they stand to it."""

    entry: Entry
    words: tuple[Word, ...]
    form: Form

    @property
    def segment(self) -> int:
        """The segment it stands in."""
        return self.words[0].segment

    @property
    def span(self) -> Span:
        """From its first letter to its last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)


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

    def concept_of(self, hit: Hit) -> Concept:
        """Return the concept a hit is a form of."""
        return self.concepts[hit.entry.concept]


def bears(concept: Concept, given: Iterable[str]) -> bool:
    """Say whether one of the given names is that of a person of the glossary, in any form."""
    own = {word for term in concept.terms for word in split_words(term.text)[:-1]}
    return any(same_given_name(one, name) for one in own for name in given)


def build_index(glossary: Glossary, policy: Policy = Policy()) -> NameIndex:  # noqa: B008
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


def find_terms(words: Sequence[Word], index: NameIndex) -> list[Hit]:
    """Return the longest terms among the words of a segment, from left to right."""
    hits, position = [], 0
    by_first = index.by_first
    while position < len(words):
        known = words[position].folded in by_first
        hit = _match(words, position, index) if known else None
        if hit is not None:
            hits.append(hit)
            position += len(hit.words)
        else:
            position += 1
    return hits


def _match(words: Sequence[Word], start: int, index: NameIndex) -> Hit | None:
    entries = index.by_first.get(words[start].folded)
    if not entries:
        return None
    best: tuple[int, int, Hit] | None = None
    for entry in entries:
        size = len(entry.folded)
        if best is not None and size < best[0]:
            break
        piece = tuple(words[start : start + size])
        if len(piece) < size or any(
            w.folded != f for w, f in zip(piece, entry.folded, strict=True)
        ):
            continue
        if not _is_joined(piece) or not _has_capitals(piece, entry):
            continue
        form = _form(piece, entry)
        if form is None:
            continue
        rank = _RANK[form]
        if best is None or rank < best[1]:
            best = (size, rank, Hit(entry, piece, form))
    return best[2] if best else None


_RANK = {
    Form.EXACT: 0, Form.ADMITTED: 1, Form.REJECTED: 2, Form.RESPELT: 3, Form.FOLDED: 4,
}  # fmt: skip


def _is_joined(piece: Sequence[Word]) -> bool:
    """Say whether nothing but blanks stands between the words; ". " only after an initial."""
    return all(
        word.gap in _BLANKS or (word.gap == ". " and len(before.text) == 1)
        for before, word in pairwise(piece)
    )


def _has_capitals(piece: Sequence[Word], entry: Entry) -> bool:
    """Say whether a name stands there, not a word: US is not us, Bar is not bar."""
    if any(len(w) > 1 and w.isupper() for w in entry.words):
        return all(
            word.text == form or not form.isupper()
            for word, form in zip(piece, entry.words, strict=True)
        )
    return all(
        word.is_capital or not form[0].isupper()
        for word, form in zip(piece, entry.words, strict=True)
    )


def _form(piece: Sequence[Word], entry: Entry) -> Form | None:
    """Return how words stand to a term; None when their marks make them another name."""
    texts = tuple(word.text for word in piece)
    if _same_letters(texts, entry.words):
        if entry.lang is not None:
            return Form.RESPELT
        if entry.status is Status.DEPRECATED:
            return Form.REJECTED
        return Form.EXACT if entry.status is Status.PREFERRED else Form.ADMITTED
    if entry.lang is not None or entry.status is Status.DEPRECATED:
        return None
    return Form.FOLDED if has_lost_marks(entry.words, texts) else None


def _same_letters(texts: Sequence[str], words: Sequence[str]) -> bool:
    """Say whether two are equal but for capitals (headlines are set as they please)."""
    return all(a == b or a.lower() == b.lower() for a, b in zip(texts, words, strict=True))


def has_lost_marks(right: Sequence[str], wrong: Sequence[str]) -> bool:
    """Say whether `wrong` has fewer marks than `right`, or other ones."""
    marks = [
        sum(not letter.isascii() for word in words for letter in word) for words in (right, wrong)
    ]
    return marks[0] > 0 and marks[0] >= marks[1]
