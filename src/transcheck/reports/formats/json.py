"""JSON: the whole report, for programs (schema transcheck/report/1)."""

from __future__ import annotations

from transcheck.model import FormatInfo, Report
from transcheck.reports.plain_data import article_data, report_data, write_json

FORMAT = FormatInfo(name="json", title="The whole report, for programs", all_findings=True)


def render(report: Report) -> str:
    """Return the report as one indented JSON object."""
    data = report_data(report) | {"articles": [article_data(one) for one in report.articles]}
    keys = ("schema", "signature", "summary", "articles", "skipped")
    return write_json({key: data[key] for key in keys}, indent=1) + "\n"
