"""What acronyms stand for: rows that their `ref` should name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.glossary.rules.entries import Entry, Fault
from transcheck.text.fold import fold

_MOST_EDITS = 2
_LEAST_LETTERS = 6
_MOST_COMPARED = 20_000_000


def find_lost_refs(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Fault]]:
    """Yield acronyms whose `ref` is the name of a row but for a slip.

    A `ref` that is like no name is left alone: its row may stand in a file that was not given,
    or nowhere, since `ref` is free text.
    """
    names = {name for entry in entries for name in (entry.name, *entry.admitted)}
    refs = (entry for entry in entries if entry.kind == "acronym" and entry.ref)
    lost = [entry for entry in refs if entry.ref not in names]
    if not lost:
        return
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    folded = {fold(name): name for name in sorted(names, reverse=True)}
    compared = list(folded) if len(folded) * len(lost) <= _MOST_COMPARED else []
    for entry in lost:
        wanted = fold(entry.ref)
        near = folded.get(wanted)
        if near is None and len(wanted) >= _LEAST_LETTERS:
            found = process.extractOne(
                wanted, compared, scorer=OSA.distance, score_cutoff=_MOST_EDITS
            )
            near = folded[found[0]] if found else None
        if near:
            message = f"no row is called “{entry.ref}”: write “{near}”"
            yield entry, Fault("ref", "unknown-ref", message)
