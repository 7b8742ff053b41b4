"""Concepts as rows, for tests of exchange: what an editor sees, without ids and places."""

from __future__ import annotations

from transcheck.glossary.concepts import concept_id
from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats import native
from transcheck.model import Concept, Status, Term

HEADER = "name,kind,admitted,rejected,source,lang,note,ref\n"


def from_native(text: str) -> tuple[Concept, ...]:
    """Return the concepts of a native glossary without its header."""
    return native.read(GlossaryFile("names.csv", (HEADER + text).encode()), Pair()).concepts


def build(
    name: str,
    *,
    kind: str = "",
    admitted: tuple[str, ...] = (),
    rejected: tuple[str, ...] = (),
    sources: tuple[tuple[str, str], ...] = (),
    lang: str = "en",
    note: str = "",
    ref: str = "",
) -> Concept:
    """Return a concept as the native reader builds it."""
    terms = [Term(name, lang)]
    terms += [Term(form, lang, Status.ADMITTED) for form in admitted]
    terms += [Term(form, lang, Status.DEPRECATED) for form in rejected]
    terms += [Term(form, tag) for tag, form in sources]
    return Concept(concept_id(name, kind), name, kind, tuple(terms), lang, note, ref)


def show(concept: Concept) -> tuple[object, ...]:
    """Return all that a row of the native glossary says."""
    return concept.name, concept.kind, concept.terms, concept.lang, concept.note, concept.ref
