"""JSON: the whole report, for programs (schema transcheck/report/1)."""

from __future__ import annotations

from typing import Any

from transcheck.model import FormatInfo, Report
from transcheck.reports.plain_data import article_data, report_data, write_json

FORMAT = FormatInfo(name="json", title="The whole report, for programs", all_findings=True)


def render(report: Report) -> str:
    """Return the report as one indented JSON object."""
    run = report_data(report)
    head = ("schema", "id", "signature", "summary")
    fields = [f' "{key}": {_indented(run[key], 1)}' for key in head]
    # One article at a time: of ten thousand, all the data at once would fill the memory.
    articles = ",\n  ".join(_indented(article_data(one), 2) for one in report.articles)
    fields.append(f' "articles": [\n  {articles}\n ]' if articles else ' "articles": []')
    fields.append(f' "skipped": {_indented(run["skipped"], 1)}')
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _indented(data: Any, depth: int) -> str:
    return write_json(data, indent=1).replace("\n", "\n" + " " * depth)
