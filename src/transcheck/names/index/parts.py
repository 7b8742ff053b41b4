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
from transcheck.names.index.places import Places
from transcheck.names.index.records import FORMS, compile_records
from transcheck.names.index.rows import Rows, pack_rows
from transcheck.names.index.sounds import SoundRows, compile_sounds
from transcheck.names.index.store import ConceptStore, EntryStore, pack_concepts

NAMES = ("tables.rows", "forms.trie", "words.trie", "keys.trie")
"""All that lies in rows, a table after the other; the tries of forms, of their words, and of the
keys of sounds."""

Part: TypeAlias = Any
"""Rows are bytes or a view of them; the rest are tries, for which marisa_trie has no types."""


def compile_parts(concepts: Sequence[Concept]) -> dict[str, Part]:
    """Return the parts of a glossary by their names.

    What has been packed is dropped at once: a million names take gigabytes unpacked.
    """
    forms, entries, placed = compile_records(concepts)
    tables = [pack_concepts(concepts), *entries.pack()]
    del concepts, entries
    numbered, *places = placed.compile()
    del placed
    words, word_rows = compile_words(numbered)
    vocabulary = [pair for pair in enumerate(numbered) if len(pair[1]) >= LEAST_LETTERS]
    keys, sounds = compile_sounds(vocabulary)
    tables += [word_rows, *places, compile_losses(vocabulary), sounds]
    return dict(zip(NAMES, (pack_rows(tables), forms, words, keys), strict=True))


def join_parts(parts: Mapping[str, Part]) -> NameIndex:
    """Return the index that the parts make up."""
    rows, forms, words, keys = (parts[name] for name in NAMES)
    tables = Rows(rows)
    concepts, entries, spelt, word_rows, places, counts, losses, sounds = map(
        tables.__getitem__, range(len(tables))
    )
    near = NearWords(NumberedWords(words, word_rows), Losses(losses), SoundRows(keys, sounds))
    stores = ConceptStore(concepts), EntryStore(entries, spelt)
    return NameIndex(*stores, forms, near, Places(places, counts))


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
