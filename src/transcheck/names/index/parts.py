"""The parts of a compiled glossary, as bytes on a disk or in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, TypeAlias

import marisa_trie

from transcheck.model import Concept
from transcheck.names.index.edits import LEAST_LETTERS
from transcheck.names.index.lookup import NameIndex
from transcheck.names.index.losses import Losses, compile_losses
from transcheck.names.index.near import NearWords
from transcheck.names.index.numbered import NumberedWords, compile_words
from transcheck.names.index.places import Places, compile_places
from transcheck.names.index.records import FORMS, compile_records
from transcheck.names.index.sounds import SoundRows, compile_sounds
from transcheck.names.index.store import (
    ConceptStore,
    EntryStore,
    pack_concepts,
    pack_entries,
    pack_spellings,
)

NAMES = (
    "concepts.rows", "entries.rows", "spelt.rows", "forms.trie", "words.trie", "words.rows",
    "places.rows", "counts.rows", "losses.trie", "losses.rows", "keys.trie", "sounds.rows",
)  # fmt: skip
"""Concepts and their forms; the trie of forms; the words of forms, where they stand, what they
may have lost; sounds and their keys."""

Part: TypeAlias = Any
"""Rows are bytes or a view of them; the rest are tries, for which marisa_trie has no types."""


def compile_parts(concepts: Sequence[Concept]) -> dict[str, Part]:
    """Return the parts of a glossary by their names."""
    forms, entries, held = compile_records(concepts)
    words = sorted(held)
    vocabulary = [pair for pair in enumerate(words) if len(pair[1]) >= LEAST_LETTERS]
    parts = (
        pack_concepts(concepts),
        pack_entries(entries),
        pack_spellings(entries),
        forms,
        *compile_words(words),
        *compile_places([held[word] for word in words]),
        *compile_losses(vocabulary),
        *compile_sounds(vocabulary),
    )
    return dict(zip(NAMES, parts, strict=True))


def join_parts(parts: Mapping[str, Part]) -> NameIndex:
    """Return the index that the parts make up."""
    concepts, entries, spelt, forms, *rest = (parts[name] for name in NAMES)
    words, word_rows, places, counts, losses, loss_rows, keys, sounds = rest
    near = NearWords(
        NumberedWords(words, word_rows), Losses(losses, loss_rows), SoundRows(keys, sounds)
    )
    return NameIndex(
        ConceptStore(concepts), EntryStore(entries, spelt), forms, near, Places(places, counts)
    )


def map_parts(folder: Path) -> dict[str, Part]:
    """Return the parts that a folder holds; the system reads a page of them when it is needed.

    The files must be whole: a trie that is not may end the process.
    """
    return {name: _map_part(folder / name) for name in NAMES}


def _map_part(path: Path) -> Part:
    if path.suffix == ".rows":
        with path.open("rb") as file:
            return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    name = path.name
    trie = marisa_trie.RecordTrie(FORMS) if name == "forms.trie" else marisa_trie.Trie()
    trie.mmap(str(path))
    return trie
