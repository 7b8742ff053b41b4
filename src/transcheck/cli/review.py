"""`transcheck review`: the report as a page in the browser, where what is decided is written."""

from __future__ import annotations

from typing import Any

import click
from msgspec.structs import replace

from transcheck.cli.author import name_author
from transcheck.cli.completion import FILE
from transcheck.cli.help import Command
from transcheck.cli.options import (
    PORT,
    by_option,
    jobs_option,
    paths_argument,
    settings_options,
)
from transcheck.cli.output import tell
from transcheck.cli.run import carry_out
from transcheck.cli.settings import read_given
from transcheck.errors import UsageError
from transcheck.text.plural import plural


@click.command(name="review", cls=Command, short_help="Decide about findings in the browser.")
@paths_argument()
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--into",
    metavar="FILE",
    type=FILE,
    help="The glossary (CSV) that takes rows (default: the configuration's first).",
)
@by_option
@click.option("--port", type=PORT, default=0, metavar="N", help="Default: any free one.")
@jobs_option
@settings_options
def command(
    paths: tuple[str, ...],
    opens: bool,
    into: str | None,
    by: str | None,
    port: int,
    jobs: int,
    **options: Any,
) -> None:
    """Decide about findings in a page of the browser; each decision is written at once.

    A fix goes into the article's file, “not an error” into the waiver file, a name into the
    glossary; undo takes each back. Without PATH, the articles are those of `paths` in the
    configuration. The page is for this machine alone, and for one browser: the address that is
    printed lets in once. Ctrl-C stops it.

    \b
    transcheck review articles/ --open --into house.csv

    Needs the extra `review`: pipx install ".[review]".
    """  # noqa: D301 (click wants the character itself)
    from transcheck.serve.serving import refuse_missing, serve, take_port

    refuse_missing("review")
    from transcheck.review.rows import refuse_target
    from transcheck.review.sitting.places import Places
    from transcheck.review.sitting.sitting import Sitting
    from transcheck.review.sitting.standing import Standing
    from transcheck.serve.review.app import HOST, make_app
    from transcheck.serve.review.door import Keys

    if "-" in paths:
        raise UsageError("standard input cannot be reviewed", hint="Name files or folders")
    if into is not None:
        refuse_target(into)
    given = read_given(options)
    settings = given.settings
    listener = take_port(HOST, port)
    port = listener.getsockname()[1]
    glossary = into or next(iter(settings.glossary), None)
    places = Places(given.waivers, glossary, name_author(by))
    settled = places.settle(settings)
    if into is None:  # a glossary that is named and missing is an error, as in any run
        settled = replace(settled, glossary=settings.glossary)
    desk = given.open_desk(settled)
    run = carry_out(paths, desk, jobs)
    if not run.checked:
        raise UsageError("no article could be read", hint="Name files or folders of articles")
    skipped = run.report.skipped
    sitting = Sitting(Standing(desk, places, run.checked, skipped, run.files))
    keys = Keys(port)
    address = f"http://{HOST}:{port}/#token={keys.token}"

    def ready() -> None:
        count = plural(len(run.checked), "article")
        tell(f"{count} to review at {address} (Ctrl-C stops it)")
        if opens:
            click.launch(address)

    serve(make_app(sitting, keys, port), listener, ready)
