"""Fit the judgement of a form against the glossary: python -m benchmarks.training.matches.

Damaged names of the pairs are written beside glossaries of different sizes that hold their
originals, alone, as a family name or in full; strangers are real names that the glossary does not
hold, most of them any, some chosen for looking like one in it. Prints the weights for
names/judgement/matches.py and the loss.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.large_glossary import read_parts
from benchmarks.training.pairs import NamePair, read_pairs, read_strangers
from transcheck.model import Concept, Glossary, Term
from transcheck.names.index import build_index
from transcheck.names.judgement.matches import name_features, stranger_features
from transcheck.names.judgement.nearby import Near, find_near
from transcheck.names.words.lexicon import is_known_name

SIZES = (700, 3_000, 12_000)
DAMAGED = {
    "respelling": 300,
    "inflection": 1200,
    "diacritics": 120,
    "romanisation": 100,
    "slip": 150,
}
"""Damaged names beside each glossary, by phenomenon."""
STRANGERS, LOOKALIKES = 9_000, 500
SOUTH = ("sr", "hr", "bs", "mk", "cnr")
SHARE_SOUTH = 0.75
LANGUAGE_KNOWN = 0.6
UNRECORDED = 0.45
"""Share of real names that no list has: all of ours come from one, so it must be forgotten."""
GIVEN_ONLY = 0.3
"""Share of full names in which the given name is damaged and the family name is not."""
PENALTY = 2.0
Features = dict[str, float]


@dataclass(frozen=True)
class Written:
    """A form as it stands, the words it should be (none: a stranger's), and the language."""

    words: tuple[str, ...]
    right: tuple[str, ...]
    language: str | None
    phenomenon: str


@dataclass
class Desk:
    """A glossary in the making and the forms to be judged by it."""

    names: dict[str, str] = field(default_factory=dict)
    forms: list[Written] = field(default_factory=list)


@dataclass(frozen=True)
class Choice:
    """The features of each name that a form may be, and which of them it is (-1: none)."""

    options: list[Features]
    right: int
    phenomenon: str


def compose_desk(size: int, seed: int) -> Desk:
    """Return a glossary of `size` names with damaged forms of some and strangers of all kinds."""
    draw, desk = random.Random(seed), Desk()
    parts = [part for part in read_parts() if part.isalpha() and len(part) > 2]
    given = parts[:3_000]
    pools = _pools()
    for phenomenon, count in DAMAGED.items():
        for _ in range(count):
            south = pools[phenomenon, draw.random() < SHARE_SOUTH]
            _add_damaged(draw, desk, draw.choice(south), given, pools)
    for one, other in draw.sample(read_strangers(), LOOKALIKES):
        _add_lookalike(draw, desk, one, other, given)
    while len(desk.names) < size:
        name = _common(draw, parts)
        full = draw.random() < 0.6
        desk.names.setdefault(f"{_common(draw, given)} {name}" if full else name, "person")
    known = {word for name in desk.names for word in name.split()}
    for _ in range(STRANGERS):
        words = (_common(draw, parts),)
        words = words if draw.random() < 0.6 else (_common(draw, given), *words)
        if words[-1] not in known:
            desk.forms.append(Written(words, (), _language(draw, "sr"), "stranger"))
    return desk


def _pools() -> dict[tuple[str, bool], list[NamePair]]:
    """Return the pairs by phenomenon, those of South Slavic languages (and slips) apart."""
    pools: dict[tuple[str, bool], list[NamePair]] = {}
    for pair in read_pairs():
        pools.setdefault((pair.phenomenon, pair.language in SOUTH), []).append(pair)
    for phenomenon in DAMAGED:
        for south in (False, True):
            if (phenomenon, south) not in pools:
                pools[phenomenon, south] = pools[phenomenon, not south]
    return pools


def _add_damaged(
    draw: random.Random,
    desk: Desk,
    pair: NamePair,
    given: Sequence[str],
    pools: dict[tuple[str, bool], list[NamePair]],
) -> None:
    language = _language(draw, pair.language)
    place = draw.random()
    if place < 0.4:
        first = NamePair(name := _common(draw, given), name, "", "", "")
        if pair.phenomenon in ("respelling", "inflection") and draw.random() < 0.6:
            first = draw.choice(pools[pair.phenomenon, pair.language in SOUTH])
        if draw.random() < GIVEN_ONLY:
            name = _common(draw, given)
            first, pair = pair, NamePair(name, name, pair.phenomenon, pair.language, "")
        desk.names[f"{first.original} {pair.original}"] = "person"
        words, right = (first.damaged, pair.damaged), (first.original, pair.original)
        desk.forms.append(Written(words, right, language, pair.phenomenon))
        return
    full = place < 0.7
    desk.names[f"{_common(draw, given)} {pair.original}" if full else pair.original] = "person"
    desk.forms.append(Written((pair.damaged,), (pair.original,), language, pair.phenomenon))


def _add_lookalike(
    draw: random.Random, desk: Desk, one: str, other: str, given: Sequence[str]
) -> None:
    """Add a name and, as a stranger, one that looks like it; in full, often by one given name."""
    first, language = _common(draw, given), _language(draw, "sr")
    desk.names[f"{first} {one}" if draw.random() < 0.6 else one] = "person"
    words = (first, other) if draw.random() < 0.5 else (other,)
    if draw.random() < GIVEN_ONLY / 2:
        desk.names[f"{one} {first}"] = "person"
        words = (other, first)
    desk.forms.append(Written(words, (), language, "look-alike"))


def _common(draw: random.Random, names: Sequence[str]) -> str:
    """Draw a name, the commoner ones more often; of two in three one that English knows."""
    known = draw.random() < 0.5
    while True:
        name = names[int(len(names) * draw.random() ** 2)]
        if not known or is_known_name(name):
            return name


def _language(draw: random.Random, language: str) -> str | None:
    if draw.random() > LANGUAGE_KNOWN:
        return None
    return "sr" if language == "en" else language


def list_choices(desk: Desk) -> Iterator[Choice]:
    """Yield what the judgement has to choose from for every form of a desk that has any."""
    draw = random.Random(len(desk.names))
    index = build_index(Glossary(tuple(_concepts(desk.names))))
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


def _concepts(names: dict[str, str]) -> Iterator[Concept]:
    for row, (name, kind) in enumerate(names.items(), start=2):
        yield Concept(
            f"{kind}:{row}", name, kind, (Term(name, "en"),), "en", "", "", "desk.csv", row
        )


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
    """Fit and print."""
    options = _parse()
    choices = [
        choice
        for number, size in enumerate(SIZES)
        for choice in list_choices(compose_desk(size, options.seed + number))
    ]
    weights, loss = fit(choices)
    print(f"{len(choices):,} forms, {sum(one.right >= 0 for one in choices):,} damaged: {loss:.4f}")
    for name, value in weights.items():
        print(f'    "{name}": {value:.2f},')


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.training.matches")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
