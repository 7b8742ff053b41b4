"""A row of a built glossary, and how a file of them is written: the same bytes each time."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from transcheck.glossary.native.lists import escape
from transcheck.glossary.native.sheet import COLUMNS
from transcheck.text.fold import fold

T = TypeVar("T")
Source = tuple[str, str]
"""A language tag and the form that is written in it."""


@dataclass(frozen=True)
class Row:
    """One place: its name in English, its other right forms, its forms in other languages.

    `ref` says where it comes from: `cldr:RS`, `geonames:792680`, `hand`.
    """

    name: str
    admitted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    note: str = ""
    ref: str = ""

    @property
    def english(self) -> tuple[str, ...]:
        """The forms that may stand in English."""
        return (self.name, *self.admitted)

    def joined(self, other: Row) -> Row:
        """Return this row with what another row of the same place has more."""
        return replace(
            self,
            admitted=unique(f for f in (*self.admitted, *other.english) if f != self.name),
            rejected=unique((*self.rejected, *other.rejected)),
            sources=unique((*self.sources, *other.sources)),
            note=self.note or other.note,
            ref=" ".join(unique((*self.ref.split(), *other.ref.split()))),
        )


def unique(items: Iterable[T]) -> tuple[T, ...]:
    """Return items without repetitions, the first of each."""
    return tuple(dict.fromkeys(items))


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write a native glossary, sorted by name."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in sorted(rows, key=lambda row: (fold(row.name), row.name)):
            sources = (f"{tag}:{form}" for tag, form in row.sources)
            lists = (
                "|".join(map(escape, items)) for items in (row.admitted, row.rejected, sources)
            )
            writer.writerow((row.name, "place", *lists, "", row.note, row.ref))
