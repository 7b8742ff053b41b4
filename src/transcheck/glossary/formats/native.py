"""The native glossary: a UTF-8 CSV file with a header, one concept a row."""

from __future__ import annotations

from pathlib import Path

from transcheck.errors import UsageError
from transcheck.glossary.concepts import concept_id, number_twins
from transcheck.glossary.lists import split_list, split_source
from transcheck.glossary.sheet import Row, read_sheet
from transcheck.model import Concept, ReaderInfo, Status, Term

GLOSSARY_FORMAT = ReaderInfo("csv", (".csv",))


def load(path: str, content: bytes | None = None) -> tuple[Concept, ...]:
    """Return the concepts of a native glossary; raise UsageError at the first fault in it."""
    sheet = read_sheet(path, content, compose=True)
    if sheet.problems:
        worst = next((p for p in sheet.problems if p.unusable), sheet.problems[0])
        more = len(sheet.problems) - 1
        hint = f"`transcheck glossary lint` lists {more} more" if more else None
        line = None if worst.id == "missing-file" else worst.line
        raise UsageError(worst.message, path=path, line=line, hint=hint)
    file = Path(path).name
    return number_twins(_concept(row, file) for row in sheet.rows)


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
