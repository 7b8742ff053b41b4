"""A paragraph of Markdown: the lines it stands on, and its text with every place traced."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field

from transcheck.model import Role
from transcheck.readers.assembly import Block
from transcheck.readers.markdown.inline import Piece, read_inline
from transcheck.readers.tracing import Tracer


@dataclass
class Paragraph:
    """Where the lines of a paragraph start and end in the file, and what it is."""

    lines: list[tuple[int, int]] = field(default_factory=list)
    role: Role | None = None
    item: bool = False
    code: bool = False

    def text_of(self, text: str) -> str:
        """Return its lines, one after another, markup and all."""
        return "\n".join(text[start:end] for start, end in self.lines)


def trace(paragraph: Paragraph, text: str, labels: Collection[str]) -> Block | None:
    """Return the paragraph as it reads, or None when nothing of it is text."""
    tracer = Tracer()
    inner = paragraph.text_of(text)
    if paragraph.code:
        tracer.mask(on=True)
        for start, end in paragraph.lines:
            tracer.copy(text, start, end)
            tracer.blank(end, end + 1)
    else:
        place = _Places(paragraph.lines)
        for piece in read_inline(inner, labels):
            _add(tracer, piece, inner, place)
    if not tracer:
        return None
    role = paragraph.role
    if role is None and _is_picture(inner.strip()):
        role = Role.CAPTION
    return tracer.finish(role)


class _Places:
    """From offsets in the lines laid one after another to offsets in the file."""

    def __init__(self, lines: list[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._shifts: list[int] = []
        at = 0
        for start, end in lines:
            self._starts.append(at)
            self._shifts.append(start - at)
            at += end - start + 1

    def __call__(self, offset: int) -> int:
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]


def _add(tracer: Tracer, piece: Piece, inner: str, place: _Places) -> None:
    if piece.does in ("mask", "unmask"):
        tracer.mask(on=piece.does == "mask")
        return
    if piece.start == piece.end:
        return
    start, end = place(piece.start), place(piece.end - 1) + 1
    if piece.does == "replace":
        tracer.replace(piece.text, start, end)
    elif piece.does == "blank":
        after = place(piece.end) if piece.end < len(inner) else end
        tracer.blank(start, max(end, after))
    elif piece.does == "copy":
        tracer.copy(inner, piece.start, piece.end, start - piece.start)


def _is_picture(inner: str) -> bool:
    return inner.startswith("![") and inner.endswith(")") and inner.count("](") == 1
