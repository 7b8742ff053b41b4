"""Articles composed from our own sentences, with damaged names planted into them.

What is known of such an article: which spellings are one name, and which of them is right. How
often each stands follows from how engines go wrong: a name has its own rate of damage, full names
suffer less than family names alone, a case ending needs a place in the sentence that asks for one,
a typing slip happens once.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.composed import BODIES as OFFICES
from benchmarks.composed import GIVEN
from benchmarks.training import sentences as own

RATES = {
    "marks": (1.2, 1.4), "respelling": (1.2, 1.6), "romanisation": (1.0, 2.0),
    "ending": (1.0, 1.5), "slip": (0.0, 0.0),
    "commoner": (0.8, 2.0), "capitals": (1.0, 2.0),
}  # fmt: skip
"""Beta distribution of the share of a name's places that a channel damages."""
CHANNELS = {
    "marks": 3, "respelling": 4, "romanisation": 3, "ending": 3, "slip": 0.6, "commoner": 0.5,
    "capitals": 0.3,
}  # fmt: skip
"""How often each channel is planted."""
IN_FULL = 0.5
"""Full names are damaged that much less often than family names alone."""
REVERSED = {
    "marks": 0.03,
    "respelling": 0.04,
    "romanisation": 0.5,
    "ending": 0.15,
    "capitals": 0.05,
}
"""How often damage runs the other way: marks put where none were, an ending cut off that belongs
to the name; of two romanisations either may be the name's own."""
SCATTERED = 0.3
"""How often an engine tries all damaged forms of a name rather than one of them above all."""

STRANGERS = (0, 1, 1, 2)
"""Pairs of look-alike strangers in an article: more than in life, for few pass the guards. Of three
the shortest is taken: the longer two names, the seldomer they are near by chance."""


@dataclass(frozen=True)
class Plant:
    """A right form and damaged forms of it, one word each; `language` is the source's."""

    right: str
    wrong: tuple[str, ...]
    channel: str
    language: str | None = None


@dataclass(frozen=True)
class Pools:
    """What names are drawn from: plants by channel, look-alike strangers, other names."""

    plants: Mapping[str, Sequence[Plant]]
    strangers: Sequence[tuple[str, str]]
    others: Sequence[str]


@dataclass(frozen=True)
class Story:
    """A composed article. `rights` gives the right form of each planted or drawn spelling.

    Two spellings are one name if their right forms are equal; a spelling that is its own right
    form is right. `sided` holds the right forms of names of which one side is known to be wrong.
    """

    text: str
    language: str | None
    rights: Mapping[str, str]
    sided: frozenset[str]


@dataclass
class _Name:
    """One name of the cast and how it goes wrong."""

    right: str
    given: str = ""
    plant: Plant | None = None
    rate: float = 0.0
    slips: int = 0
    told: int = 0
    scattered: bool = False


class _Writer:
    """Fills sentences with the names of one cast."""

    def __init__(
        self, draw: random.Random, people: list[_Name], places: list[_Name], firm: str
    ) -> None:
        self.draw, self.people, self.places = draw, people, places
        shares = [1.0 / (rank + 1.5) for rank in range(len(people))]
        self.shares = shares
        self.firm = draw.choice(own.BODIES).format(firm)

    def fill(self, sentence: str) -> str:
        draw = self.draw
        one, other = self._two(self.people, self.shares)
        here, there = self._two(self.places, [1.0 / (n + 1) for n in range(len(self.places))])
        x, y = draw.sample(own.COUNTRIES, 2)
        values = {
            "p": one, "q": other, "ps": one, "qs": other, "pt": one, "po": one, "qo": other,
            "l": here, "lo": here, "m": there,
        }  # fmt: skip
        simple = {
            "x": x, "y": y, "f": self._body(), "title": draw.choice(own.TITLES),
            "role": draw.choice(own.ROLES), "topic": draw.choice(own.TOPICS),
            "people": draw.choice(own.PEOPLES), "day": draw.choice(own.DAYS),
            "month": draw.choice(own.MONTHS), "n": str(draw.randint(31, 950)),
            "n2": str(draw.randint(2, 60)), "year": str(draw.randint(1990, 2024)),
        }  # fmt: skip

        def put(match: re.Match[str]) -> str:
            slot = match[1]
            return simple[slot] if slot in simple else self._mention(values[slot], slot)

        filled = re.sub(r"\{(\w+)\}", put, sentence)
        return filled[0].upper() + filled[1:]

    def _two(self, names: list[_Name], shares: list[float]) -> list[_Name]:
        first = self.draw.choices(range(len(names)), shares)[0]
        rest = [n for n in range(len(names)) if n != first]
        second = self.draw.choices(rest, [shares[n] for n in rest])[0]
        return [names[first], names[second]]

    def _body(self) -> str:
        return self.firm if self.draw.random() < 0.6 else self.draw.choice(OFFICES)

    def _mention(self, name: _Name, slot: str) -> str:
        full = bool(name.given) and self._in_full(name, slot)
        family = self._spelling(name, full, oblique=slot.endswith("o"))
        name.told += 1
        if full:
            return f"{name.given} {family}"
        return f"{self.draw.choice(own.TITLES)} {family}" if slot == "pt" else family

    def _in_full(self, name: _Name, slot: str) -> bool:
        if slot in ("ps", "qs", "pt"):
            return self.draw.random() < 0.04
        return self.draw.random() < (0.9 if not name.told else 0.25)

    def _spelling(self, name: _Name, full: bool, oblique: bool) -> str:
        plant = name.plant
        if plant is None:
            return name.right
        rate = name.rate * (IN_FULL if full and plant.channel != "ending" else 1.0)
        if plant.channel == "ending" and not oblique:
            rate *= 0.06
        if plant.channel == "slip":
            rate = 0.2 if name.slips else 0.0
        if self.draw.random() >= rate:
            return name.right
        name.slips -= 1
        first = not name.scattered and self.draw.random() < 0.9
        return plant.wrong[0] if first else self.draw.choice(plant.wrong)


