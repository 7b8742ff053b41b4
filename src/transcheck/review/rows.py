"""Write accepted rows into a desk's glossary: one line of difference a row, or nothing at all."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from transcheck.errors import UsageError
from transcheck.files.lock import hold_folder
from transcheck.files.write import write_text
from transcheck.glossary.native.cells import join_list
from transcheck.glossary.native.lists import split_list
from transcheck.glossary.native.records import read_bytes
from transcheck.glossary.native.sheet import Row, read_sheet
from transcheck.review.desk_file import DeskFile, Record, open_desk_file, refuse_format

_LISTS = ("admitted", "rejected", "source")


@dataclass
class Outcome:
    """What came of the accepted rows: how many were written, merged or already there; refusals."""

    written: int = 0
    merged: int = 0
    present: int = 0
    refused: list[str] = field(default_factory=list)
    before: str = ""
    after: str = ""

    def diff(self, path: str) -> str:
        """Return the change as a unified diff, "" for none."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            path,
            path,
            n=0,
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def write_rows(rows: Sequence[Row], target: str, *, dry_run: bool = False) -> Outcome:
    """Write rows into a glossary that the desk keeps, made anew where there is none.

    Lines that stand there keep their bytes; new rows go to the end, or to their place where the
    file is sorted by name; a row of the same name and kind gets the forms it lacks. When a row is
    refused, or the result could not be loaded, nothing is written. Raise UsageError when the
    target cannot be read or written.
    """
    path = Path(target)
    refuse_target(target)
    with hold_folder(path):
        content = _load(path)
        file = open_desk_file(target, content)
        before = "" if content is None else file.text
        outcome = _enter(rows, file)
        outcome.before, outcome.after = before, file.text
        if not outcome.refused:
            outcome.refused += _faults(file)
        if not outcome.refused and not dry_run and outcome.after != before:
            write_text(path, outcome.after)
    return outcome


def refuse_target(target: str) -> None:
    """Raise UsageError where no rows can be written: on stdout, in no folder, not into CSV."""
    if target == "-":
        raise UsageError("rows are written into a file, not to stdout", hint="Use --dry-run to see")
    folder = Path(target).parent
    if not folder.is_dir():
        hint = "Make the folder first"
        raise UsageError(f"there is no folder {folder}", path=target, hint=hint)
    refuse_format(target)


def _load(path: Path) -> bytes | None:
    try:
        return read_bytes(str(path))
    except UsageError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return None
        raise


def _enter(rows: Iterable[Row], file: DeskFile) -> Outcome:
    outcome, sorted_, standing = Outcome(), file.is_sorted, _Standing(file.records)
    for row in rows:
        same = standing.find(row)
        if not same:
            reason = standing.say_form(row)
            if reason:
                outcome.refused.append(f"{_called(row)}: {reason}")
                continue
            standing.add(file.add(_clean(row), sorted_=sorted_))
            outcome.written += 1
            continue
        merged, reason = _merge(same.row, row)
        if reason:
            outcome.refused.append(f"{_called(row)}: {reason}")
        elif merged == same.row:
            outcome.present += 1
        else:
            file.change(same, merged)
            standing.add(same)
            outcome.merged += 1
    return outcome


def _called(row: Row) -> str:
    """Return a row's name with its line, where it was a line of a file."""
    return f"“{row.name}” (line {row.line})" if row.line else f"“{row.name}”"


class _Standing:
    """The rows of a glossary by their names and by their admitted forms."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._named: dict[tuple[str, str], list[Record]] = {}
        self._admitted: dict[tuple[str, str], Record] = {}
        for record in records:
            self.add(record)

    def add(self, record: Record) -> None:
        """Take a row, or what a changed one has got."""
        row = record.row
        named = self._named.setdefault((_compose(row.name), _lang(row)), [])
        if record not in named:
            named.append(record)
        for form in split_list(_compose(row.admitted)):
            self._admitted.setdefault((form, _lang(row)), record)

    def find(self, row: Row) -> Record | None:
        """Return the row of the same thing: name and language equal, and no other kind."""
        for record in self._named.get((_compose(row.name), _lang(row)), ()):
            if len({record.row.kind.strip(), row.kind.strip()} - {""}) < 2:
                return record
        return None

    def say_form(self, row: Row) -> str:
        """Say of which other row a name is an admitted form already, "" for none."""
        other = self._admitted.get((row.name, _lang(row)))
        if other is None:
            return ""
        return f"it is an admitted form of “{other.row.name}”: add what is new to that row"


def _compose(cell: str) -> str:
    """Return a cell as it is loaded: letters and their marks joined (NFC)."""
    return unicodedata.normalize("NFC", cell.strip())


def _lang(row: Row) -> str:
    return row.lang.strip() or "en"


def _merge(one: Row, other: Row) -> tuple[Row, str]:
    """Return a row with the forms of another added, or why the two contradict each other."""
    lists = {
        column: (split_list(_compose(getattr(one, column))), split_list(getattr(other, column)))
        for column in _LISTS
    }
    for good, bad in ((0, 1), (1, 0)):
        clash = [form for form in lists["admitted"][good] if form in lists["rejected"][bad]]
        if clash:
            where = "the glossary rejects" if bad == 0 else "the accepted row rejects"
            return one, f"{where} “{clash[0]}”, the other admits it: decide in one of them"
    if other.ref.strip() and one.ref.strip() and one.ref.strip() != other.ref.strip():
        return one, f"its `ref` is “{one.ref}” in the glossary and “{other.ref}” here"
    changed = {}
    for column, (own, new) in lists.items():
        lacking = [
            form for form in dict.fromkeys(new) if form not in own and form != _compose(one.name)
        ]
        if lacking:
            cell = getattr(one, column).strip()
            changed[column] = "|".join(filter(None, (cell, join_list(lacking))))
    for column in ("kind", "note", "ref"):
        if getattr(other, column).strip() and not getattr(one, column).strip():
            changed[column] = getattr(other, column).strip()
    return (replace(one, **changed) if changed else one), ""


def _clean(row: Row) -> Row:
    """Return a row whose lists hold each form once, and not the name itself."""
    return replace(
        row,
        **{
            column: join_list(
                form for form in dict.fromkeys(split_list(getattr(row, column))) if form != row.name
            )
            for column in _LISTS
        },
    )


def _faults(file: DeskFile) -> list[str]:
    """Return why the result could not be loaded as a glossary, one line a reason."""
    problems = read_sheet(
        file.path, file.text.encode("utf-8", "surrogatepass"), compose=True
    ).problems
    return [str(problem) for problem in problems]
