"""Running text gathered piece by piece, each piece remembering where it stood in the file."""

from __future__ import annotations

import re

from transcheck.model import Origin, Role, Span
from transcheck.readers.assembly import Block

_BLANKS = " \t\r\n\f\v"
# White space other than a single space between words: what has to be folded.
_FOLDED = re.compile(r" [ \t\r\n\f\v]+|[\t\r\n\f\v][ \t\r\n\f\v]*")


class Tracer:
    """Gathers the text of one block. White space is folded to one space, none at the ends.

    A copied piece maps letter by letter; a replaced one (an entity, an escape, a line break)
    maps as a whole, so that no place in the text ever has to be searched for again.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self._length = 0
        self._blank: tuple[int, int] | None = None
        self._protected: list[Span] = []
        self._masked = False
        self._masked_from: int | None = None

    def __bool__(self) -> bool:
        return self._length > 0

    def copy(self, raw: str, start: int, end: int, shift: int = 0) -> None:
        """Add raw[start:end], its white space folded; in the file it stands `shift` further."""
        done = start
        for match in _FOLDED.finditer(raw, start, end):
            self._copy_words(raw, done, match.start(), shift)
            self.blank(match.start() + shift, match.end() + shift)
            done = match.end()
        self._copy_words(raw, done, end, shift)

    def replace(self, text: str, start: int, end: int) -> None:
        """Add `text` for what stands at start..end in the file."""
        if text.strip(_BLANKS):
            self._add(text, start, end)
        elif text:
            self.blank(start, end)

    def blank(self, start: int, end: int) -> None:
        """Add white space: one space, if more text follows in this block."""
        self._blank = (self._blank[0] if self._blank else start, end)

    def mask(self, on: bool) -> None:
        """Start or end a protected stretch."""
        if on is self._masked:
            return
        if not on and self._masked_from is not None:
            self._protected.append(Span(self._masked_from, self._length))
        self._masked, self._masked_from = on, None

    def finish(self, role: Role | None = None, field: str | None = None) -> Block:
        """Return what was gathered."""
        self.mask(on=False)
        text, origin = "".join(self._parts), Origin(tuple(self._runs))
        return Block(text, origin, role, tuple(self._protected), field)

    def _copy_words(self, raw: str, start: int, end: int, shift: int) -> None:
        """Add words with single spaces between them, and perhaps one at either end."""
        if start < end and raw[start] == " ":
            self.blank(start + shift, start + shift + 1)
            start += 1
        last = end - 1 if start < end and raw[end - 1] == " " else end
        if start < last:
            self._add(raw[start:last], start + shift, last + shift)
        if last < end:
            self.blank(last + shift, end + shift)

    def _add(self, text: str, start: int, end: int) -> None:
        if self._blank is not None and self._length:
            self._append(" ", *self._blank)
        self._blank = None
        if self._masked and self._masked_from is None:
            self._masked_from = self._length
        self._append(text, start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        verbatim = len(text) == end - start
        if not (verbatim and self._continues(start)):
            self._runs.append((self._length, start, end))
        else:
            first, raw_start, _ = self._runs[-1]
            self._runs[-1] = (first, raw_start, end)
        self._parts.append(text)
        self._length += len(text)

    def _continues(self, start: int) -> bool:
        if not self._runs:
            return False
        text_start, raw_start, raw_end = self._runs[-1]
        return raw_end == start and raw_end - raw_start == self._length - text_start
