"""Which forms answer which question: rows of one trie, by a letter for the question and a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import marisa_trie

from transcheck.model import Concept
from transcheck.names.index.entries import entries_of
from transcheck.names.index.places import (
    FAMILY,
    MOST_HOLDING,
    MOST_WORDS,
    place_code,
)
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

Held = dict[str, dict[int, list[int]]]
"""The numbers of forms by their folded words and the code of the place (places.py)."""


def compile_records(
    concepts: Sequence[Concept],
) -> tuple[marisa_trie.RecordTrie, PackedEntries, Held]:
    """Return the trie from a question to numbers, the forms, and what each word is in."""
    held: Held = {}
    entries = PackedEntries()
    trie = marisa_trie.RecordTrie(FORMS, _rows(concepts, held, entries))
    return trie, entries, held


def form_key(folded: Sequence[str]) -> str:
    """Return the key of the folded words of a form."""
    return FORM + "".join(f"{word} " for word in folded)


def _rows(
    concepts: Sequence[Concept], held: Held, entries: PackedEntries
) -> Iterator[tuple[str, tuple[int]]]:
    """Yield all rows, noting the forms and where their words stand."""
    for number, entry in enumerate(entries_of(concepts)):
        entries.add(entry)
        if not entry.words:
            yield WORDLESS + entry.text, (number,)
            continue
        is_person = concepts[entry.concept].kind == "person"
        alone = is_person and not entry.is_double_barrelled
        _hold(number, entry.folded, held)
        if alone and len(entry.folded) > 1:
            held[entry.folded[-1]].setdefault(FAMILY, []).append(number)
        if is_person and entry.family_size > 1:
            _hold(number, entry.folded[-entry.family_size :], held)
        yield form_key(entry.folded), (number,)
        yield BEGINS + entry.folded[0], (0,)
        if entry.may_begin_small:
            yield SMALL + entry.folded[0], (0,)
        if entry.may_stand:
            for word in dict.fromkeys(entry.words):
                yield WORD + word, (entry.concept,)
            if alone or len(entry.words) == 1:
                yield NAME + entry.words[-1], (entry.concept,)


def _hold(number: int, words: Sequence[str], held: Held) -> None:
    """Note a form under each of its folded words, or of those of a family name of two."""
    size = len(words)
    for place, word in enumerate(words):
        forms = held.setdefault(word, {})
        if size <= MOST_WORDS:
            at = forms.setdefault(place_code(place, size), [])
            if size == 1 or len(at) < MOST_HOLDING:
                at.append(number)