def compose(seed: int, pools: Pools) -> Story:
    """Return an article of 10 to 25 sentences, the same for the same seed and pools."""
    draw = random.Random(seed)
    plants = _draw_plants(draw, pools)
    people, places = _cast(draw, plants, pools)
    writer = _Writer(draw, people, places, _firm(draw, people, pools))
    lines = [writer.fill(draw.choice(own.HEADLINES))] if draw.random() < 0.8 else []
    lines.append(writer.fill(draw.choice(own.OPENINGS)))
    body = [*own.BODY, *draw.sample(own.ABOUT_PEOPLES, 1)]
    chosen = [writer.fill(one) for one in draw.sample(body, draw.randint(9, 24))]
    while chosen:
        size = draw.choice((1, 1, 2, 3))
        lines.append(" ".join(chosen[:size]))
        chosen = chosen[size:]
    rights: dict[str, str] = {}
    clash = set()
    for name in (*people, *places):
        forms = (name.right, *(name.plant.wrong if name.plant else ()))
        for form in forms:
            if rights.setdefault(form, name.right) != name.right:
                clash.add(form)
    sided = {plant.right for plant in plants}
    languages = [plant.language for plant in plants if plant.language]
    language = languages[0] if languages and draw.random() < 0.5 else None
    kept = {form: right for form, right in rights.items() if form not in clash}
    return Story("\n".join(lines), language, kept, frozenset(sided))


def _draw_plants(draw: random.Random, pools: Pools) -> list[Plant]:
    """Return 0 to 3 plants of one source language."""
    wanted = draw.choices((0, 1, 2, 3), (1, 4, 3, 1))[0]
    channels = [name for name in CHANNELS if pools.plants.get(name)]
    plants: list[Plant] = []
    while len(plants) < wanted:
        channel = draw.choices(channels, [CHANNELS[name] for name in channels])[0]
        plant = draw.choice(pools.plants[channel])
        if len({one.language for one in (*plants, plant)} - {None}) < 2:
            plants.append(_turn(draw, plant))
    return plants


def _turn(draw: random.Random, plant: Plant) -> Plant:
    """Return a plant as it is or, now and then, with the damage run the other way."""
    if draw.random() >= REVERSED.get(plant.channel, 0.0):
        return plant
    return replace(plant, right=plant.wrong[0], wrong=(plant.right, *plant.wrong[1:]))


def _cast(
    draw: random.Random, plants: Sequence[Plant], pools: Pools
) -> tuple[list[_Name], list[_Name]]:
    people, places = [], []
    for plant in plants:
        name = _Name(plant.right, plant=plant, rate=_rate(draw, plant.channel))
        name.scattered = draw.random() < SCATTERED
        name.slips = 1 if draw.random() < 0.8 else 2
        if draw.random() < 0.8:
            name.given = draw.choice(GIVEN)
            people.append(name)
        else:
            places.append(name)
    for _ in range(draw.choice(STRANGERS)):
        near = min((draw.choice(pools.strangers) for _ in range(3)), key=lambda p: len(p[0] + p[1]))
        one, other = (_Name(form, draw.choice(GIVEN)) for form in near)
        people.append(one)
        if draw.random() < 0.3:
            other.given = ""
            places.append(other)
        else:
            people.append(other)
    for _ in range(draw.randint(4, 10)):
        people.append(_Name(_other(draw, pools, people), draw.choice(GIVEN)))
    for _ in range(draw.randint(2, 5)):
        places.append(_Name(draw.choice(pools.others)))
    draw.shuffle(places)
    lead = people[: len(plants)]
    rest = people[len(plants) :]
    draw.shuffle(rest)
    position = draw.randint(0, 2)
    return [*rest[:position], *lead, *rest[position:]], places


def _other(draw: random.Random, pools: Pools, people: Sequence[_Name]) -> str:
    """Return a name of somebody else, often with the ending that is usual in this country."""
    name = draw.choice(pools.others)
    if people and draw.random() < 0.4:
        ending = people[0].right[-3:]
        for _ in range(200):
            near = draw.choice(pools.others)
            if near.endswith(ending):
                return near
    return name


def _firm(draw: random.Random, people: Sequence[_Name], pools: Pools) -> str:
    """Return what a firm is named after: now and then the namesake of somebody in the story."""
    return people[0].right if people and draw.random() < 0.1 else draw.choice(pools.others)


def _rate(draw: random.Random, channel: str) -> float:
    one, other = RATES[channel]
    return draw.betavariate(one, other) if one else 1.0
