"""Text with markup, as LanguageTool's clients send it: words to check, and what stands between."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from transcheck.errors import UsageError

_ESCAPES = re.compile(rb"(\\\\|\\u[Dd][89ABab]..\\u[Dd][C-Fc-f]..)|\\u[Dd][89A-Fa-f]..", re.DOTALL)


class Run(NamedTuple):
    """A stretch of the text to check: where it begins, and where it stands in the whole."""

    start: int
    there: int
    length: int
    is_markup: bool

    def place(self, offset: int, *, end: bool) -> int:
        """Return where an offset stands in the whole; what is written as markup is not cut."""
        if self.is_markup:
            return self.there + (self.length if end else 0)
        return self.there + min(offset - self.start, self.length)


class Piece(msgspec.Struct, frozen=True):
    """A stretch of annotated text: words to check, or markup with what a reader sees for it."""

    text: str | None = None
    markup: str | None = None
    interpret_as: str = msgspec.field(default="", name="interpretAs")


class _Annotated(msgspec.Struct, frozen=True):
    text: str | None = None
    annotation: list[Piece] | None = None


def read_annotation(data: str) -> list[Piece]:
    """Return the pieces of `data`: one of plain text, as the browser add-on sends it, or many.

    Raise UsageError when it is neither.
    """
    try:
        found = msgspec.json.decode(mend_halves(data.encode()), type=_Annotated)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        found = _Annotated()
    if (found.text is None) == (found.annotation is None):
        hint = 'Send {"text": "…"} or {"annotation": [{"text": "…"}, {"markup": "<b>"}]}'
        raise UsageError("'data' is not an annotated text", hint=hint)
    return [Piece(text=found.text)] if found.annotation is None else found.annotation


def mend_halves(body: bytes) -> bytes:
    """Return JSON with a sign in place of each half of an emoji, which counts one too.

    JavaScript writes them where a text was cut; no other reader of JSON takes them.
    """
    return _ESCAPES.sub(lambda found: found[1] or b"?", body)


def lay_out(pieces: Iterable[Piece]) -> tuple[str, str, tuple[Run, ...]]:
    """Return the whole with its markup, the text to check, and where the text stands."""
    whole: list[str] = []
    text: list[str] = []
    runs: list[Run] = []
    there = here = 0
    for piece in pieces:
        if (piece.text is None) == (piece.markup is None):
            hint = "Send either text or markup in each piece"
            raise UsageError("A piece of the annotation is not one of text and markup", hint=hint)
        seen = piece.interpret_as if piece.text is None else piece.text
        stands = piece.markup if piece.text is None else piece.text
        stands = stands or ""
        if seen:
            runs.append(Run(here, there, len(stands), piece.text is None))
        whole.append(stands)
        text.append(seen)
        there, here = there + len(stands), here + len(seen)
    return "".join(whole), "".join(text), tuple(runs)
