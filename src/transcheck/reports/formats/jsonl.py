"""JSON Lines: one article a line, then the run itself, for programs that read as they go."""

from __future__ import annotations

from transcheck.model import FormatInfo, Report
from transcheck.reports.plain_data import article_data, report_data, write_json

FORMAT = FormatInfo(name="jsonl", title="One article a line, for programs", all_findings=True)


def render(report: Report) -> str:
    """Return one object of `articles[]` a line, then one of the rest of the report."""
    lines = [write_json(article_data(one)) for one in report.articles]
    return "".join(f"{line}\n" for line in (*lines, write_json(report_data(report))))
