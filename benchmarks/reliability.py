"""Reliability of probabilities: what was said beside what came true, by bins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Said = tuple[float, bool]
"""A probability, and whether it came true."""


@dataclass(frozen=True)
class Bin:
    """The cases whose probability lies between two bounds."""

    low: float
    high: float
    said: float
    true: float
    count: int


def list_bins(cases: Iterable[Said], bounds: Sequence[float]) -> list[Bin]:
    """Return the bins that hold any case; the last bound belongs to the last bin."""
    held = list(cases)
    bins = []
    for low, high in pairwise(bounds):
        last = high == bounds[-1]
        inside = [(p, true) for p, true in held if low <= p < high or (last and p == high)]
        if inside:
            said = sum(p for p, _ in inside) / len(inside)
            true = sum(true for _, true in inside) / len(inside)
            bins.append(Bin(low, high, said, true, len(inside)))
    return bins


def expected_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error: the mean distance of said and true, by count.

    Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
    binning", AAAI 2015.
    """
    count = sum(one.count for one in bins)
    return sum(one.count * abs(one.said - one.true) for one in bins) / count if count else 0.0


def print_bins(title: str, bins: Sequence[Bin]) -> None:
    """Print bins with the error below them."""
    print(f"\n  {title:<44}{'pairs':>8}{'said':>8}{'true':>8}")
    for one in bins:
        name = f"{one.low:.2f} to {one.high:.2f}"
        print(f"  {name:<44}{one.count:>8}{one.said:>8.2f}{one.true:>8.2f}")
    count = sum(one.count for one in bins)
    print(f"  {'expected calibration error':<44}{count:>8}{expected_error(bins):>16.3f}")
