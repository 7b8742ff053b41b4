"""People in no glossary who are called nearly as people of the shipped ones."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from benchmarks.full_names.people import Case, Person, read_given_names
from benchmarks.strangers.people import Shipped, read_families
from benchmarks.strangers.regions import REGIONS
from transcheck.text.fold import fold

KINDS = ("random", "near", "ending", "bare", "both near", "ending, near")
MOST_FAMILIES = 1_500
"""Family names of a region that are looked at."""


def draw_namesakes(
    people: Sequence[Person], held: set[str], count: int, dice: random.Random
) -> dict[str, list[Case]]:
    """Return people of other given names, by how near theirs are."""
    lists = read_given_names()
    given, families = sorted(lists), _read_near_families(dice)
    found: dict[str, list[Case]] = {kind: [] for kind in KINDS}
    entries = [name for name, times in sorted(lists.items()) for _ in range(times)]
    for person in dice.sample(people, len(people)):
        own = fold(person.given)
        wanted = families.get(person.family) and len(found["both near"]) < 3 * count
        names = _near(own, given) if wanted or len(found["near"]) < count else []
        _add(found["random"], f"{dice.choice(entries).capitalize()} {person.family}", person, held)
        if names:
            other = dice.choice(names).capitalize()
            _add(found["near"], f"{other} {person.family}", person, held)
            for family in families.get(person.family, ())[:3]:
                for name in dice.sample(names, min(3, len(names))):
                    _add(found["both near"], f"{name.capitalize()} {family}", person, held)
        ends = [n for n in (own + "a", own + "o", own[:-1] + "a", own[:-1] + "o") if n in lists]
        ends = [n for n in ends if n != own]
        if ends:
            _add(found["ending"], f"{dice.choice(ends).capitalize()} {person.family}", person, held)
            for family in families.get(person.family, ())[:3]:
                other = dice.choice(ends).capitalize()
                _add(found["ending, near"], f"{other} {family}", person, held)
        if own[-1] in "aeio" and own[:-1] in lists:
            _add(found["bare"], f"{own[:-1].capitalize()} {person.family}", person, held)
    for cases in found.values():
        dice.shuffle(cases)
        del cases[count:]
    return found


def _near(own: str, given: Sequence[str]) -> list[str]:
    """Return the given names one letter from a short one, two from a longer one."""
    least = 1 if len(own) < 5 else 2
    near = process.extract(
        own, given, scorer=DamerauLevenshtein.distance, score_cutoff=least, limit=None
    )
    return [name for name, apart, _ in near if apart]


def _add(cases: list[Case], written: str, person: Person, held: set[str]) -> None:
    if fold(written) not in held and fold(written) != fold(person.name):
        cases.append(Case(written, person))


def _read_near_families(dice: random.Random) -> dict[str, list[str]]:
    """Return, by family name of the glossaries, the strangers' names that are near it."""
    shipped = Shipped()
    found: dict[str, list[str]] = defaultdict(list)
    for region in REGIONS:
        for name in read_families(region, shipped, dice)[:MOST_FAMILIES]:
            near = shipped.find_near(name.text)
            if near and fold(near) != fold(name.text):
                found[near].append(name.text)
    return found
