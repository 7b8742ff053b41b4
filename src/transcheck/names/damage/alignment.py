"""The cheapest chain of rules from an original to a damaged form.

A weighted edit distance over pieces of up to four letters (Brill and Moore, "An improved error
model for noisy channel spelling correction", ACL 2000), with word ends as letters.
"""

from __future__ import annotations

from functools import lru_cache

from transcheck.names.damage.rules import VOWELS, Rule, RuleTable

_NEAR = frozenset(
    frozenset(pair) for pair in "bp dt gk vf zs sš cč zž čć iy ij yj eě ou ae mn kc gj".split()
)
_ENDS = "^$"
LEAST_SLIP = 0.5
_KEPT = Rule("", "", 0.0, "")
_Back = list[list[tuple[int, int, Rule] | None]]


def align(original: str, damaged: str, table: RuleTable, limit: float) -> tuple[float, list[Rule]]:
    """Return the cost and the rules used; cost above `limit` comes back as infinity."""
    source, target = f"^{original}$", f"^{damaged}$"
    rows, columns = len(source) + 1, len(target) + 1
    infinite = float("inf")
    best = [[infinite] * columns for _ in range(rows)]
    back: _Back = [[None] * columns for _ in range(rows)]
    best[0][0] = 0.0
    applicable = _applicable(source, table)
    for i in range(rows):
        one = source[i : i + 1]
        rules = applicable[i]
        row = best[i]
        for j in range(columns):
            here = row[j]
            if here > limit:
                continue
            other = target[j : j + 1]
            if one == other:
                if one and here < best[i + 1][j + 1]:
                    best[i + 1][j + 1], back[i + 1][j + 1] = here, (i, j, _KEPT)
            elif here + LEAST_SLIP <= limit:
                pair = target[j : j + 2]
                swapped = pair if source[i : i + 2] == pair[::-1] else ""
                twice = one in (source[i - 1 : i], source[i + 1 : i + 2])
                again = other in (target[j - 1 : j], target[j + 1 : j + 2])
                rules_here = _slips(one, other, swapped, twice, again)
                for rule in rules_here:
                    a, b = i + len(rule.original), j + len(rule.damaged)
                    if here + rule.cost < best[a][b]:
                        best[a][b], back[a][b] = here + rule.cost, (i, j, rule)
            for rule in rules:
                if target.startswith(rule.damaged, j):
                    a, b = i + len(rule.original), j + len(rule.damaged)
                    if here + rule.cost < best[a][b]:
                        best[a][b], back[a][b] = here + rule.cost, (i, j, rule)
    total = best[-1][-1]
    return (total, _trace(back)) if total <= limit else (infinite, [])


@lru_cache(maxsize=4_096)
def _applicable(source: str, table: RuleTable) -> tuple[tuple[Rule, ...], ...]:
    """Return the rules that begin at each letter of `source`, the last of them at none."""
    starts = [
        tuple(rule for rule in table.by_first.get(one, ()) if source.startswith(rule.original, i))
        for i, one in enumerate(source)
    ]
    return (*starts, ())


@lru_cache(maxsize=16_384)
def _slips(one: str, other: str, swapped: str, twice: bool, again: bool) -> tuple[Rule, ...]:
    """Return the slips possible where two letters differ: too few, too many, changed, swapped.

    They cost the same in both directions; a doubled letter (`twice`, `again`) costs less.
    """
    slips = []
    if one and one not in _ENDS:
        slips.append(Rule(one, "", _letter_cost(one, twice), "slip"))
    if other and other not in _ENDS:
        slips.append(Rule("", other, _letter_cost(other, again), "slip"))
    if len(slips) == 2:
        slips.append(Rule(one, other, _swap_cost(one, other), "slip"))
        if len(swapped) == 2 and "$" not in swapped:
            slips.append(Rule(swapped[::-1], swapped, 0.6, "slip"))
    return tuple(slips)


def _letter_cost(letter: str, doubled: bool) -> float:
    if doubled:
        return 0.5
    return 0.85 if letter in VOWELS else 1.1


def _swap_cost(one: str, other: str) -> float:
    if frozenset((one, other)) in _NEAR:
        return 0.6
    if one in VOWELS and other in VOWELS:
        return 0.8
    return 1.3


def _trace(back: _Back) -> list[Rule]:
    steps, i, j = [], len(back) - 1, len(back[0]) - 1
    while (step := back[i][j]) is not None:
        i, j, rule = step
        if rule is not _KEPT:
            steps.append(rule)
    return steps[::-1]
