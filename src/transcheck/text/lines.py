"""Lines as editors and git count them: LF, CRLF and CR end a line, nothing else does."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile("\r\n|\r|\n")
_LINE_FEED = re.compile("\n")


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which the lines of `text` start."""
    return (0, *(match.end() for match in _ends(text)))


def split_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line, its end mark left out."""
    start = 0
    for match in _ends(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def text_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line that holds text, blanks around it left out."""
    for start, end in split_lines(text):
        line = text[start:end]
        stripped = line.strip()
        if stripped:
            start += len(line) - len(line.lstrip())
            yield start, start + len(stripped)


def _ends(text: str) -> Iterator[re.Match[str]]:
    return (_END if "\r" in text else _LINE_FEED).finditer(text)
