"""How many UTF-16 units and UTF-8 bytes a stretch of text takes, once the text is gone.

Programs count columns in three units. An article keeps only the runs of its letters beyond ASCII:
8 bytes a run, a few hundred bytes for an article in Latin letters.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right

from transcheck.text.expressions import compile_late

_RUNS = compile_late("([\x80-\u07ff]+)|([\u0800-\uffff]+)|([\U00010000-\U0010ffff]+)")
# A run is one number: where it starts, then 30 bits of length, then 2 of kind.
_KIND_BITS, _START_BITS = 2, 32
_LENGTH = (1 << _START_BITS) - 1


def find_wide(text: str) -> bytes:
    """Return where the letters of `text` beyond ASCII stand, packed for `count_units`.

    Each run is (start, length, UTF-8 bytes of a letter beyond the first).
    """
    if text.isascii():
        return b""
    runs = array("Q")
    for match in _RUNS.finditer(text):
        length = match.end() - match.start()
        kind = match.lastindex or 0
        runs.append(match.start() << _START_BITS | length << _KIND_BITS | kind)
    return runs.tobytes()


def count_units(wide: bytes, start: int, end: int) -> tuple[int, int]:
    """Return how many UTF-16 units and UTF-8 bytes the code points start..end take."""
    units = size = end - start
    if not wide:
        return units, size
    runs = memoryview(wide).cast("Q")
    first = max(0, bisect_right(runs, start << _START_BITS | _LENGTH) - 1)
    for number in range(first, len(runs)):
        run_start, length, kind = _unpack(runs[number])
        if run_start >= end:
            break
        inside = min(end, run_start + length) - max(start, run_start)
        if inside > 0:
            size += inside * kind
            units += inside * (kind == _ASTRAL)
    return units, size


_ASTRAL = 3


def _unpack(run: int) -> tuple[int, int, int]:
    return run >> _START_BITS, (run & _LENGTH) >> _KIND_BITS, run & (1 << _KIND_BITS) - 1
