"""Markdown: headings, paragraphs, list items, quotations and table cells, markup left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from transcheck.files.decode import decode
from transcheck.model import Article, ReaderInfo, Skipped
from transcheck.readers.assembly import assemble

READER = ReaderInfo("Markdown", (".md", ".markdown"))


def read(
    path: str, raw: bytes, encoding: str | None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Return the one article of a Markdown file. Raise InputError when it cannot be read."""
    from transcheck.readers.markdown.blocks import find_labels, find_paragraphs
    from transcheck.readers.markdown.masking import mask
    from transcheck.readers.markdown.paragraph import trace

    text = decode(raw, path, encoding)
    masked = mask(text)
    labels = find_labels(masked)
    traced = (trace(paragraph, masked, labels) for paragraph in find_paragraphs(masked))
    blocks = [block for block in traced if block is not None]
    return (assemble(path, blocks, text=text),), ()


def spell(letters: str, around: Sequence[str], holds: Callable[[str], bool]) -> str:
    """Return letters as they are written in Markdown: signs that could be markup are escaped."""
    return "".join(
        f"\\{letter}" if letter in _SIGNS else letter if holds(letter) else f"&#{ord(letter)};"
        for letter in letters
    )


_SIGNS = frozenset("\\`*_[]<>&~|")
