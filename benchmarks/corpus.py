"""The development data beside the repository: texts, marks, slips and traps."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
MARKED = ("error", "error-parliament")


@dataclass(frozen=True)
class Place:
    """A stretch of one text: half-open, in code points."""

    slug: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Mark(Place):
    """A wrong name marked by hand or planted, and what it should be."""

    expected: str
    phenomenon: str
    certain: bool
    context: str = ""
    pattern: str = ""

    @property
    def alike(self) -> bool:
        """Say whether wrong and right form are alike in letters."""
        return self.phenomenon not in ("mistranslated-name", "other")


@dataclass(frozen=True)
class Trap(Place):
    """A mention that must stay silent, and why."""

    why: str


@dataclass(frozen=True)
class Corpus:
    """Texts by slug, grouped, with what was marked in them."""

    folder: Path
    groups: dict[str, tuple[str, ...]]
    texts: dict[str, str]
    marks: tuple[Mark, ...]
    slips: tuple[Mark, ...] = ()
    traps: tuple[Trap, ...] = ()

    def slugs(self, *groups: str) -> list[str]:
        """Return the slugs of the named groups in the order of the index."""
        return [slug for group in groups for slug in self.groups.get(group, ())]

    def path(self, slug: str) -> Path:
        """Return the file of one text."""
        return self.folder / f"{slug}.txt"


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a TSV file without quoting."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def read_text(path: Path) -> str:
    """Read a text as it is, line ends included, so that offsets hold."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def read_articles(shared: Path) -> Corpus:
    """Read dev/articles: marked machine output, clean originals, human references."""
    folder = shared / "dev" / "articles"
    groups = _group(read_table(folder / "index.tsv"), "set")
    context = {
        (row["slug"], row["char_start"], row["span_text"]): row["context"]
        for row in read_table(folder / "annotations_context.tsv")
    }
    marks = tuple(
        _mark(row, context[row["slug"], row["char_start"], row["span_text"]])
        for row in read_table(folder / "annotations.tsv")
    )
    slips = tuple(_mark(row) for row in read_table(folder / "clean_issues.tsv"))
    return _corpus(folder, groups, marks, slips)


def read_planted(shared: Path) -> Corpus:
    """Read dev/planted: planted damage, traps and controls."""
    folder = shared / "dev" / "planted"
    marks = tuple(
        _mark(row, "right-form-in-text", row["pattern"])
        for row in read_table(folder / "annotations.tsv")
        if row["right_form_in_text"] == "yes"
    )
    traps = tuple(
        Trap(r["slug"], r["span_text"], int(r["char_start"]), int(r["char_end"]), r["why"])
        for r in read_table(folder / "traps.tsv")
    )
    groups = _group(read_table(folder / "index.tsv"), "kind")
    return _corpus(folder / "articles", groups, marks, (), traps)


def _corpus(
    folder: Path,
    groups: dict[str, tuple[str, ...]],
    marks: tuple[Mark, ...],
    slips: tuple[Mark, ...] = (),
    traps: tuple[Trap, ...] = (),
) -> Corpus:
    slugs = [slug for group in groups.values() for slug in group]
    texts = {slug: read_text(folder / f"{slug}.txt") for slug in slugs}
    for place in (*marks, *slips, *traps):
        if texts[place.slug][place.start : place.end] != place.text:
            raise ValueError(f"{place.slug}: {place.text!r} does not stand at {place.start}")
    return Corpus(folder, groups, texts, marks, slips, traps)


def _group(rows: list[dict[str, str]], column: str) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row["slug"])
    return {name: tuple(slugs) for name, slugs in groups.items()}


def _mark(row: dict[str, str], context: str = "", pattern: str = "") -> Mark:
    return Mark(
        slug=row["slug"],
        text=row["span_text"],
        start=int(row["char_start"]),
        end=int(row["char_end"]),
        expected=row["expected"],
        phenomenon=row["phenomenon"],
        certain=row["certain"] == "yes",
        context=context,
        pattern=pattern,
    )
