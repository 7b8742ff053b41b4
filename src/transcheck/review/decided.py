"""The rows an editor accepted: an edited CSV of proposals, or what the page of them exports."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from transcheck.errors import UsageError
from transcheck.glossary.sheet import COLUMNS, Row, unguard

ACCEPT = "accept"
YES = frozenset(("x", "yes", "y", "1", "accept", "accepted", "true", "da"))
"""What an editor writes into `accept`, in any case."""
_SEPARATORS = (",", ";", "\t")


def read_accepted(path: str) -> list[Row]:
    """Return the accepted rows of a file: those marked in `accept`, or all where it has none.

    Raise UsageError naming line and remedy when the file cannot be read as such. A spreadsheet
    may have saved it with semicolons or tabs; columns that are none of a glossary's are passed by.
    """
    text = _load(path)
    records = list(_records(path, text))
    if not records:
        raise UsageError("the file is empty: nothing can be accepted from it", path=path)
    columns = [cell.strip().lower() for cell in records[0][1]]
    if "name" not in columns:
        hint = "Keep the header that `glossary suggest` wrote"
        if path.lower().endswith((".html", ".htm")):
            hint = "Open the page and export the accepted rows; accept what it saves"
        raise UsageError("no column is called `name`", path=path, line=1, hint=hint)
    rows = []
    for line, cells in records[1:]:
        if len(cells) != len(columns):
            what = f"the row has {len(cells)} cells, the header {len(columns)}"
            hint = "Quote a cell that holds a separator, or add the missing ones"
            raise UsageError(what, path=path, line=line, hint=hint)
        values = dict(zip(columns, cells, strict=True))
        if ACCEPT in columns and not _is_yes(values[ACCEPT], path, line):
            continue
        row = Row(line, *(unguard(values.get(column, "").strip()) for column in COLUMNS))
        if not row.name:
            raise UsageError("an accepted row has no name", path=path, line=line, hint="Write one")
        rows.append(row)
    return rows


def _is_yes(cell: str, path: str, line: int) -> bool:
    """Say whether a row is accepted; a word that is neither yes nor no is refused, not guessed."""
    word = cell.strip().lower()
    if word in YES:
        return True
    if word in ("", "no", "n", "0", "skip", "false", "ne", "-"):
        return False
    raise UsageError(f'`accept` holds "{cell.strip()}"', path=path, line=line, hint="Write x or no")


def _load(path: str) -> str:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"cannot be read ({reason})", path=path, hint="Check the path") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte {error.start} (0x{data[error.start]:02X}) is not UTF-8"
        raise UsageError(what, path=path, line=line, hint="Save the file as CSV UTF-8") from None


def _records(path: str, text: str) -> Iterator[tuple[int, Sequence[str]]]:
    header = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        what = "a quote opened in this row is not closed"
        raise UsageError(what, path=path, line=line, hint='Write "" for a quote') from None
