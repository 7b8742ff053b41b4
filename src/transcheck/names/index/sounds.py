"""The words of a glossary by the keys of their consonants, as rows that share one trie."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import marisa_trie
import msgspec

from transcheck.names.index.ear import hear_all
from transcheck.names.index.rows import Rows, pack_rows

Sounding = tuple[list[str], list[int]]
"""Rough spellings by sound, and the number of the word that each is one of."""
_MOST_KEPT = 256
_NOTHING: Sounding = ([], [])


class SoundRows:
    """Leads from a key to the words that may be heard so; a trie numbers the keys."""

    def __init__(self, keys: marisa_trie.Trie, packed: bytes | memoryview) -> None:
        self._number = keys.get
        self._rows = Rows(packed)
        self._decode = msgspec.msgpack.Decoder(Sounding).decode
        self.get = lru_cache(maxsize=_MOST_KEPT)(self._get)

    def _get(self, key: str) -> Sounding:
        """Return the rough spellings that have a key, and the word that each is one of."""
        number = self._number(key)
        return _NOTHING if number is None else self._decode(self._rows[number])


def compile_sounds(vocabulary: Sequence[tuple[int, str]]) -> tuple[marisa_trie.Trie, bytes]:
    """Return the trie of keys and the packed rows of a glossary's numbered folded words."""
    heard: dict[str, Sounding] = {}
    listened = hear_all(word for _, word in vocabulary)
    for (number, _), one in zip(vocabulary, listened, strict=True):
        for key in one.keys:
            spellings, numbers = heard.setdefault(key, ([], []))
            spellings.append(one.spelling)
            numbers.append(number)
    trie = marisa_trie.Trie(heard)
    encode = msgspec.msgpack.Encoder().encode
    return trie, pack_rows(encode(heard[trie.restore_key(n)]) for n in range(len(trie)))
