"""`transcheck baseline`: write down what is found today, so that only what is new fails."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from transcheck.cli.completion import FILE
from transcheck.cli.output import refuse_unwritable_file, tell, tell_skipped
from transcheck.cli.progress import check_all
from transcheck.cli.settings import choose_paths, effective_settings, settings_options
from transcheck.desk import open_desk
from transcheck.files.write import write_text
from transcheck.pipeline import make_report
from transcheck.readers import find_inputs
from transcheck.text.plural import plural
from transcheck.waivers.baseline import write_baseline


@click.command(name="baseline", short_help="Write what is found today; only new findings fail.")
@click.argument("paths", nargs=-1, metavar="[PATH…]", type=FILE)
@click.option("-o", "--output", required=True, metavar="FILE", type=FILE, help="The baseline.")
@settings_options
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes.")
def command(paths: tuple[str, ...], output: str, jobs: int, **options: Any) -> int:
    """Write the findings of articles into a baseline, for `check --baseline FILE`.

    Every finding is written that no waiver covers, the uncertain ones too, one a line. A
    baseline that the configuration names is written anew, not added to.

    Exit 0: written. 2: not everything could be checked.
    """
    settings, rules_file = effective_settings(options)
    refuse_unwritable_file(output)
    desk = open_desk(replace(settings, baseline=None), options.get("source_lang"), rules_file)
    inputs = find_inputs(choose_paths(paths, settings), "<stdin>")
    articles, skipped = check_all(inputs.inputs, desk, jobs)
    report = make_report(articles, (*inputs.skipped, *skipped), desk)
    tell_skipped(report.skipped, inputs.passed_over)
    if not report.articles:
        tell(f"Nothing written into {output}: no article was read.")
        return 2
    text, count = write_baseline(report.articles, desk.signature)
    write_text(Path(output), text)
    of = plural(len(report.articles), "article")
    tell(f"{plural(count, 'finding')} of {of} written into {output}.")
    return 2 if report.skipped else 0
