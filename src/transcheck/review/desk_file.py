"""A desk's glossary as it stands on the disk: its lines keep their bytes, one a row."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from transcheck.errors import UsageError
from transcheck.glossary.conversion import NATIVE, choose_format
from transcheck.glossary.native.cells import write_line
from transcheck.glossary.native.sheet import COLUMNS, Row, read_sheet, unguard
from transcheck.glossary.native.tables import Table, TableRow, parse_table
from transcheck.text.fold import fold

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass
class Record:
    """One row: as it is written, and what its cells mean."""

    written: TableRow
    row: Row


@dataclass
class DeskFile:
    """A glossary to which rows are added: its table, and each row of that as a record."""

    table: Table
    records: list[Record]
    _order: list[str] = field(default_factory=list)

    @property
    def path(self) -> str:
        """What the file is called."""
        return self.table.path

    @property
    def text(self) -> str:
        """The whole file."""
        return self.table.text

    @property
    def is_sorted(self) -> bool:
        """Say whether the rows stand in the order of their names."""
        names = [fold(record.row.name) for record in self.records]
        return len(names) > 1 and all(one <= other for one, other in pairwise(names))

    def write(self, row: Row) -> str:
        """Return a row as a line of this file; raise UsageError when it lacks a column for it."""
        columns = self.table.columns
        for column in COLUMNS:
            if getattr(row, column) and column not in columns:
                hint = f"Add {column} to the header, and a comma to each row"
                what = f"“{row.name}” needs the column `{column}`, which the file has not"
                raise UsageError(what, path=self.path, line=1, hint=hint)
        return write_line([getattr(row, column) for column in columns], self.table.line_end)

    def add(self, row: Row, *, sorted_: bool) -> Record:
        """Put a row at the end, or at its place by name; the line above it gets its line end."""
        at, line = len(self.records), self.write(row)
        if sorted_:
            if len(self._order) != at:
                self._order = [fold(record.row.name) for record in self.records]
            name = fold(row.name)
            at = bisect_right(self._order, name)
            self._order.insert(at, name)
        if at == len(self.records):  # blank lines at the end stay where they are
            self._end(at, self.table.tail)
            self.table.tail = ""
        self._end(at)
        record = Record(TableRow(0, {}, line), row)
        self.table.rows.insert(at, record.written)
        self.records.insert(at, record)
        return record

    def change(self, record: Record, row: Row) -> None:
        """Write one row anew, its line end kept."""
        line, text = self.write(row).removesuffix(self.table.line_end), record.written.text
        record.written.text, record.row = line + text[len(text.rstrip("\r\n")) :], row

    def _end(self, at: int, more: str = "") -> None:
        """Put `more` behind what stands above a row, else a line end where it has none."""
        above = self.records[at - 1].written.text if at else self.table.head
        above += more or ("" if above.endswith(("\n", "\r")) else self.table.line_end)
        if at:
            self.records[at - 1].written.text = above
        else:
            self.table.head = above


def refuse_format(path: str) -> None:
    """Raise UsageError when a file's name says that it is no CSV."""
    form = choose_format(path).GLOSSARY_FORMAT
    if form.name != NATIVE:
        hint = (
            "Keep the desk's glossary as .csv; `transcheck glossary convert` makes one of another"
        )
        raise UsageError(
            f"rows are written into CSV only, not into {form.title}", path=path, hint=hint
        )


def open_desk_file(path: str, content: bytes | None) -> DeskFile:
    """Return a glossary by its lines; a new one, with a header of all columns, for None.

    Raise UsageError when what stands there cannot be loaded as a glossary.
    """
    refuse_format(path)
    if content is None:
        return DeskFile(Table(path, list(COLUMNS), head=write_line(COLUMNS)), [])
    sheet = read_sheet(path, content, compose=True)
    if sheet.problems:
        first = sheet.problems[0]
        hint = "Mend it first: `transcheck glossary lint` lists all"
        raise UsageError(first.message, path=path, line=first.line, hint=hint)
    if content.startswith(_UTF_16):
        hint = "Save it as CSV UTF-8"
        raise UsageError("the file is UTF-16; rows are written in UTF-8", path=path, hint=hint)
    table = parse_table(path, content)
    return DeskFile(table, [Record(one, _read_row(one)) for one in table.rows])


def _read_row(one: TableRow) -> Row:
    return Row(one.line, *(unguard(one.cells.get(column, "")) for column in COLUMNS))
