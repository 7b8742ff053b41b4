"""Systems beside one reference: their scores, and the names each of them has wrong."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.model import Record
from transcheck.scoring.bootstrap import MOST_LINES, SAMPLES
from transcheck.scoring.corpus import Corpus, Side
from transcheck.scoring.metrics import (
    NAME_ACCURACY,
    MetricScore,
    score_by_sacrebleu,
    score_names,
    sign_names,
)
from transcheck.scoring.name_accuracy import NameCount, count_names


class Miss(Record, frozen=True):
    """A name that a translation has wrong: where, which, what stands there instead, how."""

    path: str
    line: int
    name: str
    instead: str
    kind: str


class SystemScore(Record, frozen=True):
    """The scores of one system, and its names: how many there are, right, and which are wrong."""

    path: str
    scores: tuple[MetricScore, ...]
    names: int
    right: int
    misses: tuple[Miss, ...]


class CorpusScore(Record, frozen=True):
    """All systems beside one reference, with the signature of each metric.

    `samples` is the number of resamples, 0 when there are too many lines to resample.
    """

    reference: str
    lines: int
    samples: int
    systems: tuple[SystemScore, ...]
    signatures: dict[str, str]


def score_corpus(corpus: Corpus, samples: int = SAMPLES) -> CorpusScore:
    """Score every system by all four metrics; the first one is the baseline of the p values."""
    lines = len(corpus.reference.lines)
    if lines > MOST_LINES:
        samples = 0
    table, signatures, seed = score_by_sacrebleu(corpus, samples)
    counts = [_count_all(system, corpus.reference) for system in corpus.systems]
    table[NAME_ACCURACY] = score_names(counts, samples, seed)
    signatures[NAME_ACCURACY] = sign_names(samples, seed)
    systems = [
        SystemScore(
            path=system.path,
            scores=tuple(column[number] for column in table.values()),
            names=sum(count.total for count in counts[number]),
            right=sum(count.right for count in counts[number]),
            misses=_misses(system, counts[number]),
        )
        for number, system in enumerate(corpus.systems)
    ]
    return CorpusScore(corpus.reference.path, lines, samples, tuple(systems), signatures)


def _count_all(system: Side, reference: Side) -> list[NameCount]:
    pairs = zip(system.lines, reference.lines, strict=True)
    return [count_names(own.text, wanted.text) for own, wanted in pairs]


def _misses(system: Side, counts: Sequence[NameCount]) -> tuple[Miss, ...]:
    return tuple(
        Miss(line.path, line.number, wrong.name, wrong.instead, wrong.kind)
        for line, count in zip(system.lines, counts, strict=True)
        for wrong in count.wrong
    )
