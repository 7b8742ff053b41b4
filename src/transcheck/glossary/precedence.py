"""Several glossaries as one: where two disagree, the winning file decides.

A row of a winning file replaces the row of equal name and kind. What a winning file rejects is
neither a name nor an admitted form in the files below it, and what it writes is rejected by none.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from transcheck.glossary.concepts import number_twins
from transcheck.model import Concept, Status, Term


def merge(files: Sequence[tuple[Concept, ...]]) -> tuple[Concept, ...]:
    """Return the concepts of all files, the winning file first, without what it overrules."""
    if len(files) == 1:
        return files[0]
    merged: list[Concept] = []
    rows: set[tuple[str, str, str]] = set()
    written: set[tuple[str, str]] = set()
    rejected: set[tuple[str, str]] = set()
    for concepts in files:
        kept = [_below(concept, rows, written, rejected) for concept in concepts]
        winners = [concept for concept in kept if concept is not None]
        for concept in winners:
            rows.add((concept.name, concept.kind, concept.lang))
            for term in concept.terms:
                if term.lang == concept.lang:
                    bad = term.status is Status.DEPRECATED
                    (rejected if bad else written).add((term.text, term.lang))
        merged += winners
    return number_twins(merged)


def _below(
    concept: Concept,
    rows: set[tuple[str, str, str]],
    written: set[tuple[str, str]],
    rejected: set[tuple[str, str]],
) -> Concept | None:
    """Return what the files above leave of a concept, None when they replace it."""
    if not rows:
        return concept
    if (concept.name, concept.kind, concept.lang) in rows:
        return None
    if (concept.name, concept.lang) in rejected:
        return None

    def stands(term: Term) -> bool:
        if term.lang != concept.lang:
            return True
        above = written if term.status is Status.DEPRECATED else rejected
        return (term.text, term.lang) not in above

    if all(map(stands, concept.terms)):
        return concept
    return msgspec.structs.replace(concept, terms=tuple(filter(stands, concept.terms)))
