"""Where a finding stands in the file: offsets, line and column, all in code points."""

from __future__ import annotations

from bisect import bisect_right

from transcheck.model import Article, Record, Span


class Position(Record, frozen=True):
    """Half-open offsets into the decoded file (or a row's field), line and column from 1."""

    start: int
    end: int
    line: int
    column: int
    field: str | None = None


def locate(article: Article, segment: int, span: Span) -> Position:
    """Return where `span` of a segment stands in its file.

    In a row of JSONL, offsets count in the row's field, `line` is the row's own line and
    `column` counts from the start of the field.
    """
    holder = article.segments[segment]
    raw = holder.locate(span)
    if not article.lines:
        return Position(raw.start, raw.end, article.row or 1, raw.start + 1, holder.field)
    line = bisect_right(article.lines, raw.start)
    column = raw.start - article.lines[line - 1] + 1
    return Position(raw.start, raw.end, line, column, holder.field)
