"""Whether one name is the people or the adjective of another: Serbia, Serbian, Serbs."""

from __future__ import annotations

import re

from rapidfuzz.distance import Prefix

_DEMONYMS = frozenset(
    "n an ian ean ese ish ic i s ns ans ians er ers ite ites ine al ar ars ensis men man "
    "ism ist ists".split()
)
_PLACE_ENDS = ("", "a", "e", "o", "ia", "y", "ea", "ce", "s", "es", "us", "um", "is")
# Of Russian and Ukrainian places in -ka: Kanayevka and the Kanayevsky bakery.
_ADJECTIVES = frozenset("sky ski skiy skii skyi skaya skoye skoe sko".split())
# What makes a people or an adjective of a place whatever stands before it.
_PEOPLES = (
    "ians", "ian", "eans", "ean", "ans", "an", "ars", "ar", "ese", "ish", "enes", "ene",
    "ists", "ist", "isms", "ism",
)  # fmt: skip
LEAST_STEM = 4
"""Letters that two peoples must share to be of one name: Moravian, Moravan; Putinist, Putinism."""


def is_demonym(place: str, people: str) -> bool:
    """Say whether folded `people` is made of folded `place`: serbia, serbian; kosovo, kosovar."""
    shared = Prefix.similarity(place, people)
    for cut in range(max(3, shared - 2), shared + 1):
        tail = people[cut:]
        if place[cut:] in _PLACE_ENDS and tail in _DEMONYMS:
            if tail == "i":  # Khorasan and Khorasani; Zelensky and Zelenskyi are one man
                return not place[cut:] and place[-1] != "y"
            return tail != "s" or place[-1] not in "sxz"
    return place.endswith("ka") and _is_adjective(_plain(place), _plain(people))


def _is_adjective(place: str, people: str) -> bool:
    cut = len(place) - 2
    return people[:cut] == place[:cut] and people[cut:] in _ADJECTIVES


def _plain(name: str) -> str:
    """Write the Russian e behind a vowel in one way: Alekseyevsky as Alekseevsky."""
    return _IOTATED.sub("e", name)


_IOTATED = re.compile(r"(?<=[aeiou])ye")


def are_of_one_place(one: str, other: str) -> bool:
    """Say whether two folded names are words for one people or movement: moravian, moravan."""
    stems = [_stem(name) for name in (one, other)]
    return stems[0] == stems[1] is not None and one != other


def _stem(people: str) -> str | None:
    for ending in _PEOPLES:
        stem = people.removesuffix(ending)
        if stem != people and len(stem) >= LEAST_STEM:
            return stem
    return None
