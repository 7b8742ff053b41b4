"""`transcheck review`: the report as a page in the browser, where what is decided is written."""

from __future__ import annotations

import gc
from typing import Any

import click
from msgspec.structs import replace

from transcheck.cli.completion import FILE
from transcheck.cli.output import tell, tell_skipped
from transcheck.cli.progress import check_all
from transcheck.cli.settings import effective_settings, settings_options, usual_waivers
from transcheck.cli.waive import git_name
from transcheck.desk import open_desk
from transcheck.errors import UsageError
from transcheck.readers import find_inputs
from transcheck.text.plural import plural


@click.command(name="review", short_help="Decide about findings in the browser.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=FILE)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: any free one.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--into",
    metavar="FILE",
    type=FILE,
    help="The glossary (CSV) that takes rows (default: the configuration's first).",
)
@click.option("--by", metavar="NAME", help="Who decides (default: user.name of git).")
@settings_options
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes.")
def command(
    paths: tuple[str, ...],
    port: int,
    opens: bool,
    into: str | None,
    by: str | None,
    jobs: int,
    **options: Any,
) -> None:
    """Decide about findings in a page of the browser; each decision is written at once.

    A fix goes into the article's file, “not an error” into the waiver file, a name into the
    glossary; undo takes each back. The page is for this machine alone, and for one browser: the
    address that is printed lets in once. Ctrl-C stops it.
    Needs: pip install "transcheck[review]".
    """
    from transcheck.serve.serving import refuse_missing, serve, take_port

    refuse_missing("review")
    from transcheck.review.rows import refuse_target
    from transcheck.review.sitting.places import Places
    from transcheck.review.sitting.sitting import Sitting
    from transcheck.serve.review.app import HOST, make_app
    from transcheck.serve.review.door import Keys

    if "-" in paths:
        raise UsageError("standard input cannot be reviewed", hint="Name files or folders")
    if into is not None:
        refuse_target(into)
    settings, config = effective_settings(options)
    listener = take_port(HOST, port)
    port = listener.getsockname()[1]
    glossary = into or next(iter(settings.glossary), None)
    by = (git_name() if by is None else by).strip()
    places = Places(settings.waivers or str(usual_waivers(config)), glossary, by)
    settled = places.settle(settings)
    if into is None:  # a glossary that is named and missing is an error, as in any run
        settled = replace(settled, glossary=settings.glossary)
    desk = open_desk(settled, options.get("source_lang"), config)
    gc.freeze()
    inputs = find_inputs(paths)
    reports, skipped = check_all(inputs.inputs, desk, jobs)
    unread = (*inputs.skipped, *skipped)
    tell_skipped(unread, inputs.passed_over)
    if not reports:
        raise UsageError("no article could be read", hint="Name files or folders of articles")
    files = {one.path: one.file for one in inputs.inputs if one.file is not None}
    sitting = Sitting(desk, config, places, reports, unread, files)
    keys = Keys(port)
    address = f"http://{HOST}:{port}/#token={keys.token}"

    def ready() -> None:
        count = plural(len(reports), "article")
        tell(f"{count} to review at {address} (Ctrl-C stops it)")
        if opens:
            click.launch(address)

    serve(make_app(sitting, keys, port), listener, ready)
