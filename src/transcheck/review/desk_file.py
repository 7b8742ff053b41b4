"""A desk's glossary as it stands on the disk: its lines keep their bytes, one a row."""

from __future__ import annotations

import codecs
import csv
import io
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from transcheck.errors import UsageError
from transcheck.glossary.conversion import NATIVE, choose_format
from transcheck.glossary.native.cells import write_line
from transcheck.glossary.native.sheet import COLUMNS, Row, read_sheet, unguard
from transcheck.text.fold import fold

_BOM = "\ufeff"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass
class Record:
    """One row as it is written: its text with the line end, and its cells."""

    text: str
    row: Row


@dataclass
class DeskFile:
    """A glossary by its lines: what stands above the rows, and each row as it is written."""

    path: str
    head: str
    columns: list[str]
    records: list[Record]
    end: str = "\n"
    _order: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole file."""
        return self.head + "".join(record.text for record in self.records)

    @property
    def is_sorted(self) -> bool:
        """Say whether the rows stand in the order of their names."""
        names = [fold(record.row.name) for record in self.records]
        return len(names) > 1 and all(one <= other for one, other in pairwise(names))

    def write(self, row: Row) -> str:
        """Return a row as a line of this file; raise UsageError when it lacks a column for it."""
        for column in COLUMNS:
            if getattr(row, column) and column not in self.columns:
                hint = f"Add {column} to the header, and a comma to each row"
                what = f"“{row.name}” needs the column `{column}`, which the file has not"
                raise UsageError(what, path=self.path, line=1, hint=hint)
        return write_line([getattr(row, column) for column in self.columns], self.end)

    def add(self, row: Row, *, sorted_: bool) -> Record:
        """Put a row at the end, or at its place by name; the line above it gets its line end."""
        at, line = len(self.records), self.write(row)
        if sorted_:
            if len(self._order) != at:
                self._order = [fold(record.row.name) for record in self.records]
            name = fold(row.name)
            at = bisect_right(self._order, name)
            self._order.insert(at, name)
        if at and not self.records[at - 1].text.endswith(("\n", "\r")):
            self.records[at - 1].text += self.end
        elif not at and not self.head.endswith(("\n", "\r")):
            self.head += self.end
        record = Record(line, row)
        self.records.insert(at, record)
        return record

    def change(self, record: Record, row: Row) -> None:
        """Write one row anew, its line end kept."""
        line = self.write(row).removesuffix(self.end)
        body = record.text.rstrip("\r\n")
        record.text, record.row = line + record.text[len(body) :], row


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
        return DeskFile(path, write_line(COLUMNS), list(COLUMNS), [])
    sheet = read_sheet(path, content, compose=True)
    if sheet.problems:
        first = sheet.problems[0]
        hint = "Mend it first: `transcheck glossary lint` lists all"
        raise UsageError(first.message, path=path, line=first.line, hint=hint)
    if content.startswith(_UTF_16):
        hint = "Save it as CSV UTF-8"
        raise UsageError("the file is UTF-16; rows are written in UTF-8", path=path, hint=hint)
    return _split(path, content.decode("utf-8"))


def _split(path: str, text: str) -> DeskFile:
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(iter(lines), strict=True)
    columns: list[str] = []
    records: list[Record] = []
    head, start = "", 0
    for cells in reader:
        piece = "".join(lines[start : reader.line_num])
        if not columns:
            head += piece
            columns = [cell.strip().removeprefix(_BOM) for cell in cells]
        elif not cells and records:
            records[-1].text += piece  # a blank line stays where it is
        elif not cells:
            head += piece
        else:
            values = dict(zip(columns, cells, strict=True))
            cells = [unguard(values.get(column, "")) for column in COLUMNS]
            records.append(Record(piece, Row(start + 1, *cells)))
        start = reader.line_num
    end = "\r\n" if "\r\n" in head else "\r" if head.endswith("\r") else "\n"
    return DeskFile(path, head, columns, records, end)
