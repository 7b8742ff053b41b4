"""An article as a reader hands it on: segments in reading order, with their origins."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from transcheck.model.record import Record, Span


class Role(StrEnum):
    """What a segment is on the page."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    QUOTE = "quote"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"


class Origin(Record, frozen=True):
    """Where a segment's text stands in the decoded file, written down while it was read.

    `runs` are (text_start, raw_start, raw_end), in order. A run whose text is as long as its
    raw piece is a verbatim copy; any other (an entity, an escape) maps as a whole.
    """

    runs: tuple[tuple[int, int, int], ...]

    def locate(self, span: Span, length: int) -> Span:
        """Return the raw span of `span` in a text of `length` code points.

        A span's raw end is the end of the piece its last character came from, so that `&amp;`
        is never cut in two and markup after the word is never swallowed.
        """
        start = self.piece(span.start, length)[1].start
        end = self.piece(span.end - 1, length)[1].end if span.end > span.start else start
        return Span(start, end)

    def piece(self, offset: int, length: int) -> tuple[Span, Span]:
        """Return the smallest stretch of text around `offset` that has a place of its own, and it.

        One letter of a copy, all that an entity or an escape stands for.
        """
        low, high = 0, len(self.runs)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.runs[middle][0] <= offset else (low, middle)
        text_start, raw_start, raw_end = self.runs[low]
        text_end = self.runs[low + 1][0] if low + 1 < len(self.runs) else length
        if text_end - text_start != raw_end - raw_start:
            return Span(text_start, text_end), Span(raw_start, raw_end)
        raw = raw_start + offset - text_start
        return Span(offset, offset + 1), Span(raw, raw + 1)


class Segment(Record, frozen=True):
    """A paragraph or heading: the unit that is aligned, shown and pointed at.

    `protected` spans (links, code, `translate="no"`, words before [sic]) are masked, never cut
    out. `field` names the part of a JSONL row it came from ("title", "segments/3").
    """

    id: str
    target: str
    role: Role = Role.BODY
    source: str | None = None
    origin: Origin | None = None
    protected: tuple[Span, ...] = ()
    field: str | None = None

    def locate(self, span: Span) -> Span:
        """Return where `span` stands in the decoded file (or in the row's field)."""
        return self.origin.locate(span, len(self.target)) if self.origin else span


class Article(Record, frozen=True):
    """One article: its segments in reading order and where it came from.

    `lines` are the offsets at which the lines of the decoded file start. For a row of a table
    or of JSONL, `lines` is empty and `row` is the line of the file that holds it. `wide` says
    where letters beyond ASCII stand (packed by `text.widths`), for columns in other units.
    """

    path: str
    id: str
    segments: tuple[Segment, ...]
    target_lang: str | None = None
    source_lang: str | None = None
    lines: tuple[int, ...] = ()
    row: int | None = None
    digest: str = ""
    metadata: dict[str, str] = msgspec.field(default_factory=dict)
    wide: bytes = b""

    @property
    def day(self) -> date | None:
        """The day it is of, where its `date` says one (ISO 8601)."""
        try:
            return date.fromisoformat(self.metadata.get("date", "")[:10])
        except ValueError:
            return None


class Languages(Record, frozen=True):
    """What is known of an article's languages (BCP 47), and from what.

    `source_from` is option, row, configuration, source text, letters and names, or "" when the
    source language is not known. `segments` holds what each segment reads as, None if unsure.
    """

    target: str = "en"
    source: str | None = None
    source_from: str = ""
    article: str | None = None
    segments: tuple[str | None, ...] = ()
