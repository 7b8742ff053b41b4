"""The score of an article: MQM severity weights per 1,000 words, taken from 100."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.model import Finding, Score, Severity
from transcheck.scoring.interval import poisson_bounds

WEIGHTS = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}
FEWEST_WORDS = 100


def score_article(counting: Sequence[Finding], words: int) -> Score:
    """Score an article by the findings that count, with the range it likely lies in.

    The range is exact Poisson (95 %) on the number of errors, each of the mean weight seen
    (a major error where none was seen): short texts get the wide range they deserve.
    """
    weighed = [weight for finding in counting if (weight := WEIGHTS[finding.severity])]
    penalty = sum(weighed)
    if words < FEWEST_WORDS:
        return Score(value=None, low=None, high=None, penalty=penalty, words=words)
    mean = penalty / len(weighed) if weighed else WEIGHTS[Severity.MAJOR]
    fewest, most = poisson_bounds(len(weighed))
    return Score(
        value=_per_thousand(penalty, words),
        low=_per_thousand(mean * most, words),
        high=_per_thousand(mean * fewest, words),
        penalty=penalty,
        words=words,
    )


def _per_thousand(penalty: float, words: int) -> float:
    return round(max(0.0, 100 - penalty * 1000 / words), 1)
