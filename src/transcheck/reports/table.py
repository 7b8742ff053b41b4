"""A report as a table, one finding a row: what csv and xlsx write.

No cell can become a formula or a link, and none holds a line break or a control character.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import ArticleReport, Finding, Record, Report
from transcheck.reports.position import locate
from transcheck.reports.replacements import list_offers
from transcheck.reports.sentences import describe_waiver, list_evidence
from transcheck.text.controls import show_controls

# What a spreadsheet reckons when it opens a CSV, in both widths of the letters.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


class Column(Record, frozen=True):
    """A column by its name, and how wide a sheet shows it, in letters."""

    name: str
    width: int


COLUMNS = (
    Column("path", 30),
    Column("line", 6),
    Column("column", 8),
    Column("check", 18),
    Column("severity", 9),
    Column("certainty", 9),
    Column("text", 24),
    Column("suggestion", 24),
    Column("message", 44),
    Column("evidence", 60),
    Column("fingerprint", 14),
    Column("waived", 20),
    Column("id", 14),
    Column("field", 10),
)
"""`id` and `field` are filled for rows of JSONL only: there `column` counts in the row's field."""


def list_rows(report: Report) -> Iterator[tuple[str | int, ...]]:
    """Yield the cells of each finding, then of what could not be checked, in `COLUMNS`' order."""
    for one in report.articles:
        for finding in one.findings:
            yield _row(finding, one)
    for entry in report.skipped:
        path, check = show_controls(entry.path), entry.check or ""
        reason = show_controls(f"not checked: {entry.reason}")
        yield (path, "", "", check, "", "", "", "", reason, *[""] * 5)


def _row(finding: Finding, one: ArticleReport) -> tuple[str | int, ...]:
    article = one.article
    at = locate(article, finding.segment, finding.span)
    return (
        show_controls(article.path),
        at.line,
        at.column,
        finding.check,
        finding.severity.value,
        finding.certainty.value,
        show_controls(finding.text),
        show_controls(" | ".join(list_offers(article, finding))),
        show_controls(finding.message),
        "; ".join(list_evidence(finding, article)),
        finding.fingerprint,
        "" if finding.waived is None else show_controls(describe_waiver(finding.waived)),
        "" if article.id == article.path else show_controls(article.id),
        at.field or "",
    )


def guard(cell: str | int) -> str:
    """Return a cell that no spreadsheet takes for a formula: a leading ' where it could.

    A cell that has such marks already gets one more, so that taking one off gives the cell back.
    """
    text = str(cell)
    bare = text.lstrip("' \u00a0")
    return f"'{text}" if isinstance(cell, str) and bare.startswith(_FORMULA) else text
