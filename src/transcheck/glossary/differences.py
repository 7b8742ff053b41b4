"""What changed between two versions of a glossary, row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from transcheck.glossary.merging import LISTS
from transcheck.glossary.native.lists import split_list
from transcheck.glossary.native.rows import make_row
from transcheck.glossary.native.sheet import COLUMNS
from transcheck.model import Concept, Record


class CellChange(Record, frozen=True):
    """A cell before and after; for a list also the items added and removed."""

    column: str
    old: str
    new: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the change in words."""
        if self.column not in LISTS:
            if not self.old:
                return f"{self.column}: “{self.new}” added"
            after = f"is now “{self.new}”" if self.new else "removed"
            return f"{self.column}: “{self.old}” {after}"
        parts = [_quote(self.added, "added"), _quote(self.removed, "removed")]
        return f"{self.column}: {', '.join(filter(None, parts)) or 'in another order'}"


class RowChange(Record, frozen=True):
    """A row that was added, removed or changed, with its line in each version (0: not there)."""

    what: str
    name: str
    kind: str
    lang: str
    old_line: int = 0
    new_line: int = 0
    cells: tuple[CellChange, ...] = ()

    def __str__(self) -> str:
        """Return the change in words."""
        kind = f" ({self.kind})" if self.kind else ""
        cells = f": {'; '.join(map(str, self.cells))}" if self.cells else ""
        return f"{self.what}: “{self.name}”{kind}{cells}"


def find_changes(old: Sequence[Concept], new: Sequence[Concept]) -> tuple[RowChange, ...]:
    """Return what was added and changed, in the order of the new version, then what was removed."""
    before, after = _by_key(old), _by_key(new)
    gone = {key: concept for key, concept in before.items() if key not in after}
    named: dict[str, list[Key]] = {}
    for key in gone:
        named.setdefault(key[0], []).append(key)
    changes: list[RowChange] = []
    for key, concept in after.items():
        earlier = before.get(key) or _other_self(concept, gone, named.get(concept.name, []))
        if earlier is None:
            changes.append(_change("added", concept, new_line=concept.row))
        elif cells := tuple(_compare(earlier, concept)):
            lines = {"old_line": earlier.row, "new_line": concept.row}
            changes.append(_change("changed", concept, cells=cells, **lines))
    changes += [_change("removed", concept, old_line=concept.row) for concept in gone.values()]
    return tuple(changes)


Key = tuple[str, str, str, int]


def _by_key(concepts: Iterable[Concept]) -> dict[Key, Concept]:
    found: dict[Key, Concept] = {}
    for concept in concepts:
        number = 0
        while (key := (concept.name, concept.kind, concept.lang, number)) in found:
            number += 1
        found[key] = concept
    return found


def _other_self(concept: Concept, gone: dict[Key, Concept], named: list[Key]) -> Concept | None:
    """Take from what is gone the row of equal name that was of another kind or language."""
    near = [key for key in named if key in gone and key[2] == concept.lang]
    near += [key for key in named if key in gone and key[1] == concept.kind]
    return gone.pop(near[0]) if near else None


def _change(what: str, concept: Concept, **more: object) -> RowChange:
    return RowChange(what, concept.name, concept.kind, concept.lang, **more)  # type: ignore[arg-type]


def _compare(old: Concept, new: Concept) -> Iterator[CellChange]:
    for column, one, other in zip(COLUMNS, make_row(old), make_row(new), strict=True):
        if one != other:
            was, is_now = (split_list(cell) if column in LISTS else [] for cell in (one, other))
            added = tuple(item for item in is_now if item not in was)
            removed = tuple(item for item in was if item not in is_now)
            yield CellChange(column, one, other, added, removed)


def _quote(items: Sequence[str], what: str) -> str:
    return f"{', '.join(f'“{item}”' for item in items)} {what}" if items else ""
