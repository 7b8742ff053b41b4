"""Concepts from files that set languages side by side: TBX, TMX, XLIFF.

The target language gives a concept its name, its admitted and its rejected forms; the forms of
all other languages are its sources.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from transcheck.glossary.concepts import concept_id
from transcheck.glossary.exchange import Pair
from transcheck.glossary.languages import covers
from transcheck.glossary.tally import Tally
from transcheck.model import Concept, Status, Term


class FoundTerm(msgspec.Struct, gc=False):
    """A form as a file has it: its language, and its status where the file says one."""

    text: str
    lang: str
    status: Status | None = None


class FoundConcept(msgspec.Struct):
    """What a file says of one concept."""

    row: int
    terms: list[FoundTerm] = []
    kind: str = ""
    notes: list[str] = []
    ref: str = ""


def settle(
    found: FoundConcept, pair: Pair, file: str, tally: Tally, own: str = ""
) -> Concept | None:
    """Return the concept, None when it has no form that may be used.

    Where the target language has none, the file's `own` gives the name, else the first language.
    """
    terms = [term for term in found.terms if term.text]
    tally.add("form", "left out, being empty", len(found.terms) - len(terms))
    if not terms:
        tally.add("concept", "left out, having no form")
        return None
    lang = _choose_lang(terms, (pair.target, own))
    mine = sorted((t for t in terms if covers(lang, t.lang)), key=lambda term: term.lang != lang)
    name = _choose_name(mine)
    if name is None:
        why = f"left out, as no form may be used in {lang}"
        tally.add("concept", why, example=terms[0].text)
        return None
    if lang != own and not covers(pair.target, lang):
        tally.add("concept", f"no form in {pair.target}, named in {lang}", example=name.text)
    forms = [*_use(mine, name, lang, tally)]
    for term in terms:
        if not covers(lang, term.lang):
            forms.append(Term(term.text, term.lang))
            if term.status not in (None, Status.PREFERRED):
                why = "status not kept: transcheck has one for the target language only"
                tally.add("source form", why)
    id, note = concept_id(name.text, found.kind), join_notes(found.notes)
    return Concept(id, name.text, found.kind, tuple(forms), lang, note, found.ref, file, found.row)


def join_notes(notes: Iterable[str]) -> str:
    """Return several notes as one."""
    return "; ".join(dict.fromkeys(filter(None, notes)))


def choose_sources(concept: Concept, pair: Pair, tally: Tally) -> list[Term]:
    """Return the source forms to write: those of the source language when one was asked for."""
    if pair.source is None:
        return list(concept.sources)
    kept = []
    for term in concept.sources:
        if covers(pair.source, term.lang):
            kept.append(term)
        else:
            why = f"left out, as only {pair.source} was asked for"
            tally.add("source form", why, example=term.lang)
    return kept


def _choose_lang(terms: list[FoundTerm], asked: Iterable[str]) -> str:
    for lang in filter(None, asked):
        if any(covers(lang, term.lang) for term in terms):
            return lang
    return terms[0].lang


def _choose_name(terms: list[FoundTerm]) -> FoundTerm | None:
    for status in (Status.PREFERRED, None, Status.ADMITTED):
        for term in terms:
            if term.status is status:
                return term
    return None


def _use(terms: list[FoundTerm], name: FoundTerm, lang: str, tally: Tally) -> list[Term]:
    """Return the forms of the target language: the name, those admitted, those rejected."""
    admitted, rejected = [Term(name.text, lang)], []
    written = {name.text}
    for term in terms:
        if term.lang != lang:
            tally.add("form", f"counted as {lang}", example=term.lang)
            # The same form in en-US and en-GB says nothing twice.
            if term is not name and term.text in written:
                continue
        written.add(term.text)
        if term is name:
            continue
        if term.status in (Status.DEPRECATED, Status.SUPERSEDED):
            rejected.append(Term(term.text, lang, Status.DEPRECATED))
        else:
            admitted.append(Term(term.text, lang, Status.ADMITTED))
        if term.status is Status.SUPERSEDED:
            tally.add("superseded form", "rejected from now on, as transcheck keeps no history")
        elif term.status is Status.PREFERRED:
            tally.add("further preferred form", "admitted instead, as a concept has one name")
    return admitted + rejected
