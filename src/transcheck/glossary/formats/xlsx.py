"""A glossary in a spreadsheet: .xlsx is read and written, .ods (LibreOffice) is read.

The sheet that has a column `name` is read, the first of several, with the columns of transcheck's
own CSV. Without one the first sheet is a plain list: source term and name, or names only. Cells are
text: a name that the spreadsheet program has made a date or a formula is refused by its address.
Needs the extra `sheets`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from transcheck.errors import UsageError
from transcheck.glossary.concepts import number_twins
from transcheck.glossary.engines.limits import leave_out
from transcheck.glossary.engines.pairs import join_entries
from transcheck.glossary.engines.plain import read_plain
from transcheck.glossary.exchange import GlossaryFile, GlossaryFormat, Pair, Reading, Writing
from transcheck.glossary.native.records import MOST_CHARACTERS, Record
from transcheck.glossary.native.rows import make_row, read_row
from transcheck.glossary.native.sheet import COLUMNS, Sheet, fill_sheet
from transcheck.model import Concept

GLOSSARY_FORMAT = GlossaryFormat("xlsx", "spreadsheet (.xlsx; .ods is read)", (".xlsx", ".ods"))
_MOST_ROWS = 1_048_576


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the rows of the sheet with a column `name`, else the pairs of the first sheet."""
    from transcheck.glossary.workbooks import read_workbook

    sheets = read_workbook(file.content, file.path)
    native = next((one for one in sheets if one.rows and "name" in _header(one.rows[0])), None)
    chosen = native or next(iter(sheets), None)
    issues = Sheet(file.path)
    rows: list[Record] = []
    if chosen:
        issues.problems += chosen.problems
        rows = [_compose(row) for row in chosen.rows]
    if not rows and not issues.problems:
        issues.report(1, "empty-file", "the first sheet is empty", unusable=True)
    if native:
        _pad(rows)
        fill_sheet(issues, iter(rows))
        concepts = number_twins(read_row(row, file.name) for row in issues.rows)
        return Reading(concepts, tuple(issues.problems))
    entries, notes = read_plain(issues, rows, pair)
    return Reading(join_entries(entries, file.name), tuple(issues.problems), tuple(notes))


def _compose(row: Record) -> Record:
    line, last, cells = row
    return line, last, [unicodedata.normalize("NFC", cell) for cell in cells]


def _header(row: Record) -> list[str]:
    return [cell.strip() for cell in row[2]]


def _pad(rows: list[Record]) -> None:
    """Give each row the cells that are empty at its end, which a spreadsheet does not keep."""
    width = len(rows[0][2])
    for _, _, cells in rows:
        cells += [""] * (width - len(cells))


def write(concepts: Sequence[Concept], pair: Pair) -> Writing:
    """Return a workbook of one sheet with the eight columns of transcheck's own CSV."""
    from transcheck.glossary.workbooks import write_workbook

    if pair.suffix.lower() == ".ods":
        raise UsageError("an .ods workbook is read, not written", hint="Name the file .xlsx")
    if len(concepts) >= _MOST_ROWS:
        hint = "Split it by kind, and convert the parts"
        message = f"a sheet holds {_MOST_ROWS - 1:,} rows, the glossary has {len(concepts):,}"
        raise UsageError(message, hint=hint)
    losses: list[str] = []
    rows = [COLUMNS, *_fitting(concepts, losses)]
    return Writing(write_workbook(rows, "Glossary"), tuple(losses))


def _fitting(concepts: Sequence[Concept], losses: list[str]) -> Iterator[tuple[str, ...]]:
    long: list[str] = []
    for concept in concepts:
        row = make_row(concept)
        if max(map(len, row)) <= MOST_CHARACTERS:
            yield row
        else:
            long.append(concept.name)
    losses += leave_out("row", long, f"a cell holds at most {MOST_CHARACTERS:,} characters")
