"""Which asterisks, underscores and tildes are emphasis, by the rules of CommonMark."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# Deeper nesting than this is not emphasis in any article.
_DEEPEST = 50


@dataclass
class Delimiter:
    """A run of one mark; `front` and `back` of its characters turned out to be emphasis."""

    mark: str
    start: int
    end: int
    opens: bool
    closes: bool
    front: int = 0
    back: int = 0

    @property
    def left(self) -> int:
        """How many of its characters are still plain text."""
        return self.end - self.start - self.front - self.back


def read_delimiter(text: str, start: int, end: int) -> Delimiter:
    """Return the run text[start:end] with what its neighbours let it be."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    leans_left = not _is_blank(after) and (not _is_mark(after) or _is_edge(before))
    leans_right = not _is_blank(before) and (not _is_mark(before) or _is_edge(after))
    opens, closes = leans_left, leans_right
    if text[start] == "_":
        opens = leans_left and (not leans_right or _is_mark(before))
        closes = leans_right and (not leans_left or _is_mark(after))
    return Delimiter(text[start], start, end, opens, closes)


def pair_delimiters(delimiters: Iterable[Delimiter]) -> None:
    """Note in each run which of its characters open or close emphasis."""
    stack: list[Delimiter] = []
    for closer in delimiters:
        while closer.closes and closer.left:
            at = _find_opener(stack, closer)
            if at is None:
                break
            opener = stack[at]
            used = 2 if opener.left >= 2 and closer.left >= 2 else 1
            opener.back += used
            closer.front += used
            del stack[at + 1 :]
            if not opener.left:
                stack.pop()
        if closer.opens and closer.left:
            stack.append(closer)


def _find_opener(stack: list[Delimiter], closer: Delimiter) -> int | None:
    for at in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        if stack[at].mark == closer.mark and _fits(stack[at], closer):
            return at
    return None


def _fits(opener: Delimiter, closer: Delimiter) -> bool:
    lengths = opener.end - opener.start, closer.end - closer.start
    if closer.mark == "~":
        return lengths[0] == lengths[1] <= 2
    if not (opener.closes or closer.opens):
        return True
    return sum(lengths) % 3 != 0 or all(length % 3 == 0 for length in lengths)


def _is_blank(character: str) -> bool:
    return character.isspace()


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_edge(character: str) -> bool:
    return _is_blank(character) or _is_mark(character)
