"""A finding in a sentence or two, for programs that show one message at a place."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import Article, Finding
from transcheck.reports.evidence import describe_evidence
from transcheck.reports.replacements import list_offers
from transcheck.text.controls import show_controls

_LONGEST_TEXT = 120
_MOST_SUGGESTED = 3


def say(finding: Finding, article: Article) -> str:
    """Return what happened, what to write, and whether it is waived, on one line.

    A row of JSONL is named, because the line of a file is all that can be pointed at.
    """
    message = finding.message
    if finding.text and finding.text not in message:
        message += f': "{finding.text[:_LONGEST_TEXT]}"'
    if offers := list_offers(article, finding):
        message += "; write " + " or ".join(f'"{one}"' for one in offers[:_MOST_SUGGESTED])
    if article.row is not None:
        field = article.segments[finding.segment].field
        message = f"{article.id}{f', {field}' if field else ''}: {message}"
    if finding.waived is not None:
        message += f" ({describe_waiver(finding.waived)})"
    return show_controls(message)


def describe_waiver(waived: dict[str, object]) -> str:
    """Return why a finding does not count: `waived by A. Lund: Quoted spelling`."""
    if waived.get("kind") == "baseline":
        return "in the baseline"
    by = f" by {waived['by']}" if waived.get("by") else ""
    reason = f": {waived['reason']}" if waived.get("reason") else ""
    until = f", until {waived['expires']}" if waived.get("expires") else ""
    return f"waived{by}{reason}{until}"


def list_evidence(finding: Finding, article: Article) -> Iterator[str]:
    """Yield each reason on one line."""
    for item in finding.evidence:
        yield show_controls(describe_evidence(item, article))
