"""Spreadsheet files as rows of text: .xlsx and .ods, from people and from anybody.

The libraries come with the extra `sheets` and are imported when a workbook is met:
openpyxl (MIT) streams .xlsx cell by cell, python-calamine (MIT) reads .ods. calamine reads .xlsx as
well and ten times faster, but lays a sheet out whole: a file of 5 kB with one cell at XFD1048576
asks it for 512 GB and ends the process, which no except clause can catch; openpyxl takes 0.2 s.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from transcheck.errors import UsageError
from transcheck.glossary.issues import GlossaryIssue, IssueList
from transcheck.glossary.native.records import MOST_CHARACTERS, Record

MOST_UNPACKED = 256_000_000
_MOST_RATIO = 200
_READ = ("xl/", "content.xml")
_SMALL = 20_000_000
_MOST_COLUMNS = 64
_MOST_REPEATED = 1_000
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = b"E\0n\0c\0r\0y\0p\0t\0e\0d"
_REPEATED_ROW = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="(\d+)"[^>]*>(.*?)</table:', re.S
)


class WorkSheet(msgspec.Struct):
    """One sheet: its rows, and the cells of it that are no text."""

    title: str
    rows: list[Record]
    problems: list[GlossaryIssue]


def refuse_archive(content: bytes, path: str) -> None:
    """Raise UsageError unless the bytes are a workbook of a size that can be read.

    The sizes are those its zip directory gives, before anything is unpacked; then each part is
    unpacked once, piece by piece and thrown away, because a directory may lie.
    """
    if content.startswith(_OLE):
        locked = _ENCRYPTED in content
        what = "is locked with a password" if locked else "is an old .xls workbook"
        hint = "Remove the password and save it again" if locked else "Save it as .xlsx"
        raise UsageError(f"the workbook {what}", path=path, hint=hint)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                hint = "Remove the password and save it again"
                raise UsageError("the workbook is locked with a password", path=path, hint=hint)
            size = sum(entry.file_size for entry in entries)
            packed = sum(entry.compress_size for entry in entries)
            bloated = size > _SMALL and size > _MOST_RATIO * max(1, min(packed, len(content)))
            if size > MOST_UNPACKED or bloated:
                message = (
                    f"the workbook unpacks to {size / 1e6:,.0f} MB from {len(content):,} bytes"
                )
                hint = f"At most {MOST_UNPACKED // 1_000_000} MB, {_MOST_RATIO} times its size"
                raise UsageError(message, path=path, hint=hint)
            for entry in entries:
                _unpack(archive, entry, path)
    except UsageError:
        raise
    except Exception as error:  # zlib, zipfile and struct have errors of their own for it
        raise _broken(path, error) from None


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str) -> None:
    """Unpack a part for its checksum: one that is longer than the directory says fails it.

    No program writes a DOCTYPE into the sheets, and the libraries would resolve its entities.
    """
    with archive.open(entry) as part:
        head = part.read(1 << 20)
        if entry.filename.startswith(_READ) and b"<!DOCTYPE" in head.replace(b"\0", b""):
            message = f"{entry.filename} in the workbook has a DOCTYPE, which is not safe to read"
            raise UsageError(message, path=path, hint="Save it anew in the spreadsheet program")
        while part.read(1 << 20):
            pass


def _broken(path: str, error: Exception) -> UsageError:
    reason = " ".join(str(error).split())[:80] or type(error).__name__
    hint = "Open it in the spreadsheet program and save it again"
    return UsageError(f"the workbook is broken ({reason})", path=path, hint=hint)


def missing_extra(path: str = "") -> UsageError:
    """Return the error for a workbook that is met without the libraries for it."""
    hint = 'Install transcheck with its extra: pipx install --force ".[sheets]" in its folder'
    message = "the libraries for spreadsheet files are not installed"
    return UsageError(message, path=path or None, hint=hint)


def read_workbook(content: bytes, path: str) -> list[WorkSheet]:
    """Return the sheets with their rows; a row that is empty is none.

    Numbers become text. Dates, truth values and formulas are reported with the cell's address,
    such as B7, and their row is left out: nobody can tell which form of a name was meant.
    """
    refuse_archive(content, path)
    ods = path.lower().endswith(".ods")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles that it passes over
            return list((_read_ods if ods else _read_xlsx)(content, path))
    except ImportError:
        raise missing_extra(path) from None
    except UsageError:
        raise
    except Exception as error:  # each library has errors of its own for each way to be broken
        raise _broken(path, error) from None


def _read_xlsx(content: bytes, path: str) -> Iterator[WorkSheet]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    for sheet in book.worksheets:
        yield _sheet(path, sheet.title, _stream(sheet))


def _stream(sheet: Any) -> Iterator[list[Any]]:
    """Yield the values of a sheet's rows; a formula is marked as one."""
    before = None
    for row in sheet.iter_rows(max_col=_MOST_COLUMNS):
        if row is before:
            yield []  # a million rows that are not in the file are one and the same
            continue
        before = row
        yield [_Formula(cell.value) if cell.data_type == "f" else cell.value for cell in row]


