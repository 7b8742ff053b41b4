"""The cheapest chain of rules from an original to a damaged form.

A weighted edit distance over pieces of up to four letters (Brill and Moore, "An improved error
model for noisy channel spelling correction", ACL 2000), with word ends as letters.
"""

from __future__ import annotations

from transcheck.names.damage.rules import VOWELS, Rule, RuleTable

_NEAR = frozenset(
    frozenset(pair) for pair in "bp dt gk vf zs sš cč zž čć iy ij yj eě ou ae mn kc gj".split()
)
_STEP = tuple[float, int, int, Rule | None]


def align(original: str, damaged: str, table: RuleTable, limit: float) -> tuple[float, list[Rule]]:
    """Return the cost and the rules used; cost above `limit` comes back as infinity."""
    source, target = f"^{original}$", f"^{damaged}$"
    rows, columns = len(source) + 1, len(target) + 1
    infinite = float("inf")
    best = [[infinite] * columns for _ in range(rows)]
    back: list[list[tuple[int, int, Rule] | None]] = [[None] * columns for _ in range(rows)]
    best[0][0] = 0.0
    for i in range(rows):
        first = source[i] if i < rows - 1 else ""
        rules = [r for r in table.get(first, ()) if source.startswith(r.original, i)]
        row = best[i]
        for j in range(columns):
            here = row[j]
            if here > limit:
                continue
            if first and j < columns - 1 and first == target[j] and here < best[i + 1][j + 1]:
                best[i + 1][j + 1], back[i + 1][j + 1] = here, (i, j, _KEPT)
            for rule in rules:
                if target.startswith(rule.damaged, j):
                    a, b = i + len(rule.original), j + len(rule.damaged)
                    if here + rule.cost < best[a][b]:
                        best[a][b], back[a][b] = here + rule.cost, (i, j, rule)
            for rule, a, b in _plain_edits(source, target, i, j):
                if here + rule.cost < best[a][b]:
                    best[a][b], back[a][b] = here + rule.cost, (i, j, rule)
    total = best[-1][-1]
    return (total, _trace(back)) if total <= limit else (infinite, [])


_KEPT = Rule("", "", 0.0, "")


def _plain_edits(source: str, target: str, i: int, j: int) -> list[tuple[Rule, int, int]]:
    """Return the slips possible at a place: a letter too few, too many, changed, swapped."""
    edits = []
    one, other = source[i : i + 1], target[j : j + 1]
    if one and one not in "^$":
        edits.append((Rule(one, "", 0.8 if one in VOWELS else 1.1, "slip"), i + 1, j))
    if other and other not in "^$":
        doubled = j > 0 and target[j - 1] == other
        cost = 0.5 if doubled else 0.9 if other in VOWELS else 1.1
        edits.append((Rule("", other, cost, "slip"), i, j + 1))
    if one and other and one != other and one not in "^$" and other not in "^$":
        edits.append((Rule(one, other, _swap_cost(one, other), "slip"), i + 1, j + 1))
        if source[i : i + 2] == target[j : j + 2][::-1] and "$" not in source[i : i + 2]:
            edits.append((Rule(source[i : i + 2], target[j : j + 2], 0.6, "slip"), i + 2, j + 2))
    return edits


def _swap_cost(one: str, other: str) -> float:
    if frozenset((one, other)) in _NEAR:
        return 0.6
    if one in VOWELS and other in VOWELS:
        return 0.8
    return 1.3


def _trace(back: list[list[tuple[int, int, Rule] | None]]) -> list[Rule]:
    steps, i, j = [], len(back) - 1, len(back[0]) - 1
    while (step := back[i][j]) is not None:
        i, j, rule = step
        if rule is not _KEPT:
            steps.append(rule)
    return steps[::-1]
