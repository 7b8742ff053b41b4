"""Concepts from what a glossary row says, with ids that are stable and unique."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from transcheck.model import Concept

_GAP = re.compile(r"\W+")


def concept_id(name: str, kind: str) -> str:
    """Return the id of a concept: `person:mark-rutte`. Marks stay, so Peć and Pec differ."""
    slug = _GAP.sub("-", name.casefold()).strip("-") or name
    return f"{kind or 'name'}:{slug}"


def number_twins(concepts: Iterable[Concept]) -> tuple[Concept, ...]:
    """Return the concepts with `-2`, `-3` … after an id that stands already."""
    seen: set[str] = set()
    # Where counting goes on: a file of one name 100,000 times must not count from 2 each time.
    numbers: dict[str, int] = {}
    unique = []
    for concept in concepts:
        id, number = concept.id, numbers.get(concept.id, 2)
        while id in seen:
            id, number = f"{concept.id}-{number}", number + 1
            numbers[concept.id] = number
        seen.add(id)
        unique.append(concept if id == concept.id else msgspec.structs.replace(concept, id=id))
    return tuple(unique)
