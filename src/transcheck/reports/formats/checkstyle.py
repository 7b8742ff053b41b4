"""Checkstyle XML: findings by file and line, for Jenkins and many editors and servers.

Columns count code points, as Checkstyle's own do; a row of JSONL has its line alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import ArticleReport, Certainty, FormatInfo, Report
from transcheck.reports.levels import Level, level_of
from transcheck.reports.paths import relate
from transcheck.reports.places import shown
from transcheck.reports.position import Unit, measure
from transcheck.reports.sentences import list_evidence, say
from transcheck.reports.xml_text import xml_tag

FORMAT = FormatInfo(name="checkstyle", title="Findings by file and line, for Jenkins and editors")

_SEVERITIES = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTICE: "info"}


def render(report: Report) -> str:
    """Return one `file` for each path, what could not be checked among them."""
    files: dict[str, list[str]] = {}
    for one in report.articles:
        errors = files.setdefault(relate(one.article.path).name, [])
        errors += _list_errors(one, report.min_certainty)
    for entry in report.skipped:
        source = f"transcheck.{entry.check}" if entry.check else "transcheck"
        skipped = {
            "line": "1",
            "severity": "error",
            "message": f"not checked: {entry.reason}",
            "source": f"{source}.not-checked",
        }
        errors = files.setdefault(relate(entry.path).name, [])
        errors.append(xml_tag("error", skipped, empty=True))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="10.0">']
    for path, errors in files.items():
        if errors:
            lines += [
                f" {xml_tag('file', {'name': path})}",
                *(f"  {e}" for e in errors),
                " </file>",
            ]
    return "\n".join((*lines, "</checkstyle>")) + "\n"


def _list_errors(one: ArticleReport, min_certainty: Certainty) -> Iterator[str]:
    for finding in shown(one, min_certainty):
        region = measure(one.article, finding.segment, finding.span, Unit.CODE_POINTS)
        reasons = "; ".join(list_evidence(finding, one.article))
        said = say(finding, one.article)
        error = {
            "line": region.line,
            "column": region.column,
            "severity": _SEVERITIES[level_of(finding, one, min_certainty)],
            "message": f"{said} ({reasons})" if reasons else said,
            "source": f"transcheck.{finding.check}",
        }
        yield xml_tag("error", error, empty=True)
