"""SARIF 2.1.0: the results of an analysis, for GitHub's code scanning and editors.

Columns count UTF-16 code units. Waived findings are marked, not left out. The standard:
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from typing import Any

from transcheck.model import FormatInfo, Report
from transcheck.reports.plain_data import write_json, write_list
from transcheck.reports.sarif.notifications import DESCRIPTORS, make_invocation
from transcheck.reports.sarif.places import ROOT
from transcheck.reports.sarif.results import list_results
from transcheck.reports.sarif.rules import list_rules

FORMAT = FormatInfo(name="sarif", title="SARIF 2.1.0, for code scanning on GitHub and editors")

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(report: Report) -> str:
    """Return a log of one run, one result a line."""
    rules = list(list_rules(report))
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    root = {"description": {"text": "The root of the repository, where the run started"}}
    fields: dict[str, Any] = {
        "tool": {"driver": _driver(report, rules)},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {ROOT: root},
        "invocations": [make_invocation(report, numbers)],
        "properties": {"signature": report.signature},
    }
    head = "".join(
        f'   "{key}": {write_json(value, indent=1).replace(chr(10), chr(10) + "   ")},\n'
        for key, value in fields.items()
    )
    results = write_list(list_results(report, numbers), 3)
    return (
        f'{{\n "$schema": "{_SCHEMA}",\n "version": "2.1.0",\n'
        f' "runs": [\n  {{\n{head}   "results": {results}\n  }}\n ]\n}}\n'
    )


def _driver(report: Report, rules: list[dict[str, Any]]) -> dict[str, Any]:
    version = report.signature.partition("|")[0].removeprefix("transcheck:")
    told = [
        {"id": name}
        | {key: {"text": said} for key in ("shortDescription", "fullDescription", "help")}
        for name, said in DESCRIPTORS
    ]
    return {"name": "transcheck", "version": version, "rules": rules, "notifications": told}
