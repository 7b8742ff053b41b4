"""`transcheck fix`: write the right names into articles, or print what would be written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from transcheck.cli.changes import print_changed, print_diff, print_text, tell_left
from transcheck.cli.completion import FILE
from transcheck.cli.help import Command
from transcheck.cli.options import (
    jobs_option,
    paths_argument,
    settings_options,
    stdin_option,
)
from transcheck.cli.output import refuse_unwritable_file, tell
from transcheck.cli.run import carry_out
from transcheck.cli.settings import read_given
from transcheck.errors import UsageError
from transcheck.model import Certainty
from transcheck.readers import Input, load
from transcheck.reports.identity import report_id
from transcheck.review.decisions import read_decisions
from transcheck.review.fixes.accepted import Accepted
from transcheck.review.fixes.choice import by_certainty
from transcheck.review.fixes.gathering import Gathered, gather_checked, gather_reported, gather_text
from transcheck.review.fixes.reported import read_report
from transcheck.review.fixes.undo import UNDO_FILE, undo_last_run
from transcheck.review.fixes.writing import write_changes
from transcheck.text.plural import plural


@click.command(name="fix", cls=Command, short_help="Write the right names into articles.")
@paths_argument("[PATH…|-]")
@click.option("--write", is_flag=True, help="Write the files instead of printing a diff.")
@click.option("--likely", is_flag=True, help="Fix likely findings too, not only certain ones.")
@click.option(
    "--report",
    metavar="REPORT.json",
    type=FILE,
    help="Fix what this report found, if its files are still as they were.",
)
@click.option(
    "--decisions",
    metavar="FILE",
    type=FILE,
    help="Fix what an editor accepted, and nothing else.",
)
@click.option(
    "--undo-file",
    default=UNDO_FILE,
    metavar="FILE",
    type=FILE,
    help=f"Where --write notes what it changed (default: {UNDO_FILE}).",
)
@click.option(
    "--undo",
    is_flag=False,
    flag_value=UNDO_FILE,
    metavar="[FILE]",
    type=FILE,
    help="Take back the last --write, as its undo file says.",
)
@jobs_option
@stdin_option
@settings_options
def command(
    paths: tuple[str, ...],
    write: bool,
    likely: bool,
    report: str | None,
    decisions: str | None,
    undo_file: str,
    undo: str | None,
    jobs: int,
    stdin_filename: str,
    **options: Any,
) -> int:
    """Replace wrong names: only the letters that differ, every other byte stays.

    Certain findings that have one suggestion are fixed. Prints a unified diff; --write writes the
    files. `fix -` reads standard input and writes the fixed text to standard output. Without
    PATH, the articles are those of the report, else of `paths` in the configuration.

    \b
    transcheck fix articles/
    transcheck fix articles/ --write
    transcheck fix articles/ --decisions decisions.json --write

    Exit 0: nothing to fix, or written. 1: there is something to fix. 2: not all could be done.
    """  # noqa: D301 (click wants the character itself)
    if undo is not None:
        return _undo(paths, undo, write=write)
    _refuse_contradiction(paths, write, report, decisions)
    given = read_given(options)
    if write:
        refuse_unwritable_file(undo_file)
    accepted = read_decisions(decisions) if decisions else None
    least = Certainty.LIKELY if likely else Certainty.CERTAIN
    rule = Accepted(accepted) if accepted else by_certainty(least)
    if report is not None:
        reported = read_report(report)
        if accepted:
            accepted.require_report(reported.id)
        found = gather_reported(paths, report, reported, rule, given.settings.encoding)
    else:
        desk = given.open_desk()
        if paths == ("-",):
            return _print_fixed(gather_text(load(Input("")), stdin_filename, desk, rule))
        run = carry_out(paths, desk, jobs)
        if accepted:
            accepted.require_report(report_id(one.article.path for one in run.checked))
        found = gather_checked(
            run.files,
            run.checked,
            desk,
            rule,
            settle=accepted is None,
            complete=not run.report.skipped,
        )
    if isinstance(rule, Accepted):
        found.notes += rule.find_gone()
    return _write(found, undo_file) if write else _show(found)


def _print_fixed(found: Gathered) -> int:
    tell_left(found, write=True)
    for plan in found.plans:
        print_text(plan.after)
    return 2 if found.failed else 0


def _show(found: Gathered) -> int:
    for plan in found.plans:
        print_diff(plan.path, plan.before, plan.after)
    tell_left(found, write=False)
    if found.failed:
        return 2
    return 1 if found.changes else 0


def _write(found: Gathered, undo: str) -> int:
    refused = write_changes(found.changes, Path(undo))
    unwritten = {error.path for error in refused}
    for plan in found.plans:
        if plan.path not in unwritten:
            print_changed(plan)
    for error in refused:
        tell(str(error))
    tell_left(found, write=True, unwritten=unwritten)
    if len(unwritten) < len(found.changes):
        named = "" if undo == UNDO_FILE else f" {undo}"
        tell(f"To take it back: transcheck fix --undo{named}")
    return 2 if found.failed or refused else 0


def _undo(paths: tuple[str, ...], undo: str, *, write: bool) -> int:
    if paths or write:
        raise UsageError("--undo takes back a whole run", hint="Leave out paths and --write")
    done, refused = undo_last_run(Path(undo))
    for error in refused:
        tell(str(error))
    tell(f"{plural(len(done), 'file')} put back, {len(refused)} refused.")
    return 2 if refused else 0


def _refuse_contradiction(
    paths: tuple[str, ...], write: bool, report: str | None, decisions: str | None
) -> None:
    if "-" in paths and (len(paths) > 1 or write or report or decisions):
        hint = "Leave out other paths, --write, --report and --decisions"
        raise UsageError("`fix -` writes to standard output and goes alone", hint=hint)
