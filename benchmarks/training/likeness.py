"""Fit the first judgement, one name or two: `python -m benchmarks.training likeness`."""

from __future__ import annotations

import numpy as np

from benchmarks.training.fitting import fetch_examples, fit, print_weights, write_table
from transcheck.names.judgement.likeness import features, probability_of_one_name
from transcheck.names.judgement.weights import LIKENESS


def main() -> None:
    """Fit on composed articles, write the table, print the weights."""
    examples = fetch_examples()
    rows = [features(example.pair) for example in examples]
    right = [example.is_one for example in examples]
    fitted = fit(list(LIKENESS), rows, right)
    write_table(LIKENESS=fitted)
    print_weights(f"One name? {len(rows)} pairs, {sum(right)} of them are", fitted, LIKENESS)


def measure_likeness() -> list[tuple[float, bool]]:
    """Return P(one name) and the truth for the pairs of held-out articles: other seeds."""
    return [(probability_of_one_name(e.pair), e.is_one) for e in fetch_examples()]


def area_under_curve(measured: list[tuple[float, bool]]) -> float:
    """Return how often a true pair gets more than an untrue one."""
    true = np.array([p for p, one in measured if one])
    untrue = np.array([p for p, one in measured if not one])
    return float((true[:, None] > untrue).mean() + 0.5 * (true[:, None] == untrue).mean())
