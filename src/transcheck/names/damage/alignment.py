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
_SWAP_COST = 0.6
_KEPT = Rule("", "", 0.0, "")
_Back = list[list[tuple[int, int, Rule] | None]]


def align(original: str, damaged: str, table: RuleTable, limit: float) -> tuple[float, list[Rule]]:
    """Return the cost and the rules used; cost above `limit` comes back as infinity."""
    source, target = f"^{original}$", f"^{damaged}$"
    # One row and one column more than needed: what leads there costs infinity.
    rows, columns = len(source) + 2, len(target) + 2
    infinite = float("inf")
    best = [[infinite] * columns for _ in range(rows)]
    back: _Back = [[None] * columns for _ in range(rows)]
    best[0][0] = 0.0
    applicable = _applicable(source, table)
    dropped, added = _letter_costs(source), _letter_costs(target)
    for i in range(rows - 1):
        one = source[i : i + 1]
        rules = applicable[i]
        row, below = best[i], best[i + 1]
        for j in range(columns - 1):
            here = row[j]
            if here > limit:
                continue
            other = target[j : j + 1]
            if one == other:
                if one and here < below[j + 1]:
                    below[j + 1], back[i + 1][j + 1] = here, (i, j, _KEPT)
            elif here + LEAST_SLIP <= limit:
                if (cost := here + dropped[i]) < below[j]:
                    below[j], back[i + 1][j] = cost, (i, j, _slip(one, "", dropped[i]))
                if (cost := here + added[j]) < row[j + 1]:
                    row[j + 1], back[i][j + 1] = cost, (i, j, _slip("", other, added[j]))
                if dropped[i] < infinite > added[j]:
                    change = _change_cost(one, other)
                    if here + change < below[j + 1]:
                        step = (i, j, _slip(one, other, change))
                        below[j + 1], back[i + 1][j + 1] = here + change, step
                    if one == target[j + 1] and source[i + 1] == other:
                        swapped = here + _SWAP_COST
                        if swapped < best[i + 2][j + 2]:
                            step = (i, j, _slip(one + other, other + one, _SWAP_COST))
                            best[i + 2][j + 2], back[i + 2][j + 2] = swapped, step
            for rule in rules:
                if target.startswith(rule.damaged, j):
                    a, b = i + len(rule.original), j + len(rule.damaged)
                    if here + rule.cost < best[a][b]:
                        best[a][b], back[a][b] = here + rule.cost, (i, j, rule)
    total = best[-2][-2]
    return (total, _trace(back)) if total <= limit else (infinite, [])


@lru_cache(maxsize=4_096)
def _applicable(source: str, table: RuleTable) -> tuple[tuple[Rule, ...], ...]:
    """Return the rules that begin at each letter of `source`, the last of them at none."""
    starts = [
        tuple(rule for rule in table.by_first.get(one, ()) if source.startswith(rule.original, i))
        for i, one in enumerate(source)
    ]
    return (*starts, ())


@lru_cache(maxsize=4_096)
def _letter_costs(text: str) -> tuple[float, ...]:
    """Return what each letter costs that is too few or too many; a doubled one costs less.

    The marks of the ends cost infinity, and so does what stands behind the last of them.
    """
    costs = []
    for i, letter in enumerate(text):
        if letter in _ENDS:
            costs.append(float("inf"))
        elif letter in (text[i - 1 : i], text[i + 1 : i + 2]):
            costs.append(0.5)
        else:
            costs.append(0.85 if letter in VOWELS else 1.1)
    return (*costs, float("inf"))


@lru_cache(maxsize=4_096)
def _change_cost(one: str, other: str) -> float:
    if frozenset((one, other)) in _NEAR:
        return 0.6
    if one in VOWELS and other in VOWELS:
        return 0.8
    return 1.3


@lru_cache(maxsize=16_384)
def _slip(original: str, damaged: str, cost: float) -> Rule:
    """Return the slip from some letters to others; it costs the same in both directions."""
    return Rule(original, damaged, cost, "slip")


def _trace(back: _Back) -> list[Rule]:
    steps, i, j = [], len(back) - 2, len(back[0]) - 2
    while (step := back[i][j]) is not None:
        i, j, rule = step
        if rule is not _KEPT:
            steps.append(rule)
    return steps[::-1]
