"""BLEU, chrF2++ and TER by sacrebleu, and name accuracy beside them, each with its signature."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from transcheck.errors import UsageError
from transcheck.model import Record
from transcheck.scoring.bootstrap import (
    find_bounds,
    find_p,
    resample,
    round_off,
    settle_p,
)
from transcheck.scoring.corpus import Corpus, Side
from transcheck.scoring.name_accuracy import NameCount
from transcheck.version import DATA_VERSIONS, VERSION

NAME_ACCURACY = "name accuracy"


class MetricScore(Record, frozen=True):
    """One metric of one system. `p` compares it with the first system; null for the first."""

    metric: str
    value: float | None
    low: float | None = None
    high: float | None = None
    p: float | None = None


def score_by_sacrebleu(
    corpus: Corpus, samples: int
) -> tuple[dict[str, list[MetricScore]], dict[str, str], str]:
    """Return the scores by metric, their signatures and the seed sacrebleu goes by."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER
    from sacrebleu.significance import PairedTest

    _check_seed(os.environ.get("SACREBLEU_SEED", "none"))
    metrics = {"BLEU": BLEU(), "chrF2++": CHRF(word_order=2), "TER": TER()}
    references = [corpus.reference.texts]
    if not samples:
        table = {
            name: [_plain_score(name, metric, side, references) for side in corpus.systems]
            for name, metric in metrics.items()
        }
        signatures = {name: str(metric.get_signature()) for name, metric in metrics.items()}
        return table, signatures, ""
    systems: list[tuple[str, Sequence[str]]] = [(side.path, side.texts) for side in corpus.systems]
    test = PairedTest(systems, metrics, references, test_type="bs", n_samples=samples)
    signed, results = test()
    table = {name: _with_intervals(name, results[name]) for name in metrics}
    signatures = {name: str(signed[name]) for name in metrics}
    return table, signatures, str(signed["BLEU"].info["seed"])


def _check_seed(seed: str) -> None:
    """Refuse what sacrebleu could not read as the seed of its resamples."""
    if seed.lower() != "none" and not (seed.isascii() and seed.isdigit()):
        hint = "Set it to a number or unset it"
        raise UsageError(f'SACREBLEU_SEED is "{seed}", not a number', hint=hint)


def _plain_score(
    name: str, metric: Any, side: Side, references: Sequence[Sequence[str]]
) -> MetricScore:
    return MetricScore(name, round_off(metric.corpus_score(side.texts, references).score))


def _with_intervals(name: str, results: Sequence[Any]) -> list[MetricScore]:
    baseline = results[0].score
    return [
        MetricScore(
            name,
            round_off(result.score),
            round_off(result.mean - result.ci),
            round_off(result.mean + result.ci),
            settle_p(result.p_value, result.score - baseline),
        )
        for result in results
    ]


def score_names(
    counts: Sequence[Sequence[NameCount]], samples: int, seed: str
) -> list[MetricScore]:
    """Score name accuracy in per cent, on the very resamples that sacrebleu draws."""
    totals = [count.total for count in counts[0]]
    if not sum(totals):
        return [MetricScore(NAME_ACCURACY, None) for _ in counts]
    rights = [[count.right for count in column] for column in counts]
    values = [100 * sum(column) / sum(totals) for column in rights]
    if not samples:
        return [MetricScore(NAME_ACCURACY, round_off(value)) for value in values]
    drawn = resample(rights, totals, samples, seed)
    return [
        MetricScore(
            NAME_ACCURACY,
            round_off(value),
            *find_bounds(drawn[number]),
            find_p(drawn[0], drawn[number], value - values[0]) if number else None,
        )
        for number, value in enumerate(values)
    ]


def sign_names(samples: int, seed: str) -> str:
    """Return the signature of name accuracy: what it counts, and by which data."""
    drawn = f"bs:{samples}|seed:{seed}|" if samples else ""
    words = DATA_VERSIONS["words"]
    return f"nrefs:1|{drawn}case:first|marks:yes|repeats:yes|words:{words}|transcheck:{VERSION}"
