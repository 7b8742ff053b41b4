"""`transcheck glossary test`: every row tests itself."""

from __future__ import annotations

from collections.abc import Iterator

import click

from transcheck.audit.entries.findings import Verdict, describe, try_rows
from transcheck.audit.entries.listing import list_collisions
from transcheck.audit.entries.rows import gather
from transcheck.audit.entries.trials import Channel
from transcheck.cli.completion import FILE
from transcheck.cli.options import files_argument, format_option, jobs_option
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural
from transcheck.text.tags import check_tag


@click.command(name="test", short_help="See that damage of each row is found and mended.")
@files_argument()
@click.option(
    "--glossary", multiple=True, metavar="FILE", type=FILE, help="Rows beside; repeatable."
)
@click.option("--no-glossaries", is_flag=True, help="Leave out the shipped glossaries.")
@click.option("--source-lang", metavar="TAG", help="Language of generated damage (default sr).")
@format_option(
    ("text", "toml"), "text (default); toml: the failures as entries for collisions.toml."
)
@jobs_option
@click.option("--verbose", is_flag=True, help="Name also what cannot be told, and what is listed.")
def command(
    files: tuple[str, ...],
    glossary: tuple[str, ...],
    no_glossaries: bool,
    source_lang: str | None,
    format_name: str,
    jobs: int,
    verbose: bool,
) -> int:
    """Damage every row as translation does, and see that it is found and mended to that row.

    The right forms must be left alone. All shipped rows keep the tested ones company. Failures
    that are known, with their reasons, stand in collisions.toml beside the file.

    \b
    transcheck glossary test house.csv --source-lang cs

    Exit 0: every row passes. 1: rows fail. 2: a file cannot be read as a glossary.
    """  # noqa: D301 (click wants the character itself)
    language = check_tag(source_lang) if source_lang else None
    company = gather(files, glossary, shipped=not no_glossaries)
    verdict = try_rows(company, language, jobs)
    if format_name == "toml":
        click.echo(list_collisions(verdict.failures, company), nl=False)
    else:
        shown = [*verdict.failures, *(verdict.excused + verdict.listed if verbose else ())]
        issues = [*(describe(one, company) for one in shown), *verdict.stale]
        for issue in sorted(issues, key=lambda one: (one.file, one.line)):
            click.echo(show_controls(str(issue)))
    for line in _summary(verdict, len(company.rows)):
        click.echo(line, err=True)
    if company.untried:
        many = plural(company.untried, "row")
        click.echo(f"Not tried, as `lang` is not English: {many}.", err=True)
    return 1 if verdict.failures or verdict.stale else 0


def _summary(verdict: Verdict, rows: int) -> Iterator[str]:
    """Yield totals by channel, then what is listed and what cannot be told."""
    yield f"{'':<18}{'tried':>8}{'found':>8}{'right':>8}{'listed':>8}{'excused':>9}{'failed':>8}"
    for channel, tally in verdict.tallies.items():
        excused = sum(tally.excused.values())
        failed = tally.tested - tally.mended - tally.listed - excused
        found = "" if channel is Channel.RIGHT else f"{tally.found:,}"
        yield (
            f"{channel:<18}{tally.tested:>8,}{found:>8}{tally.mended:>8,}"
            f"{tally.listed:>8,}{excused:>9,}{failed:>8,}"
        )
    reasons: dict[str, int] = {}
    for tally in verdict.tallies.values():
        for reason, number in tally.excused.items():
            reasons[reason] = reasons.get(reason, 0) + number
    if reasons:
        counts = ", ".join(f"{reason} {number:,}" for reason, number in sorted(reasons.items()))
        yield f"Excused, for no program could tell: {counts}."
    if verdict.listed:
        listed = sum(tally.listed for tally in verdict.tallies.values())
        yield f"{plural(listed, 'known collision')} in collisions.toml."
    failing = len({(one.row.file, one.row.number) for one in verdict.failures})
    if failing:
        yield f"{plural(failing, 'row')} of {rows:,} {'fails' if failing == 1 else 'fail'}."
    else:
        yield f"{plural(rows, 'row')} {'passes' if rows == 1 else 'pass'}."
