"""Which forms of a glossary have a word at which place, by the number of the word."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

from transcheck.names.index.rows import Rows, pack_rows

MOST_WORDS = 8
"""Words of the longest forms whose places are kept; longer ones are only found whole."""
MOST_HOLDING = 200
"""Forms kept for a word at a place among others: thousands are called John."""
ALONE, FAMILY = 16, 17
"""The codes of forms of one word, and of those of people whose family name a word is."""
_CODES = 16 * (MOST_WORDS + 1)
_MOST_COUNTED = 255
_Held = dict[int, list[int]]


def place_code(place: int, size: int) -> int:
    """Return the code of a place, from 0, in forms of `size` words, up to MOST_WORDS."""
    return 16 * size + place


class Places:
    """Leads from the number of a word, and a code, to the numbers of forms.

    A row of a word are its codes (uint8), sorted, then a form for each (uint32). A row of
    `counts` says for one code how many forms each word has there, 255 at most; it is empty where
    no form has that place.
    """

    def __init__(self, rows: bytes | memoryview, counts: bytes | memoryview) -> None:
        self._rows, self._counts = Rows(rows), Rows(counts)

    def count(self, words: Iterable[int], place: int, size: int) -> int:
        """Return how many forms of `size` words have one of these words at a place."""
        counts = self._counts[place_code(place, size)] if size <= MOST_WORDS else b""
        return sum(map(counts.__getitem__, words)) if counts else 0

    def at(self, words: Iterable[int], place: int, size: int) -> list[int]:
        """Return those forms word by word, up to 200 of each."""
        code = place_code(place, size)
        counts = self._counts[code] if size <= MOST_WORDS else b""
        if not counts:
            return []
        return [form for word in words if counts[word] for form in self._find(word, code)]

    def families(self, word: int) -> Sequence[int]:
        """Return the forms of people whose family name a word is."""
        return self._find(word, FAMILY) if self._counts[FAMILY][word] else ()

    def alone(self, words: Iterable[int]) -> list[int]:
        """Return word by word the forms that are just this, then those of that family name."""
        alone, families = self._counts[ALONE], self._counts[FAMILY]
        return [
            form
            for word in words
            for counts, code in ((alone, ALONE), (families, FAMILY))
            if counts[word]
            for form in self._find(word, code)
        ]

    def _find(self, word: int, code: int) -> list[int]:
        row = self._rows[word]
        size = len(row) // 5
        codes = row[:size].tobytes()
        start = size + 4 * codes.index(code)
        return row[start : start + 4 * codes.count(code)].cast("I").tolist()


def compile_places(held: Sequence[_Held]) -> tuple[bytes, bytes]:
    """Return the rows of words and the counts, from the forms of each word by code."""
    used = {code for forms in held for code in forms} | {ALONE, FAMILY}
    counts = [bytearray(len(held) if code in used else 0) for code in range(_CODES)]
    for word, forms in enumerate(held):
        for code, found in forms.items():
            counts[code][word] = min(len(found), _MOST_COUNTED)
    return pack_rows(map(_pack, held)), pack_rows(map(bytes, counts))


def _pack(held: Mapping[int, Sequence[int]]) -> bytes:
    codes = sorted(held)
    row = b"".join(bytes((code,)) * len(held[code]) for code in codes)
    return row + array("I", (form for code in codes for form in held[code])).tobytes()
