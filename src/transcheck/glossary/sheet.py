"""The native glossary file as rows, with every reason why it cannot be loaded.

The loader stops at the first reason, `glossary lint` reports them all: both read them here, so
that they never disagree.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path

import msgspec

from transcheck.errors import did_you_mean
from transcheck.glossary.issues import GlossaryIssue
from transcheck.glossary.lists import split_list
from transcheck.text.plural import plural

COLUMNS = ("name", "kind", "admitted", "rejected", "source", "lang", "note", "ref")
FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""


class Row(msgspec.Struct, gc=False):
    """One row: the line it starts on, counted as an editor counts, and its cells as they stand."""

    line: int
    name: str = ""
    kind: str = ""
    admitted: str = ""
    rejected: str = ""
    source: str = ""
    lang: str = ""
    note: str = ""
    ref: str = ""


class Sheet(msgspec.Struct):
    """The rows that could be read, and the reasons why the file cannot be loaded."""

    file: str
    rows: list[Row] = []
    problems: list[GlossaryIssue] = []

    def report(self, line: int, id: str, message: str, *, unusable: bool = False) -> None:
        """Add a reason."""
        self.problems.append(GlossaryIssue(self.file, line, id, message, unusable))


def read_sheet(path: str, content: bytes | None = None, *, compose: bool = False) -> Sheet:
    """Read a glossary file; `content` is its bytes where they are already at hand.

    With `compose` letters and their marks are joined (NFC); lint wants them as they stand.
    """
    sheet = Sheet(path)
    text = _decode(sheet, content)
    if text is None:
        return sheet
    if not text.strip():
        sheet.report(1, "empty-file", _EMPTY, unusable=True)
        return sheet
    lines = _records(sheet, unicodedata.normalize("NFC", text) if compose else text)
    header = next(lines, None)
    if header is None:
        return sheet
    columns = _columns(sheet, *header)
    if "name" not in columns:
        problem = f"no column is called `name`: the header must hold it ({_header_hint()})"
        sheet.report(header[0], "no-name-column", problem, unusable=True)
        return sheet
    _add_rows(sheet, columns, lines)
    _find_clashes(sheet)
    sheet.problems.sort(key=lambda problem: problem.line)
    return sheet


_EMPTY = f"the file is empty: write a header ({','.join(COLUMNS)}) and one name a row"


def _header_hint() -> str:
    return f"columns: {', '.join(COLUMNS)}; separated by commas"


def _decode(sheet: Sheet, content: bytes | None) -> str | None:
    try:
        data = Path(sheet.file).read_bytes() if content is None else content
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"the glossary cannot be read ({reason}): check the path"
        sheet.report(1, "missing-file", message, unusable=True)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        offset = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        where = f"byte {offset} (0x{data[offset]:02X}) is not UTF-8"
        line = data.count(b"\n", 0, offset) + 1
        sheet.report(line, "encoding", f"{where}: save the file as UTF-8", unusable=True)
        return None


def _records(sheet: Sheet, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (first line, cells) of each record that is not a blank line."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        message = 'a quote opened in this row is not closed, or one inside a cell is not written ""'
        sheet.report(line, "unclosed-quote", message, unusable=True)


def _columns(sheet: Sheet, line: int, cells: Sequence[str]) -> list[str]:
    columns = [cell.strip() for cell in cells]
    for place, column in enumerate(columns):
        if column in columns[:place]:
            message = f"the column `{column}` stands twice: keep one"
            sheet.report(line, "unknown-column", message)
        elif column not in COLUMNS:
            sheet.report(line, "unknown-column", _unknown(column))
    return columns


def _unknown(column: str) -> str:
    if not column:
        return f"a column has no name: remove it or name it ({_header_hint()})"
    for separator, word in ((";", "semicolons"), ("\t", "tabs")):
        if separator in column:
            return f"the cells are separated by {word}: save the file as CSV with commas"
    remedy = did_you_mean(column.lower(), COLUMNS, f"The {_header_hint()}")
    return f"unknown column `{column}`. {remedy}"


def _add_rows(sheet: Sheet, columns: Sequence[str], lines: Iterator[tuple[int, list[str]]]) -> None:
    # A column that is not in the file is read from the empty cell put behind the last one.
    pick = itemgetter(*(columns.index(c) if c in columns else len(columns) for c in COLUMNS))
    for line, cells in lines:
        if len(cells) != len(columns):
            message = (
                f"the row has {plural(len(cells), 'cell')}, the header {len(columns)}: "
                "quote a cell that holds a comma, or add the missing commas"
            )
            sheet.report(line, "cell-count", message)
            continue
        cells.append("")
        row = Row(line, *map(unguard, pick(cells)))
        if row.name.strip():
            sheet.rows.append(row)
        else:
            sheet.report(line, "empty-name", "the row has no name: write one or delete the row")


def unguard(cell: str) -> str:
    """Undo a spreadsheet's guard against formulas: `'=x` stands for `=x`."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA else cell


def _find_clashes(sheet: Sheet) -> None:
    """Report rows equal in name and kind, and rejected forms that are another row's name.

    Forms are compared within one language. Of clashing rows the later is named.
    """
    first: dict[tuple[str, str, str], int] = {}
    named: dict[tuple[str, str], int] = {}
    for row in sheet.rows:
        name, kind, lang = row.name.strip(), row.kind.strip(), row.lang.strip() or "en"
        earlier = first.setdefault((name, kind, lang), row.line)
        named.setdefault((name, lang), row.line)
        if earlier != row.line:
            message = f"“{name}” stands on line {earlier} with the same kind: join the two rows"
            sheet.report(row.line, "equal-rows", message)
    for row in sheet.rows:
        if not row.rejected:
            continue
        name, lang = row.name.strip(), row.lang.strip() or "en"
        for form in split_list(row.rejected):
            other = named.get((form, lang))
            if other is None or form == name:
                continue
            here, there = max(row.line, other), min(row.line, other)
            message = (
                f"“{form}” is rejected for “{name}” and is the name of another row "
                f"(lines {there} and {here}): take it out of `rejected`, or mend the other row"
            )
            sheet.report(here, "rejected-name", message)
