"""Name accuracy: how many names of the reference stand in the translation, marks and all.

BLEU, chrF and TER hardly move when three names of an article are mended; this share does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from transcheck.model import Record
from transcheck.names.words.lexicon import PARTICLES
from transcheck.names.words.tokens import Word, find_runs, find_words
from transcheck.names.words.units import Unit, find_units
from transcheck.scoring.wrong_name import WrongName, describe, plain, same
from transcheck.text.protected import find_protected

_SHORT_FORMS = frozenset("d ll m re t ve".split())


class NameCount(Record, frozen=True):
    """The names of one reference line, and those its translation has wrong, in text order."""

    total: int
    wrong: tuple[WrongName, ...] = ()

    @property
    def right(self) -> int:
        """How many of them stand in the translation as they should."""
        return self.total - len(self.wrong)


def count_names(hypothesis: str, reference: str) -> NameCount:
    """Look for each name of a reference line in its translation.

    A name counts as often as it stands in the reference, and each time it needs a place of
    its own in the translation. Longer names choose first: "Rutte" is not found inside the
    only "Mark Rutte".
    """
    names = find_reference_names(reference)
    if not names:
        return NameCount(0)
    words = find_words(hypothesis, 0)
    free = [True] * len(words)
    places = _index(words)
    missing = set(range(len(names)))
    for number in sorted(missing, key=lambda n: -len(names[n])):
        start = _find_right(names[number], words, free, places)
        if start is not None:
            _take(free, start, len(names[number]))
            missing.remove(number)
    wrong = [describe(names[n], reference, hypothesis, words, free) for n in sorted(missing)]
    return NameCount(len(names), tuple(wrong))


def find_reference_names(text: str) -> list[Sequence[Word]]:
    """Return the words of each name in a reference line, lower-case particles inside included."""
    words = find_words(text, 0, find_protected(text))
    starts = [word.span.start for word in words]
    names = [_inside(unit, words, starts) for unit in find_units(find_runs(words))]
    return [name for name in names if name]


def _inside(unit: Unit, words: Sequence[Word], starts: Sequence[int]) -> Sequence[Word]:
    name = list(words[bisect_left(starts, unit.span.start) : bisect_left(starts, unit.span.end)])
    while name and _is_contraction(name[0]):
        name.pop(0)
    while name and _is_contraction(name[-1]):
        name.pop()
    return name


def _is_contraction(word: Word) -> bool:
    """Say whether a word is short for two, such as We're, and no name."""
    head, apostrophe, tail = plain(word.text).partition("'")
    return bool(head and apostrophe) and tail in _SHORT_FORMS


def _index(words: Sequence[Word]) -> dict[str, list[int]]:
    """Return where each word stands, so that a long line is searched once."""
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        places.setdefault(plain(word.text), []).append(number)
    return places


def _find_right(
    name: Sequence[Word],
    words: Sequence[Word],
    free: Sequence[bool],
    places: Mapping[str, Sequence[int]],
) -> int | None:
    for start in places.get(plain(name[0].text), ()):
        end = start + len(name)
        if end > len(words) or not all(free[start:end]):
            continue
        if all(map(_is_right, name, words[start:end])):
            return start
    return None


def _is_right(name: Word, found: Word) -> bool:
    return same(name, found) and not _is_decapitalised(name, found)


def _is_decapitalised(name: Word, found: Word) -> bool:
    is_particle = name.text.lower() in PARTICLES
    return name.is_capital and not found.is_capital and not is_particle


def _take(free: list[bool], start: int, length: int) -> None:
    free[start : start + length] = [False] * length
