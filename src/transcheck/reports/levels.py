"""How loud a program that reads a report is asked to be about a finding."""

from __future__ import annotations

from enum import StrEnum

from transcheck.model import ArticleReport, Certainty, Finding, Severity
from transcheck.reports.places import is_error


class Level(StrEnum):
    """What the finding is to a pipeline, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


def level_of(finding: Finding, one: ArticleReport, min_certainty: Certainty) -> Level:
    """Return error for what may fail the gate; notice for what is neutral, waived or possible."""
    if is_error(finding, one, min_certainty):
        return Level.ERROR
    mild = finding.severity is Severity.NEUTRAL or not finding.counts(min_certainty)
    return Level.NOTICE if mild else Level.WARNING
