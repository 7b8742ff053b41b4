"""A run, from paths to a report: `check`, `baseline`, `waive`, `review` and `fix` all go this way.

paths ─ find ─► inputs ─ read ─► articles ─ check ─► their reports ─ gather ─► Report ─ write, say
"""

from __future__ import annotations

import gc
from collections.abc import Sequence

from transcheck.cli.kept import open_kept
from transcheck.cli.output import tell_skipped
from transcheck.cli.progress import check_all
from transcheck.cli.settings import choose_paths
from transcheck.cli.since import keep_changed
from transcheck.cli.targets import Target, refuse_crowd, refuse_overwriting, write_reports
from transcheck.desk import Desk
from transcheck.model import Article, ArticleReport, Record, Report, Skipped
from transcheck.pipeline import make_report
from transcheck.readers import Inputs, find_inputs, read


class Run(Record, frozen=True):
    """What a run read, what it found, and the report it made of that.

    `checked` are the articles as each was checked; those of the report bear in addition what
    only a whole run can say. `unchanged` counts the files that --diff-base left out.
    """

    inputs: Inputs
    checked: tuple[ArticleReport, ...]
    report: Report
    unchanged: int = 0

    @property
    def files(self) -> dict[str, str]:
        """The file behind each path that was read."""
        return {one.path: one.file for one in self.inputs.inputs if one.file is not None}


def carry_out(
    paths: tuple[str, ...],
    desk: Desk,
    jobs: int = 1,
    *,
    stdin_name: str = "<stdin>",
    diff_base: str | None = None,
    resume: str | None = None,
    targets: Sequence[Target] = (),
    output: str | None = None,
) -> Run:
    """Check articles, write the report to its targets, and say on stderr what was not done.

    Without `paths`, those of the configuration. `output` is what the command will write itself.
    Raise UsageError when there are no paths either, and before anything is checked where a target
    cannot take so many articles, or an output is one of them.
    """
    # The desk lives as long as the process: collecting garbage need not look at it again.
    gc.freeze()
    inputs = find_inputs(choose_paths(paths, desk.settings), stdin_name)
    refuse_overwriting(inputs.inputs, [output, *(one.path for one in targets)])
    named = len(inputs.inputs)
    if diff_base is not None:
        inputs = keep_changed(inputs, diff_base, desk)
    with open_kept(resume, desk) as kept:
        articles, unread = _read_all(inputs, desk, targets)
        reports, failed = check_all(articles, desk, jobs, kept)
    report = make_report(reports, (*inputs.skipped, *unread, *failed), desk)
    write_reports(report, targets)
    tell_skipped(report.skipped, inputs.passed_over)
    return Run(inputs, tuple(reports), report, named - len(inputs.inputs))


def _read_all(
    inputs: Inputs, desk: Desk, targets: Sequence[Target]
) -> tuple[list[Article], list[Skipped]]:
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for one in inputs.inputs:
        found, unread = read(one, encoding=desk.settings.encoding)
        articles += found
        skipped += unread
        refuse_crowd(len(articles), targets)
    return articles, skipped
