"""XLSX: the rows of csv as a sheet to sort and filter, its strings never formulas or links.

XlsxWriter (BSD-2, in the extra `sheets`) writes it: the same report gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime
from importlib.util import find_spec
from itertools import islice

from transcheck.errors import UsageError
from transcheck.model import FormatInfo, Report
from transcheck.reports.table import COLUMNS, list_rows
from transcheck.text.plural import plural

FORMAT = FormatInfo(
    name="xlsx", title="A sheet to sort and filter (extra `sheets`)", all_findings=True, binary=True
)

MOST_ROWS = 1_048_000
_LONGEST_CELL = 32_767
_WRAPPED = ("message", "evidence")
_NO_LETTERS = str.maketrans({"\ufffe": "<U+FFFE>", "\uffff": "<U+FFFF>"})


def refuse_missing() -> None:
    """Raise UsageError, before any work is done, when the library is not installed."""
    if find_spec("xlsxwriter") is None:
        hint = 'Install transcheck with its extra: pipx install --force ".[sheets]" in its folder'
        raise UsageError("the library that writes xlsx is not installed", hint=hint)


def render(report: Report) -> bytes:
    """Return a workbook of one sheet, its head always in sight and ready to filter."""
    refuse_missing()
    from xlsxwriter import Workbook

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(content, options)
    book.set_properties({"title": "transcheck", "created": datetime(2000, 1, 1)})
    sheet = book.add_worksheet("Findings")
    text = book.add_format({"num_format": "@", "valign": "top"})
    wrapped = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    number = book.add_format({"valign": "top"})
    head = book.add_format({"num_format": "@", "bold": True, "bottom": 1})
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, column.width, wrapped if column.name in _WRAPPED else text)
        sheet.write_string(0, at, column.name, head)
    rows = list_rows(report)
    line = 0
    for line, row in enumerate(islice(rows, MOST_ROWS), start=1):
        for at, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(line, at, cell, number)
            elif cell:
                style = wrapped if COLUMNS[at].name in _WRAPPED else text
                sheet.write_string(line, at, _fit(cell), style)
    if left := sum(1 for _ in rows):
        said = f"{plural(left, 'more row')}, in the csv and json reports"
        sheet.write_string(line + 1, 0, said, text)
    sheet.autofilter(0, 0, max(1, line), len(COLUMNS) - 1)
    book.close()
    return content.getvalue()


def _fit(cell: str) -> str:
    safe = cell.translate(_NO_LETTERS)
    return safe if len(safe) <= _LONGEST_CELL else safe[: _LONGEST_CELL - 1] + "…"
