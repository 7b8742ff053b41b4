"""Fit the second judgement, which side is wrong: `python -m benchmarks.training direction`."""

from __future__ import annotations

from benchmarks.training.examples import Example
from benchmarks.training.fitting import fetch_examples, fit, print_weights, write_table
from transcheck.names.judgement.direction import differences
from transcheck.names.judgement.weights import DIRECTION


def main() -> None:
    """Fit on the pairs of composed articles of which one side is right, write the table."""
    examples = [example for example in fetch_examples() if example.right]
    rows = [differences(example.pair) for example in examples]
    right = [is_first(example) for example in examples]
    fitted = fit(list(DIRECTION), rows, right)
    write_table(DIRECTION=fitted)
    print_weights(f"Which side? {len(rows)} pairs", fitted, DIRECTION)


def is_first(example: Example) -> bool:
    """Say whether the first of the two is the right one."""
    return example.pair.one.text == example.right
