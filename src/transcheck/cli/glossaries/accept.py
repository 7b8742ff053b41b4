"""`transcheck glossary accept`: write the rows an editor accepted into the desk's glossary."""

from __future__ import annotations

import click

from transcheck.audit.proposals.sheet import MORE
from transcheck.cli.completion import FILE
from transcheck.cli.output import tell
from transcheck.review.decided import read_accepted
from transcheck.review.rows import Outcome, write_rows
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural


@click.command(name="accept", short_help="Write the rows you accepted into a glossary.")
@click.argument("file", metavar="FILE", type=FILE)
@click.option(
    "--into",
    required=True,
    metavar="FILE",
    type=FILE,
    help="The desk's glossary (CSV); made when there is none.",
)
@click.option(
    "--dry-run", "--diff", "dry_run", is_flag=True, help="Write nothing; show what would change."
)
def command(file: str, into: str, dry_run: bool) -> int:
    """Write accepted rows into a glossary, one line of difference a row.

    FILE is the CSV of `glossary suggest` with x in `accept`, what its page exports, or the
    decisions (JSON) that a report exports: then the names decided to go into the glossary.

    \b
    transcheck glossary accept names.csv --into house.csv --dry-run
    transcheck glossary accept decisions.json --into house.csv

    Exit 0: done. 2: a row was refused, or a file cannot be read; then nothing is written.
    """  # noqa: D301 (click wants the character itself)
    accepted = read_accepted(file, MORE)
    outcome = write_rows(accepted.rows, into, dry_run=dry_run)
    if dry_run:
        for line in outcome.diff(into).splitlines():
            click.echo(show_controls(line))
    for column in accepted.unwritten:
        tell(f"{file}: the column `{column}` is none of a glossary's and is not written")
    for reason in outcome.refused:
        tell(f"refused: {reason}")
    tell(_summary(outcome, into, dry_run))
    return 2 if outcome.refused else 0


def _summary(outcome: Outcome, into: str, dry_run: bool) -> str:
    if outcome.refused:
        return f"Nothing written into {into}: {plural(len(outcome.refused), 'row')} refused."
    verb = "would be written" if dry_run else "written"
    present = f", {outcome.present} already there" if outcome.present else ""
    counts = f"{plural(outcome.written, 'row')} {verb} into {into}"
    return f"{counts}, {outcome.merged} merged{present}, 0 refused."
