"""`transcheck check`: read articles, check them, write the report, exit by the gate."""

from __future__ import annotations

import gc
from typing import Any

import click

from transcheck.cli.completion import FILE, complete_formats
from transcheck.cli.kept import open_kept
from transcheck.cli.output import print_summary, tell, tell_skipped
from transcheck.cli.progress import check_all
from transcheck.cli.settings import choose_paths, effective_settings, settings_options
from transcheck.cli.since import keep_changed, say_unchanged
from transcheck.cli.targets import choose_targets, write_reports
from transcheck.desk import Desk, open_desk
from transcheck.model import Report
from transcheck.pipeline import make_report
from transcheck.readers import find_inputs
from transcheck.reports import name_formats
from transcheck.text.plural import plural


@click.command(name="check")
@click.argument("paths", nargs=-1, metavar="[PATH…|-]", type=FILE)
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    shell_complete=complete_formats,
    help=f"One of: {', '.join(name_formats())} (default: text).",
)
@click.option("-o", "--output", metavar="FILE", type=FILE, help="A file, or a folder for HTML.")
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT=PATH",
    help="One more report of the same run, such as sarif=names.sarif; repeatable.",
)
@settings_options
@click.option("--diff-base", metavar="REV", help="Check only what changed since a revision of git.")
@click.option(
    "--resume",
    metavar="FOLDER",
    type=FILE,
    help="Keep results there as they come; a run that was stopped goes on from them.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 even when the gate fails.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes.")
@click.option("--stdin-filename", default="<stdin>", metavar="NAME", help="What `-` is called.")
def command(
    paths: tuple[str, ...],
    format_name: str | None,
    output: str | None,
    reports: tuple[str, ...],
    diff_base: str | None,
    resume: str | None,
    exit_zero: bool,
    jobs: int,
    stdin_filename: str,
    **options: Any,
) -> int:
    """Check translated articles: files, folders, globs, or - for standard input.

    Without any, those of `paths` in the configuration.

    Exit 0: the gate passed. 1: it failed. 2: not everything could be checked.
    """
    settings, rules_file = effective_settings(options)
    targets = choose_targets(format_name, output, reports)
    desk = open_desk(settings, options.get("source_lang"), rules_file)
    # The desk lives as long as the process: collecting garbage need not look at it again.
    gc.freeze()
    inputs = find_inputs(choose_paths(paths, settings), stdin_filename)
    named = len(inputs.inputs)
    if diff_base is not None:
        inputs = keep_changed(inputs, diff_base, settings, rules_file)
    with open_kept(resume, desk) as kept:
        articles, skipped = check_all(inputs.inputs, desk, jobs, kept)
    report = make_report(articles, (*inputs.skipped, *skipped), desk)
    write_reports(report, targets)
    tell_skipped(report.skipped, inputs.passed_over)
    _tell_unmatched(report, desk)
    if diff_base is not None and named and not inputs.inputs and not report.skipped:
        say_unchanged(diff_base, named)
        return 0
    print_summary(report)
    if report.skipped or not report.articles:
        return 2
    return 0 if report.summary.passed or exit_zero else 1


def _tell_unmatched(report: Report, desk: Desk) -> None:
    left = desk.verdicts.count_unmatched(report.articles)
    if left:
        fit = "fits" if left == 1 else "fit"
        known = plural(left, "entry")
        tell(f"{desk.settings.baseline}: {known} {fit} nothing any more. Write the baseline anew.")
