"""Whole forms whose words are each near the words asked for, found word by word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import marisa_trie

from transcheck.names.index.records import FORM


def find_phrases(trie: marisa_trie.RecordTrie, choices: Sequence[Iterable[str]]) -> list[str]:
    """Return the keys of the forms that have, in order, one word of each of `choices`."""
    begun = [FORM]
    for words in choices[:-1]:
        longer = (f"{start}{word} " for start in begun for word in words)
        begun = [key for key in longer if next(trie.iterkeys(key), None) is not None]
    return [key for start in begun for word in choices[-1] if (key := f"{start}{word} ") in trie]
