"""One line of a native glossary: cells quoted where they must be, guarded against formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from transcheck.glossary.native.lists import escape
from transcheck.glossary.native.sheet import FORMULA


def write_line(cells: Iterable[str], end: str = "\n") -> str:
    """Return cells as a line of CSV; one that a spreadsheet would reckon gets a leading '."""
    out = io.StringIO()
    csv.writer(out, lineterminator=end).writerow([guard(cell) for cell in cells])
    return out.getvalue()


def guard(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def join_list(items: Iterable[str]) -> str:
    """Return items as one cell."""
    return "|".join(map(escape, items))


def join_sources(forms: Iterable[tuple[str, str]]) -> str:
    """Return (language, form) as one cell: `sr:Mark Rute|mk:Марк Руте`."""
    return join_list(f"{lang}:{form}" for lang, form in forms)
