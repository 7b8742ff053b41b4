"""Lists that nobody made for a program: names alone, or beside the term they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.glossary.engines.delimited import (
    ask_for_source,
    check_cells,
    read_entries,
    take_header,
)
from transcheck.glossary.engines.pairs import Entry
from transcheck.glossary.exchange import Pair
from transcheck.glossary.issues import IssueList
from transcheck.glossary.native.records import Record


def read_plain(
    issues: IssueList, records: Sequence[Record], pair: Pair
) -> tuple[list[Entry], list[str]]:
    """Return what the rows pair, and what is to be said of a header."""
    if not records:
        return [], []
    header, line = take_header(list(records))
    rows = records[bool(line) :]
    notes = [f"line {line} was taken for a header"] if line else []
    if all(len(cells) == 1 for _, _, cells in rows):
        names = [(at, cells[0].strip()) for at, _, cells in rows]
        return [Entry(at, name, pair.target) for at, name in names if name], notes
    rows = list(check_cells(issues, rows, 2, 2))
    bare = [row for row in rows if not row[2][0].strip() and row[2][1].strip()]
    paired = [row for row in rows if row[2][0].strip() or not row[2][1].strip()]
    target = header[1] if header else pair.target
    entries = [Entry(at, cells[1].strip(), target) for at, _, cells in bare]
    entries += read_entries(issues, paired, pair, header)
    ask_for_source(issues, entries)
    return sorted(entries, key=lambda entry: entry.line), notes
