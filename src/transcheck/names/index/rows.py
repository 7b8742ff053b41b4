"""Rows of bytes one behind another, each found by its number; as they lie on a disk."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate

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


class PackedRows:
    """Rows that are packed one by one: a million of them apart take twice the memory."""

    def __init__(self) -> None:
        self._ends, self._cells = array("I"), bytearray()

    def add(self, row: bytes) -> None:
        """Put a row behind the others."""
        self._cells += row
        self._ends.append(len(self._cells))

    def pack(self) -> bytes:
        """Return the rows as `Rows` reads them."""
        return join_rows(self._ends, self._cells)


def pack_rows(rows: Iterable[bytes]) -> bytes:
    """Return rows as `Rows` reads them."""
    rows = list(rows)
    return join_rows(array("I", accumulate(map(len, rows))), *rows)


def join_rows(ends: array[int], *cells: bytes | bytearray) -> bytes:
    """Return rows as `Rows` reads them, from where each ends in the cells."""
    return b"".join((array("I", (len(ends), 0)), ends, *cells))
