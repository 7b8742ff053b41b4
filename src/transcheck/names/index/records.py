"""Which forms answer which question: rows of one trie, by a letter for the question and a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import marisa_trie

from transcheck.model import Concept
from transcheck.names.index.entries import entries_of
from transcheck.names.index.places import PlacedWords
from transcheck.names.index.store import PackedEntries

FORM = "="
"""Whole folded forms, each word followed by a blank, so that a form is a prefix of a text."""
BEGINS = "^"
"""The first folded word of a form."""
SMALL = "s"
"""The first folded word of a form whose first word may stand in lower case."""
WORD = "w"
"""Any word, as it is spelt, of a form that may stand."""
NAME = "n"
"""A spelling that names a concept by itself: a whole term, or a person's family name."""
WORDLESS = "-"
"""A form without any word, as it is spelt: 1984."""

FORMS = ">I"
"""How a number is packed: of a form behind =, of a concept behind w and n, 0 behind ^ and s."""


def compile_records(
    concepts: Sequence[Concept],
) -> tuple[marisa_trie.RecordTrie, PackedEntries, PlacedWords]:
    """Return the trie from a question to numbers, the forms, and what words they have."""
    entries, words = PackedEntries(), PlacedWords()
    trie = marisa_trie.RecordTrie(FORMS, _rows(concepts, entries, words))
    return trie, entries, words


def form_key(folded: Sequence[str]) -> str:
    """Return the key of the folded words of a form."""
    return FORM + "".join([f"{word} " for word in folded])


def _rows(
    concepts: Sequence[Concept], entries: PackedEntries, words: PlacedWords
) -> Iterator[tuple[str, tuple[int]]]:
    """Yield all rows, noting the forms and where their words stand."""
    first: dict[str, None] = {}
    for number, entry in enumerate(entries_of(concepts)):
        entries.add(entry)
        if not entry.words:
            yield WORDLESS + entry.text, (number,)
            continue
        is_person = concepts[entry.concept].kind == "person"
        alone = is_person and not entry.is_double_barrelled
        words.add(number, entry.folded)
        if alone and len(entry.folded) > 1:
            words.add_family(number, entry.folded[-1])
        if is_person and entry.family_size > 1:
            words.add(number, entry.folded[-entry.family_size :])
        yield form_key(entry.folded), (number,)
        first[BEGINS + entry.folded[0]] = None
        if entry.may_begin_small:
            first[SMALL + entry.folded[0]] = None
        if entry.may_stand:
            for word in dict.fromkeys(entry.words):
                yield WORD + word, (entry.concept,)
            if alone or len(entry.words) == 1:
                yield NAME + entry.words[-1], (entry.concept,)
    for key in first:
        yield key, (0,)
