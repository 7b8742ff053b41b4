"""Learning what pieces of names become: hard expectation maximisation from written rules."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from transcheck.names.damage.rules import RuleTable
from transcheck.names.damage.segments import SLIP, Change, Piece, SegmentTable, align, write_pieces

Counts = Counter[tuple[str, str]]
Costs = dict[tuple[str, str], float]
LETTERS = "abcdefghijklmnopqrstuvwxyz^$"
ROUNDS = 3
BELIEF = 3.0
"""How many sightings a written rule counts for."""
_ALWAYS, _PER_UNIT = 0.7, 6.0
"""Nats of a written rule: of one that costs nothing, and for each unit of its cost."""
_FEWEST = 2.5
"""Sightings from which a piece that no rule foresees is kept."""
_LONGEST = 4
_GAIN = 0.1
"""Nats by which a piece must beat the sum of its parts."""


def written_costs(table: RuleTable, channels: Sequence[str] = ()) -> Costs:
    """Return the written rules (of some channels, or all) in nats."""
    return {
        (rule.original, rule.damaged): _ALWAYS + _PER_UNIT * rule.cost
        for rules in table.by_first.values()
        for rule in rules
        if not channels or rule.channel in channels
    }


def learn(
    pairs: Sequence[tuple[str, str, float]],
    written: Mapping[tuple[str, str], float],
    *,
    window: int = 3,
    fewest: float = _FEWEST,
) -> list[Piece]:
    """Return the pieces learned from (original, damaged, weight) in lower case, sorted.

    `window` bounds the letters of the original, changed or not, that make one piece.
    """
    costs: Costs = dict(written)
    joint: Counts = Counter()
    for _ in range(ROUNDS):
        costs, joint = _improve(pairs, costs, written, window, fewest)
    kept = _without_useless(costs)
    odds = {key: _odds(key, joint, written) for key in kept}
    slips = {key: _odds(key, joint, written) for key in joint if _is_slip(key) and key not in kept}
    pieces = [Piece(a, b, cost, odds[a, b]) for (a, b), cost in kept.items()]
    pieces += [Piece(a, b, SLIP * 1.5, value) for (a, b), value in slips.items() if value]
    return sorted(pieces, key=lambda piece: (piece.original, piece.damaged))


def _improve(
    pairs: Sequence[tuple[str, str, float]],
    costs: Costs,
    written: Mapping[tuple[str, str], float],
    window: int,
    fewest: float,
) -> tuple[Costs, Counts]:
    """Align every pair by `costs`, count what became what, and return the new costs."""
    table = as_table(costs)
    joint: Counts = Counter()
    seen: Counter[str] = Counter()
    for original, damaged, weight in pairs:
        steps = _steps(original, align(original, damaged, table)[1])
        for one, other in _windows(steps, window):
            joint[one, other] += weight
        text = f"^{original}$"
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
                seen[text[start:end]] += weight
    align.cache_clear()
    found: Costs = {}
    for (one, other), count in joint.items():
        rule = written.get((one, other))
        same = one == other
        if not one or not (rule is not None or count >= fewest or (same and len(one) == 1)):
            continue
        extra = 0.0 if rule is None else BELIEF * math.exp(-rule)
        less = 0.5 if rule is None and not same else 0.0
        found[one, other] = -math.log((count - less + extra) / (seen[one] + BELIEF + 0.5))
    for (one, other), cost in written.items():
        belief = BELIEF * math.exp(-cost) / (seen[one] + BELIEF + 0.5)
        found.setdefault((one, other), -math.log(belief))
    for letter in LETTERS:
        found.setdefault((letter, letter), 5.0 if seen[letter] > 20 else 1.0)
    return found, joint


def as_table(costs: Mapping[tuple[str, str], float]) -> SegmentTable:
    """Return costs as a table to align by; of what stays the same, single letters only."""
    return SegmentTable(
        write_pieces(
            Piece(a, b, cost) for (a, b), cost in costs.items() if a and (a != b or len(a) == 1)
        )
    )


def _steps(original: str, changes: Sequence[Change]) -> list[tuple[str, str]]:
    """Return every letter of the original with what became of it, changes as small as can be."""
    text, at = f"^{original}$", 0
    steps: list[tuple[str, str]] = []
    for change in changes:
        start = change.start
        steps += [(letter, letter) for letter in text[at:start]]
        steps += _smallest(change.original, change.damaged)
        at = start + len(change.original)
    steps += [(letter, letter) for letter in text[at:]]
    if len(steps) > 1 and steps[-1] == ("$", "$") and not steps[-2][0]:
        steps[-2:] = [("$", steps[-2][1] + "$")]
    return steps


def _smallest(one: str, other: str) -> list[tuple[str, str]]:
    """Return a change without the letters that stay at its start and end."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start] != "$":
        start += 1
    end = 0
    while (
        end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end] != "$"
    ):  # fmt: skip
        end += 1
    head = [(letter, letter) for letter in one[:start]]
    tail = [(letter, letter) for letter in one[len(one) - end :]]
    return [*head, (one[start : len(one) - end], other[start : len(other) - end]), *tail]


def _windows(steps: Sequence[tuple[str, str]], window: int) -> Iterator[tuple[str, str]]:
    for start in range(len(steps)):
        one = other = ""
        for a, b in steps[start : start + window]:
            one, other = one + a, other + b
            if len(one) > _LONGEST or len(other) > _LONGEST + 2:
                break
            yield one, other


def _odds(key: tuple[str, str], joint: Counts, written: Mapping[tuple[str, str], float]) -> float:
    """Return log(count of a change / count of its reverse), the written rules' belief added."""
    one, other = key
    if one == other:
        return 0.0
    counts = [
        joint[way] + 0.5 + BELIEF * math.exp(-written.get(way, math.inf))
        for way in ((one, other), (other, one))
    ]
    return math.log(counts[0] / counts[1])


def _is_slip(key: tuple[str, str]) -> bool:
    return max(map(len, key)) == 1 and key[0] != key[1]


def _without_useless(costs: Costs) -> Costs:
    """Return the pieces that are likelier than the sum of their parts."""

    @cache
    def parts(one: str, other: str) -> float:
        found = math.inf
        for a in range(1, len(one)):
            for b in range(len(other) + 1):
                found = min(found, whole(one[:a], other[:b]) + whole(one[a:], other[b:]))
        return found

    @cache
    def whole(one: str, other: str) -> float:
        own = costs.get((one, other), math.inf)
        slip = SLIP if len(one) == 1 and len(other) <= 1 else math.inf
        return min(own, slip, parts(one, other))

    return {
        (one, other): cost
        for (one, other), cost in costs.items()
        if (one == other and len(one) == 1)
        or (one != other and cost < min(parts(one, other), _most(one, other)) - _GAIN)
    }


def _most(one: str, other: str) -> float:
    """Return what slips take for a change, letter by letter."""
    return SLIP * max(len(one.strip("^$")), len(other.strip("^$")), 1)
