"""What the words of a glossary are when letters are lost, and which words those are.

A table of hashes, not of strings: a million names lose letters in ten million ways, and the
words that a hash leads to are compared with the word asked for anyhow.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from zlib import crc32

from transcheck.names.index.edits import lose_letters, most_edits

_OFFSET = 4
_CHECK = 24


class Losses:
    """Leads from a word that has lost letters to the numbers of the words it may have been.

    `packed` holds how many places there are, a power of two, and where the entries of each end
    (uint32); then the numbers of the entries (uint32) and the highest byte of each hash. Of 256
    strings that share a place one is taken for another.
    """

    def __init__(self, packed: bytes | memoryview) -> None:
        view = memoryview(packed)
        size = view[:_OFFSET].cast("I")[0]
        first = _OFFSET * (size + 2)
        self._ends = view[_OFFSET:first].cast("I")
        self._last = size - 1
        entries = self._ends[size]
        self._numbers = view[first : first + _OFFSET * entries].cast("I")
        self._checks = view[first + _OFFSET * entries :]

    def find(self, folded: str, most: int) -> set[int]:
        """Return the words that are this one when each has lost up to `most` of its letters.

        A few others may be among them.
        """
        ends, numbers, checks, last = self._ends, self._numbers, self._checks, self._last
        found: set[int] = set()
        for hashed in map(crc32, map(str.encode, lose_letters(folded, most))):
            place = hashed & last
            start, end = ends[place], ends[place + 1]
            if start == end:
                continue
            check = hashed >> _CHECK
            for entry in range(start, end):
                if checks[entry] == check:
                    found.add(numbers[entry])
        return found


def compile_losses(words: Iterable[tuple[int, str]]) -> bytes:
    """Return the packed table of what numbered words may have lost."""
    hashes, numbers = array("I"), array("I")
    for number, word in words:
        # Sorted, since sets of strings have no order of their own from run to run.
        lost = sorted(map(crc32, map(str.encode, lose_letters(word, most_edits(word)))))
        hashes.extend(lost)
        numbers.extend(repeat(number, len(lost)))
    size = 1 << max(len(hashes) - 1, 1).bit_length()
    ends = _count(hashes, size)
    placed, checks = _place(hashes, numbers, ends, size)
    head = array("I", [size, 0]) + ends
    return b"".join((head.tobytes(), placed.tobytes(), bytes(checks)))


def _count(hashes: Iterable[int], size: int) -> array[int]:
    """Return where the entries of each place end."""
    counts, last = array("I", bytes(_OFFSET * size)), size - 1
    for hashed in hashes:
        counts[hashed & last] += 1
    return array("I", accumulate(counts))


def _place(
    hashes: Sequence[int], numbers: Sequence[int], ends: array[int], size: int
) -> tuple[array[int], bytearray]:
    """Return the numbers and the checks by their places; those of one keep their order."""
    starts, last = array("I", [0]) + ends[:-1], size - 1
    placed, checks = array("I", bytes(_OFFSET * len(numbers))), bytearray(len(numbers))
    for hashed, number in zip(hashes, numbers, strict=True):
        entry = starts[hashed & last]
        starts[hashed & last] = entry + 1
        placed[entry], checks[entry] = number, hashed >> _CHECK
    return placed, checks
