"""How far a count of errors can be trusted: exact Poisson bounds.

F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache


@lru_cache(maxsize=1_024)
def poisson_bounds(count: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the smallest and largest mean that `count` events are still likely under."""
    tail = (1 - confidence) / 2
    low = 0.0 if count == 0 else _solve(lambda mean: 1 - _cumulative(count - 1, mean), tail)
    high = _solve(lambda mean: 1 - _cumulative(count, mean), 1 - tail)
    return low, high


def _cumulative(count: int, mean: float) -> float:
    if mean == 0:
        return 1.0
    logs = (k * math.log(mean) - mean - math.lgamma(k + 1) for k in range(count + 1))
    return min(1.0, math.fsum(math.exp(value) for value in logs))


def _solve(rising: Callable[[float], float], target: float) -> float:
    low, high = 0.0, 1.0
    while rising(high) < target:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < target else (low, middle)
    return (low + high) / 2
