"""Given name and family name are one: what tells of the one tells of the other.

Luiđi Soreka beside Luigi Soreca: Luigi is surely right, so Soreca is too.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec.structs import replace

from transcheck.names.judgement.rulings import Ruling
from transcheck.names.words.usage import Usage

BESIDE = "the name beside it"
"""The term of a ruling that the other half of the name has, as log-odds."""
_MOST = 6.0


def join_halves(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Return the rulings on family names and given names, none of which contradict each other.

    Where they do, the surer half decides both; where a family name is open, its given name does.
    """
    joined: list[Ruling] = []
    givens: list[Ruling] = []
    for ruling in rulings:
        is_given = ruling.right.is_given_only and ruling.wrong.is_given_only
        (givens if is_given else joined).append(ruling)
    for number, one in enumerate(joined):
        for place, other in enumerate(givens):
            side = _side(one, other)
            if not (side and _is_of_two(one) and _is_of_two(other)):
                continue
            mine, beside = side * _log_odds(one), _log_odds(other)
            if side < 0 and mine + beside < 0:
                givens[place] = _turned(other, -mine - beside, -mine)
            elif side < 0:
                joined[number] = _turned(one, mine + beside, beside)
            elif one.is_open:
                joined[number] = _surer(one, mine + beside, beside)
    return joined + givens


def _side(family: Ruling, given: Ruling) -> int:
    """Say whether the right given name stands before the right family name (1), the wrong (-1).

    0 where the two rulings are of different people, or each stands before both.
    """
    straight = _stands_before(given.right, family.right), _stands_before(given.wrong, family.wrong)
    crossed = _stands_before(given.right, family.wrong), _stands_before(given.wrong, family.right)
    if any(straight) == any(crossed):
        return 0
    pairs = straight if any(straight) else crossed
    return (1 if pairs is straight else -1) if all(pairs) else 0


def _is_of_two(ruling: Ruling) -> bool:
    """Say whether no third form of the name has a share in it."""
    return math.isclose(ruling.best, ruling.side, abs_tol=1e-6)


def _stands_before(given: Usage, family: Usage) -> bool:
    return any(
        n and unit.words[n - 1].text == given.text for unit, n in family.places if unit.given
    )


def _log_odds(ruling: Ruling) -> float:
    side = min(max(ruling.side, 1e-9), 1 - 1e-9)
    return max(-_MOST, min(_MOST, math.log(side / (1 - side))))


def _turned(ruling: Ruling, odds: float, beside: float) -> Ruling:
    """Return a ruling with its sides changed."""
    sides = {name: -weight for name, weight in ruling.sides.items()}
    turned = replace(ruling, right=ruling.wrong, wrong=ruling.right, sides=sides)
    return _surer(turned, odds, beside)


def _surer(ruling: Ruling, odds: float, beside: float) -> Ruling:
    side = 1 / (1 + math.exp(-odds))
    sides = ruling.sides | {BESIDE: beside}
    return replace(ruling, side=side, best=side, sides=sides, contested=False)
