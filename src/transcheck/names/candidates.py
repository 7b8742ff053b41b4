"""Which pairs of spellings are worth a judgement: near in letters or in sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from transcheck.names.usage import Usage

LEAST_LETTERS = 3
_CLASSES = {
    **dict.fromkeys("ckqszxg", "s"), **dict.fromkeys("bp", "p"), **dict.fromkeys("dt", "t"),
    **dict.fromkeys("fvw", "v"), "m": "m", "n": "n", "l": "l", "r": "r",
}  # fmt: skip


def find_candidates(usages: Sequence[Usage]) -> Iterator[tuple[Usage, Usage]]:
    """Yield pairs of different spellings that may be one name, in text order."""
    long_enough = [usage for usage in usages if len(usage.folded) >= LEAST_LETTERS]
    for one, other in combinations(long_enough, 2):
        if one.is_doubtful and other.is_doubtful:
            continue
        if may_be_one(one.folded, other.folded):
            yield one, other


def may_be_one(one: str, other: str) -> bool:
    """Say whether two folded forms are near in letters or in consonants."""
    if one == other:
        return True
    short, long = sorted((len(one), len(other)))
    if short < LEAST_LETTERS or long > 2 * short:
        return False
    if fuzz.ratio(one, other, score_cutoff=60):
        return True
    a, b = skeleton(one), skeleton(other)
    return len(a) > 1 and len(b) > 1 and Levenshtein.distance(a, b, score_cutoff=1) <= 1


@lru_cache(maxsize=32_768)
def skeleton(folded: str) -> str:
    """Return the consonants as classes of sound, repeats once: scholz and šolc are both sls."""
    sounds: list[str] = []
    for letter in folded:
        sound = _CLASSES.get(letter)
        if sound and (not sounds or sounds[-1] != sound):
            sounds.append(sound)
    return "".join(sounds)
