"""The cheapest chain of rules from an original to a damaged form.

A weighted edit distance over pieces of up to four letters (Brill and Moore, "An improved error
model for noisy channel spelling correction", ACL 2000), with word ends as letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import nextafter

from transcheck.names.damage.rules import VOWELS, Rule, RuleTable

_NEAR = frozenset(
    frozenset(pair) for pair in "bp dt gk vf zs sš cč zž čć iy ij yj eě ou ae mn kc gj".split()
)
_BEYOND = "\0"
"""Stands behind the end of a name, where none has a letter."""
LEAST_SLIP = 0.5
_SWAP_COST = 0.6
_KEPT = Rule("", "", 0.0, "")
_SLIPPED = Rule("", "", 0.0, "slip")
"""Stands for any slip while the cheapest chain is looked for; few of them come to count."""
_INFINITE = float("inf")
_LETTER = dict.fromkeys(VOWELS, 0.85) | dict.fromkeys(("^", "$", _BEYOND), _INFINITE)
_DOUBLED = re.compile(r"([^^$])(?=\1)")
_Cell = tuple[float, int, int, Rule]
"""What it costs to come to a place of both forms, the place before it and the rule between."""


def align(original: str, damaged: str, table: RuleTable, limit: float) -> tuple[float, list[Rule]]:
    """Return the cost and the rules used; cost above `limit` comes back as infinity.

    Only places that can be come to within the limit are held: most names have a handful.
    """
    (source, drops), (target, adds) = _spell(original), _spell(damaged)
    unreached: _Cell = (nextafter(limit, _INFINITE), 0, 0, _KEPT)
    rows: list[dict[int, _Cell]] = [{} for _ in source]
    rows[0][0] = (0.0, 0, 0, _KEPT)
    for i, (row, below) in enumerate(pairwise(rows)):
        if not row:
            continue
        one, drop = source[i], drops[i]
        rules = table.beginning(source[i : i + 2])
        silent = rules[""]
        places = sorted(row, reverse=True) if len(row) > 1 else list(row)
        while places:
            j = places.pop()
            here, other = row[j][0], target[j]
            if one == other:
                if here < below.get(j + 1, unreached)[0]:
                    below[j + 1] = (here, i, j, _KEPT)
            elif here + LEAST_SLIP <= limit:
                cost = here + drop
                if cost < below.get(j, unreached)[0]:
                    below[j] = (cost, i, j, _SLIPPED)
                cost = here + adds[j]
                if cost < (beside := row.get(j + 1, unreached))[0]:
                    row[j + 1] = (cost, i, j, _SLIPPED)
                    if beside is unreached:
                        places.append(j + 1)
                if drop < _INFINITE > adds[j]:
                    cost = here + _change_cost(one, other)
                    if cost < below.get(j + 1, unreached)[0]:
                        below[j + 1] = (cost, i, j, _SLIPPED)
                    if one == target[j + 1] and other == source[i + 1]:
                        cost = here + _SWAP_COST
                        if cost < rows[i + 2].get(j + 2, unreached)[0]:
                            rows[i + 2][j + 2] = (cost, i, j, _SLIPPED)
            for rule in rules.get(other, silent):
                if target.startswith(rule.damaged, j) and source.startswith(rule.original, i):
                    under, b = rows[i + len(rule.original)], j + len(rule.damaged)
                    cost = here + rule.cost
                    if cost < under.get(b, unreached)[0]:
                        under[b] = (cost, i, j, rule)
    end = len(source) - 1, len(target) - 1
    total = rows[-1].get(end[1], unreached)[0]
    return (total, _trace(rows, end, original, damaged)) if total <= limit else (_INFINITE, [])


@lru_cache(maxsize=8_192)
def _spell(name: str) -> tuple[str, list[float]]:
    """Return a name with its ends, and what each letter costs that is too few or too many."""
    text = f"^{name}${_BEYOND}"
    costs = [_LETTER.get(letter, 1.1) for letter in text]
    for double in _DOUBLED.finditer(text):  # it costs less
        costs[double.start()] = costs[double.start() + 1] = 0.5
    return text, costs


@lru_cache(maxsize=4_096)
def _change_cost(one: str, other: str) -> float:
    if frozenset((one, other)) in _NEAR:
        return 0.6
    if one in VOWELS and other in VOWELS:
        return 0.8
    return 1.3


def _trace(
    rows: Sequence[Mapping[int, _Cell]], end: tuple[int, int], original: str, damaged: str
) -> list[Rule]:
    steps, (i, j) = [], end
    while i or j:
        _, a, b, rule = rows[i][j]
        if rule is _SLIPPED:
            rule = _slip(original, damaged, (a, i), (b, j))
        if rule is not _KEPT:
            steps.append(rule)
        i, j = a, b
    return steps[::-1]


def _slip(original: str, damaged: str, from_: tuple[int, int], to: tuple[int, int]) -> Rule:
    """Return the slip from some letters to others; it costs the same in both directions."""
    (source, drops), (target, adds) = _spell(original), _spell(damaged)
    one, other = source[slice(*from_)], target[slice(*to)]
    if len(one) > 1:
        cost = _SWAP_COST
    elif one and other:
        cost = _change_cost(one, other)
    else:
        cost = drops[from_[0]] if one else adds[to[0]]
    return Rule(one, other, cost, "slip")