def _read_ods(content: bytes, path: str) -> Iterator[WorkSheet]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise UsageError("the workbook is locked with a password", path=path)
        for count, inside in _REPEATED_ROW.findall(archive.read("content.xml")):
            if int(count) > _MOST_REPEATED and b"<text:p" in inside:
                raise UsageError(f"one row of the workbook stands {int(count):,} times", path=path)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        raise UsageError("the workbook is locked with a password", path=path) from None
    except CalamineError as error:
        raise _broken(path, error) from None
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        yield _sheet(path, name, rows)


class _Formula(str):
    """What is written in a cell that is computed."""

    __slots__ = ()


def _sheet(path: str, title: str, rows: Iterable[list[Any]]) -> WorkSheet:
    issues = IssueList(path)
    records = list(_records(issues, title, rows))
    return WorkSheet(title, records, issues.problems)


def _records(issues: IssueList, sheet: str, rows: Iterable[list[Any]]) -> Iterator[Record]:
    size = 0
    for line, row in enumerate(rows, start=1):
        cells, sound = [], True
        for column, value in enumerate(row):
            text, fault = _read_cell(value)
            cells.append(text)
            if fault:
                address = f"{_letters(column)}{line}"
                issues.report(line, "cell-type", f"{address} of “{sheet}” {fault}")
                sound = False
        size += sum(map(len, cells))
        if size > MOST_UNPACKED:  # one long text may be that of a million cells
            message = f"the sheet “{sheet}” holds over {MOST_UNPACKED // 1_000_000} MB of text"
            raise UsageError(message, path=issues.file, hint="Split it")
        while cells and not cells[-1]:
            cells.pop()
        if cells and sound:
            yield line, line, cells


def _read_cell(value: object) -> tuple[str, str]:
    """Return the text of a cell and what is wrong with it."""
    if value is None:
        return "", ""
    if isinstance(value, bool):
        return (
            "",
            f"is the truth value {str(value).upper()}: format the cell as text, type it again",
        )
    if isinstance(value, int | float):
        whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
        return str(int(value) if whole else value), ""
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        shown = str(value).removesuffix(" 00:00:00")
        return "", f"is a date or a time ({shown}): format the cell as text, type it again"
    if not isinstance(value, str) or isinstance(value, _Formula):
        return "", f"is a formula ({str(value)[:40]}): copy it, paste it as a value"
    if len(value) > MOST_CHARACTERS:
        return "", f"has {len(value):,} characters, at most {MOST_CHARACTERS:,}: shorten it"
    return value.replace("_x000D_", "").strip(), ""


def _letters(column: int) -> str:
    """Return the letters over a column, 0 giving A."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def write_workbook(rows: list[tuple[str, ...]], title: str) -> bytes:
    """Return a workbook of one sheet, all cells text, the first row bold and always in sight.

    XlsxWriter (BSD-2) writes it: the same rows give the same bytes, which openpyxl's do not.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise missing_extra() from None

    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime.datetime(2000, 1, 1)})
    sheet = book.add_worksheet(title)
    text = book.add_format({"num_format": "@", "valign": "top"})
    head = book.add_format({"num_format": "@", "bold": True, "bottom": 1})
    sheet.freeze_panes(1, 1)
    for column, cells in enumerate(zip(*rows, strict=True)):
        longest = max(map(len, cells[:_MOST_MEASURED]))
        sheet.set_column(column, column, min(max(longest + 2, 10), 60), text)
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(line, column, cell, text if line else head)
    if len(rows) > 1:
        sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
    book.close()
    return content.getvalue()


_MOST_MEASURED = 5_000
