"""Findings of one article gathered by name: same check, same form, same fix is one entry."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.model import ArticleReport, Certainty, Finding, Record, Severity

_SEVERITIES = list(Severity)
_CERTAINTIES = list(Certainty)

Decision = tuple[str, str | None, str, tuple[str, ...]]


class Entry(Record, frozen=True):
    """One thing to change and all its places, in text order; the first one stands for all."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding at the first place."""
        return self.findings[0]


def shown(report: ArticleReport, min_certainty: Certainty) -> tuple[Finding, ...]:
    """Return the findings certain enough to show."""
    least = _CERTAINTIES.index(min_certainty)
    return tuple(f for f in report.findings if _CERTAINTIES.index(f.certainty) >= least)


def is_error(finding: Finding, report: ArticleReport, min_certainty: Certainty) -> bool:
    """Say whether a finding may fail the gate: severe and certain enough, not waived."""
    severe = _SEVERITIES.index(finding.severity) >= _SEVERITIES.index(report.gate.fail_on)
    sure = _CERTAINTIES.index(finding.certainty) >= _CERTAINTIES.index(min_certainty)
    return severe and sure and finding.waived is None


def decision_of(finding: Finding) -> Decision:
    """Return what an editor decides once: check, concept, wrong form and the best suggestion."""
    return finding.check, finding.concept, finding.text, finding.suggestions[:1]


def gather(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Group findings that an editor decides together, in order of their first places."""
    groups: dict[Decision, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(decision_of(finding), []).append(finding)
    return tuple(Entry(tuple(group)) for group in groups.values())
