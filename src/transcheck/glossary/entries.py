"""A glossary row with its lists taken apart, for the rules of `glossary lint`."""

from __future__ import annotations

from transcheck.glossary.lists import split_items, split_list, split_source
from transcheck.glossary.sheet import Row
from transcheck.model import Record


class Entry(Record, frozen=True):
    """A row's forms, without the blanks around them and (`raw_`) as they stand in the file."""

    line: int
    name: str
    kind: str
    lang: str
    admitted: tuple[str, ...]
    rejected: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    raw_name: str
    raw_admitted: tuple[str, ...]
    raw_rejected: tuple[str, ...]
    raw_sources: tuple[str, ...]
    empty_items: tuple[str, ...]


def read_entry(row: Row) -> Entry:
    """Take a row apart."""
    lists = {"admitted": row.admitted, "rejected": row.rejected, "source": row.source}
    raw = {column: tuple(filter(str.strip, split_items(cell))) for column, cell in lists.items()}
    empty = tuple(
        column
        for column, cell in lists.items()
        if cell.strip() and len(raw[column]) < len(split_items(cell))
    )
    return Entry(
        line=row.line,
        name=row.name.strip(),
        kind=row.kind.strip(),
        lang=row.lang.strip() or "en",
        admitted=tuple(split_list(row.admitted)),
        rejected=tuple(split_list(row.rejected)),
        sources=tuple(split_source(item) for item in split_list(row.source)),
        raw_name=row.name,
        raw_admitted=raw["admitted"],
        raw_rejected=raw["rejected"],
        raw_sources=raw["source"],
        empty_items=empty,
    )
