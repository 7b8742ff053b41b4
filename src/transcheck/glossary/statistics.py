"""What a glossary holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transcheck.model import Concept, Record


class Statistics(Record, frozen=True):
    """Rows by kind, forms by language and status, the longest name, names in several rows."""

    rows: int
    kinds: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]
    admitted: int
    rejected: int
    notes: int
    longest: str
    repeated: tuple[str, ...]


def count(concepts: Sequence[Concept]) -> Statistics:
    """Count what stands in the rows of one glossary or of several."""
    names = Counter(concept.name for concept in concepts)
    return Statistics(
        rows=len(concepts),
        kinds=_ordered(Counter(concept.kind for concept in concepts)),
        sources=_ordered(Counter(term.lang for one in concepts for term in one.sources)),
        admitted=sum(len(concept.admitted) for concept in concepts),
        rejected=sum(len(concept.rejected) for concept in concepts),
        notes=sum(bool(concept.note) for concept in concepts),
        longest=max(names, key=lambda name: (len(name), name), default=""),
        repeated=tuple(sorted(name for name, times in names.items() if times > 1)),
    )


def _ordered(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Return counts, the largest first, equal ones by name."""
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
