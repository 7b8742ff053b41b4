"""Findings as SARIF results: with evidence, fixes, and whether they are waived or known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from transcheck.model import Article, ArticleReport, Finding, Record, Report
from transcheck.reports.evidence import describe_evidence
from transcheck.reports.levels import Level, level_of
from transcheck.reports.replacements import list_replacements
from transcheck.reports.sarif.messages import make_message
from transcheck.reports.sarif.places import make_address, make_location, make_region
from transcheck.reports.sentences import say

MOST_RESULTS = 25_000
"""GitHub refuses a run that has more; it shows the `MOST_SHOWN` gravest."""
MOST_SHOWN = 5_000

_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTICE: "note"}


class Marks(Record, frozen=True):
    """What some findings of the run carry, and then by SARIF's rule all its results."""

    suppressions: bool
    baseline: bool


def find_marks(report: Report) -> Marks:
    """Return whether waivers and whether a baseline took part in the run."""
    kinds = {f.waived.get("kind") for one in report.articles for f in one.findings if f.waived}
    return Marks(bool(kinds - {"baseline"}), "baseline" in kinds)


def count_results(report: Report) -> int:
    """Count the findings that are certain enough, waived ones among them."""
    return sum(len(_reported(one, report)) for one in report.articles)


def list_results(report: Report, rules: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """Yield a result for each finding, waived ones too, in order; of too many the gravest."""
    marks, kept = find_marks(report), _choose(report)
    number = 0
    for one in report.articles:
        for finding in _reported(one, report):
            if kept is None or number in kept:
                yield _result(finding, one, report, rules, marks)
            number += 1


def _reported(one: ArticleReport, report: Report) -> list[Finding]:
    return [f for f in one.findings if f.certainty.rank >= report.min_certainty.rank]


def _choose(report: Report) -> set[int] | None:
    """Return the numbers of the findings to keep, None for all."""
    if count_results(report) <= MOST_RESULTS:
        return None
    graded = [
        (list(Level).index(level_of(f, one, report.min_certainty)), -f.severity.rank)
        for one in report.articles
        for f in _reported(one, report)
    ]
    return set(sorted(range(len(graded)), key=graded.__getitem__)[:MOST_RESULTS])


def _result(
    finding: Finding,
    one: ArticleReport,
    report: Report,
    rules: Mapping[str, int],
    marks: Marks,
) -> dict[str, Any]:
    article = one.article
    elsewhere = [item for item in finding.evidence if item.place is not None]
    reasons = [describe_evidence(i, article) for i in finding.evidence if i.place is None]
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rules[finding.check],
        "level": _LEVELS[level_of(finding, one, report.min_certainty)],
        "message": make_message(say(finding, article), *reasons),
        "locations": [make_location(article, finding.segment, finding.span)],
    }
    if elsewhere:
        result["relatedLocations"] = [
            {"id": number}
            | make_location(article, item.place.segment, item.place.span)
            | {"message": make_message(f'"{item.text}", {item.reason}')}
            for number, item in enumerate(elsewhere, start=1)
            if item.place is not None
        ]
    if fixes := list(_fixes(finding, article)):
        result["fixes"] = fixes
    result["partialFingerprints"] = {"transcheck/v1": finding.fingerprint}
    result |= _mark(finding, marks)
    result["properties"] = {
        "severity": finding.severity.value,
        "certainty": finding.certainty.value,
        "category": finding.category,
    }
    return result


def _fixes(finding: Finding, article: Article) -> Iterator[dict[str, Any]]:
    region = make_region(article, finding.segment, finding.span)
    for text in list_replacements(finding, article):
        replacement = {"deletedRegion": region, "insertedContent": {"text": text}}
        change = {"artifactLocation": make_address(article.path), "replacements": [replacement]}
        yield {"description": make_message(f'Write "{text}"'), "artifactChanges": [change]}


def _mark(finding: Finding, marks: Marks) -> dict[str, Any]:
    """Return how a result stands to waivers and baseline; a waived finding is not left out."""
    waived = finding.waived or {}
    marked: dict[str, Any] = {}
    if marks.baseline:
        marked["baselineState"] = "unchanged" if waived.get("kind") == "baseline" else "new"
    if marks.suppressions:
        marked["suppressions"] = []
        if waived and waived.get("kind") != "baseline":
            suppression: dict[str, Any] = {"kind": "external", "status": "accepted"}
            if waived.get("reason"):
                suppression["justification"] = make_message(str(waived["reason"]))["text"]
            known = {key: str(waived[key]) for key in ("by", "expires") if waived.get(key)}
            if known:
                suppression["properties"] = known
            marked["suppressions"] = [suppression]
    return marked
