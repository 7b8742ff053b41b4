"""`transcheck glossary lint`: say what is wrong in glossary files."""

from __future__ import annotations

from collections.abc import Callable

import click

from transcheck.cli.options import files_argument, format_option
from transcheck.cli.output import print_json, tell
from transcheck.glossary.issues import GlossaryIssue
from transcheck.glossary.lint import lint_files
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural


@click.command(name="lint", short_help="Say what is wrong in glossary files.")
@files_argument()
@format_option(
    ("text", "json", "github"),
    "text (default), json (a list of objects) or github (annotations).",
)
def command(files: tuple[str, ...], format_name: str) -> int:
    """Say what is wrong in glossary files, one finding a line.

    Several files are read as `check --glossary A --glossary B` reads them: where two disagree the
    last one named wins, the ones that come with transcheck give way to all; the row that gives
    way is named.

    \b
    transcheck glossary lint house.csv
    transcheck glossary lint house.csv sport.csv --format github

    Exit 0: nothing found. 1: something to mend. 2: a file cannot be read as a glossary.
    """  # noqa: D301 (click wants the character itself)
    issues = lint_files(files)
    if format_name == "json":
        print_json(issues)
    else:
        for issue in issues:
            click.echo(_LINES[format_name](issue))
    faulty = {issue.file for issue in issues}
    unusable = {issue.file for issue in issues if issue.unusable}
    tell(_summary(len(set(files)), len(issues), len(faulty), len(unusable)))
    return 2 if unusable else 1 if issues else 0


def _as_text(issue: GlossaryIssue) -> str:
    return show_controls(str(issue))


def _as_annotation(issue: GlossaryIssue) -> str:
    place = f"file={_escape(issue.file, ',:')},line={issue.line}"
    return f"::error {place},title={issue.id}::{_escape(issue.shown)}"


_LINES: dict[str, Callable[[GlossaryIssue], str]] = {"text": _as_text, "github": _as_annotation}


def _escape(text: str, more: str = "") -> str:
    """Return a text as a workflow command takes it: nothing in it can begin another command."""
    return "".join(
        f"%{ord(letter):02X}" if letter in f"%\r\n{more}" else letter
        for letter in show_controls(text)
    )


def _summary(files: int, found: int, faulty: int, unusable: int) -> str:
    if not found:
        return f"Nothing to mend in {plural(files, 'glossary')}."
    text = f"{plural(found, 'finding')} in {faulty} of {plural(files, 'glossary')}."
    if unusable:
        text += f" {unusable} cannot be read to its end and was not looked at in full."
    return text
