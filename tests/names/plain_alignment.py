"""The plain alignment: every place of both forms in a full table, the oracle of the sparse one."""

from __future__ import annotations

from math import nextafter

from transcheck.names.damage.rules import VOWELS, Rule, RuleTable

_NEAR = frozenset(
    frozenset(pair) for pair in "bp dt gk vf zs sš cč zž čć iy ij yj eě ou ae mn kc gj".split()
)
_NOTHING = float("inf")
_Step = tuple[int, int, Rule | None]


def align_plainly(
    original: str, damaged: str, table: RuleTable, limit: float
) -> tuple[float, list[Rule]]:
    """Return the cost and the rules used, by trying every step at every place."""
    source, target = f"^{original}$", f"^{damaged}$"
    rules = [rule for group in table.by_first.values() for rule in group]
    too_much = nextafter(limit, _NOTHING)
    best = [[too_much] * (len(target) + 1) for _ in range(len(source) + 1)]
    back: dict[tuple[int, int], _Step] = {}
    best[0][0] = 0.0

    def come(i: int, j: int, rule: Rule | None, a: int, b: int, cost: float) -> None:
        if best[i][j] + cost < best[a][b]:
            best[a][b], back[a, b] = best[i][j] + cost, (i, j, rule)

    for i in range(len(source)):
        for j in range(len(target)):
            if best[i][j] > limit:
                continue
            one, other = source[i], target[j]
            if one == other:
                come(i, j, None, i + 1, j + 1, 0.0)
            else:
                for rule in _slips(source, target, i, j):
                    a, b = i + len(rule.original), j + len(rule.damaged)
                    come(i, j, rule, a, b, rule.cost)
            fitting = [
                rule
                for rule in rules
                if source.startswith(rule.original, i) and target.startswith(rule.damaged, j)
            ]
            for rule in sorted(fitting, key=lambda rule: not rule.damaged):
                a, b = i + len(rule.original), j + len(rule.damaged)
                come(i, j, rule, a, b, rule.cost)
    if best[-1][-1] > limit:
        return _NOTHING, []
    steps: list[Rule] = []
    place = len(source), len(target)
    while place != (0, 0):
        i, j, step = back[place]
        steps += [step] if step else []
        place = i, j
    return best[-1][-1], steps[::-1]


def _slips(source: str, target: str, i: int, j: int) -> list[Rule]:
    one, other = source[i], target[j]
    slips = []
    if one not in "^$":
        slips.append(Rule(one, "", _letter_cost(source, i), "slip"))
    if other not in "^$":
        slips.append(Rule("", other, _letter_cost(target, j), "slip"))
    if one not in "^$" and other not in "^$":
        slips.append(Rule(one, other, _change_cost(one, other), "slip"))
        if source[i + 1] == other and target[j + 1] == one:
            slips.append(Rule(one + other, other + one, 0.6, "slip"))
    return slips


def _letter_cost(text: str, place: int) -> float:
    if text[place] in (text[place - 1], text[place + 1]):
        return 0.5
    return 0.85 if text[place] in VOWELS else 1.1


def _change_cost(one: str, other: str) -> float:
    if frozenset((one, other)) in _NEAR:
        return 0.6
    return 0.8 if one in VOWELS and other in VOWELS else 1.3
