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


def keep_language(concepts: tuple[Concept, ...], target: str) -> tuple[Concept, ...]:
    """Return the rows that count in articles of a language, by their `lang`.

    English is what a row is without a `lang`, so English rows count in every language; where a
    row of the language itself says otherwise, they give way. A termbase without a term of the
    language gives its first one as the name: that is no word about where the row counts.
    """
    wanted = _main(target)
    own = [one for one in concepts if _main(one.lang) == wanted or one.file.endswith(_TERMBASES)]
    if len(own) == len(concepts) or wanted == _DEFAULT:
        return tuple(own)
    written = {form for one in own for form in (one.name, *one.admitted)}
    rejected = {form for one in own for form in one.rejected}

    def stands(term: Term) -> bool:
        return term.text not in (written if term.status is Status.DEPRECATED else rejected)

    kept = []
    for concept in concepts:
        if _main(concept.lang) == wanted or concept.file.endswith(_TERMBASES):
            kept.append(concept)
        elif _main(concept.lang) == _DEFAULT and concept.name not in rejected:
            terms = tuple(t for t in concept.terms if t.lang != concept.lang or stands(t))
            kept.append(msgspec.structs.replace(concept, terms=terms))
    return tuple(kept)


_DEFAULT = "en"
_TERMBASES = (".tbx", ".tmx", ".xlf", ".xliff")


def _main(tag: str) -> str:
    return tag.partition("-")[0].lower()
