"""`transcheck glossary lint`: say what is wrong in glossary files."""

from __future__ import annotations

import click

from transcheck.glossary.lint import lint
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural


@click.command(name="lint")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
def command(files: tuple[str, ...]) -> int:
    """Say what is wrong in glossary files, one finding a line.

    Exit 0: nothing found. 1: something to mend. 2: a file cannot be read as a glossary.
    """
    found, faulty, unusable = 0, 0, 0
    for file in files:
        issues = lint(file)
        for issue in issues:
            click.echo(show_controls(str(issue)))
        found += len(issues)
        faulty += bool(issues)
        unusable += any(issue.unusable for issue in issues)
    click.echo(_summary(len(files), found, faulty, unusable), err=True)
    return 2 if unusable else 1 if found else 0


def _summary(files: int, found: int, faulty: int, unusable: int) -> str:
    if not found:
        return f"Nothing to mend in {plural(files, 'glossary')}."
    text = f"{plural(found, 'finding')} in {faulty} of {plural(files, 'glossary')}."
    if unusable:
        text += f" {unusable} cannot be read to its end and was not looked at in full."
    return text
