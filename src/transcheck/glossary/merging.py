"""Two versions of a glossary as one: row by row, cell by cell, and item by item in lists.

What one side changed since the common version is taken; where both changed one cell in different
ways both rows are kept, so that nobody's work is lost and the loader asks for a decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from transcheck.glossary.native.lists import escape, split_list
from transcheck.glossary.native.tables import Key, Table, TableRow
from transcheck.glossary.renaming import find_renamed
from transcheck.model import Record

LISTS = ("admitted", "rejected", "source")
_KEYS = ("name", "kind", "lang")


class Conflict(Record, frozen=True):
    """A row that both sides changed: its line in the merged file, and both versions in words."""

    line: int
    message: str


class Merged(Record, frozen=True):
    """The merged file, in the order and form of ours, and what could not be decided."""

    text: str
    conflicts: tuple[Conflict, ...] = ()


class _Outcome(msgspec.Struct):
    """The rows that come of one key, and why there are two, or why one is there at all."""

    rows: list[TableRow]
    reasons: list[str] = msgspec.field(default_factory=list)


def merge_tables(ours: Table, theirs: Table, base: Table | None = None) -> Merged:
    """Return what two sides made of a common version; without one nothing counts as removed."""
    known = base.keyed if base else {}
    renamed = find_renamed(ours, known), find_renamed(theirs, known)
    outcomes: dict[Key, _Outcome] = {}
    for key, row in ours.keyed.items():
        now = theirs.keyed[renamed[1][key]] if key in renamed[1] else None
        outcome = _join(row, theirs.keyed.get(key), known.get(key), ours, theirs, now)
        if outcome:
            outcomes[key] = outcome
    _report_turned(outcomes, ours, theirs, known)
    _report_renamed(outcomes, ours, theirs, *renamed)
    # What only they have stands behind the row it stands behind in their file.
    behind: dict[Key | None, list[_Outcome]] = {}
    anchor: Key | None = None
    for key in theirs.keyed:
        if key in outcomes:
            anchor = key
        elif key not in ours.keyed and (
            outcome := _add(key, theirs, known.get(key), ours, renamed[0].get(key))
        ):
            behind.setdefault(anchor, []).append(outcome)
    first = next((key for key in theirs.keyed if key in outcomes), None)
    ordered: list[_Outcome] = []
    for key, outcome in outcomes.items():
        ordered += behind.pop(None, []) if key == first else []
        ordered += [outcome, *behind.get(key, [])]
    return _write([*ordered, *behind.get(None, [])], ours, theirs)


def _join(
    our: TableRow,
    their: TableRow | None,
    base: TableRow | None,
    ours: Table,
    theirs: Table,
    now: TableRow | None,
) -> _Outcome | None:
    """Return what comes of a row of ours; `now` is theirs of another name, where it is gone."""
    if their is None:
        if base is None:
            return _Outcome([our])
        if _same(our, base):
            return None
        if now:
            reason = f"was changed in {ours.path}:{our.line} and {_say_renamed(now, theirs)}"
            return _Outcome([our], [reason])
        reason = f"was changed in {ours.path}:{our.line} and removed in {theirs.path}"
        return _Outcome([our], [f"{reason}: it is kept, delete the row if it should go"])
    first, second, reasons = dict(our.cells), dict(our.cells), []
    for column in dict.fromkeys([*our.cells, *their.cells]):
        before = base.cell(column) if base else ""
        merged = _merge_cell(column, before, our.cell(column), their.cell(column))
        if merged is None:
            second[column] = their.cells.get(column, "")
            reasons.append(_differ(column, our, their, ours, theirs))
        elif merged != our.cell(column):
            first[column] = second[column] = merged
    both = set(split_list(first.get("admitted", ""))) & set(split_list(first.get("rejected", "")))
    for form in sorted(both):
        if not (_contradicts(our, form) or _contradicts(their, form)):
            for column in ("admitted", "rejected"):
                first[column] = our.cells.get(column, "")
                second[column] = their.cells.get(column, "")
            where = ("admitted" if form in split_list(row.cell("admitted")) else "rejected"
                     for row in (our, their))  # fmt: skip
            one, other = where
            reasons.append(
                f"“{form}” is {one} in {ours.path}:{our.line} and {other} in "
                f"{theirs.path}:{their.line}: both rows are kept, delete one"
            )
    rows = [TableRow(our.line, first, our.text if first == our.cells else "")]
    if reasons:
        rows.append(TableRow(their.line, second))
    return _Outcome(rows, reasons)


def _report_turned(
    outcomes: dict[Key, _Outcome], ours: Table, theirs: Table, known: dict[Key, TableRow]
) -> None:
    """Name the rows to which each side gave another kind or language: neither has the old one."""
    new = [[key for key in side if key not in known] for side in (ours.keyed, theirs.keyed)]
    names: list[dict[str, Key]] = [{key[0]: key for key in reversed(keys)} for keys in new]
    for key in known:
        one, other = (found.get(key[0]) for found in names)
        gone = key not in ours.keyed and key not in theirs.keyed
        if gone and one and other and one != other:
            our, their = ours.keyed[one], theirs.keyed[other]
            column = "kind" if our.cell("kind") != their.cell("kind") else "lang"
            outcomes[one].reasons.append(_differ(column, our, their, ours, theirs))


def _report_renamed(
    outcomes: dict[Key, _Outcome],
    ours: Table,
    theirs: Table,
    our_names: dict[Key, Key],
    their_names: dict[Key, Key],
) -> None:
    """Name the rows that each side gave another name: both rows stand, and are one."""
    for key, one in our_names.items():
        other = their_names.get(key)
        if other and other != one and one not in theirs.keyed and other not in ours.keyed:
            row = theirs.keyed[other]
            reason = f"was “{key[0]}” before, which is {_say_renamed(row, theirs)}"
            outcomes[one].reasons.append(reason)


def _say_renamed(row: TableRow, side: Table) -> str:
    now = f"“{row.cell('name')}” in {side.path}:{row.line}"
    return f"renamed {now}, as it seems: both rows are kept, make one of them"


def _differ(column: str, our: TableRow, their: TableRow, ours: Table, theirs: Table) -> str:
    return (
        f"`{column}` is “{our.cell(column)}” in {ours.path}:{our.line} and "
        f"“{their.cell(column)}” in {theirs.path}:{their.line}: both rows are kept, delete one"
    )


def _contradicts(row: TableRow, form: str) -> bool:
    return all(form in split_list(row.cell(column)) for column in ("admitted", "rejected"))


def _merge_cell(column: str, base: str, our: str, their: str) -> str | None:
    """Return the merged cell, None where both sides changed it in different ways."""
    if our == their or column in _KEYS or their == base:
        return our
    if column in LISTS:
        return _merge_lists(split_list(base), split_list(our), split_list(their), our)
    return their if our == base else None


def _merge_lists(base: list[str], our: list[str], their: list[str], cell: str) -> str:
    """Return a list with what either side added, without what either side removed."""
    merged = [item for item in our if item in their or item not in base]
    for item in their:
        if item not in merged and item not in base:
            merged.insert(_place(item, merged, their), item)
    return cell if merged == our else "|".join(map(escape, merged))


def _place(item: str, order: Sequence[str], model: Sequence[str]) -> int:
    """Return where an item belongs: behind what stands before it in its own file."""
    at = model.index(item)
    for before in reversed(model[:at]):
        if before in order:
            return order.index(before) + 1
    return next((order.index(behind) for behind in model[at:] if behind in order), len(order))


def _add(
    key: Key, theirs: Table, base: TableRow | None, ours: Table, renamed: Key | None
) -> _Outcome | None:
    """Return a row that only they have: new, or removed or renamed by us after they changed it."""
    row = theirs.keyed[key]
    added = TableRow(row.line, row.cells)
    if base is None:
        return _Outcome([added])
    if _same(row, base):
        return None
    if renamed:
        changed = f"was changed in {theirs.path}:{row.line} and"
        return _Outcome([added], [f"{changed} {_say_renamed(ours.keyed[renamed], ours)}"])
    reason = f"was removed in {ours.path} and changed in {theirs.path}:{row.line}"
    return _Outcome([added], [f"{reason}: it is kept, delete the row if it should go"])


def _same(row: TableRow, base: TableRow) -> bool:
    return all(row.cell(column) == base.cell(column) for column in {**row.cells, **base.cells})


def _write(outcomes: list[_Outcome], ours: Table, theirs: Table) -> Merged:
    given = ours if ours.columns else theirs
    extra = [
        column
        for column in theirs.columns
        if column not in given.columns
        and any(row.cell(column) for outcome in outcomes for row in outcome.rows)
    ]
    columns = [*given.columns, *extra]
    mark = "\ufeff" if given.head.startswith("\ufeff") else ""
    head = given.head if not extra else mark + given.write({c: c for c in columns}, columns)
    parts = [head]
    line = head.count("\n") + 1
    conflicts: list[Conflict] = []
    for outcome in outcomes:
        name = outcome.rows[0].cell("name")
        conflicts += [Conflict(line, f"“{name}”: {reason}") for reason in outcome.reasons]
        for row in outcome.rows:
            text = row.text if row.text and not extra else given.write(row.cells, columns)
            parts.append(text)
            line += text.count("\n")
    return Merged("".join(_ended(parts, given.line_end)) + given.tail, tuple(conflicts))


def _ended(parts: list[str], line_end: str) -> Iterator[str]:
    """Yield texts, each but the last with a line end."""
    for number, part in enumerate(parts, start=1):
        last = number == len(parts)
        yield part if last or not part or part[-1] in "\r\n" else part + line_end
