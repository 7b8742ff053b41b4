"""What a run has to tell about itself: what was not checked, cut off or renamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from transcheck.model import Report, Skipped
from transcheck.reports.paths import relate
from transcheck.reports.sarif.messages import make_message
from transcheck.reports.sarif.places import make_address
from transcheck.reports.sarif.results import MOST_RESULTS, MOST_SHOWN, count_results
from transcheck.reports.verdict import list_not_checked
from transcheck.text.plural import plural

DESCRIPTORS = (
    ("not-read", "An article could not be read."),
    ("check-failed", "A check could not run on an article."),
    ("not-checked", "A check lacked what it needs: what it would see stays unseen."),
    ("results-cut", "There are more results than GitHub takes or shows."),
    ("outside-root", "A file outside the folder of the run stands under its name alone."),
)


def make_invocation(report: Report, rules: Mapping[str, int]) -> dict[str, Any]:
    """Return the invocation; it was successful when everything asked for was checked."""
    done = bool(report.articles) and not report.skipped
    told = [*_tell_skipped(report, rules), *_tell_unchecked(report), *_tell_cut(report)]
    told += _tell_outside(report)
    return {"executionSuccessful": done, "toolExecutionNotifications": told}


def _tell_skipped(report: Report, rules: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for entry in report.skipped:
        kind = "check-failed" if entry.check else "not-read"
        told = _tell(kind, "error", f"{_name(entry)}: {entry.reason}")
        told["locations"] = [{"physicalLocation": {"artifactLocation": make_address(entry.path)}}]
        if entry.check is not None and entry.check in rules:
            told["associatedRule"] = {"id": entry.check, "index": rules[entry.check]}
        yield told


def _name(entry: Skipped) -> str:
    path = relate(entry.path).name
    return f"{path} ({entry.check})" if entry.check else path


def _tell_unchecked(report: Report) -> Iterator[dict[str, Any]]:
    for lacking in list_not_checked(report):
        yield _tell("not-checked", "note", f"Not checked: {lacking}")


def _tell_cut(report: Report) -> Iterator[dict[str, Any]]:
    total = count_results(report)
    if total > MOST_RESULTS:
        said = (
            f"{plural(total - MOST_RESULTS, 'result')} of {total:,} left out, the mildest: GitHub"
        )
        yield _tell(
            "results-cut", "warning", f"{said} takes {MOST_RESULTS:,} and shows {MOST_SHOWN:,}"
        )
    elif total > MOST_SHOWN:
        said = f"GitHub shows the {MOST_SHOWN:,} gravest of these {total:,} results"
        yield _tell("results-cut", "note", said)


def _tell_outside(report: Report) -> Iterator[dict[str, Any]]:
    paths = [one.article.path for one in report.articles]
    paths += [entry.path for entry in report.skipped]
    outside = dict.fromkeys(p.name for p in map(relate, paths) if not p.inside)
    for name in outside:
        said = f"{name} lies outside the folder of the run: it stands under its name alone"
        yield _tell("outside-root", "warning", said)


def _tell(kind: str, level: str, text: str) -> dict[str, Any]:
    return {"descriptor": {"id": kind}, "level": level, "message": make_message(text)}
