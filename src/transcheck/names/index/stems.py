"""What a word may be with its case ending taken off: Trampom, Zvečanu, Lipko."""

from __future__ import annotations

from functools import cache

from transcheck.names.damage.endings import ending_rules
from transcheck.text.fold import fold

LEAST_LETTERS = 3
"""Letters that must be left of a word without its ending."""


def find_stems(folded: str) -> tuple[list[str], list[str]]:
    """Return what is left of a folded word without an ending, and the words it may then be.

    Trampom gives (tramp), and tramp, trampa, trampo: the ending may stand for a, o or nothing.
    """
    stems, words = [], []
    for size in range(1, min(_longest(), len(folded) - LEAST_LETTERS) + 1):
        endings = _endings().get(folded[-size:])
        if endings:
            stem = folded[:-size]
            stems.append(stem)
            words += [stem + ending for ending in endings]
    return stems, words


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """Return, by ending left on, the endings of the name that it may stand for."""
    found: dict[str, dict[str, None]] = {}
    for rule in ending_rules():
        left_on, own = fold(rule.damaged.rstrip("$")), fold(rule.original.rstrip("$"))
        if left_on:
            found.setdefault(left_on, {})[own] = None
    return {left_on: tuple(own) for left_on, own in found.items()}


@cache
def _longest() -> int:
    return max(map(len, _endings()))
