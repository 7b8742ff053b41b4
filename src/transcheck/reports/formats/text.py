"""Text: findings under the lines they stand in, for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from transcheck.model import ArticleReport, FormatInfo, Report, Severity, Span
from transcheck.reports.evidence import describe_evidence
from transcheck.reports.places import Entry, gather, shown
from transcheck.reports.position import Position, locate
from transcheck.reports.replacements import list_offers
from transcheck.text.controls import show_controls

FORMAT = FormatInfo(name="text", title="Findings in their lines, for a terminal", coloured=True)

_WIDTH = 100
_STYLES = {
    Severity.CRITICAL: "1;31", Severity.MAJOR: "1;31", Severity.MINOR: "1;33",
    Severity.NEUTRAL: "1;36", "right": "32", "dim": "2", "place": "1",
}  # fmt: skip


def render(report: Report, *, colour: bool = False) -> str:
    """Return the findings to show, one block a name, with carets and evidence."""
    paint = _paint if colour else _plain
    blocks = []
    for one in report.articles:
        for entry in gather(shown(one, report.min_certainty)):
            blocks.append(_block(entry, one, paint))
    return "".join(blocks)


def _block(entry: Entry, one: ArticleReport, paint: Callable[[str, str], str]) -> str:
    first, article = entry.first, one.article
    at = locate(article, first.segment, first.span)
    others = [locate(article, f.segment, f.span) for f in entry.findings[1:]]
    field = f"[{at.field}]" if at.field else ""
    place = paint(f"{show_controls(article.path)}:{at.line}:{at.column}{field}:", "place")
    offers = list_offers(article, *entry.findings)
    advice = "; write " + " or ".join(f'"{one}"' for one in offers) if offers else ""
    head = f"{place} {paint(first.severity, first.severity)} {first.check}: "
    head += f"{show_controls(first.message + advice)} [{first.certainty}]"
    line, carets = _line_with_carets(article.segments[first.segment].target, first.span)
    gutter = f"{at.line:>5} | "
    note = show_controls(offers[0]) if offers else ""
    note += f" (also {_list_places(others)})" if others else ""
    reasons = [show_controls(describe_evidence(item, article)) for item in first.evidence]
    lines = [
        head,
        gutter + line,
        " " * (len(gutter) - 2) + "| " + carets[0] + paint(f"{carets[1]} {note}".rstrip(), "right"),
        *(f"      = {paint(reason, 'dim')}" for reason in reasons),
    ]
    return "\n".join(lines) + "\n"


def _line_with_carets(text: str, span: Span) -> tuple[str, tuple[str, str]]:
    """Return the line, cut to the width around the span, and the blanks and carets below it."""
    start, end = span.start, min(span.end, span.start + _WIDTH // 2)
    left = 0 if end <= _WIDTH - 2 else max(0, start - _WIDTH // 2)
    right = min(len(text), left + _WIDTH - 2)
    head, tail = "…" if left else "", "…" if right < len(text) else ""
    line = show_controls(head + text[left:right] + tail)
    before, marked = show_controls(head + text[left:start]), show_controls(text[start:end])
    return line, (" " * _columns(before), "^" * max(1, _columns(marked)))


def _list_places(places: list[Position]) -> str:
    listed = ", ".join(f"{at.line}:{at.column}" for at in places[:5])
    return listed + (f" and {len(places) - 5} more" if len(places) > 5 else "")


def _columns(text: str) -> int:
    """Return how many terminal columns `text` takes."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def _paint(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _plain(text: str, style: str) -> str:
    return text
