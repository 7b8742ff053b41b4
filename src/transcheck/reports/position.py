"""Where a finding stands in the file: offsets, line and column, in the unit a program counts in."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from transcheck.model import Article, Record, Span
from transcheck.text.widths import count_units


class Unit(StrEnum):
    """What a column counts: code points, UTF-16 code units or UTF-8 bytes."""

    CODE_POINTS = "code-points"
    UTF16 = "utf-16"
    UTF8 = "utf-8"


class Position(Record, frozen=True):
    """Half-open offsets into the decoded file (or a row's field), line and column from 1."""

    start: int
    end: int
    line: int
    column: int
    field: str | None = None


class Region(Record, frozen=True):
    """A stretch of a file, lines and columns from 1, the end column just behind it.

    `offset` and `length` count from the start of the file in the unit of the columns. All but
    the lines are None for a row of JSONL: the region is its line, whole.
    """

    line: int
    end_line: int
    column: int | None = None
    end_column: int | None = None
    offset: int | None = None
    length: int | None = None


def locate(article: Article, segment: int, span: Span) -> Position:
    """Return where `span` of a segment stands in its file, in code points.

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


def measure(article: Article, segment: int, span: Span, unit: Unit) -> Region:
    """Return where `span` of a segment stands in its file, in the unit that a program counts in."""
    if not article.lines:
        row = article.row or 1
        return Region(row, row)
    raw = article.segments[segment].locate(span)
    line = bisect_right(article.lines, raw.start)
    end_line = max(line, bisect_right(article.lines, raw.end - 1))
    return Region(
        line=line,
        end_line=end_line,
        column=_count(article, article.lines[line - 1], raw.start, unit) + 1,
        end_column=_count(article, article.lines[end_line - 1], raw.end, unit) + 1,
        offset=_count(article, 0, raw.start, unit),
        length=_count(article, raw.start, raw.end, unit),
    )


def _count(article: Article, start: int, end: int, unit: Unit) -> int:
    if unit is Unit.CODE_POINTS:
        return end - start
    utf16, utf8 = count_units(article.wide, start, end)
    return utf16 if unit is Unit.UTF16 else utf8
