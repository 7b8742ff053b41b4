"""The oracle of the index: the same answers by looking at every form, slowly and obviously."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.model import Concept
from transcheck.names.damage.endings import ending_rules
from transcheck.names.damage.languages import habits_of
from transcheck.names.index.ear import hear, read
from transcheck.names.index.entries import Entry, entries_of
from transcheck.names.index.near import MOST_APART
from transcheck.text.fold import fold


class PlainMatcher:
    """All forms of a glossary in one list."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = concepts
        self.entries = [entry for entry in entries_of(concepts) if entry.words]
        words = {word for entry in self.entries for word in entry.folded}
        self.words = sorted(word for word in words if len(word) >= 3)

    def begins(self, folded: str) -> bool:
        return any(entry.folded[0] == folded for entry in self.entries)

    def entries_starting(self, folded: Sequence[str]) -> list[Entry]:
        found = [e for e in self.entries if e.folded == tuple(folded[: len(e.folded)])]
        return sorted(found, key=_longest_first)

    def forms(self, folded: Sequence[str]) -> list[Entry]:
        found = [entry for entry in self.entries if entry.folded == tuple(folded)]
        return sorted(found, key=_longest_first)

    def families(self, folded: str) -> list[Entry]:
        return [e for e in self.entries if len(e.words) > 1 and self._bears(e, folded)]

    def has_word(self, folded: str) -> bool:
        return any(folded in entry.folded for entry in self.entries)

    def alone(self, folded: str) -> list[Entry]:
        same = [entry for entry in self.entries if entry.folded == (folded,)]
        return same + self.families(folded)

    def holding_at(self, folded: str, place: int, size: int) -> list[Entry]:
        def has(entry: Entry) -> bool:
            family = entry.family_size if self._is_person(entry) else 0
            words = entry.folded[-size:] if size == family > 1 else entry.folded
            return len(words) == size and words[place] == folded

        return [entry for entry in self.entries if has(entry)]

    def holders(self, text: str) -> set[int]:
        return {e.concept for e in self.entries if e.may_stand and text in e.words}

    def named_by(self, text: str) -> set[int]:
        found = (e for e in self.entries if e.may_stand and e.words[-1] == text)
        return {e.concept for e in found if len(e.words) == 1 or self._is_person(e)}

    def spelt(self, form: str) -> list[int]:
        return [n for n, c in enumerate(self.concepts) if form in (c.name, *c.admitted)]

    def near_words(self, folded: str, language: str | None) -> set[str]:
        return {word for word in self.words if word != folded and is_near(folded, word, language)}

    def near_forms(self, folded: Sequence[str], language: str | None) -> list[Entry]:
        near = [{word, *self.near_words(word, language)} for word in folded]
        same = [entry for entry in self.entries if len(entry.folded) == len(folded)]
        return [e for e in same if all(w in n for w, n in zip(e.folded, near, strict=True))]

    def _bears(self, entry: Entry, family: str) -> bool:
        return entry.folded[-1] == family and self._is_person(entry)

    def _is_person(self, entry: Entry) -> bool:
        return self.concepts[entry.concept].kind == "person"


def _longest_first(entry: Entry) -> tuple[int, bool]:
    return -len(entry.folded), entry.lang is not None


def is_near(folded: str, word: str, language: str | None) -> bool:
    """The limits as they are stated: edits by length, an ending taken off, a key of sounds."""
    most = 0 if len(folded) < 4 else 1 if len(folded) < 8 else 2
    short = max(len(folded), len(word)) <= 32
    if most and short and count_edits(folded, word) <= most:
        return True
    stems = {folded}
    for rule in ending_rules():
        left_on, own = fold(rule.damaged.rstrip("$")), fold(rule.original.rstrip("$"))
        stem = folded.removesuffix(left_on)
        if left_on and stem != folded and len(stem) >= 3:
            stems.add(stem)
            if word == stem + own:
                return True
    return any(sounds_alike(stem, word, language) for stem in stems)


def sounds_alike(written: str, word: str, language: str | None) -> bool:
    heard = hear(word)
    for reading in habits_of(language).readings:
        for key, spelling in read(written, reading).items():
            longest = max(len(spelling), len(heard.spelling))
            apart = count_edits(spelling, heard.spelling) / longest
            if key in heard.keys and apart <= MOST_APART:
                return True
    return False


def count_edits(one: str, other: str) -> int:
    """Optimal string alignment: a letter more, one less, another one, two swapped."""
    table = [[a + b for b in range(len(other) + 1)] for a in range(len(one) + 1)]
    for a in range(1, len(one) + 1):
        for b in range(1, len(other) + 1):
            changed = one[a - 1] != other[b - 1]
            cost = table[a - 1][b - 1] + changed
            table[a][b] = min(table[a - 1][b] + 1, table[a][b - 1] + 1, cost)
            if a > 1 and b > 1 and one[a - 2 : a] == other[b - 2 : b][::-1]:
                table[a][b] = min(table[a][b], table[a - 2][b - 2] + 1)
    return table[-1][-1]
