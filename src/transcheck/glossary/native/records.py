"""The bytes of a glossary as records of cells: what a file may hold, and where it breaks.

Every delimited format reads through here, so that all of them refuse the same files in the same
words. Limits: 512 MB a file; 32,767 characters a cell, which is what a spreadsheet holds (Excel
cuts a longer one off when it saves, and the rest of a name would be gone without a word).
"""

from __future__ import annotations

import codecs
import csv
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from transcheck.errors import UsageError
from transcheck.glossary.issues import IssueList

MOST_BYTES = 512_000_000
MOST_CHARACTERS = 32_767
Record = tuple[int, int, list[str]]
"""The lines a record begins and ends on, from 1 as an editor counts, and its cells."""

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_REFUSED = {
    ".yaml": "a YAML glossary is not read: YAML would turn the name NO into “false”",
    ".yml": "a YAML glossary is not read: YAML would turn the name NO into “false”",
    ".json": "a JSON glossary is not read: nobody can keep one in a spreadsheet",
}


def refuse_suffix(path: str) -> str | None:
    """Return why no glossary is read from or written to such a file, None when one is."""
    reason = _REFUSED.get(Path(path).suffix.lower())
    return f"{reason}; keep it as CSV" if reason else None


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file; raise UsageError when it cannot be read or is too large."""
    try:
        with Path(path).open("rb") as stream:
            about = os.fstat(stream.fileno())
            size = about.st_size if stat.S_ISREG(about.st_mode) else 0
            data = b"" if size > MOST_BYTES else stream.read(MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "Check the path" if path != "-" else "Name /dev/stdin for standard input"
        raise UsageError(f"the glossary cannot be read ({reason})", path=path, hint=hint) from error
    if max(size, len(data)) > MOST_BYTES:
        message = f"the glossary is over {MOST_BYTES // 1_000_000} MB"
        raise UsageError(message, path=path, hint="Split it, or look whether it is the right file")
    return data


def decode(issues: IssueList, data: bytes) -> str | None:
    """Return the text of a file in UTF-8, or in UTF-16 with its mark; None with the reason said."""
    for mark, encoding in _UTF_16.items():
        # UTF-32 begins alike and goes on with NUL.
        if data.startswith(mark) and not data.startswith(mark + b"\0\0"):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                where = f"byte {error.start + len(mark)} is not UTF-16, as the file says it is"
                issues.report(1, "encoding", f"{where}: save the file as UTF-8", unusable=True)
                return None
    if data.startswith(b"PK\x03\x04"):
        message = "the file is a spreadsheet or another zip archive, not text"
        remedy = "name it .xlsx or .ods and convert it to CSV"
        issues.report(1, "encoding", f"{message}: {remedy}", unusable=True)
        return None
    place = data.find(b"\0")
    if place >= 0:
        message = (
            f"byte {place} is NUL, which no text holds: save the file as UTF-8 (UTF-16 is read "
            "when it begins with its byte order mark)"
        )
        issues.report(_line_of(data, place), "encoding", message, unusable=True)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        offset = error.start + (3 if data.startswith(codecs.BOM_UTF8) else 0)
        where = f"byte {offset} (0x{data[offset]:02X}) is not UTF-8"
        message = f"{where}: save the file as UTF-8"
        issues.report(_line_of(data, offset), "encoding", message, unusable=True)
        return None


def _line_of(data: bytes, offset: int) -> int:
    end = b"\n" if b"\n" in data else b"\r"
    return data.count(end, 0, offset) + 1


def split_commas(issues: IssueList, text: str) -> Iterator[Record]:
    """Yield the records of a CSV file that are not blank lines; a broken quote ends them."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    while True:
        try:
            for cells in reader:
                last = reader.line_num
                if cells:
                    if sum(map(len, cells)) > MOST_CHARACTERS and _too_long(issues, line, cells):
                        line = last + 1
                        continue
                    yield line, last, cells
                line = last + 1
            return
        except csv.Error as error:
            if "field limit" in str(error) and reader.line_num == line:
                _too_long(issues, line, _split_long(text, line))
                line += 1
                continue
            issues.report(line, "unclosed-quote", _UNCLOSED, unusable=True)
            return


_UNCLOSED = 'a quote opened in this row is not closed, or one inside a cell is not written ""'


def split_tabs(issues: IssueList, text: str) -> Iterator[Record]:
    """Yield the records of a file with tabs; a cell in quotes as spreadsheets write it loses them.

    Lists without quotes are as common, so a quote that does not span its cell is a character.
    """
    for line, row in enumerate(io.StringIO(text, newline=None), start=1):
        cells = [_unquote(cell) for cell in row.rstrip("\n").split("\t")]
        if any(cells) and not _too_long(issues, line, cells):
            yield line, line, cells


def _unquote(cell: str) -> str:
    whole = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if whole else cell


def _too_long(issues: IssueList, line: int, cells: list[str]) -> bool:
    size = max(map(len, cells))
    if size <= MOST_CHARACTERS:
        return False
    message = (
        f"the row has a cell of {size:,} characters, at most {MOST_CHARACTERS:,} (what a "
        "spreadsheet holds): shorten it, or look for a quote or a separator that is missing"
    )
    issues.report(line, "long-cell", message)
    return True


def _split_long(text: str, line: int) -> list[str]:
    """Return the cells of a line that is longer than what the csv module takes."""
    lines = io.StringIO(text, newline="")
    for _ in range(line - 1):
        lines.readline()
    before = csv.field_size_limit(MOST_BYTES)
    try:
        return next(csv.reader([lines.readline()]))
    finally:
        csv.field_size_limit(before)
