"""Findings as an editor counts them: one name, wrong in one way, at one or more places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from transcheck.model import ArticleReport, Certainty, Finding
from transcheck.reports.places import Decision, decision_of, is_error

LETTERS = 26


class Standing(StrEnum):
    """What a finding is to the gate."""

    ERROR = "err"
    REVIEW = "rev"
    WAIVED = "waived"


@dataclass(frozen=True)
class Group:
    """One name (or passage) wrong in one way: one number, one card, all its places."""

    number: int
    standing: Standing
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding that stands first in the text."""
        return self.findings[0]

    @property
    def right(self) -> str:
        """What to write, empty when nothing is proposed."""
        return self.first.suggestions[0] if self.first.suggestions else ""

    @property
    def is_name(self) -> bool:
        """Whether it concerns a name and not the language around it."""
        return self.first.concept is not None or self.first.check.startswith(("name-", "acronym-"))

    @property
    def is_decided_here(self) -> bool:
        """Whether an editor decides it in the text: not a waived one, not one about a waiver."""
        return self.standing is not Standing.WAIVED and not self.first.advisory

    @property
    def is_known(self) -> bool:
        """Whether it was there when the baseline was made, and nobody has judged it since."""
        return (self.first.waived or {}).get("kind") == "baseline"

    @property
    def title(self) -> str:
        """Name the group as a reader would: by its right form, else by what stands there."""
        return self.right or self.first.text or self.first.check

    def label(self, index: int) -> str:
        """Return the number of a place: 2 when it is the only one, 2a 2b … 2z, then 2+27."""
        if len(self.findings) == 1:
            return str(self.number)
        suffix = chr(ord("a") + index) if index < LETTERS else f"+{index + 1}"
        return f"{self.number}{suffix}"

    @property
    def words(self) -> str:
        """Say severity and standing: `Major error`, `Minor, to review`, `Not an error`."""
        severity = self.first.severity.value.capitalize()
        return {
            Standing.ERROR: f"{severity} error",
            Standing.REVIEW: f"{severity}, to review",
            Standing.WAIVED: "In the baseline" if self.is_known else "Not an error",
        }[self.standing]


def judge(finding: Finding, report: ArticleReport, least: Certainty) -> Standing:
    """Say whether a finding is an error, to review, or waived."""
    if finding.waived is not None:
        return Standing.WAIVED
    return Standing.ERROR if is_error(finding, report, least) else Standing.REVIEW


def group_findings(report: ArticleReport, least: Certainty) -> tuple[Group, ...]:
    """Group an article's findings and number the groups in the order of the text."""
    found: dict[tuple[Standing, Decision], list[Finding]] = {}
    for finding in sorted(report.findings, key=lambda f: (f.segment, f.span.start, f.span.end)):
        standing = judge(finding, report, least)
        found.setdefault((standing, decision_of(finding)), []).append(finding)
    return tuple(
        Group(number, standing, tuple(members))
        for number, ((standing, _), members) in enumerate(found.items(), start=1)
    )


def count_places(groups: Iterable[Group], standing: Standing) -> int:
    """Count the places of one standing."""
    return sum(len(group.findings) for group in groups if group.standing is standing)
