"""Which forms answer which question: rows of one trie, by a letter for the question and a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import marisa_trie

from transcheck.model import Concept
from transcheck.names.index.entries import entries_of

FORM = "="
"""Whole folded forms, each word followed by a blank, so that a form is a prefix of a text."""
BEGINS = "^"
"""The first folded word of a form."""
SMALL = "s"
"""The first folded word of a form whose first word may stand in lower case."""
FAMILY = "."
"""The last folded word of a person's form of two words and more."""
HOLDS = "*"
"""Any folded word of a form."""
AT = "@"
"""A folded word, its place in a form and how many words that has: novi 0/2."""
WORD = "w"
"""Any word, as it is spelt, of a form that may stand."""
NAME = "n"
"""A spelling that names a concept by itself: a whole term, or a person's family name."""
WORDLESS = "-"
"""A form without any word, as it is spelt: 1984."""

FORMS = ">II"
"""How the numbers of a concept and its term are packed."""
MOST_HOLDING = 200
"""Entries kept for a word at the start of a form or anywhere: thousands are called John."""


def compile_records(concepts: Sequence[Concept]) -> tuple[marisa_trie.RecordTrie, list[str]]:
    """Return the trie from a question to (number of concept, of term), and all folded words."""
    held: dict[str, int] = {}
    trie = marisa_trie.RecordTrie(FORMS, _rows(concepts, held))
    return trie, sorted(key[1:] for key in held if key[0] == HOLDS)


def form_key(folded: Sequence[str]) -> str:
    """Return the key of the folded words of a form."""
    return FORM + "".join(f"{word} " for word in folded)


def at_key(folded: str, place: int, size: int) -> str:
    """Return the key of a folded word at a place (from 0) of forms of `size` words."""
    return f"{AT}{folded} {place}/{size}"


def _rows(
    concepts: Sequence[Concept], held: dict[str, int]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield all rows, counting in `held` those of keys that hold only so many."""
    for term, entry in entries_of(concepts):
        number, here, whole = entry.concept, (entry.concept, term), (entry.concept, 0)
        person = concepts[number].kind == "person"
        if not entry.words:
            yield WORDLESS + entry.text, here
            continue
        yield form_key(entry.folded), here
        first, last = entry.folded[0], entry.folded[-1]
        size = len(entry.folded)
        places = (at_key(word, place, size) for place, word in enumerate(entry.folded))
        holds = (HOLDS + word for word in dict.fromkeys(entry.folded))
        for key in (BEGINS + first, *holds, *places):
            held[key] = held.get(key, 0) + 1
            if held[key] <= MOST_HOLDING:
                yield key, here
        if entry.may_begin_small:
            yield SMALL + first, (0, 0)
        if person and len(entry.words) > 1:
            yield FAMILY + last, here
        if entry.may_stand:
            for word in dict.fromkeys(entry.words):
                yield WORD + word, whole
            if person or len(entry.words) == 1:
                yield NAME + entry.words[-1], whole
