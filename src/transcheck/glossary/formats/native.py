"""The native glossary: a UTF-8 CSV file with a header, one concept a row.

Written with all eight columns in order, commas, line feeds and no byte order mark; a file that
is in this form already comes out byte for byte as it went in.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from transcheck.glossary.concepts import number_twins
from transcheck.glossary.exchange import GlossaryFile, GlossaryFormat, Pair, Reading, Writing
from transcheck.glossary.native.cells import guard
from transcheck.glossary.native.rows import make_row, read_row
from transcheck.glossary.native.sheet import COLUMNS, read_sheet
from transcheck.model import Concept

GLOSSARY_FORMAT = GlossaryFormat("csv", "transcheck's own CSV", (".csv",))


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the rows of a native glossary as concepts; a row says its own languages."""
    sheet = read_sheet(file.path, file.content, compose=True)
    name = file.name
    concepts = number_twins(read_row(row, name) for row in sheet.rows)
    return Reading(concepts, tuple(sheet.problems))


def write(concepts: Sequence[Concept], pair: Pair) -> Writing:
    """Return a native glossary; a cell that a spreadsheet would take for a formula is guarded."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(map(guard, make_row(concept)) for concept in concepts)
    return Writing(text.getvalue().encode())
