"""A run and its articles, scored and gated: what every report format is made from."""

from __future__ import annotations

from transcheck.model.article import Article, Languages
from transcheck.model.finding import (
    Certainty,
    CheckInfo,
    Confirmed,
    Finding,
    LeftAlone,
    NotChecked,
    Severity,
    Skipped,
)
from transcheck.model.record import Record

REPORT_SCHEMA = "transcheck/report/1"


class ReaderInfo(Record, frozen=True):
    """An input format: its name and the file suffixes a folder is searched for."""

    name: str
    suffixes: tuple[str, ...]


class FormatInfo(Record, frozen=True):
    """An output format. `all_findings` formats carry findings below --min-certainty too.

    A `coloured` format's render takes `colour=True` for terminals; that of a `binary` one returns
    bytes.
    """

    name: str
    title: str
    all_findings: bool = False
    coloured: bool = False
    binary: bool = False


class Score(Record, frozen=True):
    """Penalty per 1,000 words taken from 100, with the range it likely lies in.

    `value` is None under 100 words; all three lie in 0..100.
    """

    value: float | None
    low: float | None
    high: float | None
    penalty: int
    words: int


class Gate(Record, frozen=True):
    """Whether the article may run, by which severity, and how many findings of each count."""

    passed: bool
    fail_on: Severity
    counts: dict[str, int]


class ArticleReport(Record, frozen=True):
    """One article with everything that was found, confirmed, left alone and not checked."""

    article: Article
    languages: Languages
    findings: tuple[Finding, ...]
    confirmed: tuple[Confirmed, ...]
    left_alone: tuple[LeftAlone, ...]
    not_checked: tuple[NotChecked, ...]
    words: int
    score: Score
    gate: Gate


class Summary(Record, frozen=True):
    """The run in numbers. `findings` counts by severity; `passed` is the gate of the run."""

    articles: int
    words: int
    findings: dict[str, int]
    skipped: int
    passed: bool


class Report(Record, frozen=True):
    """A run: what was checked, by what (the signature), and what could not be done."""

    signature: str
    summary: Summary
    articles: tuple[ArticleReport, ...]
    skipped: tuple[Skipped, ...] = ()
    checks: tuple[CheckInfo, ...] = ()
    min_certainty: Certainty = Certainty.LIKELY
    schema: str = REPORT_SCHEMA
