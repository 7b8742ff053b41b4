"""The builder's own tables: what CLDR and GeoNames lack, and where they do not write as news do."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from benchmarks.glossaries.rows import Source

FOLDER = Path(__file__).parent / "tables"


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table, by the names of its columns."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, strict=True)


def split_forms(cell: str) -> tuple[str, ...]:
    """Return the forms of a list."""
    return tuple(filter(None, cell.split("|")))


def split_sources(cell: str) -> tuple[Source, ...]:
    """Return the languages and forms of a list such as `sr:Beč|sl:Dunaj`."""
    parts = (item.partition(":") for item in split_forms(cell))
    return tuple((tag, form) for tag, _, form in parts)
