"""GitLab: a Code Quality report, shown in the merge request and at its changed lines.

GitLab compares two reports by fingerprint alone: it is made of path, row and the finding's own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from transcheck.model import ArticleReport, FormatInfo, Report, Severity
from transcheck.reports.paths import relate
from transcheck.reports.places import shown
from transcheck.reports.plain_data import write_json
from transcheck.reports.position import Unit, measure
from transcheck.reports.sentences import say
from transcheck.text.controls import show_controls

FORMAT = FormatInfo(name="gitlab", title="A Code Quality report for merge requests on GitLab")

_SEVERITIES = {
    Severity.NEUTRAL: "info",
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}


def render(report: Report) -> str:
    """Return one issue a finding, and one that blocks for all that could not be checked."""
    issues = [issue for one in report.articles for issue in _list_issues(one, report)]
    for entry in report.skipped:
        check = f"{entry.check}: not checked" if entry.check else "not checked"
        text = show_controls(f"{check}: {entry.reason}")
        print_of = _sign(entry.path, entry.check or "", entry.reason)
        issues.append(_issue(entry.path, 1, "not-checked", "blocker", text, print_of))
    seen: dict[str, int] = {}
    for issue in issues:
        number = seen[issue["fingerprint"]] = seen.get(issue["fingerprint"], 0) + 1
        if number > 1:
            issue["fingerprint"] = _sign(issue["fingerprint"], str(number))
    return write_json(issues, indent=1) + "\n"


def _list_issues(one: ArticleReport, report: Report) -> Iterator[dict[str, Any]]:
    article = one.article
    for finding in shown(one, report.min_certainty):
        line = measure(article, finding.segment, finding.span, Unit.CODE_POINTS).line
        print_of = _sign(relate(article.path).name, article.id, finding.fingerprint)
        said = say(finding, article)
        yield _issue(
            article.path, line, finding.check, _SEVERITIES[finding.severity], said, print_of
        )


def _issue(
    path: str, line: int, check: str, severity: str, text: str, fingerprint: str
) -> dict[str, Any]:
    return {
        "description": text,
        "check_name": check,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": relate(path).name, "lines": {"begin": line}},
    }


def _sign(*parts: str) -> str:
    text = "\x1f".join(parts).encode("utf-8", "backslashreplace")
    return hashlib.sha256(text).hexdigest()[:32]
