"""Plain text: every line that holds text is a segment."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from transcheck.errors import InputError
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


def spell(letters: str, around: Sequence[str], holds: Callable[[str], bool]) -> str:
    """Return letters as they are. Raise InputError at one that the encoding does not have."""
    for letter in letters:
        if not holds(letter):
            what = f"its encoding has no “{letter}”"
            raise InputError(what, hint="Save the file as UTF-8")
    return letters
