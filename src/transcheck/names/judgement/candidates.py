"""Which pairs of spellings of an article are worth a judgement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from transcheck.names.damage.languages import habits_of
from transcheck.names.index.ear import hear, read
from transcheck.names.words.sounds import LEAST_LETTERS, LEAST_RATIO, may_be_one, skeleton
from transcheck.names.words.usage import Usage

MOST_OTHER_LETTERS = 8
"""Letters that only one of two spellings has."""
MOST_NAMES = 1_000
"""Spellings of one article that are compared with each other: a book has more, an article not."""


def limit_names(usages: Sequence[Usage]) -> list[Usage]:
    """Return the spellings to compare, the commonest of them when there are too many."""
    if len(usages) <= MOST_NAMES:
        return list(usages)
    commonest = sorted(usages, key=lambda usage: (-usage.count, usage.first))[:MOST_NAMES]
    return sorted(commonest, key=lambda usage: usage.first)


def find_candidates(usages: Sequence[Usage], language: str | None) -> Iterator[tuple[Usage, Usage]]:
    """Yield pairs of different spellings that may be one name, in text order.

    They are near in letters or in consonants, or one is how the other sounds to the ear of
    `language` (BCP 47; None for any).
    """
    long_enough = [u for u in usages if len(u.folded) >= LEAST_LETTERS and not _is_acronym(u.text)]
    names = [usage.folded for usage in long_enough]
    found = zip(long_enough, _find_near(names), _find_heard(names, language), strict=True)
    for one, near, heard in found:
        for number in sorted(heard.union(near)):
            other = long_enough[number]
            both_doubtful = one.is_doubtful and other.is_doubtful
            if not both_doubtful and (number in heard or _is_near(one.folded, other.folded)):
                yield one, other


def _find_near(names: Sequence[str]) -> Iterator[list[int]]:
    """Yield for each name the later ones, by number, that are near in letters or in consonants.

    All that `may_be_one` lets by, and some more: a name is compared with all later ones at once.
    """
    # None is compared with nothing.
    sounds = [sound if len(sound := skeleton(name)) > 1 else None for name in names]
    for number, (name, heard) in enumerate(zip(names, sounds, strict=True), 1):
        later = range(number, len(names))
        in_letters = extract(
            name, names[number:], scorer=fuzz.ratio, score_cutoff=LEAST_RATIO, limit=None
        )
        in_sounds = extract(
            heard, sounds[number:], scorer=Levenshtein.distance, score_cutoff=1, limit=None
        )
        yield sorted({later[ahead] for _, _, ahead in (*in_letters, *in_sounds)})


def _find_heard(names: Sequence[str], language: str | None) -> list[set[int]]:
    """Return for each name the later ones, by number, of which one is how the other sounds.

    Hjuz is how Serbian hears Hughes: the two share no letter but the first.
    """
    sounding: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        for key in hear(name).keys:
            sounding.setdefault(key, []).append(number)
    later: list[set[int]] = [set() for _ in names]
    for number, name in enumerate(names):
        for key in chain.from_iterable(read(name, way) for way in habits_of(language).readings):
            for other in sounding.get(key, ()):
                if other != number:
                    later[min(number, other)].add(max(number, other))
    return later


def _is_near(one: str, other: str) -> bool:
    apart = _letters(one) ^ _letters(other)
    return apart.bit_count() <= MOST_OTHER_LETTERS and may_be_one(one, other)


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
