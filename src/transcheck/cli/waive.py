"""`transcheck waive`: write waivers, from decisions or by fingerprint; clear those that lapsed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from transcheck.checks import find_checks
from transcheck.cli.author import name_author
from transcheck.cli.completion import FILE, complete_members
from transcheck.cli.help import Command
from transcheck.cli.options import by_option, jobs_option, settings_options
from transcheck.cli.output import refuse_unwritable_file, tell
from transcheck.cli.run import carry_out
from transcheck.cli.settings import read_given
from transcheck.config import choose, parse_day
from transcheck.desk import Desk
from transcheck.errors import UsageError
from transcheck.model import Report, Skipped, Verdict
from transcheck.review.decisions import Choice, Decisions, read_decisions
from transcheck.review.waiving import Terms, waive_decisions, waive_findings
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural
from transcheck.waivers import WaiverFile
from transcheck.waivers.merging import merge_waivers
from transcheck.waivers.paths import is_there
from transcheck.waivers.writing import Written, add_waivers, remove_waivers

_THREE = 3
_FINGERPRINT = re.compile(r"(?:#|f-)?([0-9a-f]{12}(?:-\d+)?)")


@click.command(name="waive", cls=Command, short_help="Say that findings stay as they are, and why.")
@click.argument("words", nargs=-1, metavar="[FINGERPRINT…] [PATH…]", type=FILE)
@click.option("--from", "source", metavar="FILE", type=FILE, help="Decisions a report exported.")
@click.option("--reason", metavar="TEXT", help="Why; for decisions that give no reason.")
@by_option
@click.option("--expires", metavar="DATE", help="The last day it holds.")
@click.option(
    "--verdict",
    metavar="WORD",
    shell_complete=complete_members(Verdict),
    help="not-an-error (default) or accepted.",
)
@click.option("--prune", is_flag=True, help="Remove the waivers of PATH… that lapsed.")
@click.option("--merge", is_flag=True, help="Join BASE OURS THEIRS into OURS, as git's driver.")
@jobs_option
@settings_options
def command(
    words: tuple[str, ...],
    source: str | None,
    reason: str | None,
    by: str | None,
    expires: str | None,
    verdict: str | None,
    prune: bool,
    merge: bool,
    jobs: int,
    **options: Any,
) -> int:
    """Write waivers: findings that stay as they are, each with its reason.

    With --from: what was decided as not an error in a report. PATH… are then only compared with
    those the report was made of. Without: the findings of PATH… that have a FINGERPRINT, as
    `--format json` lists them; without PATH… too, of `paths` in the configuration. A waiver that
    stands there already is not written twice.

    \b
    transcheck waive --from decisions.json
    transcheck waive 0123456789ab article.txt --reason "So on the sign"
    transcheck waive --prune articles/

    Two branches may both add waivers. Let git join them, in .gitattributes and its configuration:

    \b
    transcheck-waivers.toml merge=transcheck-waivers
    git config merge.transcheck-waivers.driver "transcheck waive --merge %O %A %B"

    Exit 0: done. 1: --merge left two waivers of one place to decide. 2: something cannot be read
    or found; then nothing is written.
    """  # noqa: D301 (click wants the character itself)
    if merge:
        return _merge(words, alone=not (source or reason or expires or verdict or prune))
    marks = [found[1] for word in words if (found := _FINGERPRINT.fullmatch(word))]
    paths = tuple(word for word in words if not _FINGERPRINT.fullmatch(word))
    _refuse_mixture(marks, source, prune)
    given = read_given(options)
    target, settings = given.waivers, given.settings
    refuse_unwritable_file(target)
    if not prune and not Path(target).exists():
        settings = replace(settings, waivers=None)  # it is made here
    desk = given.open_desk(settings)
    if prune:
        return _prune(target, paths, desk, jobs)
    terms = _terms(desk, reason, by, expires, verdict)
    if source:
        decisions = read_decisions(source)
        checks = [module.CHECK.id for module in find_checks()]
        waivers = waive_decisions(decisions, terms, target, checks)
        _refuse_elsewhere(decisions)
        if paths:
            decisions.require_report(_identity(carry_out(paths, desk, jobs).report))
        _tell_others(decisions)
        code = 0
    else:
        if not terms.reason:
            raise UsageError("no reason is given", hint="Say with --reason why they stay")
        report = carry_out(paths, desk, jobs).report
        waivers = waive_findings(marks, report.articles, terms, target)
        code = 2 if report.skipped else 0
    _say(add_waivers(target, waivers, desk.today), f"written into {target}")
    return code


def _refuse_mixture(marks: Sequence[str], source: str | None, prune: bool) -> None:
    if source and (marks or prune):
        raise UsageError("--from takes no fingerprints and no --prune", hint="Run it twice")
    if prune and marks:
        raise UsageError("--prune takes no fingerprints", hint="Name the articles")
    if not source and not prune and not marks:
        hint = "Name fingerprints and paths, or --from and a file of decisions"
        raise UsageError("nothing to waive", hint=hint)


def _terms(
    desk: Desk, reason: str | None, by: str | None, expires: str | None, verdict: str | None
) -> Terms:
    day = parse_day(expires) if expires else None
    if day and day < desk.today:
        raise UsageError(f"{expires} has passed", hint="Name a later day")
    kind = choose(Verdict, verdict, "verdict") if verdict else Verdict.NOT_AN_ERROR
    return Terms((reason or "").strip(), name_author(by), day, kind)


def _identity(report: Report) -> str:
    from transcheck.reports.identity import report_id

    return report_id(one.article.path for one in report.articles)


def _merge(files: Sequence[str], *, alone: bool) -> int:
    if len(files) != _THREE or not alone:
        raise UsageError("--merge joins three files", hint="Name BASE OURS THEIRS and no more")
    both = merge_waivers(*files)
    for one in both:
        of = f"“{one.form}”" if one.form else f"#{one.fingerprint}"
        tell(f"{one.path}: {of} was changed on both sides: both stand in {files[1]}, keep one.")
    return 1 if both else 0


def _refuse_elsewhere(decisions: Decisions) -> None:
    """Refuse decisions of which no article is here: their waivers would fit nothing."""
    paths = [one.path for one in decisions.of(Choice.NOT_AN_ERROR)]
    if paths and not any(is_there(path) for path in paths):
        what = f"none of its articles is here ({paths[0]})"
        hint = "Run it in the folder that the report was made in"
        raise UsageError(what, path=decisions.path, hint=hint)


def _tell_others(decisions: Decisions) -> None:
    left = {choice: len(decisions.of(choice)) for choice in (Choice.ACCEPT, Choice.GLOSSARY)}
    if any(left.values()):
        listed = ", ".join(f"{choice} {count}" for choice, count in left.items() if count)
        tell(f"Not waivers: {listed}. `transcheck fix --decisions` applies what was accepted.")
    if left[Choice.GLOSSARY]:
        tell(f"`transcheck glossary accept {decisions.path} --into CSV` writes the rows.")


def _prune(target: str, paths: tuple[str, ...], desk: Desk, jobs: int) -> int:
    if not desk.verdicts.waivers:
        raise UsageError("there is no waiver file", path=target, hint="Name one with --waivers")
    verdicts = desk.verdicts
    gone = verdicts.find_gone(paths or desk.settings.paths)
    left = tuple(path for path in paths if is_there(path) or not verdicts.find_gone([path]))
    lapsed = {replace(waiver, line=0) for waiver in gone}
    skipped: tuple[Skipped, ...] = ()
    if left or not paths:
        report = carry_out(left, desk, jobs).report
        ran = {check.CHECK.id for check in desk.checks}
        found = verdicts.find_lapsed(report.articles, ran, report.skipped)
        lapsed |= {replace(one.waiver, line=0) for one in found}
        skipped = report.skipped

    def unwanted(file: WaiverFile) -> list[Any]:
        return [waiver for waiver in file.waivers if replace(waiver, line=0) in lapsed]

    _say(remove_waivers(target, unwanted), f"removed from {target}")
    return 2 if skipped else 0


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
