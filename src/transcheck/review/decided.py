"""The rows an editor accepted: a CSV of proposals, what their page exports, or decisions."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.errors import UsageError, did_you_mean
from transcheck.glossary.issues import IssueList
from transcheck.glossary.native.cells import join_list
from transcheck.glossary.native.records import decode, read_bytes
from transcheck.glossary.native.sheet import COLUMNS, Row, unguard
from transcheck.review.decisions import Choice, Decisions, parse_decisions
from transcheck.text.plural import plural

ACCEPT = "accept"
YES = frozenset(("x", "yes", "y", "1", "accept", "accepted", "true", "da"))
"""What an editor writes into `accept`, in any case."""
_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True)
class Accepted:
    """The accepted rows of a file, and its columns that no glossary has a place for."""

    rows: list[Row]
    unwritten: list[str]


def read_accepted(path: str, beside: Sequence[str] = ()) -> Accepted:
    """Return the accepted rows of a file: those marked in `accept`, or all where it has none.

    A file of decisions holds the names that were decided to go into the glossary. A spreadsheet
    may have saved a CSV with semicolons or tabs. Columns that are none of a glossary's
    are not written and are named, except those of `beside`, which a list of proposals has. Raise
    UsageError naming line and remedy when the file cannot be read as such, or when a column looks
    like a slip for one of a glossary's: its cells would be lost.
    """
    text = _load(path)
    if text.lstrip().startswith("{"):  # no header of a glossary begins so
        return Accepted(rows_of(parse_decisions(text.encode(), path)), [])
    records = list(_records(path, text))
    if not records:
        raise UsageError("the file is empty: nothing can be accepted from it", path=path)
    columns = [cell.strip().lower() for cell in records[0][1]]
    if "name" not in columns:
        hint = "Keep the header that `glossary suggest` wrote"
        if path.lower().endswith((".html", ".htm")):
            hint = "Open the page and export the accepted rows; accept what it saves"
        raise UsageError("no column is called `name`", path=path, line=1, hint=hint)
    for column in (ACCEPT, *COLUMNS):
        if columns.count(column) > 1:
            what = f"the column `{column}` stands twice"
            raise UsageError(what, path=path, line=1, hint="Keep one")
    unwritten = [one for one in columns if one and one not in (ACCEPT, *COLUMNS, *beside)]
    for column in unwritten:
        if near := did_you_mean(column, (ACCEPT, *COLUMNS)):
            raise UsageError(f"unknown column `{column}`", path=path, line=1, hint=near)
    rows = []
    for line, cells in records[1:]:
        if len(cells) != len(columns):
            what = f"the row has {plural(len(cells), 'cell')}, the header {len(columns)}"
            hint = "Quote a cell that holds a separator, or add the missing ones"
            raise UsageError(what, path=path, line=line, hint=hint)
        values = dict(zip(columns, cells, strict=True))
        if ACCEPT in columns and not _is_yes(values[ACCEPT], path, line):
            continue
        row = Row(line, *(unguard(values.get(column, "").strip()) for column in COLUMNS))
        if not row.name:
            raise UsageError("an accepted row has no name", path=path, line=line, hint="Write one")
        rows.append(row)
    return Accepted(rows, unwritten)


def rows_of(decisions: Decisions) -> list[Row]:
    """Return a row for each name that was decided to go into the glossary, with its kind.

    Raise UsageError naming the place of a decision that has no name.
    """
    rows: dict[tuple[str, ...], Row] = {}
    for one in decisions.of(Choice.GLOSSARY):
        if not one.name.strip():
            what = f"“{one.text}” in {one.path} goes into the glossary under no name"
            hint = "Export the decisions from the report again"
            raise UsageError(what, path=decisions.path, hint=hint)
        for row in make_rows(one.name, one.kind, one.admitted, one.beside):
            rows.setdefault((row.name, row.kind, row.admitted), row)
    return list(rows.values())


def make_rows(name: str, kind: str, admitted: str = "", beside: str = "") -> list[Row]:
    """Return the row of a name with the form it admits, and that of another name beside it."""
    name, admitted, beside = (
        unicodedata.normalize("NFC", form.strip()) for form in (name, admitted, beside)
    )
    row = Row(0, name, kind.strip(), join_list([admitted] if admitted else ()))
    return [row, Row(0, beside, kind.strip())] if beside else [row]


def _is_yes(cell: str, path: str, line: int) -> bool:
    """Say whether a row is accepted; a word that is neither yes nor no is refused, not guessed."""
    word = cell.strip().lower()
    if word in YES:
        return True
    if word in ("", "no", "n", "0", "skip", "false", "ne", "-"):
        return False
    raise UsageError(f'`accept` holds "{cell.strip()}"', path=path, line=line, hint="Write x or no")


def _load(path: str) -> str:
    issues = IssueList(path)
    text = decode(issues, read_bytes(path))
    if text is None:
        worst = issues.problems[0]
        raise UsageError(worst.message, path=path, line=worst.line)
    return unicodedata.normalize("NFC", text)


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
    except csv.Error as error:
        if "field limit" in str(error) and reader.line_num == line:
            what = f"the row has a cell of more than {csv.field_size_limit():,} characters"
            raise UsageError(what, path=path, line=line, hint="Shorten it") from None
        what = "a quote opened in this row is not closed"
        raise UsageError(what, path=path, line=line, hint='Write "" for a quote') from None
