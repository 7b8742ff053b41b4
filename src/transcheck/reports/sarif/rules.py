"""The checks of a run as SARIF rules, with their documentation as help."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent
from typing import Any

from transcheck.model import CheckInfo, Report, Severity

_LEVELS = {
    Severity.NEUTRAL: "note",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}
_PROBLEMS = {"note": "recommendation", "warning": "warning", "error": "error"}


def list_rules(report: Report) -> Iterator[dict[str, Any]]:
    """Yield a rule for each check of the run, and for each other that something was found by."""
    known = set()
    for info in report.checks:
        known.add(info.id)
        yield _rule(info)
    found = {f.check: f for one in report.articles for f in one.findings if f.check not in known}
    for check, finding in sorted(found.items()):
        yield _rule(CheckInfo(check, finding.category, finding.severity, check))


def _rule(info: CheckInfo) -> dict[str, Any]:
    summary, _, rest = info.documentation.strip().partition("\n\n")
    level = _LEVELS[info.severity]
    return {
        "id": info.id,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": summary},
        "help": {"text": info.documentation.strip(), "markdown": _markdown(summary, rest)},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [info.category], "problem.severity": _PROBLEMS[level]},
    }


def _markdown(summary: str, rest: str) -> str:
    """Return documentation as Markdown: its headings bold, its indented text as paragraphs."""
    lines = [summary]
    for block in rest.split("\n\n"):
        heading, _, body = block.partition("\n")
        if heading.endswith(":") and not heading.startswith(" "):
            lines.append(f"**{heading}**")
            block = body
        if block.strip():
            lines.append(dedent(block).strip())
    return "\n\n".join(lines)
