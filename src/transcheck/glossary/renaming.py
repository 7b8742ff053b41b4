"""Rows that one side of a merge gave another name: nothing in a file says so, its rows show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from transcheck.glossary.native.lists import split_list
from transcheck.glossary.native.tables import Key, Table, TableRow

_BESIDE = ("admitted", "rejected", "source", "note", "ref")


def find_renamed(side: Table, known: Mapping[Key, TableRow]) -> dict[Key, Key]:
    """Return, by its key before, each row of the common version that has another name now.

    A row is the other one when it is new, the other is gone, and it holds the old name as a form,
    or all the same cells, or stands between the same two rows.
    """
    gone = [key for key in known if key not in side.keyed]
    new = [key for key in side.keyed if key not in known]
    if not gone or not new:
        return {}
    before, now = _neighbours(known), _neighbours(side.keyed)
    by_form = {form: key for key in new for form in _forms(side.keyed[key])}
    by_cells = {cells: key for key in new if any(cells := _cells(side.keyed[key]))}
    by_place = {now[key]: key for key in new}
    found = (
        (key, by_form.get(key[0]) or by_cells.get(_cells(known[key])) or by_place.get(before[key]))
        for key in gone
    )
    return {key: other for key, other in found if other and other[0] != key[0]}


def _cells(row: TableRow) -> tuple[str, ...]:
    return tuple(row.cell(column) for column in _BESIDE)


def _forms(row: TableRow) -> Iterator[str]:
    for column in ("admitted", "rejected"):
        yield from split_list(row.cell(column))


def _neighbours(rows: Mapping[Key, TableRow]) -> dict[Key, tuple[Key | None, Key | None]]:
    keys = [None, *rows, None]
    return {key: (keys[at], keys[at + 2]) for at, key in enumerate(rows)}
