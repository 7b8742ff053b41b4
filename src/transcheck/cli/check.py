"""`transcheck check`: read articles, check them, write the report, exit by the gate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from transcheck.cli.completion import FILE, complete_formats, complete_targets
from transcheck.cli.help import Command
from transcheck.cli.options import (
    jobs_option,
    output_option,
    paths_argument,
    settings_options,
    stdin_option,
)
from transcheck.cli.output import print_summary, tell
from transcheck.cli.run import carry_out
from transcheck.cli.settings import read_given
from transcheck.cli.since import say_unchanged
from transcheck.cli.targets import choose_targets
from transcheck.desk import Desk
from transcheck.model import Report
from transcheck.reports import name_formats
from transcheck.text.plural import plural
from transcheck.version import VERSION


@click.command(name="check", cls=Command, short_help="Check translated articles.")
@paths_argument("[PATH…|-]")
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    shell_complete=complete_formats,
    help=f"One of: {', '.join(name_formats())} (default: as the suffix of -o says, else text).",
)
@output_option("The report: a file, or a folder for HTML")
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT=PATH",
    shell_complete=complete_targets,
    help="One more report of the same run, such as sarif=names.sarif; repeatable.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 even when the gate fails.")
@click.option("--diff-base", metavar="REV", help="Check only what changed since a revision of git.")
@click.option(
    "--resume",
    metavar="FOLDER",
    type=FILE,
    help="Keep results there as they come; a run that was stopped goes on from them.",
)
@jobs_option
@stdin_option
@settings_options
def command(
    paths: tuple[str, ...],
    format_name: str | None,
    output: str | None,
    reports: tuple[str, ...],
    exit_zero: bool,
    diff_base: str | None,
    resume: str | None,
    jobs: int,
    stdin_filename: str,
    **options: Any,
) -> int:
    """Check translated articles: files, folders, globs, or - for standard input.

    Without any, those of `paths` in the configuration.

    \b
    transcheck check articles/
    transcheck check articles/ --report sarif=names.sarif --report html=pages/
    transcheck check archive/ --diff-base origin/main -j 4

    Exit 0: the gate passed. 1: it failed. 2: not everything could be checked.
    """  # noqa: D301 (click wants the character itself)
    given = read_given(options)
    targets = choose_targets(format_name, output, reports)
    desk = given.open_desk()
    run = carry_out(
        paths,
        desk,
        jobs,
        stdin_name=stdin_filename,
        diff_base=diff_base,
        resume=resume,
        targets=targets,
    )
    report = run.report
    _tell_baseline(report, desk)
    _tell_gone(paths or desk.settings.paths, desk)
    if diff_base and run.unchanged and not run.inputs.inputs and not report.skipped:
        say_unchanged(diff_base, run.unchanged)
        return 0
    print_summary(report)
    if report.skipped or not report.articles:
        return 2
    return 0 if report.summary.passed or exit_zero else 1


def _tell_baseline(report: Report, desk: Desk) -> None:
    """Say when the baseline is by another version, or knows what is there no more."""
    baseline = desk.verdicts.baseline
    if baseline and baseline.version != VERSION:
        by = f"transcheck {baseline.version}" if baseline.version else "another program"
        tell(f"{baseline.path} is by {by}: what {VERSION} finds beyond it counts as new.")
    left = desk.verdicts.count_unmatched(report.articles)
    if left:
        fit = "fits" if left == 1 else "fit"
        known = plural(left, "entry")
        tell(f"{desk.settings.baseline}: {known} {fit} nothing any more. Write the baseline anew.")


def _tell_gone(paths: Sequence[str], desk: Desk) -> None:
    """Say which articles that are there no more have waivers: it may be that they are renamed."""
    gone = desk.verdicts.find_gone(paths)
    if gone:
        files = list(dict.fromkeys(waiver.path for waiver in gone))
        listed = ", ".join(files[:3]) + (f" and {len(files) - 3} more" if len(files) > 3 else "")
        of, remedy = plural(len(gone), "waiver"), "renamed: mend `path`; deleted: `waive --prune`"
        tell(f"{desk.settings.waivers}: {of} of articles that are gone ({listed}): {remedy}.")
