"""Which forms of a glossary have a word at which place, by the number of the word."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from transcheck.names.index.rows import Rows, join_rows, pack_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    _Numbers = NDArray[Any]

MOST_WORDS = 8
"""Words of the longest forms whose places are kept; longer ones are only found whole."""
MOST_HOLDING = 200
"""Forms kept for a word at a place among others: thousands are called John."""
ALONE, FAMILY = 16, 17
"""The codes of forms of one word, and of those of people whose family name a word is."""
_CODES = 16 * (MOST_WORDS + 1)
_MOST_COUNTED = 255


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

    def narrow(self, words: Sequence[int], place: int, size: int) -> Sequence[int]:
        """Return those words that a form of `size` words has at a place; all of longer forms."""
        if size > MOST_WORDS:
            return words
        counts = self._counts[place_code(place, size)]
        return [word for word in words if counts[word]] if counts else ()

    def family_names(self, words: Iterable[int]) -> list[int]:
        """Return those words that are the family name of people, as `families` finds them."""
        counts = self._counts[FAMILY]
        return [word for word in words if counts[word]]

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


class PlacedWords:
    """Which folded words the forms have, noted form by form; compiled in the order of words."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words, self._sizes, self._forms = array("I"), array("I"), array("I")
        self._families, self._heads = array("I"), array("I")

    def add(self, form: int, folded: Sequence[str]) -> None:
        """Note the words of a form, or of a family name of several, in the order of forms."""
        numbers = self._numbers
        words = [numbers.setdefault(word, len(numbers)) for word in folded]
        if len(words) <= MOST_WORDS:
            self._words.extend(words)
            self._sizes.append(len(words))
            self._forms.append(form)

    def add_family(self, form: int, folded: str) -> None:
        """Note the last word of a form that has been noted, as a person's family name."""
        self._families.append(self._numbers[folded])
        self._heads.append(form)

    def compile(self) -> tuple[list[str], bytes, bytes]:
        """Return the words in order, their rows, and the counts."""
        if not self._numbers:  # numpy is slow to import
            return [], pack_rows(()), pack_rows([b""] * _CODES)
        import numpy as np

        ordered = sorted(self._numbers)
        order = np.fromiter(map(self._numbers.__getitem__, ordered), np.intp, len(ordered))
        ranks = np.empty(len(ordered), np.uint32)
        ranks[order] = np.arange(len(ordered), dtype=np.uint32)
        sizes = np.array(self._sizes, np.int64)
        starts = np.cumsum(sizes) - sizes
        places = np.arange(len(self._words)) - np.repeat(starts, sizes)
        codes = (16 * np.repeat(sizes, sizes) + places).astype(np.uint8)
        forms = np.repeat(np.array(self._forms), sizes)
        family = np.full(len(self._heads), FAMILY, np.uint8)
        words = ranks[np.concatenate((self._words, self._families))]
        codes = np.concatenate((codes, family))
        forms = np.concatenate((forms, self._heads))
        # By word, then by code; the forms of both are in order as it is.
        keys = words.astype(np.uint64) << np.uint64(8) | codes
        sort = keys.argsort(kind="stable")
        words, codes, forms, keys = words[sort], codes[sort], forms[sort], keys[sort]
        begins = np.flatnonzero(np.diff(keys, prepend=keys[:1] + np.uint64(1)))
        held = np.diff(begins, append=len(keys))
        most = np.where(np.isin(codes[begins], (ALONE, FAMILY)), held, MOST_HOLDING)
        kept = np.arange(len(keys)) - np.repeat(begins, held) < np.repeat(most, held)
        held = np.minimum(np.minimum(held, most), _MOST_COUNTED)
        counts = _count(words[begins], codes[begins], held, len(ordered))
        return ordered, _pack(words[kept], codes[kept], forms[kept], len(ordered)), counts


def _count(words: _Numbers, codes: _Numbers, held: _Numbers, size: int) -> bytes:
    """Return the rows of how many forms each of `size` words has at a place."""
    import numpy as np

    rows = [b""] * _CODES
    for code in {ALONE, FAMILY, *np.unique(codes).tolist()}:
        row, of = np.zeros(size, np.uint8), codes == code
        row[words[of]] = held[of]
        rows[code] = row.tobytes()
    return pack_rows(rows)


def _pack(words: _Numbers, codes: _Numbers, forms: _Numbers, size: int) -> bytes:
    """Return the rows of words, from their codes and forms in order."""
    import numpy as np

    held = np.bincount(words, minlength=size)
    ends = held.cumsum()
    place = np.arange(len(words)) - np.repeat(ends - held, held)
    first = 5 * np.repeat(ends - held, held)
    cells = np.empty(5 * len(words), np.uint8)
    cells[first + place] = codes
    starts = first + np.repeat(held, held) + 4 * place
    cells[starts[:, None] + np.arange(4)] = forms.view(np.uint8).reshape(-1, 4)
    return join_rows(array("I", (5 * ends).tolist()), cells.tobytes())
