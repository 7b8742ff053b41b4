"""What composed articles draw their names from: the pairs of this package, by channel."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache

from benchmarks.training.composer import Plant, Pools
from benchmarks.training.pairs import read_pairs, read_strangers
from benchmarks.training.tokens import capitalise, read_items
from transcheck.names.words.lexicon import is_known_name
from transcheck.text.fold import fold

_CHANNELS = {
    "respelling": "respelling", "diacritics": "marks", "romanisation": "romanisation",
    "inflection": "ending", "slip": "slip",
}  # fmt: skip
_PREFIXED = re.compile(r"^(De|Di|La|Mc|Le|Van|Mac)([a-z]{4,})$")


@cache
def read_pools(half: int | None = None) -> Pools:
    """Return the pools, the same every time; `half` 0 or 1 keeps every other name.

    What is fitted on one half may be measured on the other: no name stands in both.
    """
    draw = random.Random(1)
    names = [capitalise(item.latin[0]) for item in read_items() if item.latin]
    names = [n for n in dict.fromkeys(names) if 4 <= len(n) <= 14 and n.isalpha()]
    strangers = read_strangers()
    draw.shuffle(names)
    plants: dict[str, list[Plant]] = {}
    for plant in (*_from_pairs(), *_commoner(strangers), *_prefixed(names)):
        plants.setdefault(plant.channel, []).append(plant)
    if half is not None:
        plants = {channel: held[half::2] for channel, held in plants.items()}
        strangers, names = strangers[half::2], names[half::2]
    return Pools(plants, strangers, names[:40_000])


def _from_pairs() -> Iterator[Plant]:
    forms: dict[tuple[str, str, str], list[str]] = {}
    for pair in read_pairs():
        plain = pair.original.isascii() and pair.damaged.isascii()
        if pair.phenomenon == "romanisation" and not plain:
            continue  # Polish or Czech letters: what they lose are marks
        if len(pair.original) > 2 and pair.original.isalpha() and pair.damaged.isalpha():
            key = (pair.original, pair.phenomenon, pair.language)
            forms.setdefault(key, []).append(pair.damaged)
    for (original, phenomenon, language), damaged in forms.items():
        source = None if phenomenon == "slip" else language
        wrong = [*damaged]
        if phenomenon == "respelling" and not damaged[0].isascii():
            wrong.append(fold(damaged[0]).capitalize())
        yield Plant(original, tuple(wrong), _CHANNELS[phenomenon], source)


def _commoner(strangers: list[tuple[str, str]]) -> Iterator[Plant]:
    """Yield names taken for a better-known one: engines write what they have often read."""
    for pair in strangers:
        for right, wrong in (pair, pair[::-1]):
            if is_known_name(wrong) and not is_known_name(right) and len(right) > 4:
                yield Plant(right, (wrong,), "commoner")


def _prefixed(names: list[str]) -> Iterator[Plant]:
    for name in names:
        found = _PREFIXED.match(name)
        if found:
            yield Plant(found[1] + found[2].capitalize(), (name,), "capitals")
