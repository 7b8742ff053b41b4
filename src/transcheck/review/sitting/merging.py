"""A change taken out of a file that others changed as well, by bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_WORD = re.compile(rb"\s+|[^\s]+")
Edit = tuple[int, int, bytes]


def merge(base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """Return `base` with both changes made, None when they touch each other."""
    if base == theirs:
        return ours
    edits = sorted([*_edits(base, ours), *_edits(base, theirs)])
    parts: list[bytes] = []
    done = 0
    for start, end, written in edits:
        if start < done or (start == done and parts):
            return None
        parts += [base[done:start], written]
        done = end
    return b"".join([*parts, base[done:]])


def _edits(base: bytes, other: bytes) -> Iterator[Edit]:
    """Yield what makes `other` of `base`, word by word."""
    for start, end, lines in _differ(_LINE.findall(base), _LINE.findall(other), 0):
        yield from _differ(_WORD.findall(base[start:end]), _WORD.findall(lines), start)


def _differ(old: Sequence[bytes], new: Sequence[bytes], start: int) -> Iterator[Edit]:
    done = 0
    for tag, first, last, new_first, new_last in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        start += sum(map(len, old[done:first]))
        length = sum(map(len, old[first:last]))
        if tag != "equal":
            yield start, start + length, b"".join(new[new_first:new_last])
        start, done = start + length, last
