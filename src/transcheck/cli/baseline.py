"""`transcheck baseline`: write down what is found today, so that only what is new fails."""

from __future__ import annotations

from typing import Any

import click
from msgspec.structs import replace

from transcheck.cli.help import Command
from transcheck.cli.options import jobs_option, output_option, paths_argument, settings_options
from transcheck.cli.output import refuse_unwritable_file, tell, write_output
from transcheck.cli.run import carry_out
from transcheck.cli.settings import read_given
from transcheck.text.plural import plural
from transcheck.waivers.baseline import write_baseline


@click.command(name="baseline", cls=Command, short_help="Keep what is found today as known.")
@paths_argument()
@output_option("The baseline", required=True)
@jobs_option
@settings_options
def command(paths: tuple[str, ...], output: str | None, jobs: int, **options: Any) -> int:
    """Write the findings of articles into a baseline, for `check --baseline FILE`.

    Every finding is written that no waiver covers, the uncertain ones too, one a line. A
    baseline that the configuration names is written anew, not added to. Without PATH, the
    articles are those of `paths` in the configuration.

    \b
    transcheck baseline archive/ -o known.json
    transcheck check archive/ --baseline known.json

    Exit 0: written. 2: not everything could be checked.
    """  # noqa: D301 (click wants the character itself)
    given = read_given(options)
    refuse_unwritable_file(output)
    desk = given.open_desk(replace(given.settings, baseline=None))
    report = carry_out(paths, desk, jobs, output=output).report
    place = output or "<stdout>"
    if not report.articles:
        tell(f"Nothing written into {place}: no article was read.")
        return 2
    text, count = write_baseline(report.articles, desk.signature)
    write_output(text, output)
    of = plural(len(report.articles), "article")
    tell(f"{plural(count, 'finding')} of {of} written into {place}.")
    return 2 if report.skipped else 0
