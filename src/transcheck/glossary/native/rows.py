"""A concept as a row of the native glossary, and back."""

from __future__ import annotations

from transcheck.glossary.concepts import concept_id
from transcheck.glossary.native.cells import join_list
from transcheck.glossary.native.lists import split_list, split_source
from transcheck.glossary.native.sheet import Row
from transcheck.model import Concept, Status, Term

DEFAULT_LANG = "en"
_UNNAMED = "und"  # BCP 47 for a language nobody named; lint asks for it.


def read_row(row: Row, file: str) -> Concept:
    """Return the concept of a row; `file` is the name of its glossary."""
    name, kind, lang = row.name.strip(), row.kind.strip(), row.lang.strip() or DEFAULT_LANG
    terms = [Term(name, lang)]
    if row.admitted:
        terms += [Term(form, lang, Status.ADMITTED) for form in split_list(row.admitted)]
    if row.rejected:
        terms += [Term(form, lang, Status.DEPRECATED) for form in split_list(row.rejected)]
    if row.source:
        for tag, form in map(split_source, split_list(row.source)):
            terms += [Term(form, tag or _UNNAMED)] if form else []
    note, ref = row.note.strip(), row.ref.strip()
    id = concept_id(name, kind)
    return Concept(id, name, kind, tuple(terms), lang, note, ref, file, row.line)


def make_row(concept: Concept) -> tuple[str, ...]:
    """Return the eight cells of a concept, in the order of the columns.

    A second preferred form is an admitted one, a superseded one is rejected: both are what an
    editor would do with them.
    """
    own = [term for term in concept.terms if term.lang == concept.lang]
    admitted = [t.text for t in own if t.status in _ALLOWED and t.text != concept.name]
    rejected = [t.text for t in own if t.status not in _ALLOWED]
    lang = "" if concept.lang == DEFAULT_LANG else concept.lang
    return (
        concept.name,
        concept.kind,
        join_list(admitted),
        join_list(rejected),
        join_list(map(_with_language, concept.sources)),
        lang,
        concept.note,
        concept.ref,
    )


_ALLOWED = (Status.PREFERRED, Status.ADMITTED)


def _with_language(term: Term) -> str:
    bare = term.lang == _UNNAMED and ":" not in term.text
    return term.text if bare else f"{term.lang}:{term.text}"
