"""On which line of a waiver file a waiver and its keys stand: TOML readers do not say."""

from __future__ import annotations

import re
from bisect import bisect_right

from transcheck.text.expressions import compile_late

# Strings and comments, in which anything may stand that looks like a table.
_OPAQUE = compile_late(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL
)
_HEADER = compile_late(r'^[ \t]*\[\[\s*(?:waiver|"+)\s*\]\]', re.MULTILINE)


class Lines:
    """The lines of a text that has been read as TOML already, so that it is known to be whole."""

    def __init__(self, text: str) -> None:
        self._bare = _OPAQUE.sub(_blank, text)
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.headers = [found.start() for found in _HEADER.finditer(self._bare)]

    def of_waiver(self, number: int) -> int:
        """Return the line of a waiver, by its number from 0; 1 where it has no header."""
        return self._line(self.headers[number]) if number < len(self.headers) else 1

    def of_key(self, key: str, number: int | None = None) -> int:
        """Return the line of a key: of a waiver, or of the file."""
        start, end = (0, len(self._bare)) if number is None else self._bounds(number)
        key = rf"^[ \t]*\[*\s*(?:waiver\s*\.\s*)?{re.escape(key)}\s*[\]=.]"
        found = re.compile(key, re.MULTILINE).search(self._bare, start, end)
        if found:
            return self._line(found.end() - 1)
        return 1 if number is None else self.of_waiver(number)

    def span(self, number: int) -> tuple[int, int]:
        """Return where a waiver starts and ends in the text: its last key, not what follows it."""
        start, end = self._bounds(number)
        return start, start + len(self._bare[start:end].rstrip())

    def _bounds(self, number: int) -> tuple[int, int]:
        if number >= len(self.headers):
            return 0, 0
        after = number + 1
        end = self.headers[after] if after < len(self.headers) else len(self._bare)
        return self.headers[number], end

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


def _blank(found: re.Match[str]) -> str:
    sign = " " if found.group().startswith("#") else '"'
    return re.sub(r"[^\n]", sign, found.group())
