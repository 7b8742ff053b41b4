"""`transcheck glossary suggest`: propose rows for the names of an archive that no glossary has."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from transcheck.audit.proposals import (
    MIN_ARTICLES,
    Proposal,
    gather,
    propose,
)
from transcheck.cli.archive import read_archive
from transcheck.cli.help import Command
from transcheck.cli.options import (
    encoding_option,
    jobs_option,
    name_options,
    output_option,
    paths_argument,
)
from transcheck.cli.output import refuse_unwritable_file, tell, tell_skipped, write_output
from transcheck.cli.settings import read_given
from transcheck.cli.targets import refuse_overwriting
from transcheck.desk import Desk
from transcheck.errors import UsageError
from transcheck.readers import find_inputs
from transcheck.text.plural import plural

FORMATS = ("list", "csv", "html")


@click.command(name="suggest", cls=Command, short_help="Propose rows from an archive of articles.")
@paths_argument("PATH…|-", required=True)
@output_option("The file; .csv, .html, .txt: the format")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    help="list (default), csv to edit, html to accept from.",
)
@click.option(
    "--min-articles",
    type=click.IntRange(1),
    default=MIN_ARTICLES,
    metavar="N",
    help=f"Leave out names in fewer articles (default {MIN_ARTICLES}).",
)
@jobs_option
@name_options
@encoding_option
def command(
    paths: tuple[str, ...],
    output: str | None,
    format_name: str | None,
    min_articles: int,
    jobs: int,
    **options: Any,
) -> int:
    """Propose glossary rows from an archive: names in no glossary, most wanted first.

    A name written in several ways comes before one written in one way, then the number of
    articles counts. `glossary accept` writes the rows you accept into your glossary.

    \b
    transcheck glossary suggest archive/ -o names.html    then open it and accept
    transcheck glossary suggest archive/ -o names.csv     then write x under `accept`
    transcheck glossary accept names.csv --into house.csv

    Exit 0: done. 2: not everything could be read.
    """  # noqa: D301 (click wants the character itself)
    given = read_given(options)
    refuse_unwritable_file(output)
    form = format_name or _format_of(output)
    desk = given.open_desk()
    gc.freeze()
    inputs = find_inputs(paths, "<stdin>")
    refuse_overwriting(inputs.inputs, [output])
    skipped = list(inputs.skipped)
    archive = gather(read_archive(inputs.inputs, desk, jobs, skipped))
    proposals = propose(archive, desk, min_articles)
    count = len(archive.articles)
    text = _render(proposals, form, count, desk)
    if output and not count:
        tell(f"{output}: not written, as no article was read")
    else:
        write_output(text, output, as_utf8=form != "list")
    tell_skipped(skipped, inputs.passed_over)
    tell(_summary(proposals, count, min_articles, output))
    return 2 if skipped or not count else 0


def _render(proposals: Sequence[Proposal], form: str, articles: int, desk: Desk) -> str:
    if form == "html":
        from transcheck.audit.proposals.page import make_page

        return make_page(proposals, articles, desk.signature)
    if form == "csv":
        from transcheck.audit.proposals.sheet import make_sheet

        return make_sheet(proposals)
    from transcheck.audit.proposals.listing import make_list

    return make_list(proposals)


_FORMAT_OF = {".csv": "csv", ".html": "html", ".htm": "html", ".txt": "list", "": "list"}


def _format_of(output: str | None) -> str:
    """Return the format that a file's suffix names; raise UsageError when it is another's."""
    suffix = Path(output or "").suffix.lower()
    if suffix not in _FORMAT_OF:
        hint = "Name a .csv, .html or .txt file, or say which with --format"
        raise UsageError(f"no list of proposals has the suffix {suffix}", path=output, hint=hint)
    return _FORMAT_OF[suffix]


def _summary(
    proposals: Sequence[Proposal], articles: int, min_articles: int, output: str | None
) -> str:
    several = sum(one.ways > 1 for one in proposals)
    where = f" in {output}" if output and articles else ""
    least = f"; names in fewer than {min_articles} are left out" if min_articles > 1 else ""
    return (
        f"{plural(len(proposals), 'name')} in no glossary{where}, {several} of them written in "
        f"several ways, from {plural(articles, 'article')}{least}."
    )
