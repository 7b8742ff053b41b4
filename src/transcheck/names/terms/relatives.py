"""Names that stand beside a near one and are no damage of it: a people, a short form."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.model import Concept, LeftAlone, Place
from transcheck.names.index import NameIndex
from transcheck.names.terms.matching import Hit
from transcheck.names.words.demonyms import is_demonym
from transcheck.text.fold import fold


def note_relatives(hits: Iterable[Hit], index: NameIndex) -> tuple[LeftAlone, ...]:
    """Return what the glossary tells apart: Serbian beside Serbia, BiH beside its long form."""
    first: dict[str, tuple[Concept, Place]] = {}
    for hit in hits:
        concept = index.concepts[hit.entry.concept]
        first.setdefault(concept.name, (concept, Place(hit.segment, hit.span)))
    notes = []
    for name, (concept, place) in first.items():
        if concept.kind == "demonym":
            folded = fold(name)
            near = (n for n, (c, _) in first.items() if c.kind == "place" and _is_of(n, folded))
            reason = "a people, its adjective or its plural"
        elif concept.kind == "acronym":
            near = (other for other in first if other == concept.ref)
            reason = "its short form"
        else:
            continue
        beside = next(near, None)
        if beside is not None:
            places = tuple(sorted((place, first[beside][1])))
            notes.append(LeftAlone(f"{name} beside {beside}", concept.kind, reason, places))
    return tuple(notes)


def _is_of(place: str, folded: str) -> bool:
    return is_demonym(fold(place), folded)
