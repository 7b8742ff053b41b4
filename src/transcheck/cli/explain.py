"""`transcheck explain`: a check, or the whole chain behind one place of an article."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from transcheck.checks import find_checks
from transcheck.cli.completion import complete_checks
from transcheck.cli.help import Command
from transcheck.cli.options import settings_options
from transcheck.cli.output import use_colour
from transcheck.cli.settings import read_given
from transcheck.cli.subject import Located, find_subject, read_subject
from transcheck.desk import Desk
from transcheck.errors import UsageError, did_you_mean
from transcheck.model import Certainty, Finding
from transcheck.text.controls import show_controls
from transcheck.waivers import NOTHING_DECIDED


@click.command(name="explain", cls=Command, short_help="Explain a check or a finding.")
@click.argument(
    "subject", metavar="ID|ARTICLE:LINE:COLUMN|ARTICLE#FINGERPRINT", shell_complete=complete_checks
)
@settings_options
def command(subject: str, **options: Any) -> None:
    """Explain a check, or what was found at a place of an article and why.

    For a check: what it finds, a wrong and a right example, when it stays quiet. For a place:
    the evidence, both judgements with all their terms, and what was looked at and rejected; where
    nothing was found, what stands there and why it is silent.

    \b
    transcheck explain name-respelt
    transcheck explain article.txt:3:45
    transcheck explain article.txt#0123456789ab
    """  # noqa: D301 (click wants the character itself)
    infos = {module.CHECK.id: module.CHECK for module in find_checks()}
    if subject in infos:
        info = infos[subject]
        needs = f" · needs {', '.join(info.needs)}" if info.needs else ""
        click.echo(f"{info.id} · {info.severity} · {info.category}{needs}\n")
        click.echo(inspect.cleandoc(info.documentation))
        return
    asked = read_subject(subject)
    if asked is None:
        raise _not_understood(subject, infos)
    desk = read_given(options).open_desk()
    _explain(find_subject(asked, desk), desk)


def _not_understood(subject: str, known: dict[str, Any]) -> UsageError:
    path = _existing(subject)
    if path and Path(path).is_dir():
        return UsageError(f'"{path}" is a folder', hint="Name an article in it")
    if path and path != subject:
        hint = f"Write {path}:LINE:COLUMN, or {path}# and the 12 letters of a fingerprint"
        return UsageError(f'"{subject[len(path) :]}" is no place in {path}', hint=hint)
    if path:
        hint = f"Name a place in it, as findings are printed: {subject}:LINE:COLUMN"
        return UsageError(f'"{subject}" is an article', hint=hint)
    hint = did_you_mean(subject, known, "`transcheck checks` lists them")
    return UsageError(f'unknown check "{subject}"', hint=hint)


def _existing(subject: str) -> str:
    """Return the longest beginning of a subject that is a file or folder, "" if none is."""
    ends = [len(subject), *(n for n in range(len(subject) - 1, 0, -1) if subject[n] in ":#")]
    return next((subject[:end] for end in ends[:5] if Path(subject[:end]).exists()), "")


def _explain(located: Located, desk: Desk) -> None:
    from transcheck.cli.chain import explain_name, explain_rejected
    from transcheck.cli.silence import explain_silence
    from transcheck.names import trace_names
    from transcheck.pipeline import make_report
    from transcheck.reports import find_format

    report, place = located.report, located.place
    index = desk.index_for(report.article)
    trace = trace_names(report.article, index, report.languages, desk.policy)
    if located.finding is not None:
        one = replace(report, findings=(replace(located.finding, waived=None),))
        alone = replace(desk, verdicts=NOTHING_DECIDED)
        shown = replace(make_report([one], (), alone), min_certainty=Certainty.POSSIBLE)
        click.echo(find_format("text").render(shown, colour=use_colour()))
        lines = [*_decided(located.finding), *explain_name(place, trace)]
    else:
        lines = list(explain_silence(place, report.article, trace))
    for line in [*lines, *explain_rejected(place, trace)]:
        click.echo(show_controls(line))


def _decided(finding: Finding) -> Iterator[str]:
    """Say that a finding does not count, by whom and why."""
    if finding.waived is not None:
        by = f", {finding.waived['by']}" if finding.waived["by"] else ""
        until = f", until {finding.waived['expires']}" if finding.waived["expires"] else ""
        kind = "Waived" if finding.waived["kind"] == "waiver" else "In the baseline"
        yield f"{kind}: {finding.waived['reason']}{by}{until}"
