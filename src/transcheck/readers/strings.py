"""The strings of a row of JSON as they are written: where each letter stands, escapes and all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from transcheck.model import Origin

_BLANKS = " \t\r\n"
# What one letter is written as when it is not written as itself.
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[^u]"
)
_ESCAPED_LETTER = re.compile(r"\\u(?!00[0-7])([0-9a-fA-F]{4})")
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_DECODER = json.JSONDecoder()


def trace(row: str, field: str) -> Origin:
    """Return where each letter of a field ("title", "segments/3") stands in a row.

    The row is one that was read: an object that holds the field, which is a string, or an
    object whose "target" is one.
    """
    at = _skip_blanks(row, 0)
    for step in field.split("/"):
        at = _enter(row, at, step)
    if row[at] == "{":
        at = _enter(row, at, "target")
    return Origin(tuple(_runs(row, at)))


def spell(letters: str, around: Sequence[str], holds: Callable[[str], bool]) -> str:
    """Return letters as they are written in a string, by the nearest text that has a habit.

    Where all letters outside ASCII are escaped these are too, in capitals where those are.
    """
    habit = next((found for found in map(_habit, around) if found), "as it is")
    return "".join(_spell(letter, habit, holds) for letter in letters)


def _spell(letter: str, habit: str, holds: Callable[[str], bool]) -> str:
    if letter in _NAMED:
        return _NAMED[letter]
    if letter.isprintable() and (letter.isascii() or (habit == "as it is" and holds(letter))):
        return letter
    units = letter.encode("utf-16-be", "surrogatepass").hex()
    units = units.upper() if habit == "capitals" else units
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


@lru_cache(maxsize=4)
def _habit(text: str) -> str:
    """Return how a text writes letters outside ASCII, "" when it has none."""
    if not text.isascii():
        return "as it is"
    codes = "".join(_ESCAPED_LETTER.findall(text))
    if not codes:
        return ""
    return "capitals" if codes == codes.upper() != codes.lower() else "escaped"


def _enter(row: str, at: int, step: str) -> int:
    """Return where the value of a key, or the item of that number, starts."""
    if row[at] == "{":
        return next(value for key, value in _members(row, at) if key == step)
    return next(start for number, start in enumerate(_items(row, at)) if str(number) == step)


def _members(row: str, at: int) -> Iterator[tuple[str, int]]:
    at = _skip_blanks(row, at + 1)
    while row[at] != "}":
        key, at = _DECODER.raw_decode(row, at)
        value = _skip_blanks(row, _skip_blanks(row, at) + 1)
        yield key, value
        at = _behind(row, value)


def _items(row: str, at: int) -> Iterator[int]:
    at = _skip_blanks(row, at + 1)
    while row[at] != "]":
        yield at
        at = _behind(row, at)


def _behind(row: str, value: int) -> int:
    """Return where the next member starts, or the bracket that ends them."""
    at = _skip_blanks(row, _DECODER.raw_decode(row, value)[1])
    return _skip_blanks(row, at + 1) if row[at] == "," else at


def _skip_blanks(row: str, at: int) -> int:
    while row[at] in _BLANKS:
        at += 1
    return at


def _runs(row: str, quote: int) -> Iterator[tuple[int, int, int]]:
    """Yield (text_start, raw_start, raw_end) of the string that opens at `quote`."""
    at, text = quote + 1, 0
    end = _DECODER.raw_decode(row, quote)[1] - 1
    for match in _ESCAPE.finditer(row, at, end):
        if at < match.start():
            yield text, at, match.start()
            text += match.start() - at
        yield text, match.start(), match.end()
        text += 1
        at = match.end()
    if at < end:
        yield text, at, end
