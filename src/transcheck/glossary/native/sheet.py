"""The native glossary file as rows, with every reason why it cannot be loaded.

The loader stops at the first reason, `glossary lint` reports them all: both read them here, so
that they never disagree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from operator import itemgetter

import msgspec

from transcheck.errors import UsageError, did_you_mean
from transcheck.glossary.issues import IssueList
from transcheck.glossary.native.lists import split_list
from transcheck.glossary.native.records import (
    Record,
    decode,
    read_bytes,
    refuse_suffix,
    split_commas,
)
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural

COLUMNS = ("name", "kind", "admitted", "rejected", "source", "lang", "note", "ref")
FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""
_SEPARATORS = ((";", "semicolons"), ("\t", "tabs"))


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


class Sheet(IssueList):
    """The rows that could be read, and the reasons why the file cannot be loaded."""

    rows: list[Row] = msgspec.field(default_factory=list)


def read_sheet(path: str, content: bytes | None = None, *, compose: bool = False) -> Sheet:
    """Read a glossary file; `content` is its bytes where they are already at hand.

    With `compose` letters and their marks are joined (NFC); lint wants them as they stand.
    """
    sheet = Sheet(path)
    text = _read(sheet, content)
    if text is None:
        return sheet
    if not text.strip():
        sheet.report(1, "empty-file", _EMPTY, unusable=True)
        return sheet
    text = unicodedata.normalize("NFC", text) if compose else text
    return fill_sheet(sheet, split_commas(sheet, text))


def fill_sheet(sheet: Sheet, records: Iterator[Record]) -> Sheet:
    """Read a header and its rows, from a file or from a table of a spreadsheet."""
    header = next(records, None)
    if header is None:
        return sheet
    line, _, cells = header
    columns = [cell.strip() for cell in cells]
    if "name" not in columns:
        sheet.report(line, "no-name-column", say_no_name(columns), unusable=True)
        return sheet
    _check_columns(sheet, line, columns)
    _add_rows(sheet, columns, records)
    find_clashes(sheet)
    sheet.problems.sort(key=lambda problem: problem.line)
    return sheet


_EMPTY = f"the file is empty: write a header ({','.join(COLUMNS)}) and one name a row"


_MARKUP = (
    "the file is XML or HTML, not CSV: name it by its format (.tbx, .tmx, .xlf) and turn it into "
    "CSV with `transcheck glossary convert`"
)


def _is_markup(cells: Sequence[str]) -> bool:
    return cells[0].lstrip().startswith("<")


def _header_hint() -> str:
    return f"columns: {', '.join(COLUMNS)}; separated by commas"


def _read(sheet: Sheet, content: bytes | None) -> str | None:
    if refused := refuse_suffix(sheet.file):
        sheet.report(1, "refused-format", refused, unusable=True)
        return None
    try:
        data = read_bytes(sheet.file) if content is None else content
    except UsageError as error:
        hint = error.hint or ""
        id = "missing-file" if error.__cause__ else "file-size"
        sheet.report(1, id, f"{error.message}: {hint[:1].lower()}{hint[1:]}", unusable=True)
        return None
    return decode(sheet, data)


def say_no_name(cells: Sequence[str]) -> str:
    """Return what is wrong with a header without `name`, and what to do."""
    if _is_markup(cells):
        return _MARKUP
    for separator, word in _SEPARATORS:
        if len(cells) == 1 and separator in cells[0]:
            cause = f"the cells are separated by {word}, save the file as CSV with commas"
            return f"no column is called `name`: {cause} ({_header_hint()})"
    near = [column for column in cells if column.lower() == "name"]
    if near:
        return f"no column is called `name`: write it so instead of `{near[0]}`"
    return f"no column is called `name`: the header must hold it ({_header_hint()})"


def _check_columns(sheet: Sheet, line: int, columns: Sequence[str]) -> None:
    for place, column in enumerate(columns):
        if column in columns[:place]:
            message = f"the column `{column}` stands twice: keep one"
            sheet.report(line, "unknown-column", message)
        elif column not in COLUMNS:
            sheet.report(line, "unknown-column", _unknown(column))


def _unknown(column: str) -> str:
    if not column:
        return f"a column has no name: remove it or name it ({_header_hint()})"
    for separator, word in _SEPARATORS:
        if separator in column:
            return f"the cells are separated by {word}: save the file as CSV with commas"
    remedy = did_you_mean(column.lower(), COLUMNS, f"The {_header_hint()}")
    return f"unknown column `{show_controls(column)}`. {remedy}"


def say_cell_count(cells: Sequence[str], columns: Sequence[str]) -> str:
    """Say that a row has more or fewer cells than the header."""
    return (
        f"the row has {plural(len(cells), 'cell')}, the header {len(columns)}: "
        "quote a cell that holds a comma, or add the missing commas"
    )


def _add_rows(sheet: Sheet, columns: Sequence[str], records: Iterator[Record]) -> None:
    # A column that is not in the file is read from the empty cell put behind the last one.
    pick = itemgetter(*(columns.index(c) if c in columns else len(columns) for c in COLUMNS))
    for line, _, cells in records:
        if len(cells) != len(columns):
            sheet.report(line, "cell-count", say_cell_count(cells, columns))
            continue
        cells.append("")
        row = Row(line, *[unguard(cell) if cell[:1] == "'" else cell for cell in pick(cells)])
        if row.name.strip():
            sheet.rows.append(row)
        else:
            message = "the row has no name: write one or delete the row"
            sheet.report(line, "empty-name", message, column="name")


def unguard(cell: str) -> str:
    """Undo a spreadsheet's guard against formulas: `'=x` stands for `=x`."""
    return cell[1:] if cell[:1] == "'" and cell.lstrip("'").startswith(FORMULA) else cell


def find_clashes(sheet: Sheet) -> None:
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
            sheet.report(row.line, "equal-rows", message, column="name")
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
            column = "rejected" if here == row.line else "name"
            sheet.report(here, "rejected-name", message, column=column)
