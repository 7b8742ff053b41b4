"""The native glossary: a UTF-8 CSV file with a header, one concept a row."""

from __future__ import annotations

from transcheck.glossary.concepts import concept_id, number_twins
from transcheck.glossary.exchange import GlossaryFile, GlossaryFormat, Pair, Reading
from transcheck.glossary.lists import split_list, split_source
from transcheck.glossary.sheet import Row, read_sheet
from transcheck.model import Concept, Status, Term

GLOSSARY_FORMAT = GlossaryFormat("csv", "transcheck's own CSV", (".csv",))


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the rows of a native glossary as concepts; a row says its own languages."""
    sheet = read_sheet(file.path, file.content, compose=True)
    concepts = number_twins(_concept(row, file.name) for row in sheet.rows)
    return Reading(concepts, tuple(sheet.problems))


def _concept(row: Row, file: str) -> Concept:
    name, kind, lang = row.name.strip(), row.kind.strip(), row.lang.strip() or "en"
    terms = [Term(name, lang)]
    if row.admitted:
        terms += [Term(form, lang, Status.ADMITTED) for form in split_list(row.admitted)]
    if row.rejected:
        terms += [Term(form, lang, Status.DEPRECATED) for form in split_list(row.rejected)]
    if row.source:
        for tag, form in map(split_source, split_list(row.source)):
            # "und" is BCP 47 for a language nobody named; lint asks for it.
            terms += [Term(form, tag or "und")] if form else []
    note, ref = row.note.strip(), row.ref.strip()
    id = concept_id(name, kind)
    return Concept(id, name, kind, tuple(terms), lang, note, ref, file, row.line)
