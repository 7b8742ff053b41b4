"""GitLab: a Code Quality report, shown in the merge request and at its changed lines.

GitLab compares two reports by fingerprint alone: it is made of path, row and the finding's own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from transcheck.model import ArticleReport, FormatInfo, Report, Severity, Skipped
from transcheck.reports.paths import relate
from transcheck.reports.places import shown
from transcheck.reports.plain_data import write_list
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
    found = (issue for one in report.articles for issue in _list_issues(one, report))
    return write_list(_tell_apart(chain(found, map(_skipped_issue, report.skipped))), 0) + "\n"


def _tell_apart(issues: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the issues, a fingerprint that was there already replaced by one of its own."""
    seen: dict[str, int] = {}
    for issue in issues:
        fingerprint = issue["fingerprint"]
        number = seen[fingerprint] = seen.get(fingerprint, 0) + 1
        again = {"fingerprint": _sign(fingerprint, str(number))} if number > 1 else {}
        yield issue | again


def _skipped_issue(entry: Skipped) -> dict[str, Any]:
    check = f"{entry.check}: not checked" if entry.check else "not checked"
    text = show_controls(f"{check}: {entry.reason}")
    fingerprint = _sign(entry.path, entry.check or "", entry.reason)
    return _issue(entry.path, 1, "not-checked", "blocker", text, fingerprint)


def _list_issues(one: ArticleReport, report: Report) -> Iterator[dict[str, Any]]:
    article = one.article
    for finding in shown(one, report.min_certainty):
        line = measure(article, finding.segment, finding.span, Unit.CODE_POINTS).line
        fingerprint = _sign(relate(article.path).name, article.id, finding.fingerprint)
        said = say(finding, article)
        yield _issue(
            article.path, line, finding.check, _SEVERITIES[finding.severity], said, fingerprint
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
