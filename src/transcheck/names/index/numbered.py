"""The folded words of a glossary, each with its number: its place among them in order."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import marisa_trie

from transcheck.names.index.rows import Rows, pack_rows


class NumberedWords:
    """Leads from a word to its number and back.

    The trie numbers words in an order of its own; the first row of `packed` are the numbers
    (uint32) by that, the others the words (UTF-8) in order.
    """

    def __init__(self, trie: marisa_trie.Trie, packed: bytes | memoryview) -> None:
        self._get = trie.get
        self._rows = Rows(packed)
        self._numbers = self._rows[0].cast("I")
        self._ends, self._cells = self._rows.ends[1:], self._rows.cells

    def __len__(self) -> int:
        return len(self._rows) - 1

    def number(self, word: str) -> int | None:
        """Return the number of a word, None where no form has it."""
        found = self._get(word)
        return None if found is None else self._numbers[found]

    def word(self, number: int) -> str:
        """Return the word of a number."""
        return str(self._cells[self._ends[number] : self._ends[number + 1]], "utf-8")


def compile_words(words: Sequence[str]) -> tuple[marisa_trie.Trie, bytes]:
    """Return the trie of words, which are sorted, and the rows beside it."""
    trie = marisa_trie.Trie(words)
    numbers = array("I", bytes(4 * len(words)))
    for number, word in enumerate(words):
        numbers[trie[word]] = number
    return trie, pack_rows([numbers.tobytes(), *(word.encode() for word in words)])
