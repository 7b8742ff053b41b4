"""rdjson: the format of reviewdog, which comments on the changed lines of a pull request.

Its messages are Markdown. Columns count UTF-8 bytes. A row of JSONL is pointed at as a line,
without a suggestion to apply.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from transcheck.model import ArticleReport, Certainty, FormatInfo, Report, Skipped
from transcheck.reports.levels import Level, level_of
from transcheck.reports.markdown.escaping import escape_comment
from transcheck.reports.paths import relate
from transcheck.reports.places import shown
from transcheck.reports.plain_data import write_list
from transcheck.reports.position import Region, Unit, measure
from transcheck.reports.replacements import list_replacements
from transcheck.reports.sentences import list_evidence, say

FORMAT = FormatInfo(name="rdjson", title="Findings and fixes for reviewdog")

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTICE: "INFO"}


def render(report: Report) -> str:
    """Return one diagnostic a finding, and one for each thing that could not be checked."""
    found = (d for one in report.articles for d in _diagnose(one, report.min_certainty))
    skipped = map(_diagnose_skipped, report.skipped)
    severity = "WARNING" if report.summary.passed and not report.skipped else "ERROR"
    return (
        f'{{\n "source": {{"name":"transcheck"}},\n "severity": "{severity}",\n'
        f' "diagnostics": {write_list(chain(found, skipped), 1)}\n}}\n'
    )


def _diagnose(one: ArticleReport, min_certainty: Certainty) -> Iterator[dict[str, Any]]:
    article = one.article
    for finding in shown(one, min_certainty):
        place = _range(measure(article, finding.segment, finding.span, Unit.UTF8))
        reasons = (f"= {escape_comment(reason)}" for reason in list_evidence(finding, article))
        diagnostic: dict[str, Any] = {
            "message": "\n".join((escape_comment(say(finding, article)), *reasons)),
            "location": {"path": relate(article.path).name, "range": place},
            "severity": _SEVERITIES[level_of(finding, one, min_certainty)],
            "code": {"value": finding.check},
        }
        if offered := list_replacements(finding, article):
            diagnostic["suggestions"] = [{"range": place, "text": text} for text in offered]
        yield diagnostic


def _range(region: Region) -> dict[str, Any]:
    if region.column is None:
        return {"start": {"line": region.line}}
    return {
        "start": {"line": region.line, "column": region.column},
        "end": {"line": region.end_line, "column": region.end_column},
    }


def _diagnose_skipped(entry: Skipped) -> dict[str, Any]:
    check = f"{entry.check}: " if entry.check else ""
    return {
        "message": escape_comment(f"{check}not checked: {entry.reason}"),
        "location": {"path": relate(entry.path).name},
        "severity": "ERROR",
        "code": {"value": "not-checked"},
    }
