"""Bootstrap resampling of lines: how far a score and a difference can be trusted.

P. Koehn, "Statistical significance tests for machine translation evaluation", EMNLP 2004. The
lines drawn, the interval and the p value are those of sacrebleu, so that all metrics agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy

    Drawn = numpy.ndarray[Any, Any]

SAMPLES = 1000
# sacrebleu holds all resamples in memory at once: about 100 kB a line for chrF2++.
MOST_LINES = 10_000


def resample(
    rights: Sequence[Sequence[int]], totals: Sequence[int], samples: int, seed: str
) -> list[Drawn]:
    """Return the share in per cent of every system on each resample that holds a name."""
    import numpy as np

    generator = np.random.default_rng(None if seed == "none" else int(seed))
    places = generator.choice(len(totals), size=(samples, len(totals)), replace=True)
    drawn = np.array(totals)[places].sum(axis=1)
    kept = drawn > 0
    return [100 * np.array(one)[places].sum(axis=1)[kept] / drawn[kept] for one in rights]


def find_bounds(drawn: Drawn) -> tuple[float, float]:
    """Return the 95 % interval of a metric, as sacrebleu takes it: even about the mean."""
    from sacrebleu.significance import estimate_ci

    mean, half = estimate_ci(drawn)
    return round_off(mean - half), round_off(mean + half)


def find_p(baseline: Drawn, system: Drawn, difference: float) -> float | None:
    """Return the p value as sacrebleu computes it, so that all four mean the same."""
    spread = abs(system - baseline)
    above = int((spread - spread.mean() > abs(difference)).sum())
    return settle_p((above + 1) / (len(spread) + 1), difference)


def settle_p(p: float | None, difference: float) -> float | None:
    """Return p, but 1 for no difference at all, which sacrebleu never puts down to chance."""
    return p if p is None else round_off(p) if abs(difference) > 1e-9 else 1.0


def round_off(value: float) -> float:
    """Four decimals: below them processors differ."""
    return round(float(value), 4) + 0.0
