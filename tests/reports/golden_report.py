"""The one report that all formats are compared on: tests/samples/report-article.txt, checked."""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path
from types import ModuleType

from msgspec.structs import replace
from openpyxl import load_workbook

import transcheck
from transcheck.model import Report, Skipped
from transcheck.reports import find_formats

TESTS = Path(__file__).parents[1]
SAMPLES = TESTS / "samples"
GOLDEN = TESTS / "golden"
ARTICLE = "report-article.txt"
GLOSSARY = "report-glossary.csv"
FORMATS = {module.FORMAT.name: module for module in find_formats()}
# Fixed, so that neither a release nor the Python that runs the tests changes the golden files.
SIGNATURE = (
    "transcheck:0.0.0|checks:14@000000|glossaries:report-glossary@000000|config:000000|"
    "langid:none|unicode:0.0.0|weights:0-1-5-25|report/1"
)
UNREAD = Skipped("letters/gone.txt", "no such file or folder")


@cache
def golden_report() -> Report:
    """Check the sample as a program would, from its folder, beside a file that is not there."""
    here = Path.cwd()
    os.chdir(SAMPLES)
    try:
        report = transcheck.check_file(ARTICLE, glossary=GLOSSARY, shipped=False, source_lang="sr")
    finally:
        os.chdir(here)
    summary = replace(report.summary, skipped=1)
    return replace(report, signature=SIGNATURE, summary=summary, skipped=(UNREAD,))


def render(form: ModuleType, report: Report) -> str:
    """Render without colour; of a workbook, the cells: a tab between them, a row a line."""
    made = form.render(report)
    return read_cells(made) if form.FORMAT.binary else str(made)


def read_cells(workbook: bytes) -> str:
    """Return what a sheet says."""
    rows = load_workbook(io.BytesIO(workbook)).active.iter_rows(values_only=True)
    return "".join(
        "\t".join("" if cell is None else str(cell) for cell in row) + "\n" for row in rows
    )


def describe_sheet(workbook: bytes) -> str:
    """Return what a sheet says and how it is laid out, whatever release of the library made it."""
    book = load_workbook(io.BytesIO(workbook))
    sheet = book.active
    widths = {name: round(column.width) for name, column in sorted(sheet.column_dimensions.items())}
    laid_out = (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, book.properties.created)
    return f"{laid_out}\n{widths}\n{read_cells(workbook)}"
