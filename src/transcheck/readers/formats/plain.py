"""Plain text: every line that holds text is a segment."""

from __future__ import annotations

from transcheck.files.decode import decode
from transcheck.model import Article, Origin, ReaderInfo, Skipped
from transcheck.readers.assembly import Block, assemble
from transcheck.text.lines import text_lines

READER = ReaderInfo("plain text", (".txt", ".text"))


def read(
    path: str, raw: bytes, encoding: str | None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Return the one article of a text file. Raise InputError when it cannot be read."""
    return (read_text(decode(raw, path, encoding), path),), ()


def read_text(text: str, path: str = "<text>", source: str | None = None) -> Article:
    """Return the article of a text in memory; `source` stands line by line beside it."""
    blocks = [Block(text[start:end], Origin(((0, start, end),))) for start, end in text_lines(text)]
    return assemble(path, blocks, text=text, source=source)
