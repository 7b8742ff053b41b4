"""Fit the judgement of a form against the glossary: `python -m benchmarks.training matches`.

Damaged names are judged beside glossaries of three sizes that hold their originals, strangers
beside the same (benchmarks/training/glossaries.py).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.training.fitting import print_weights, write_table
from benchmarks.training.glossaries import Desk, compose_desk
from transcheck.names.index import build_index
from transcheck.names.judgement.matches import name_features, stranger_features
from transcheck.names.judgement.nearby import Near, find_near
from transcheck.names.judgement.weights import MATCH

SIZES = (700, 3_000, 12_000)
UNRECORDED = 0.45
"""Share of real names that no list has: all of ours come from one, so it must be forgotten."""
PENALTY = 2.0
Features = dict[str, float]


@dataclass(frozen=True)
class Choice:
    """The features of each name that a form may be, and which of them it is (-1: none)."""

    options: list[Features]
    right: int
    phenomenon: str


def list_choices(desk: Desk) -> Iterator[Choice]:
    """Yield what the judgement has to choose from for every form of a desk that has any."""
    draw = random.Random(len(desk.names))
    index = build_index(desk.glossary())
    for form in desk.forms:
        if len(form.words) == 1 and index.holders(form.words[0]):
            continue
        near = _one_each(find_near(form.words, index, form.language))
        right = [one.right for one in near]
        if not near or (form.right and form.right not in right):
            continue
        chosen = right.index(form.right) if form.right else -1
        stranger = stranger_features(form.words, index, form.language)
        options = [{**name_features(one, form.words), **stranger} for one in near]
        if draw.random() < UNRECORDED:
            options = [_forget(option) for option in options]
        yield Choice(options, chosen, form.phenomenon)


def _forget(option: Features) -> Features:
    """Return the features as they are where the list of recorded names lacks the form."""
    if "stranger: known name" in option:
        return option
    return {name: value for name, value in option.items() if "recorded" not in name}


def _one_each(found: Iterator[Near]) -> list[Near]:
    """Return one name for each right form: the cheapest, whole ones before family names."""
    best: dict[tuple[str, ...], Near] = {}
    for near in found:
        held = best.get(near.right)
        rank = (near.cost, near.is_family_alone)
        if held is None or rank < (held.cost, held.is_family_alone):
            best[near.right] = near
    return list(best.values())


def fit(choices: Sequence[Choice]) -> tuple[Features, float]:
    """Return the weights and the mean loss (log of the probability of what was right)."""
    import numpy as np
    from scipy.optimize import minimize

    names = sorted({name for one in choices for option in one.options for name in option})
    column = {name: n for n, name in enumerate(names)}
    sizes = [len(one.options) for one in choices]
    group = np.repeat(np.arange(len(choices)), sizes)
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    table = np.zeros((sum(sizes), len(names)))
    right = np.zeros(sum(sizes))
    for start, one in zip(first, choices, strict=True):
        for n, option in enumerate(one.options):
            for name, value in option.items():
                table[start + n, column[name]] = value
        if one.right >= 0:
            right[start + one.right] = 1.0

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ weights
        top = np.maximum(np.maximum.reduceat(scores, first), 0.0)
        shares = np.exp(scores - top[group])
        total = np.add.reduceat(shares, first) + np.exp(-top)
        wrong = np.log(total) + top - np.add.reduceat(scores * right, first)
        slope = table.T @ (shares / total[group] - right) + PENALTY * weights
        return float(wrong.sum() + PENALTY * (weights @ weights) / 2), slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return dict(zip(names, map(float, found.x), strict=True)), float(found.fun) / len(choices)


def main() -> None:
    """Fit, write the table, print the weights."""
    choices = [
        choice
        for seed, size in enumerate(SIZES, start=1)
        for choice in list_choices(compose_desk(size, seed))
    ]
    fitted, loss = fit(choices)
    fitted = {name: round(fitted[name], 2) for name in MATCH}
    write_table(MATCH=fitted)
    damaged = sum(one.right >= 0 for one in choices)
    print_weights(f"{len(choices):,} forms, {damaged:,} damaged: {loss:.4f}", fitted, MATCH)
