"""Which pairs of spellings are worth a judgement: near in letters or in sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from transcheck.names.usage import Usage

LEAST_LETTERS = 3
MOST_OTHER_LETTERS = 8
_CLASSES = {
    **dict.fromkeys("ckqszxg", "s"), **dict.fromkeys("bp", "p"), **dict.fromkeys("dt", "t"),
    **dict.fromkeys("fvw", "v"), "m": "m", "n": "n", "l": "l", "r": "r",
}  # fmt: skip


def find_candidates(usages: Sequence[Usage]) -> Iterator[tuple[Usage, Usage]]:
    """Yield pairs of different spellings that may be one name, in text order."""
    long_enough = [usage for usage in usages if len(usage.folded) >= LEAST_LETTERS]
    letters = [_letters(usage.folded) for usage in long_enough]
    for first, one in enumerate(long_enough):
        own, doubtful = letters[first], one.is_doubtful
        for second in range(first + 1, len(long_enough)):
            # Most pairs share hardly a letter: two integers tell, before any comparison.
            if (own ^ letters[second]).bit_count() > MOST_OTHER_LETTERS:
                continue
            other = long_enough[second]
            if not (doubtful and other.is_doubtful) and may_be_one(one.folded, other.folded):
                yield one, other


@lru_cache(maxsize=32_768)
def _letters(folded: str) -> int:
    """Return the letters of a form as a set of bits."""
    bits = 0
    for letter in folded:
        bits |= 1 << (ord(letter) & 31)
    return bits


def may_be_one(one: str, other: str) -> bool:
    """Say whether two folded forms are near in letters or in consonants."""
    first, second = len(one), len(other)
    if max(first, second) > 2 * min(first, second) or max(first, second) < LEAST_LETTERS:
        return one == other
    if fuzz.ratio(one, other, score_cutoff=60):
        return True
    a, b = skeleton(one), skeleton(other)
    # Of two consonants, one that differs is half of the name.
    apart = 1 if max(len(a), len(b)) > 2 else 0
    return len(a) > 1 and len(b) > 1 and Levenshtein.distance(a, b, score_cutoff=apart) <= apart


@lru_cache(maxsize=32_768)
def skeleton(folded: str) -> str:
    """Return the consonants as classes of sound, repeats once: scholz and šolc are both sls."""
    sounds: list[str] = []
    for letter in folded:
        sound = _CLASSES.get(letter)
        if sound and (not sounds or sounds[-1] != sound):
            sounds.append(sound)
    return "".join(sounds)
