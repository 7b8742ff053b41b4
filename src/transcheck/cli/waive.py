"""`transcheck waive`: write waivers, from decisions or by fingerprint; clear those that lapsed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from transcheck.checks import find_checks
from transcheck.cli.completion import FILE
from transcheck.cli.output import tell, tell_skipped
from transcheck.cli.progress import check_all
from transcheck.cli.settings import effective_settings, settings_options, usual_waivers
from transcheck.config import choose, parse_day
from transcheck.desk import Desk, open_desk
from transcheck.errors import UsageError
from transcheck.model import Report, Verdict
from transcheck.pipeline import make_report
from transcheck.readers import find_inputs
from transcheck.review.decisions import Choice, Decisions, read_decisions
from transcheck.review.waiving import Terms, waive_decisions, waive_findings
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural
from transcheck.waivers import WaiverFile
from transcheck.waivers.writing import Written, add_waivers, remove_waivers

_FINGERPRINT = re.compile(r"(?:#|f-)?([0-9a-f]{12}(?:-\d+)?)")


@click.command(name="waive", short_help="Say that findings stay as they are, and why.")
@click.argument("words", nargs=-1, metavar="[FINGERPRINT…] [PATH…]", type=FILE)
@click.option("--from", "source", metavar="FILE", type=FILE, help="Decisions a report exported.")
@click.option("--reason", metavar="TEXT", help="Why; for decisions that give no reason.")
@click.option("--by", metavar="NAME", help="Who decided (default: user.name of git).")
@click.option("--expires", metavar="DATE", help="The last day it holds.")
@click.option("--verdict", metavar="WORD", help="not-an-error (default) or accepted.")
@click.option("--prune", is_flag=True, help="Remove the waivers of PATH… that lapsed.")
@settings_options
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes.")
def command(
    words: tuple[str, ...],
    source: str | None,
    reason: str | None,
    by: str | None,
    expires: str | None,
    verdict: str | None,
    prune: bool,
    jobs: int,
    **options: Any,
) -> int:
    """Write waivers: findings that stay as they are, each with its reason.

    With --from: what was decided as not an error in a report. PATH… are then only compared with
    those the report was made of. Without: the findings of PATH… that have a FINGERPRINT, as
    `--format json` lists them. A waiver that stands there already is not written twice.

    Exit 0: done. 2: something cannot be read or found; then nothing is written.
    """
    marks = [found[1] for word in words if (found := _FINGERPRINT.fullmatch(word))]
    paths = [word for word in words if not _FINGERPRINT.fullmatch(word)]
    _refuse_mixture(marks, paths, source, prune)
    settings, config = effective_settings(options)
    target = settings.waivers or str(usual_waivers(config))
    if not prune and not Path(target).exists():
        settings = replace(settings, waivers=None)  # it is made here
    desk = open_desk(settings, options.get("source_lang"), config)
    if prune:
        return _prune(target, _check(paths, desk, jobs), desk)
    terms = _terms(desk, reason, by, expires, verdict)
    if source:
        decisions = read_decisions(source)
        if paths:
            decisions.require_report(_identity(_check(paths, desk, jobs)))
        checks = [module.CHECK.id for module in find_checks()]
        waivers = waive_decisions(decisions, terms, target, checks)
        _tell_others(decisions)
        code = 0
    else:
        if not terms.reason:
            raise UsageError("no reason is given", hint="Say with --reason why they stay")
        report = _check(paths, desk, jobs)
        waivers = waive_findings(marks, report.articles, terms, target)
        code = 2 if report.skipped else 0
    _say(add_waivers(target, waivers, desk.today), f"written into {target}")
    return code


def _refuse_mixture(
    marks: Sequence[str], paths: Sequence[str], source: str | None, prune: bool
) -> None:
    if source and (marks or prune):
        raise UsageError("--from takes no fingerprints and no --prune", hint="Run it twice")
    if prune and marks:
        raise UsageError("--prune takes no fingerprints", hint="Name the articles")
    if prune and not paths:
        raise UsageError("--prune of which articles?", hint="Name their paths")
    if not source and not prune and not marks:
        hint = "Name fingerprints and paths, or --from and a file of decisions"
        raise UsageError("nothing to waive", hint=hint)
    if marks and not paths:
        raise UsageError("in which articles?", hint="Name their paths after the fingerprints")


def _terms(
    desk: Desk, reason: str | None, by: str | None, expires: str | None, verdict: str | None
) -> Terms:
    day = parse_day(expires) if expires else None
    if day and day < desk.today:
        raise UsageError(f"{expires} has passed", hint="Name a later day")
    kind = choose(Verdict, verdict, "verdict") if verdict else Verdict.NOT_AN_ERROR
    return Terms((reason or "").strip(), (git_name() if by is None else by).strip(), day, kind)


def git_name() -> str:
    """Return who commits here, "" where git is not there or does not know."""
    import subprocess

    command = ["git", "config", "user.name"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=5)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace").strip()


def _check(paths: Sequence[str], desk: Desk, jobs: int) -> Report:
    inputs = find_inputs(paths, "<stdin>")
    articles, skipped = check_all(inputs.inputs, desk, jobs)
    report = make_report(articles, (*inputs.skipped, *skipped), desk)
    tell_skipped(report.skipped, inputs.passed_over)
    return report


def _identity(report: Report) -> str:
    from transcheck.reports.identity import report_id

    return report_id(one.article.path for one in report.articles)


def _tell_others(decisions: Decisions) -> None:
    left = {choice: len(decisions.of(choice)) for choice in (Choice.ACCEPT, Choice.GLOSSARY)}
    if any(left.values()):
        listed = ", ".join(f"{choice} {count}" for choice, count in left.items() if count)
        tell(f"Not waivers: {listed}. `transcheck fix --decisions` applies what was accepted.")
    if left[Choice.GLOSSARY]:
        tell(f"`transcheck glossary accept {decisions.path} --into CSV` writes the rows.")


def _prune(target: str, report: Report, desk: Desk) -> int:
    ran = {check.CHECK.id for check in desk.checks}
    lapsed = {
        replace(one.waiver, line=0)
        for one in desk.verdicts.find_lapsed(report.articles, ran, report.skipped)
    }

    def unwanted(file: WaiverFile) -> list[Any]:
        return [waiver for waiver in file.waivers if replace(waiver, line=0) in lapsed]

    if not desk.verdicts.waivers:
        raise UsageError("there is no waiver file", path=target, hint="Name one with --waivers")
    _say(remove_waivers(target, unwanted), f"removed from {target}")
    return 2 if report.skipped else 0


def _say(done: Written, where: str) -> None:
    for one in done.changed:
        of = f"“{one.form}”" if one.form else f"#{one.fingerprint}"
        row = f" {one.id}" if one.id else ""
        until = f", until {one.expires}" if one.expires else ""
        by = f" ({one.by})" if one.by else ""
        check = f"{one.check} " if one.check else ""
        click.echo(show_controls(f"{one.path}{row}: {check}{of}: {one.reason}{by}{until}"))
    present = f", {len(done.present)} already there" if done.present else ""
    tell(f"{plural(len(done.changed), 'waiver')} {where}{present}.")
