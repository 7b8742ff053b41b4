"""What stands in a translation in the place of a name, and how it differs from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.model import Record
from transcheck.names.words.demonyms import is_demonym
from transcheck.names.words.lexicon import FUNCTION_WORDS, PEOPLES
from transcheck.names.words.sounds import may_be_one
from transcheck.names.words.tokens import Word
from transcheck.text.fold import fold

LEAST_LIKENESS = 45.0
FARTHEST = 200
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")


class WrongName(Record, frozen=True):
    """A name of the reference that is not in the translation as it should be.

    `instead` is what stands there when something alike does, else "". `kind` says how it
    differs: marks, capital, part (the family name alone), adjective (Romanian for Romania),
    alike or absent.
    """

    name: str
    instead: str
    kind: str


def describe(
    name: Sequence[Word], reference: str, hypothesis: str, words: Sequence[Word], free: list[bool]
) -> WrongName:
    """Say what stands in the place of a name, and take the place."""
    shown = _text(name, reference)
    folded = _folded(name)
    best, best_score = None, 0.0
    place = len(words) * name[0].span.start // max(1, len(reference))
    for start, end in _windows(len(name), words, free, place):
        window = words[start:end]
        score = _likeness(name, folded, window)
        if score > best_score:
            best, best_score = (start, end), score
    if best is None:
        return WrongName(shown, "", "absent")
    start, end = best
    found = words[start:end]
    free[start:end] = [False] * (end - start)
    return WrongName(shown, _text(found, hypothesis), _kind(name, found))


def _windows(
    length: int, words: Sequence[Word], free: Sequence[bool], place: int
) -> Iterator[tuple[int, int]]:
    """Yield the free stretches that a name of `length` words may have become, from the left.

    In a line as long as an article only those about as far along as the name are looked at.
    """
    for start in range(max(0, place - FARTHEST), min(len(words), place + FARTHEST)):
        for end in range(start + 1, min(start + length + 1, len(words)) + 1):
            if not free[end - 1]:
                break
            yield start, end


def _likeness(name: Sequence[Word], folded: str, window: Sequence[Word]) -> float:
    from rapidfuzz import fuzz

    own = _folded(window)
    if own == folded:
        return 101.0
    if not all(_may_end_name(word) for word in (window[0], window[-1])):
        return 0.0
    if may_be_one(folded, own):
        return fuzz.ratio(folded, own, score_cutoff=LEAST_LIKENESS)
    return LEAST_LIKENESS if own == name[-1].folded else 0.0


def _may_end_name(word: Word) -> bool:
    return word.is_capital and word.text.lower() not in FUNCTION_WORDS


def _kind(name: Sequence[Word], found: Sequence[Word]) -> str:
    one, other = _folded(name), _folded(found)
    if len(name) > 1 and other == name[-1].folded:
        return "part"
    if one != other:
        return "adjective" if other in PEOPLES or is_demonym(one, other) else "alike"
    alike = len(name) == len(found) and all(map(same, name, found))
    return "capital" if alike else "marks"


def same(one: Word, other: Word) -> bool:
    """Compare letters and marks; case, apostrophes and possessives are no difference."""
    return plain(one.text) == plain(other.text)


def plain(text: str) -> str:
    """Return `text` in lower case with straight apostrophes, its marks kept."""
    return text.lower().translate(_APOSTROPHES)


def _folded(words: Sequence[Word]) -> str:
    return fold(" ".join(word.folded for word in words))


def _text(words: Sequence[Word], text: str) -> str:
    return " ".join(text[words[0].span.start : words[-1].span.end].split())
