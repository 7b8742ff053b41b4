"""A native glossary as it stands in its file: every cell and the very text of every row."""

from __future__ import annotations

import csv
import io
import unicodedata

import msgspec

from transcheck.errors import UsageError
from transcheck.glossary.issues import IssueList
from transcheck.glossary.native.records import decode, read_bytes, refuse_suffix, split_commas
from transcheck.glossary.native.sheet import say_cell_count, say_no_name

Key = tuple[str, str, str, int]


class TableRow(msgspec.Struct):
    """A row: its line, its cells as they stand by column, and its text with its line end."""

    line: int
    cells: dict[str, str]
    text: str = ""

    def cell(self, column: str) -> str:
        """Return a cell as it is loaded: blanks around it gone, letters and marks joined (NFC)."""
        return unicodedata.normalize("NFC", self.cells.get(column, "").strip())


class Table(msgspec.Struct):
    """A file: its columns, its rows by name, kind and language, the text before and after them."""

    path: str
    columns: list[str] = msgspec.field(default_factory=list)
    rows: dict[Key, TableRow] = msgspec.field(default_factory=dict)
    head: str = ""
    tail: str = ""
    line_end: str = "\n"

    def write(self, cells: dict[str, str], columns: list[str]) -> str:
        """Return a row as text with the line end of this file."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator=self.line_end)
        writer.writerow([cells.get(column, "") for column in columns])
        return text.getvalue()


def read_table(path: str) -> Table:
    """Read a native glossary; an empty file has no rows. Raise UsageError for a broken one."""
    if refused := refuse_suffix(path):
        raise UsageError(refused, path=path)
    issues = IssueList(path)
    data = read_bytes(path)
    text = decode(issues, data)
    records = list(split_commas(issues, text or ""))
    if not issues.problems and records:
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
    if issues.problems:
        worst = issues.problems[0]
        raise UsageError(worst.message, path=path, line=worst.line)
    table = Table(path)
    if records:
        _fill(table, records, text or "")
    if data.startswith(b"\xef\xbb\xbf"):
        table.head = f"\ufeff{table.head}"
    return table


def _fill(table: Table, records: list[tuple[int, int, list[str]]], text: str) -> None:
    # The very line ends that the csv module counts.
    lines = list(io.StringIO(text, newline=""))
    table.line_end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    table.columns = [cell.strip() for cell in records[0][2]]
    done = records[0][1]
    table.head = "".join(lines[:done])
    for line, last, cells in records[1:]:
        row = TableRow(
            line, dict(zip(table.columns, cells, strict=True)), "".join(lines[done:last])
        )
        done = last
        table.rows[_key(row, table.rows)] = row
    table.tail = "".join(lines[done:])


def _key(row: TableRow, rows: dict[Key, TableRow]) -> Key:
    name, kind, lang = row.cell("name"), row.cell("kind"), row.cell("lang") or "en"
    number = 0
    while (name, kind, lang, number) in rows:
        number += 1
    return name, kind, lang, number
