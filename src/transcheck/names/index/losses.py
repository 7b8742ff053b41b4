"""What the words of a glossary are when letters are lost, and which words those are."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import marisa_trie

from transcheck.names.index.edits import lose_letters, most_edits

_OFFSET = 4


class Losses:
    """Leads from a word that has lost letters to the numbers of the words it may have been.

    `packed` holds where the numbers of each key of the trie end, then the numbers (uint32).
    """

    def __init__(self, trie: marisa_trie.Trie, packed: bytes | memoryview) -> None:
        cells = memoryview(packed).cast("I")
        self._get = trie.get
        self._ends, self._numbers = cells[: len(trie) + 1], cells[len(trie) + 1 :]

    def find(self, folded: str, most: int) -> set[int]:
        """Return the words that are this one when each has lost up to `most` of its letters."""
        ends, numbers = self._ends, self._numbers
        found: set[int] = set()
        for key in map(self._get, lose_letters(folded, most)):
            if key is not None:
                found.update(numbers[ends[key] : ends[key + 1]])
        return found


def compile_losses(words: Sequence[tuple[int, str]]) -> tuple[marisa_trie.Trie, bytes]:
    """Return the trie of what numbered words may have lost, and the numbers by its keys."""
    trie = marisa_trie.Trie(left for _, word in words for left in _losses(word))
    keys = array("I")
    numbers = array("I")
    ends = array("I", bytes(_OFFSET * (len(trie) + 1)))
    for number, word in words:
        for left in _losses(word):
            key = trie[left]
            keys.append(key)
            numbers.append(number)
            ends[key + 1] += 1
    for key in range(len(trie)):
        ends[key + 1] += ends[key]
    return trie, ends.tobytes() + _sorted_by_key(keys, numbers, ends).tobytes()


def _losses(word: str) -> Iterator[str]:
    return iter(lose_letters(word, most_edits(word)))


def _sorted_by_key(keys: array[int], numbers: array[int], ends: array[int]) -> array[int]:
    """Return the numbers by their keys; those of one key keep their order."""
    places, found = ends[:-1], array("I", bytes(_OFFSET * len(numbers)))
    for key, number in zip(keys, numbers, strict=True):
        found[places[key]] = number
        places[key] += 1
    return found
