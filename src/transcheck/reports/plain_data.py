"""A report as plain dictionaries: what json and jsonl write, in the schema's order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from transcheck.model import Article, ArticleReport, Evidence, Finding, Report
from transcheck.reports.evidence import name_row
from transcheck.reports.identity import report_id
from transcheck.reports.position import locate
from transcheck.reports.replacements import list_offers
from transcheck.text.controls import STEERING
from transcheck.text.expressions import compile_late

# Control and bidirectional characters (those below 0x20 are always escaped), and the first # of
# what a CI runner takes for a command.
_STEERING = compile_late(f"[{STEERING}]|#(?=#\\[|#vso\\[)")


def write_json(data: Any, indent: int | None = None) -> str:
    r"""Return `data` as JSON in which nothing can steer a terminal or the runner of a CI job.

    What could do so becomes \uXXXX: a program reads the same text.
    """
    try:
        text = msgspec.json.encode(data).decode()
        lines = text if indent is None else msgspec.json.format(text, indent=indent)
    except UnicodeEncodeError:  # half a character, which msgspec refuses
        import json

        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        lines = text if indent is None else json.dumps(data, ensure_ascii=False, indent=indent)
    harmless = text.isprintable() and "##" not in text
    return lines if harmless else _STEERING.sub(_escape, lines)


def write_list(items: Iterable[Any], depth: int) -> str:
    """Return a list in JSON, one item a line, `depth` spaces in.

    The items are taken one at a time: of ten thousand articles, all at once would fill the memory.
    """
    blank = " " * depth
    lines = f",\n{blank} ".join(map(write_json, items))
    return f"[\n{blank} {lines}\n{blank}]" if lines else "[]"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def report_data(report: Report) -> dict[str, Any]:
    """Return everything of a run but its articles."""
    summary = report.summary
    return {
        "schema": report.schema,
        "id": report_id(one.article.path for one in report.articles),
        "signature": report.signature,
        "summary": {
            "articles": summary.articles,
            "words": summary.words,
            "findings": summary.findings,
            "skipped": summary.skipped,
            "passed": summary.passed,
        },
        "skipped": [
            {"path": entry.path, "check": entry.check, "reason": entry.reason}
            for entry in report.skipped
        ],
    }


def article_data(one: ArticleReport) -> dict[str, Any]:
    """Return one article with its findings and what was confirmed and left alone."""
    score, gate = one.score, one.gate
    return {
        "path": one.article.path,
        "id": one.article.id,
        "digest": one.article.digest,
        "target_lang": one.languages.target,
        "source_lang": one.languages.source,
        "words": one.words,
        "score": {
            "value": score.value,
            "low": score.low,
            "high": score.high,
            "penalty": score.penalty,
            "words": score.words,
        },
        "gate": {"passed": gate.passed, "fail_on": gate.fail_on.value, "counts": gate.counts},
        "findings": [_finding_data(finding, one.article) for finding in one.findings],
        "confirmed": [
            {"name": name.name, "concept": name.concept, "count": len(name.places), "by": name.by}
            for name in one.confirmed
        ],
        "left_alone": [
            {"text": item.text, "guard": item.guard, "reason": item.reason}
            for item in one.left_alone
        ],
        "not_checked": [
            {"check": entry.check, "reason": entry.reason} for entry in one.not_checked
        ],
    }


def _finding_data(finding: Finding, article: Article) -> dict[str, Any]:
    at = locate(article, finding.segment, finding.span)
    return {
        "check": finding.check,
        "category": finding.category,
        "severity": finding.severity.value,
        "certainty": finding.certainty.value,
        "start": at.start,
        "end": at.end,
        "line": at.line,
        "column": at.column,
        "field": at.field,
        "text": finding.text,
        "suggestions": list(list_offers(article, finding)),
        "concept": finding.concept,
        "message": finding.message,
        "evidence": [_evidence_data(item, article) for item in finding.evidence],
        "fingerprint": finding.fingerprint,
        "waived": _waived_data(finding.waived),
    }


def _waived_data(waived: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return what the schema promises of a decision; a page says its verdict besides."""
    if waived is None:
        return None
    return {key: value for key, value in waived.items() if key != "verdict"}


def _evidence_data(item: Evidence, article: Article) -> dict[str, Any]:
    data: dict[str, Any] = {"start": None, "end": None, "text": item.text, "reason": item.reason}
    if item.place is not None:
        at = locate(article, item.place.segment, item.place.span)
        data |= {"start": at.start, "end": at.end}
    elif item.ref:
        data["reason"] = f"glossary {name_row(item.ref)}: {item.reason}"
    return data
