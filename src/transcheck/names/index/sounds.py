"""The words of a glossary by the keys of their consonants, as rows that share one trie."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import marisa_trie

from transcheck.names.index.ear import hear

_OFFSET = 4


class SoundRows:
    """Leads from a key to (rough spelling, word) of all words that may be heard so.

    `keys` numbers the keys; `packed` holds where each one's row ends (uint32), then the rows.
    """

    def __init__(self, keys: marisa_trie.Trie, packed: bytes | memoryview) -> None:
        view = memoryview(packed)
        first = _OFFSET * (len(keys) + 1)
        self._keys = keys
        self._ends = view[:first].cast("I")
        self._rows = view[first:]

    def get(self, key: str) -> tuple[list[str], list[str]]:
        """Return the rough spellings that have a key, and the word that each is one of."""
        number = self._keys.get(key)
        if number is None:
            return [], []
        row = self._rows[self._ends[number] : self._ends[number + 1]]
        cells = str(row, "utf-8").split(" ")
        return cells[::2], cells[1::2]


def compile_sounds(vocabulary: Iterable[str]) -> tuple[marisa_trie.Trie, bytes]:
    """Return the trie of keys and the packed rows of a glossary's folded words."""
    heard: dict[str, list[str]] = {}
    for word in vocabulary:
        one = hear(word)
        for key in one.keys:
            heard.setdefault(key, []).append(f"{one.spelling} {word}")
    trie = marisa_trie.Trie(sorted(heard))
    rows = {trie[key]: " ".join(cells).encode() for key, cells in heard.items()}
    ends, end = array("I", [0]), 0
    for number in range(len(rows)):
        end += len(rows[number])
        ends.append(end)
    return trie, b"".join((ends.tobytes(), *(rows[number] for number in range(len(rows)))))
