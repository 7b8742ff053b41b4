"""Findings as an editor counts them: one name, wrong in one way, at one or more places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from transcheck.model import ArticleReport, Certainty, Finding, Verdict
from transcheck.reports.places import Decision, decision_of, is_error

LETTERS = 26
_DECIDED = {"baseline": "In the baseline", Verdict.ACCEPTED.value: "Wrong, but it stays"}


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
        return self.first.is_name

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
        if self.standing is Standing.WAIVED:
            waived = self.first.waived or {}
            return _DECIDED.get(waived.get("verdict") or waived.get("kind", ""), "Not an error")
        return f"{severity} error" if self.standing is Standing.ERROR else f"{severity}, to review"


def judge(finding: Finding, report: ArticleReport, least: Certainty) -> Standing:
    """Say whether a finding is an error, to review, or waived."""
    if finding.waived is not None:
        return Standing.WAIVED
    return Standing.ERROR if is_error(finding, report, least) else Standing.REVIEW


def group_findings(report: ArticleReport, least: Certainty) -> tuple[Group, ...]:
    """Group an article's findings and number the groups in the order of the text.

    Waived places are together only where one verdict for one reason holds on them.
    """
    found: dict[tuple[Standing, Decision, str], list[Finding]] = {}
    for finding in sorted(report.findings, key=lambda f: (f.segment, f.span.start, f.span.end)):
        standing = judge(finding, report, least)
        key = (standing, decision_of(finding), _decided_why(finding))
        found.setdefault(key, []).append(finding)
    return tuple(
        Group(number, standing, tuple(members))
        for number, ((standing, *_), members) in enumerate(found.items(), start=1)
    )


def count_places(groups: Iterable[Group], standing: Standing) -> int:
    """Count the places of one standing."""
    return sum(len(group.findings) for group in groups if group.standing is standing)


def _decided_why(finding: Finding) -> str:
    """Return what a waiver says, as one string; "" where there is none."""
    return repr(sorted(finding.waived.items())) if finding.waived else ""
