"""What a compiled glossary depends on, as the name of the folder that keeps it."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import marisa_trie

from transcheck.names.damage import endings, rules
from transcheck.names.words import lexicon, tokens
from transcheck.text import fold
from transcheck.version import VERSION

FORMAT = 7
_RULES = tuple(
    str(module.__file__) for module in (marisa_trie, endings, rules, lexicon, tokens, fold)
)


def make_key(files: Sequence[tuple[str, str]]) -> str:
    """Return a digest of the files' names and digests, their order, and the program."""
    facts = [FORMAT, VERSION, unicodedata.unidata_version, sys.byteorder, *files, *_program()]
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:32]


def _program() -> Iterator[tuple[str, int, int]]:
    """Yield the state of the files that decide what an index holds: a changed rule changes it."""
    own = sorted(Path(__file__).parent.glob("*.py"))
    for path in (*own, *map(Path, _RULES)):
        try:
            state = path.stat()
        except OSError:
            continue
        yield path.name, state.st_size, state.st_mtime_ns
