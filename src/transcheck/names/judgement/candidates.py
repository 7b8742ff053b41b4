"""Which pairs of spellings of an article are worth a judgement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transcheck.names.words.sounds import LEAST_LETTERS, may_be_one, skeleton
from transcheck.names.words.usage import Usage

MOST_OTHER_LETTERS = 8
MOST_NAMES = 1_000
"""Spellings of one article that are compared with each other: a book has more, an article not."""


def limit_names(usages: Sequence[Usage]) -> list[Usage]:
    """Return the spellings to compare, the commonest of them when there are too many."""
    if len(usages) <= MOST_NAMES:
        return list(usages)
    commonest = sorted(usages, key=lambda usage: (-usage.count, usage.first))[:MOST_NAMES]
    return sorted(commonest, key=lambda usage: usage.first)


def find_candidates(usages: Sequence[Usage]) -> Iterator[tuple[Usage, Usage]]:
    """Yield pairs of different spellings that may be one name, in text order."""
    long_enough = [u for u in usages if len(u.folded) >= LEAST_LETTERS and not _is_acronym(u.text)]
    letters = [_letters(usage.folded) for usage in long_enough]
    sounds = [_letters(skeleton(usage.folded)) for usage in long_enough]
    sizes = [len(usage.folded) for usage in long_enough]
    for first, one in enumerate(long_enough):
        own, heard, size, doubtful = letters[first], sounds[first], sizes[first], one.is_doubtful
        # Most pairs share hardly a letter: two integers tell, before any comparison.
        near = [
            (first + ahead, apart)
            for ahead, bits in enumerate(letters[first + 1 :], 1)
            if (apart := (own ^ bits).bit_count()) <= MOST_OTHER_LETTERS
        ]
        for second, apart in near:
            # Out of reach of `may_be_one`: too few letters in common for its ratio, and more
            # than one consonant apart.
            unlike = 5 * apart > 2 * (size + sizes[second])
            if unlike and (heard ^ sounds[second]).bit_count() > 2:
                continue
            other = long_enough[second]
            if not (doubtful and other.is_doubtful) and may_be_one(one.folded, other.folded):
                yield one, other


def _is_acronym(text: str) -> bool:
    """Say whether an acronym stands in the plural: MWPs beside WMPs are two."""
    return text[-1] == "s" and text[:-1].isupper()


@lru_cache(maxsize=32_768)
def _letters(folded: str) -> int:
    """Return the letters of a form as a set of bits."""
    bits = 0
    for letter in folded:
        bits |= 1 << (ord(letter) & 31)
    return bits
