"""Which spellings are near in letters or in sound: cheap enough to ask of every pair."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

LEAST_LETTERS = 3
LEAST_RATIO = 60
"""Least likeness of the letters of two names, 0..100."""
_CLASSES = {
    **dict.fromkeys("ckqszxg", "s"), **dict.fromkeys("bp", "p"), **dict.fromkeys("dt", "t"),
    **dict.fromkeys("fvw", "v"), "m": "m", "n": "n", "l": "l", "r": "r",
}  # fmt: skip


class Shape(NamedTuple):
    """A folded form and, as sets of bits, its letters and those of its skeleton."""

    folded: str
    letters: int
    sounds: int


@lru_cache(maxsize=32_768)
def shape_of(folded: str) -> Shape:
    """Return a folded form with its letters and its sounds."""
    return Shape(folded, _bits(folded), _bits(skeleton(folded)))


def _bits(letters: str) -> int:
    bits = 0
    for letter in letters:
        bits |= 1 << (ord(letter) & 31)
    return bits


def are_near(one: Shape, other: Shape) -> bool:
    """Say the same as `may_be_one`, where most forms share hardly a letter: bits tell first."""
    apart = (one.letters ^ other.letters).bit_count()
    unlike = 5 * apart > 2 * (len(one.folded) + len(other.folded))  # a ratio below 60
    if unlike and (one.sounds ^ other.sounds).bit_count() > 2:
        return False
    return may_be_one(one.folded, other.folded)


@lru_cache(maxsize=32_768)
def may_be_one(one: str, other: str) -> bool:
    """Say whether two folded forms are near in letters or in consonants."""
    first, second = len(one), len(other)
    if first > 2 * second or second > 2 * first or (first < LEAST_LETTERS > second):
        return one == other
    if fuzz.ratio(one, other, score_cutoff=LEAST_RATIO):
        return True
    a, b = skeleton(one), skeleton(other)
    # Of two consonants, one that differs is half of the name.
    apart = 1 if len(a) > 2 or len(b) > 2 else 0
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
