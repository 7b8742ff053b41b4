"""The gate: whether what was found may pass, and what counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from transcheck.model import ArticleReport, Finding, Gate, Severity


def gate_article(counting: Sequence[Finding], fail_on: Severity, max_findings: int) -> Gate:
    """Pass when at most `max_findings` findings are as severe as `fail_on`."""
    counts = count_by_severity(counting)
    failing = _as_severe(counts, fail_on)
    return Gate(passed=failing <= max_findings, fail_on=fail_on, counts=counts)


def gate_run(articles: Iterable[ArticleReport], fail_on: Severity, max_findings: int) -> bool:
    """Say whether a run passes: the limit holds for all its articles together."""
    return sum(_as_severe(one.gate.counts, fail_on) for one in articles) <= max_findings


def count_by_severity(findings: Iterable[Finding]) -> dict[str, int]:
    """Count findings by severity, mildest first, zeros included."""
    counts = Counter(finding.severity for finding in findings)
    return {severity.value: counts[severity] for severity in Severity}


def _as_severe(counts: dict[str, int], fail_on: Severity) -> int:
    return sum(counts[s.value] for s in Severity if s.rank >= fail_on.rank)
