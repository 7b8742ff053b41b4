"""`transcheck serve`: LanguageTool's interface, so that its add-ons show transcheck's findings."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import click

from transcheck.cli.help import Command
from transcheck.cli.options import PORT, settings_options
from transcheck.cli.output import tell
from transcheck.cli.settings import read_given
from transcheck.desk import Desk


@click.command(name="serve", cls=Command, short_help="Show findings in LanguageTool's add-ons.")
@click.option("--host", default="127.0.0.1", metavar="HOST", help="Default: this machine only.")
@click.option("--port", type=PORT, default=8081, metavar="N", help="Default 8081; 0: any free one.")
@click.option(
    "--allow-origin",
    multiple=True,
    metavar="ORIGIN",
    help="A web page that may ask from a browser, such as https://cms.example; repeatable.",
)
@settings_options
def command(host: str, port: int, allow_origin: tuple[str, ...], **options: Any) -> None:
    """Answer LanguageTool's add-ons (browsers, LibreOffice, editors) with transcheck's findings.

    Tell the add-on to use your own server, http://localhost:8081/v2. Texts stay on this machine.
    Ctrl-C stops it.

    \b
    transcheck serve --glossary house.csv --source-lang sr

    Needs the extra `serve`: pipx install ".[serve]".
    """  # noqa: D301 (click wants the character itself)
    from transcheck.serve.guard import allowed_hosts, is_loopback
    from transcheck.serve.serving import listen_beside, refuse_missing, serve, take_port

    refuse_missing("serve")
    from transcheck.serve.freshness import FreshDesk
    from transcheck.serve.languagetool import make_app
    from transcheck.serve.origins import read_origins

    origins = read_origins(allow_origin)
    read_given(options)  # what is wrong with them is said before the port is taken
    listener = take_port(host, port)
    usual = host in ("127.0.0.1", "localhost")
    beside = listen_beside(listener) if usual else ()
    desk = FreshDesk(lambda: _open(options), tell)
    gc.freeze()
    port = listener.getsockname()[1]
    hosts = allowed_hosts(host, port) if is_loopback(host) else ()
    named = "localhost" if usual else f"[{host}]" if ":" in host else host
    address = f"http://{named}:{port}/v2"
    if not is_loopback(host):
        tell(f"{host} can be reached from other machines: nobody is asked for a password")
    serve(
        make_app(desk.take, tuple(hosts), origins),
        listener,
        lambda: tell(f"LanguageTool clients find transcheck at {address} (Ctrl-C stops it)"),
        beside,
    )


def _open(options: dict[str, Any]) -> tuple[Desk, list[str | Path]]:
    """Open the desk that the options and the configuration name, and say what it was read from."""
    given = read_given(options)
    named = (given.config, given.waivers, given.settings.baseline)
    return given.open_desk(), [*(file for file in named if file), *given.settings.glossary]
