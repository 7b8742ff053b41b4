"""CSV: one finding a row, for a spreadsheet or a script; no cell can become a formula.

Every cell is quoted, UTF-8 without a byte order mark, comma-separated, lines end in LF.
"""

from __future__ import annotations

import csv
import io

from transcheck.model import FormatInfo, Report
from transcheck.reports.table import COLUMNS, guard, list_rows

FORMAT = FormatInfo(name="csv", title="One finding a row, for spreadsheets", all_findings=True)


def render(report: Report) -> str:
    """Return a header, then a row for each finding and for what could not be checked."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow([column.name for column in COLUMNS])
    writer.writerows([guard(cell) for cell in row] for row in list_rows(report))
    return out.getvalue()
