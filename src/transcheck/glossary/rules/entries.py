"""A glossary row with its lists taken apart, for the rules of `glossary lint`."""

from __future__ import annotations

from typing import NamedTuple

from transcheck.glossary.native.lists import split_items, split_list, split_source
from transcheck.glossary.native.sheet import Row
from transcheck.model import Record


class Fault(NamedTuple):
    """What is wrong in one column of a row."""

    column: str
    id: str
    message: str


class Entry(Record, frozen=True):
    """A row's forms, without the blanks around them and (`raw_`) as they stand in the file."""

    file: str
    line: int
    name: str
    kind: str
    lang: str
    admitted: tuple[str, ...]
    rejected: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    note: str
    ref: str
    raw_name: str
    raw_admitted: tuple[str, ...]
    raw_rejected: tuple[str, ...]
    raw_sources: tuple[str, ...]
    raw_others: tuple[tuple[str, str], ...]
    empty_items: tuple[str, ...]

    def place(self, seen_from: Entry) -> str:
        """Return where the row stands, for one who reads of it at another row."""
        return f"line {self.line}" if self.file == seen_from.file else f"{self.file}:{self.line}"


def read_entry(row: Row, file: str) -> Entry:
    """Take a row apart."""
    lists = {"admitted": row.admitted, "rejected": row.rejected, "source": row.source}
    raw = {column: tuple(filter(str.strip, split_items(cell))) for column, cell in lists.items()}
    empty = tuple(
        column
        for column, cell in lists.items()
        if cell.strip() and len(raw[column]) < len(split_items(cell))
    )
    others = (("kind", row.kind), ("lang", row.lang), ("note", row.note), ("ref", row.ref))
    return Entry(
        file=file,
        line=row.line,
        name=row.name.strip(),
        kind=row.kind.strip(),
        lang=row.lang.strip() or "en",
        admitted=tuple(split_list(row.admitted)),
        rejected=tuple(split_list(row.rejected)),
        sources=tuple(split_source(item) for item in split_list(row.source)),
        note=row.note.strip(),
        ref=row.ref.strip(),
        raw_name=row.name,
        raw_admitted=raw["admitted"],
        raw_rejected=raw["rejected"],
        raw_sources=raw["source"],
        raw_others=tuple((column, cell) for column, cell in others if cell),
        empty_items=empty,
    )
