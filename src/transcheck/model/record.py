"""What every noun is made of, and how a place in a text is named."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, gc=False):
    """A frozen record: equal when its fields are equal, never changed in place."""


class Span(Record, frozen=True, order=True):
    """A half-open stretch of one segment's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Place(Record, frozen=True, order=True):
    """A span in a segment of an article (`segment` is its index, from 0)."""

    segment: int
    span: Span
