"""The cheapest chain of rules from an original to a damaged form.

A weighted edit distance over pieces of up to four letters (Brill and Moore, "An improved error
model for noisy channel spelling correction", ACL 2000), with word ends as letters.
"""

from __future__ import annotations

from functools import lru_cache
from math import nextafter

from transcheck.names.damage.rules import VOWELS, Rule, RuleTable

_NEAR = frozenset(
    frozenset(pair) for pair in "bp dt gk vf zs sš cč zž čć iy ij yj eě ou ae mn kc gj".split()
)
_ENDS = "^$"
LEAST_SLIP = 0.5
_SWAP_COST = 0.6
_KEPT = Rule("", "", 0.0, "")
_SLIPPED = Rule("", "", 0.0, "slip")
"""Stands for any slip while the cheapest chain is looked for; few of them come to count."""
_NOTHING: tuple[Rule, ...] = ()
_Back = dict[tuple[int, int], tuple[int, int, Rule]]


def align(original: str, damaged: str, table: RuleTable, limit: float) -> tuple[float, list[Rule]]:
    """Return the cost and the rules used; cost above `limit` comes back as infinity."""
    source, target = f"^{original}$", f"^{damaged}$"
    # One row and one column more than needed: nothing leads there.
    rows, columns = len(source) + 2, len(target) + 2
    infinite, too_much = float("inf"), nextafter(limit, float("inf"))
    best = [[too_much] * columns for _ in range(rows)]
    back: _Back = {}
    best[0][0] = 0.0
    for i in range(rows - 1):
        row, below = best[i], best[i + 1]
        if min(row) > limit:
            continue
        one, drop = source[i : i + 1], _letter_cost(source, i)
        rules = table.beginning(source[i : i + 2])
        silent = rules[""]
        for j in range(columns - 1):
            here = row[j]
            if here > limit:
                continue
            other = target[j : j + 1]
            if one == other:
                if one and here < below[j + 1]:
                    below[j + 1], back[i + 1, j + 1] = here, (i, j, _KEPT)
            elif here + LEAST_SLIP <= limit:
                add, slip = _letter_cost(target, j), (i, j, _SLIPPED)
                if here + drop < below[j]:
                    below[j], back[i + 1, j] = here + drop, slip
                if here + add < row[j + 1]:
                    row[j + 1], back[i, j + 1] = here + add, slip
                if drop < infinite > add:
                    cost = here + _change_cost(one, other)
                    if cost < below[j + 1]:
                        below[j + 1], back[i + 1, j + 1] = cost, slip
                    if one == target[j + 1] and source[i + 1] == other:
                        cost = here + _SWAP_COST
                        if cost < best[i + 2][j + 2]:
                            best[i + 2][j + 2], back[i + 2, j + 2] = cost, slip
            for rule in rules.get(other, silent):
                if target.startswith(rule.damaged, j) and source.startswith(rule.original, i):
                    a, b = i + len(rule.original), j + len(rule.damaged)
                    cost = here + rule.cost
                    if cost < best[a][b]:
                        best[a][b], back[a, b] = cost, (i, j, rule)
    total = best[-2][-2]
    return (total, _trace(back, source, target)) if total <= limit else (infinite, [])


def _letter_cost(text: str, place: int) -> float:
    """Return what a letter costs that is too few or too many; a doubled one costs less.

    The marks of the ends cost infinity, and so does what stands behind the last of them.
    """
    letter = text[place : place + 1]
    if not letter or letter in _ENDS:
        return float("inf")
    if letter in (text[place - 1 : place], text[place + 1 : place + 2]):
        return 0.5
    return 0.85 if letter in VOWELS else 1.1


@lru_cache(maxsize=4_096)
def _change_cost(one: str, other: str) -> float:
    if frozenset((one, other)) in _NEAR:
        return 0.6
    if one in VOWELS and other in VOWELS:
        return 0.8
    return 1.3


def _trace(back: _Back, source: str, target: str) -> list[Rule]:
    steps, end, stop = [], len(source), len(target)
    while end or stop:
        i, j, rule = back[end, stop]
        if rule is _SLIPPED:
            rule = _slip(source, target, (i, end), (j, stop))
        if rule is not _KEPT:
            steps.append(rule)
        end, stop = i, j
    return steps[::-1]


def _slip(source: str, target: str, from_: tuple[int, int], to: tuple[int, int]) -> Rule:
    """Return the slip from some letters to others; it costs the same in both directions."""
    original, damaged = source[slice(*from_)], target[slice(*to)]
    if len(original) > 1:
        cost = _SWAP_COST
    elif original and damaged:
        cost = _change_cost(original, damaged)
    else:
        cost = _letter_cost(source, from_[0]) if original else _letter_cost(target, to[0])
    return Rule(original, damaged, cost, "slip")
