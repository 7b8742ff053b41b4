"""Where the letters of an article stand in its file, and how that file writes new ones."""

from __future__ import annotations

import re
from functools import cached_property

from transcheck import readers
from transcheck.files.decode import Decoded
from transcheck.model import Article, Origin, Segment, Span

_ROW_END = re.compile("\n")


class FileText:
    """The text of a file, with its rows where it has any, and what its encoding can hold."""

    def __init__(self, path: str, content: bytes, encoding: str | None) -> None:
        self.path, self.content, self.encoding = path, content, encoding
        self.decoded: Decoded = readers.decode(path, content, encoding)

    @property
    def text(self) -> str:
        """The text, without a byte order mark."""
        return self.decoded.text

    @property
    def is_exact(self) -> bool:
        """Say whether the text written back gives the same bytes."""
        try:
            return self.decoded.encode(self.text) == self.content
        except UnicodeEncodeError:
            return False

    def holds(self, letter: str) -> bool:
        """Say whether the encoding has a letter."""
        try:
            letter.encode(self.decoded.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def row(self, number: int) -> Span:
        """Return where a row stands, its line end left out."""
        return Span(self._row_starts[number - 1], self._row_starts[number] - 1)

    @cached_property
    def _row_starts(self) -> list[int]:
        starts = [0, *(match.end() for match in _ROW_END.finditer(self.text))]
        return [*starts, len(self.text) + 1]


class Places:
    """Where each letter of one segment stands in the file, and what is written there."""

    def __init__(self, file: FileText, article: Article, segment: Segment) -> None:
        self._file, self._shift, self._raw_shift = file, 0, 0
        self._length = len(segment.target)
        self._origin = segment.origin or Origin(((0, 0, self._length),))
        self.around: tuple[str, ...] = (file.text,)
        if article.row is not None and segment.field is not None:
            row = file.row(article.row)
            raw = file.text[row.start : row.end]
            self._shift = segment.locate(Span(0, 0)).start
            self._raw_shift = row.start
            self._origin = readers.trace_field(file.path, raw, segment.field)
            self._length = self._shift + len(segment.target)
            self.around = (raw, file.text)

    def piece(self, offset: int) -> tuple[Span, Span]:
        """Return the stretch of the segment around `offset` that is written as one, and where."""
        text, raw = self._origin.piece(offset + self._shift, self._length)
        here = Span(text.start - self._shift, text.end - self._shift)
        return here, Span(raw.start + self._raw_shift, raw.end + self._raw_shift)

    def written(self, raw: Span) -> str:
        """Return what the file has there."""
        return self._file.text[raw.start : raw.end]

    def spell(self, letters: str) -> str:
        """Return letters as this file writes them. Raise InputError where it cannot."""
        return readers.spell(self._file.path, letters, self.around, self._file.holds)
