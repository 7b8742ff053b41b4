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
from transcheck.names.index.near import LOSSES, NearWords, compile_edits
from transcheck.names.index.records import FORMS, compile_records
from transcheck.names.index.sounds import SoundRows, compile_sounds
from transcheck.names.index.store import ConceptStore, pack_concepts

NAMES = ("concepts.rows", "forms.trie", "words.trie", "losses.trie", "keys.trie", "sounds.rows")
"""Concepts as rows; the trie of forms; words and what they may have lost; sounds and their keys."""

Part: TypeAlias = Any
"""Rows are bytes or a view of them; the rest are tries, for which marisa_trie has no types."""


def compile_parts(concepts: Sequence[Concept]) -> dict[str, Part]:
    """Return the parts of a glossary by their names."""
    forms, held = compile_records(concepts)
    vocabulary = [word for word in held if len(word) >= LEAST_LETTERS]
    words, losses = compile_edits(vocabulary)
    keys, sounds = compile_sounds(vocabulary)
    parts = (pack_concepts(concepts), forms, words, losses, keys, sounds)
    return dict(zip(NAMES, parts, strict=True))


def join_parts(parts: Mapping[str, Part]) -> NameIndex:
    """Return the index that the parts make up."""
    concepts, forms, words, losses, keys, sounds = (parts[name] for name in NAMES)
    near = NearWords(words, losses, SoundRows(keys, sounds))
    return NameIndex(ConceptStore(concepts), forms, near)


def map_parts(folder: Path) -> dict[str, Part]:
    """Return the parts that a folder holds; the system reads a page of them when it is needed.

    The files must be whole: a trie that is not may end the process.
    """
    return {name: _map_part(folder / name) for name in NAMES}


def _map_part(path: Path) -> Part:
    if path.suffix == ".rows":
        with path.open("rb") as file:
            return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    trie = _empty(path.name)
    trie.mmap(str(path))
    return trie


def _empty(name: str) -> marisa_trie.Trie | marisa_trie.RecordTrie:
    formats = {"forms.trie": FORMS, "losses.trie": LOSSES}
    return marisa_trie.RecordTrie(formats[name]) if name in formats else marisa_trie.Trie()
