"""Findings of one article gathered by name: same check, same form, same fix is one entry."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.model import ArticleReport, Certainty, Finding, Record

Decision = tuple[str, str | None, str, tuple[str, ...]]


class Entry(Record, frozen=True):
    """One thing to change and all its places, in text order; the first one stands for all."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding at the first place."""
        return self.findings[0]


def shown(report: ArticleReport, min_certainty: Certainty) -> tuple[Finding, ...]:
    """Return the findings to show: certain enough, and neither waived nor in the baseline."""
    return tuple(
        f for f in report.findings if f.certainty.rank >= min_certainty.rank and f.waived is None
    )


def is_error(finding: Finding, report: ArticleReport, min_certainty: Certainty) -> bool:
    """Say whether a finding may fail the gate: severe and certain enough, not waived."""
    severe = finding.severity.rank >= report.gate.fail_on.rank
    return severe and finding.counts(min_certainty)


def decision_of(finding: Finding) -> Decision:
    """Return what an editor decides once: check, concept, wrong form and the best suggestion.

    Advice about a waiver stands for itself: each names another line of its file.
    """
    text = finding.message if finding.advisory else finding.text
    return finding.check, finding.concept, text, finding.suggestions[:1]


def gather(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Group findings that an editor decides together, in order of their first places."""
    groups: dict[Decision, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(decision_of(finding), []).append(finding)
    return tuple(Entry(tuple(group)) for group in groups.values())
