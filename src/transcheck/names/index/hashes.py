"""The hashes (CRC-32) of words without some of their letters, of many words at once.

CRC-32 is linear: each byte adds what it adds at its distance from the end, whatever stands
around it, by exclusive or. So the words that have lost letters need not be spelt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from transcheck.names.index.edits import MOST_LETTERS, lose_letters

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Hashes: TypeAlias = NDArray[numpy.uint32]


def hash_word(word: str, most: int) -> Iterator[int]:
    """Yield the hashes of a word without each choice of up to `most` (0 to 2) of its letters."""
    return map(crc32, map(str.encode, lose_letters(word, most)))


def hash_words(words: Sequence[str], most: int) -> Hashes:
    """Return the same of ASCII words of one length, up to 32: one row for each choice."""
    import numpy as np

    size = len(words[0])
    text = np.frombuffer("".join(words).encode("ascii"), np.uint8)
    letters = np.ascontiguousarray(text.reshape(-1, size).T)
    # before[k][n]: what the first n letters add where k of those behind them are lost.
    before = [_add(letters, size - lost) for lost in range(most + 1)]
    after = [before[0][size] ^ before[0][n] for n in range(size + 1)]
    rows = [_blank(size) ^ after[0]]
    if most > 0:
        rows += [_blank(size - 1) ^ before[1][n] ^ after[n + 1] for n in range(size)]
    if most > 1:
        rows += [
            _blank(size - 2) ^ before[2][m] ^ before[1][m + 1] ^ before[1][n] ^ after[n + 1]
            for n in range(size)
            for m in range(n)
        ]
    return np.stack(rows)


def _add(letters: NDArray[numpy.uint8], size: int) -> list[Hashes]:
    """Return what none, the first, the first two … letters add to words of `size` letters."""
    import numpy as np

    added = [np.zeros(letters.shape[1], np.uint32)]
    for place in range(size):
        added.append(added[-1] ^ _added()[size - 1 - place][letters[place]])
    return added


@cache
def _added() -> Hashes:
    """Return what each byte adds, by its distance from the end."""
    import numpy as np

    rows = [
        [crc32(bytes((byte,)) + bytes(after)) ^ crc32(bytes(1 + after)) for byte in range(256)]
        for after in range(MOST_LETTERS)
    ]
    return np.array(rows, np.uint32)


def _blank(size: int) -> numpy.uint32:
    """Return the hash of that many bytes that are 0."""
    import numpy as np

    return np.uint32(crc32(bytes(size)))
