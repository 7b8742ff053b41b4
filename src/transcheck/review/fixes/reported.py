"""The findings of a report in JSON, put back to their places in the articles of the files."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path
from typing import Any

import msgspec

from transcheck.errors import InputError, UsageError
from transcheck.model import REPORT_SCHEMA, Article, Certainty, Finding, Severity, Span
from transcheck.reports.identity import report_id

_AGAIN = "Make it with `transcheck check --format json`"


class ReportedFinding(msgspec.Struct, frozen=True):
    """A finding as a report says it: where it stands in the file, and what to write."""

    check: str
    category: str
    severity: Severity
    certainty: Certainty
    start: int
    end: int
    field: str | None
    text: str
    suggestions: tuple[str, ...]
    concept: str | None
    message: str
    fingerprint: str
    waived: dict[str, Any] | None
    advisory: bool = False


class ReportedArticle(msgspec.Struct, frozen=True):
    """An article of a report, with the digest of its file when it was checked."""

    path: str
    id: str
    digest: str
    findings: tuple[ReportedFinding, ...]


class ReportFile(msgspec.Struct, frozen=True):
    """A report as it was written; `id` is that which decisions about it name."""

    schema: str
    articles: tuple[ReportedArticle, ...]
    id: str = ""


def read_report(path: str) -> ReportFile:
    """Read a JSON report. Raise UsageError when it is none, or of another schema."""
    try:
        found = msgspec.json.decode(Path(path).read_bytes(), type=ReportFile)
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path=path) from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(f"is no report of transcheck: {error}", path=path, hint=_AGAIN) from None
    if found.schema != REPORT_SCHEMA:
        what = f"is of schema “{found.schema}”, not {REPORT_SCHEMA}"
        raise UsageError(what, path=path, hint=_AGAIN)
    if found.id:
        return found
    return ReportFile(found.schema, found.articles, report_id(one.path for one in found.articles))


def place_findings(article: Article, reported: ReportedArticle) -> tuple[Finding, ...]:
    """Return the findings of a report at their places. Raise InputError when one is not there.

    What stands at no letter (something missing) is left out: nothing there can be replaced.
    """
    return tuple(_place(article, one) for one in reported.findings if one.text)


def _place(article: Article, one: ReportedFinding) -> Finding:
    for number, segment in enumerate(article.segments):
        if segment.field != one.field:
            continue
        letters = range(len(segment.target))
        at = bisect_left(letters, one.start, key=lambda i: segment.locate(Span(i, i + 1)).start)
        span = Span(at, at + len(one.text))
        stands = segment.target[span.start : span.end] == one.text
        if stands and segment.locate(span) == Span(one.start, one.end):
            return Finding(
                check=one.check,
                category=one.category,
                severity=one.severity,
                certainty=one.certainty,
                segment=number,
                span=span,
                text=one.text,
                message=one.message,
                suggestions=one.suggestions,
                concept=one.concept,
                fingerprint=one.fingerprint,
                waived=one.waived,
                advisory=one.advisory,
            )
    what = f"“{one.text}” does not stand where the report says"
    raise InputError(what, path=article.path, hint="Check it again")
