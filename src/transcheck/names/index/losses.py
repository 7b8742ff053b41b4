"""What the words of a glossary are when letters are lost, and which words those are.

A table of hashes, not of strings: a million names lose letters in ten million ways, and the
words that a hash leads to are compared with the word asked for anyhow.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from transcheck.names.index.edits import most_edits
from transcheck.names.index.hashes import hash_word, hash_words

if TYPE_CHECKING:
    import numpy
    from numpy.typing import ArrayLike, NDArray

    _Keys: TypeAlias = NDArray[numpy.uint64]

_OFFSET = 4
_BITS = 32
_CHECK = 0xFF
_AT_ONCE = 4_096
"""Words hashed together: their rows stay in the processor's cache."""


class Losses:
    """Leads from a word that has lost letters to the numbers of the words it may have been.

    `packed` holds how many places there are, a power of two, and where the entries of each end
    (uint32); then the numbers of the entries (uint32) and the lowest byte of each hash. The
    highest bits of a hash are its place. Of 256 strings that share a place one is taken for
    another.
    """

    def __init__(self, packed: bytes | memoryview) -> None:
        view = memoryview(packed)
        size = view[:_OFFSET].cast("I")[0]
        first = _OFFSET * (size + 2)
        self._ends = view[_OFFSET:first].cast("I")
        self._shift = _BITS + 1 - size.bit_length()
        entries = self._ends[size]
        self._numbers = view[first : first + _OFFSET * entries].cast("I")
        self._checks = view[first + _OFFSET * entries :]

    def find(self, folded: str, most: int) -> set[int]:
        """Return the words that are this one when each has lost up to `most` of its letters.

        A few others may be among them.
        """
        ends, numbers, checks, shift = self._ends, self._numbers, self._checks, self._shift
        found: set[int] = set()
        for hashed in hash_word(folded, most):
            place = hashed >> shift
            start, end = ends[place], ends[place + 1]
            if start == end:
                continue
            check = hashed & _CHECK
            for entry in range(start, end):
                if checks[entry] == check:
                    found.add(numbers[entry])
        return found


def compile_losses(words: Sequence[tuple[int, str]]) -> bytes:
    """Return the packed table of what numbered words may have lost."""
    if not words:  # numpy is slow to import
        return bytes(array("I", (1, 0, 0)))
    import numpy as np

    keys = np.concatenate(list(_hash(words)))
    keys.sort()
    # Each once: aa without its first a is aa without its second. numpy.unique is 15 times slower.
    keys = keys[np.diff(keys, prepend=keys[:1] + np.uint64(1)) != 0]
    size = 1 << max(len(keys) - 1, 1).bit_length()
    places = (keys >> np.uint64(2 * _BITS + 1 - size.bit_length())).astype(np.intp)
    ends = np.bincount(places, minlength=size).cumsum(dtype=np.uint32)
    head = np.array([size, 0], np.uint32)
    checks = (keys >> np.uint64(_BITS)).astype(np.uint8)
    return b"".join(map(bytes, (head, ends, keys.astype(np.uint32), checks)))


def _hash(words: Iterable[tuple[int, str]]) -> Iterator[_Keys]:
    """Yield, in any order, the hashes of words with the number of the word below each."""
    import numpy as np

    alike: dict[int, tuple[list[int], list[str]]] = {}
    hashes, numbers = [], []
    for number, word in words:
        most = most_edits(word)
        if not (most and word.isascii()):
            hashed = list(hash_word(word, most))
            hashes += hashed
            numbers += [number] * len(hashed)
            continue
        some, together = alike.setdefault(len(word), ([], []))
        some.append(number)
        together.append(word)
    yield _join(hashes, numbers)
    for some, together in alike.values():
        most = most_edits(together[0])
        for first in range(0, len(some), _AT_ONCE):
            part = slice(first, first + _AT_ONCE)
            yield _join(hash_words(together[part], most), np.array(some[part])).ravel()


def _join(hashes: ArrayLike, numbers: ArrayLike) -> _Keys:
    import numpy as np

    return np.array(hashes, np.uint64) << np.uint64(_BITS) | np.array(numbers, np.uint64)
