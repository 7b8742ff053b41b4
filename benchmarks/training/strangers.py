"""Names of different people that look alike: Barker and Baker, Vučić and Vučević."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import cache

from rapidfuzz.distance import OSA

from benchmarks.training.cyrillic import language_of
from benchmarks.training.tokens import capitalise, read_items
from transcheck.names.words.lexicon import is_known_name, is_word
from transcheck.text.fold import fold

_MOST = 6_000
_MOST_A_NAME = 3
"""Partners kept for one name: Marić has forty."""


@cache
def read_strangers() -> list[tuple[str, str]]:
    """Return pairs of different real names at edit distance 1 or 2 (2 from 6 letters on).

    No Wikidata item holds both; both are Slavic or known to English; the distance is that of the
    folded forms, 1 in two of three pairs; a third of the pairs has a marked letter.
    """
    items = _items_by_name()
    losses: dict[str, list[str]] = {}
    for name in items:
        for key in _losses(fold(name)):
            losses.setdefault(key, []).append(name)
    pairs: dict[tuple[str, str], None] = {}
    for names in losses.values():
        if len(names) > 60:
            continue
        for position, one in enumerate(names):
            for other in names[position + 1 :]:
                if _are_strangers(one, other, items):
                    pairs.setdefault((min(one, other), max(one, other)))
    ranked = sorted(pairs, key=lambda pair: (zlib.crc32("".join(pair).encode()), pair))
    chosen = []
    for near, share in ((True, _MOST * 2 // 3), (False, _MOST // 3)):
        here = [pair for pair in ranked if (_distance(*pair, 1) <= 1) is near]
        plain = [pair for pair in here if "".join(pair).isascii()]
        marked = [pair for pair in here if not "".join(pair).isascii()]
        chosen += _share(plain, share * 2 // 3) + _share(marked, share // 3)
    return [(capitalise(one), capitalise(other)) for one, other in chosen]


def _share(pairs: list[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    taken: dict[str, int] = {}
    chosen: list[tuple[str, str]] = []
    for pair in pairs:
        if len(chosen) < most and all(taken.get(name, 0) < _MOST_A_NAME for name in pair):
            for name in pair:
                taken[name] = taken.get(name, 0) + 1
            chosen.append(pair)
    return chosen


def _items_by_name() -> dict[str, set[str]]:
    """Return the items of each name that is Serbian, by its letters, or known to English."""
    items: dict[str, set[str]] = {}
    wanted: dict[str, None] = {}
    for item in read_items():
        serbian = any(language_of(form) == "sr" for form in item.cyrillic)
        for form in item.latin:
            items.setdefault(form, set()).add(item.id)
            south = form.endswith(("ić", "ski", "čki")) or (serbian and len(item.latin) < 3)
            english = is_known_name(capitalise(form)) and not is_word(form)
            if len(form) > 3 and (south or english):
                wanted.setdefault(form)
    return {form: items[form] for form in wanted}


def _losses(word: str) -> Iterator[str]:
    """Yield a word with one letter less, each once, and with two less when it is long."""
    once = dict.fromkeys(word[:n] + word[n + 1 :] for n in range(len(word)))
    yield word
    yield from once
    if len(word) > 5:
        yield from dict.fromkeys(w[:n] + w[n + 1 :] for w in once for n in range(len(w)))


def _are_strangers(one: str, other: str, items: Mapping[str, set[str]]) -> bool:
    if fold(one) == fold(other) or items[one] & items[other]:
        return False
    if one in (f"{other}a", f"{other}e") or other in (f"{one}a", f"{one}e"):
        return False  # Jovan and Jovana: as letters, a case ending
    most = 2 if min(len(one), len(other)) > 5 else 1
    return _distance(one, other, most) <= most


def _distance(one: str, other: str, most: int) -> int:
    return OSA.distance(fold(one), fold(other), score_cutoff=most)
