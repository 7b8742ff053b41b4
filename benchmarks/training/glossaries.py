"""Glossaries composed of real names, with damaged forms of some and strangers of all kinds.

The names stand alone, as a family name or in full; strangers are real names that the glossary
does not hold, most of them any, some chosen for looking like one in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.large_glossary import read_parts
from benchmarks.training.pairs import NamePair, read_pairs, read_strangers
from transcheck.model import Concept, Glossary, Term
from transcheck.names.words.lexicon import is_known_name

DAMAGED = {
    "respelling": 300,
    "inflection": 1200,
    "diacritics": 120,
    "romanisation": 100,
    "slip": 150,
}
"""Damaged names beside each glossary, by phenomenon."""
STRANGERS, LOOKALIKES = 9_000, 500
SOUTH = ("sr", "hr", "bs", "mk", "cnr")
SHARE_SOUTH = 0.75
LANGUAGE_KNOWN = 0.6
GIVEN_ONLY = 0.3
"""Share of full names in which the given name is damaged and the family name is not."""


@dataclass(frozen=True)
class Written:
    """A form as it stands, the words it should be (none: a stranger's), and the language."""

    words: tuple[str, ...]
    right: tuple[str, ...]
    language: str | None
    phenomenon: str


@dataclass
class Desk:
    """A glossary in the making and the forms to be judged by it."""

    names: dict[str, str] = field(default_factory=dict)
    forms: list[Written] = field(default_factory=list)

    def glossary(self) -> Glossary:
        """Return the names as rows of a glossary."""
        return Glossary(tuple(_concepts(self.names)))


def compose_desk(size: int, seed: int) -> Desk:
    """Return a glossary of `size` names with damaged forms of some and strangers of all kinds."""
    draw, desk = random.Random(seed), Desk()
    parts = [part for part in read_parts() if part.isalpha() and len(part) > 2]
    given = parts[:3_000]
    pools = _pools()
    for phenomenon, count in DAMAGED.items():
        for _ in range(count):
            south = pools[phenomenon, draw.random() < SHARE_SOUTH]
            _add_damaged(draw, desk, draw.choice(south), given, pools)
    for one, other in draw.sample(read_strangers(), LOOKALIKES):
        _add_lookalike(draw, desk, one, other, given)
    while len(desk.names) < size:
        name = _common(draw, parts)
        full = draw.random() < 0.6
        desk.names.setdefault(f"{_common(draw, given)} {name}" if full else name, "person")
    known = {word for name in desk.names for word in name.split()}
    for _ in range(STRANGERS):
        words = (_common(draw, parts),)
        words = words if draw.random() < 0.6 else (_common(draw, given), *words)
        if words[-1] not in known:
            desk.forms.append(Written(words, (), _language(draw, "sr"), "stranger"))
    return desk


def _pools() -> dict[tuple[str, bool], list[NamePair]]:
    """Return the pairs by phenomenon, those of South Slavic languages (and slips) apart."""
    pools: dict[tuple[str, bool], list[NamePair]] = {}
    for pair in read_pairs():
        pools.setdefault((pair.phenomenon, pair.language in SOUTH), []).append(pair)
    for phenomenon in DAMAGED:
        for south in (False, True):
            if (phenomenon, south) not in pools:
                pools[phenomenon, south] = pools[phenomenon, not south]
    return pools


def _add_damaged(
    draw: random.Random,
    desk: Desk,
    pair: NamePair,
    given: Sequence[str],
    pools: dict[tuple[str, bool], list[NamePair]],
) -> None:
    language = _language(draw, pair.language)
    place = draw.random()
    if place < 0.4:
        first = NamePair(name := _common(draw, given), name, "", "", "")
        if pair.phenomenon in ("respelling", "inflection") and draw.random() < 0.6:
            first = draw.choice(pools[pair.phenomenon, pair.language in SOUTH])
        if draw.random() < GIVEN_ONLY:
            name = _common(draw, given)
            first, pair = pair, NamePair(name, name, pair.phenomenon, pair.language, "")
        desk.names[f"{first.original} {pair.original}"] = "person"
        words, right = (first.damaged, pair.damaged), (first.original, pair.original)
        desk.forms.append(Written(words, right, language, pair.phenomenon))
        return
    full = place < 0.7
    desk.names[f"{_common(draw, given)} {pair.original}" if full else pair.original] = "person"
    desk.forms.append(Written((pair.damaged,), (pair.original,), language, pair.phenomenon))


def _add_lookalike(
    draw: random.Random, desk: Desk, one: str, other: str, given: Sequence[str]
) -> None:
    """Add a name and, as a stranger, one that looks like it; in full, often by one given name."""
    first, language = _common(draw, given), _language(draw, "sr")
    desk.names[f"{first} {one}" if draw.random() < 0.6 else one] = "person"
    words = (first, other) if draw.random() < 0.5 else (other,)
    if draw.random() < GIVEN_ONLY / 2:
        desk.names[f"{one} {first}"] = "person"
        words = (other, first)
    desk.forms.append(Written(words, (), language, "look-alike"))


def _common(draw: random.Random, names: Sequence[str]) -> str:
    """Draw a name, the commoner ones more often; of two in three one that English knows."""
    known = draw.random() < 0.5
    while True:
        name = names[int(len(names) * draw.random() ** 2)]
        if not known or is_known_name(name):
            return name


def _language(draw: random.Random, language: str) -> str | None:
    if draw.random() > LANGUAGE_KNOWN:
        return None
    return "sr" if language == "en" else language


def _concepts(names: dict[str, str]) -> Iterator[Concept]:
    for row, (name, kind) in enumerate(names.items(), start=2):
        yield Concept(
            f"{kind}:{row}", name, kind, (Term(name, "en"),), "en", "", "", "desk.csv", row
        )
