"""A native glossary as it stands in its file: every cell and the very text of every row."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from transcheck.errors import UsageError
from transcheck.glossary.issues import IssueList
from transcheck.glossary.native.records import (
    Record,
    decode,
    read_bytes,
    refuse_suffix,
    split_commas,
)
from transcheck.glossary.native.sheet import say_cell_count, say_no_name

Key = tuple[str, str, str, int]
_BOM = "\ufeff"


@dataclass
class TableRow:
    """A row: its line, its cells as they stand by column, and its text.

    Its line end belongs to the text, and so do blank lines between it and the next row.
    """

    line: int
    cells: dict[str, str]
    text: str = ""

    def cell(self, column: str) -> str:
        """Return a cell as it is loaded: blanks around it gone, letters and marks joined (NFC)."""
        return unicodedata.normalize("NFC", self.cells.get(column, "").strip())


@dataclass
class Table:
    """A file: its columns, its rows, and the text before and after them."""

    path: str
    columns: list[str] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)
    head: str = ""
    tail: str = ""
    line_end: str = "\n"

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join([self.head, *(row.text for row in self.rows), self.tail])

    @cached_property
    def keyed(self) -> dict[Key, TableRow]:
        """The rows by name, kind and language, and a number where several have them."""
        rows: dict[Key, TableRow] = {}
        for row in self.rows:
            name, kind, lang = row.cell("name"), row.cell("kind"), row.cell("lang") or "en"
            number = 0
            while (name, kind, lang, number) in rows:
                number += 1
            rows[name, kind, lang, number] = row
        return rows

    def write(self, cells: dict[str, str], columns: Sequence[str]) -> str:
        """Return a row as text with the line end of this file."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator=self.line_end)
        writer.writerow([cells.get(column, "") for column in columns])
        return text.getvalue()


def read_table(path: str) -> Table:
    """Read a native glossary; an empty file has no rows. Raise UsageError for a broken one."""
    if refused := refuse_suffix(path):
        raise UsageError(refused, path=path)
    return parse_table(path, read_bytes(path))


def parse_table(path: str, data: bytes) -> Table:
    """Return the table in the bytes of a file called `path`, as `read_table` does."""
    issues = IssueList(path)
    text = decode(issues, data)
    records = list(split_commas(issues, text or ""))
    if not issues.problems and records:
        _check(issues, records)
    if issues.problems:
        worst = issues.problems[0]
        raise UsageError(worst.message, path=path, line=worst.line)
    table = Table(path)
    if records:
        _fill(table, records, text or "")
    if data.startswith(_BOM.encode()):
        table.head = f"{_BOM}{table.head}"
    return table


def _check(issues: IssueList, records: Sequence[Record]) -> None:
    line, _, header = records[0]
    columns = [cell.strip() for cell in header]
    if "name" not in columns:
        issues.report(line, "no-name-column", say_no_name(header), unusable=True)
    for column in sorted({one for one in columns if columns.count(one) > 1}):
        message = f"the column `{column}` stands twice: keep one"
        issues.report(line, "unknown-column", message, unusable=True)
    for at, _, cells in records[1:]:
        if len(cells) != len(columns):
            issues.report(at, "cell-count", say_cell_count(cells, columns))


def _fill(table: Table, records: Sequence[Record], text: str) -> None:
    # The very line ends that the csv module counts.
    lines = list(io.StringIO(text, newline=""))
    # What stands behind a record, up to the next one, is blank.
    starts = [line - 1 for line, _, _ in records[1:]]
    table.columns = [cell.strip() for cell in records[0][2]]
    table.head = "".join(lines[: starts[0] if starts else records[0][1]])
    table.line_end = next((end for end in ("\r\n", "\r") if lines[0].endswith(end)), "\n")
    ends = [*starts[1:], records[-1][1]]
    for (line, _, cells), start, end in zip(records[1:], starts, ends, strict=False):
        cells_by_column = dict(zip(table.columns, cells, strict=True))
        table.rows.append(TableRow(line, cells_by_column, "".join(lines[start:end])))
    table.tail = "".join(lines[records[-1][1] :])
