"""`transcheck glossary stats`: what glossaries hold, in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from transcheck.cli.options import files_argument, from_option
from transcheck.glossary.conversion import read_concepts
from transcheck.glossary.engines.limits import name_some
from transcheck.glossary.statistics import Statistics, count
from transcheck.text.controls import show_controls


@click.command(name="stats", short_help="Count what glossaries hold.")
@files_argument()
@from_option("the files")
def command(files: tuple[str, ...], given: str | None) -> int:
    """Count rows by kind, forms by language and status, and names that stand in several rows.

    Any format is read: by its suffix, or as --from says.

    \b
    transcheck glossary stats house.csv partner.tbx

    Exit 0: counted. 2: a file cannot be read.
    """  # noqa: D301 (click wants the character itself)
    glossaries = [read_concepts(file, given) for file in files]
    columns = [count(concepts) for concepts in glossaries]
    heads = [Path(file).name for file in files]
    whole = columns[0]
    if len(files) > 1:
        whole = count([concept for concepts in glossaries for concept in concepts])
        columns.append(whole)
        heads.append("all")
    table = [("", *heads), *_rows(columns, whole)]
    widths = [max(map(len, cells)) for cells in zip(*table, strict=True)]
    for label, *cells in table:
        numbers = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        click.echo(show_controls("  ".join([label.ljust(widths[0]), *numbers]).rstrip()))
    if whole.rows:
        click.echo(
            show_controls(f"longest name: “{whole.longest}”, {len(whole.longest)} characters")
        )
    if whole.repeated:
        click.echo(show_controls(f"in several rows: {name_some(list(whole.repeated))}"))
    return 0


def _rows(columns: Sequence[Statistics], whole: Statistics) -> Iterator[tuple[str, ...]]:
    yield "rows", *(f"{one.rows:,}" for one in columns)
    for kind, _ in whole.kinds:
        yield f"  {kind or 'no kind'}", *(f"{dict(one.kinds).get(kind, 0):,}" for one in columns)
    yield "admitted forms", *(f"{one.admitted:,}" for one in columns)
    yield "rejected forms", *(f"{one.rejected:,}" for one in columns)
    yield "source forms", *(f"{sum(dict(one.sources).values()):,}" for one in columns)
    for tag, _ in whole.sources:
        yield f"  {tag}", *(f"{dict(one.sources).get(tag, 0):,}" for one in columns)
    yield "rows with a note", *(f"{one.notes:,}" for one in columns)
    yield "names in several rows", *(f"{len(one.repeated):,}" for one in columns)
