"""One reason for a finding, on one line: where it stands, what stands there, and why it counts."""

from __future__ import annotations

from transcheck.model import Article, Evidence
from transcheck.reports.position import locate


def describe_evidence(item: Evidence, article: Article) -> str:
    """Return `2:14 "Mark Rutte", full name in this article`, or the glossary row and reason."""
    if item.place is not None:
        at = locate(article, item.place.segment, item.place.span)
        return f'{at.line}:{at.column} "{item.text}", {item.reason}'
    return f"{item.ref} {item.reason}" if item.ref else item.reason


def name_row(ref: str) -> str:
    """Return a glossary reference as people say it: `people.csv:12` is people.csv row 12."""
    file, _, row = ref.rpartition(":")
    return f"{file} row {row}" if file and row.isdigit() else ref
