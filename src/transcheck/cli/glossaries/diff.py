"""`transcheck glossary diff`: what changed between two versions of a glossary."""

from __future__ import annotations

import click

from transcheck.cli.completion import FILE
from transcheck.cli.options import format_option, from_option
from transcheck.cli.output import print_json, tell
from transcheck.glossary.conversion import read_concepts
from transcheck.glossary.differences import find_changes
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural


@click.command(name="diff", short_help="Say which rows changed, and how.")
@click.argument("old", metavar="OLD", type=FILE)
@click.argument("new", metavar="NEW", type=FILE)
@format_option()
@from_option("both files")
def command(old: str, new: str, format_name: str, given: str | None) -> int:
    """Say which rows were added, removed or changed, and how, cell by cell.

    The order of the rows and the form of the file do not count. Any format is read: by its
    suffix, or as --from says (an engine's .csv: --from deepl).

    \b
    transcheck glossary diff last-year.csv house.csv

    Exit 0: the same. 1: different. 2: a file cannot be read.
    """  # noqa: D301 (click wants the character itself)
    changes = find_changes(read_concepts(old, given), read_concepts(new, given))
    if format_name == "json":
        print_json({"old": old, "new": new, "changes": changes})
    else:
        for change in changes:
            place = f"{new}:{change.new_line}" if change.new_line else f"{old}:{change.old_line}"
            click.echo(show_controls(f"{place}: {change}"))
    counts = {
        what: sum(c.what == what for c in changes) for what in ("added", "removed", "changed")
    }
    said = ", ".join(f"{plural(count, 'row')} {what}" for what, count in counts.items() if count)
    tell(f"{said or 'Nothing differs'}.")
    return 1 if changes else 0
