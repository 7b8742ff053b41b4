"""How sure a figure is: 90 % intervals by drawing the articles anew (the percentile bootstrap).

Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.corpus import MARKED, Corpus
from benchmarks.figures import Result, select_alike, share
from benchmarks.scorer import Verdict

DRAWS = 1_000
SEED = 1
INNER = 0.90
Interval = tuple[float, float]


@dataclass(frozen=True)
class Drawn:
    """One drawing of articles: how often each slug was drawn."""

    times: Mapping[str, int]

    def count(self, slugs: Iterable[str]) -> int:
        """Count what stands in the drawn articles, as often as they were drawn."""
        return sum(self.times.get(slug, 0) for slug in slugs)


def draw_articles(slugs: Sequence[str], draws: int = DRAWS, seed: int = SEED) -> list[Drawn]:
    """Draw as many articles as there are, with repeats, `draws` times, the same every time."""
    dice = random.Random(seed)
    drawn = []
    for _ in range(draws):
        times: dict[str, int] = {}
        for slug in dice.choices(slugs, k=len(slugs)):
            times[slug] = times.get(slug, 0) + 1
        drawn.append(Drawn(times))
    return drawn


def interval(values: Iterable[float]) -> Interval:
    """Return the bounds of the inner 90 % of the values drawn."""
    ranked = sorted(value for value in values if not math.isnan(value))
    cut = int(len(ranked) * (1 - INNER) / 2)
    return (ranked[cut], ranked[-1 - cut]) if ranked else (math.nan, math.nan)


def print_articles(corpus: Corpus, result: Result) -> None:
    """Print the intervals of dev/articles: marked texts, originals and references, each alone."""
    marked = draw_articles(corpus.slugs(*MARKED))
    _print_shares(marked, select_alike(result.verdicts), result, "right form in text, alike")
    for group, alarms in (("clean", result.originals), ("clean-translated", result.references)):
        drawn = draw_articles(corpus.slugs(group))
        low, high = interval(float(one.count(slug for slug, _ in alarms)) for one in drawn)
        print(f"  {'false alarms, ' + group:<52}{low:>8.0f} to {high:.0f}")


def print_planted(corpus: Corpus, result: Result) -> None:
    """Print the intervals of dev/planted."""
    _print_shares(draw_articles(corpus.slugs(*corpus.groups)), result.certain, result, "marks")


def _print_shares(
    drawn: Sequence[Drawn], verdicts: Sequence[Verdict], result: Result, title: str
) -> None:
    marks = [one.mark.slug for one in verdicts]
    found = [one.mark.slug for one in verdicts if one.found]
    fixed = [one.mark.slug for one in verdicts if one.fixed]
    right = [slug for slug, _ in result.right]
    every = [*right, *(slug for slug, _ in result.false)]
    print(f"\n  {'90 % intervals, articles drawn anew ' + str(len(drawn)) + ' times':<52}")
    for name, part, whole in (
        (f"{title}: found", found, marks),
        (f"{title}: fixed", fixed, marks),
        ("precision", right, every),
    ):
        low, high = interval(share(d.count(part), d.count(whole), math.nan) for d in drawn)
        print(f"  {name:<52}{low:>8.3f} to {high:.3f}")
