"""Whether one name is the people or the adjective of another: Serbia, Serbian, Serbs."""

from __future__ import annotations

_DEMONYMS = frozenset(
    "n an ian ean ese ish ic i s ns ans ians er ers ite ites ine al ar ensis men man".split()
)
_PLACE_ENDS = ("", "a", "e", "o", "ia", "y", "ea", "ce", "s", "es", "us", "um", "is")


def is_demonym(place: str, people: str) -> bool:
    """Say whether folded `people` is made of folded `place`: serbia, serbian; kosovo, kosovar."""
    shared = 0
    for a, b in zip(place, people, strict=False):
        if a != b:
            break
        shared += 1
    for cut in range(max(3, shared - 2), shared + 1):
        tail = people[cut:]
        if place[cut:] in _PLACE_ENDS and tail in _DEMONYMS and (tail != "i" or not place[cut:]):
            return tail != "s" or place[-1] not in "sxz"
    return False
