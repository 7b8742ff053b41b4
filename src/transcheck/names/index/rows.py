"""Rows of bytes one behind another, each found by its number; as they lie on a disk."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

_OFFSET = 4


class Rows:
    """Packed rows: how many there are, where each ends (uint32), then the rows themselves."""

    def __init__(self, packed: bytes | memoryview) -> None:
        view = memoryview(packed)
        self._size = view[:_OFFSET].cast("I")[0]
        first = _OFFSET * (self._size + 2)
        self.ends = view[_OFFSET:first].cast("I")
        """Row n lies in `cells` from ends[n] to ends[n + 1]."""
        self.cells = view[first:]

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: int) -> memoryview:
        """Return one row."""
        return self.cells[self.ends[number] : self.ends[number + 1]]


def pack_rows(rows: Iterable[bytes]) -> bytes:
    """Return rows as `Rows` reads them."""
    rows = list(rows)
    ends, end = array("I", [len(rows), 0]), 0
    for row in rows:
        end += len(row)
        ends.append(end)
    return b"".join((ends.tobytes(), *rows))
