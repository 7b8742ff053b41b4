"""The options that several commands have, each declared once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import click

from transcheck.cli.completion import FILE, complete_checks, complete_members
from transcheck.cli.help import Setting
from transcheck.cli.settings import WAIVERS
from transcheck.model import Certainty, Severity

Function = Callable[..., Any]
Decorator = Callable[[Function], Function]

_setting = partial(click.option, cls=Setting)

PORT = click.IntRange(0, 65535)

jobs_option = click.option(
    "-j", "--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes (default 1)."
)
stdin_option = click.option(
    "--stdin-filename", default="<stdin>", metavar="NAME", help="What `-` is called."
)
by_option = click.option("--by", metavar="NAME", help="Who decides (default: user.name of git).")
encoding_option = _setting(
    "--encoding", metavar="NAME", help="Encoding of files that are not UTF-8."
)
_config_option = click.option(
    "--config", metavar="FILE", type=FILE, help="Configuration instead of the nearest one."
)
glossary_option = _setting(
    "--glossary", multiple=True, metavar="FILE", type=FILE, help="A glossary; repeatable."
)
no_glossaries_option = _setting(
    "--no-glossaries", is_flag=True, help="Leave out the shipped glossaries."
)
_NAME_OPTIONS = (
    _config_option,
    glossary_option,
    no_glossaries_option,
    _setting("--source-lang", metavar="TAG", help="Language translated from, such as sr."),
)
_OPTIONS = (
    *_NAME_OPTIONS,
    _setting("--target-lang", metavar="TAG", help="Language translated into (default en)."),
    _setting(
        "--select",
        multiple=True,
        metavar="ID",
        shell_complete=complete_checks,
        help="Run only this check; repeatable.",
    ),
    _setting(
        "--ignore",
        multiple=True,
        metavar="ID",
        shell_complete=complete_checks,
        help="Leave this check out; repeatable.",
    ),
    _setting(
        "--fail-on",
        metavar="SEVERITY",
        shell_complete=complete_members(Severity),
        help="Least severity that fails the gate: neutral, minor, major (default), critical.",
    ),
    _setting(
        "--min-certainty",
        metavar="LEVEL",
        shell_complete=complete_members(Certainty),
        help="Least certainty that counts: possible, likely (default), certain.",
    ),
    _setting(
        "--max-findings",
        type=click.IntRange(0),
        metavar="N",
        help="The gate passes with up to N (default 0).",
    ),
    _setting(
        "--today", metavar="DATE", help="The day of articles that say none (default: today, UTC)."
    ),
    _setting(
        "--waivers",
        metavar="FILE",
        type=FILE,
        help=f"Waivers (default: {WAIVERS} beside the configuration, where there is one).",
    ),
    _setting("--baseline", metavar="FILE", type=FILE, help="Known findings: only new ones fail."),
    encoding_option,
)


def paths_argument(metavar: str = "[PATH…]", *, required: bool = False) -> Decorator:
    """Return the argument of the articles; it may be left out where the configuration has some."""
    return click.argument("paths", nargs=-1, metavar=metavar, type=FILE, required=required)


def files_argument(metavar: str = "FILE…") -> Decorator:
    """Return the argument of one glossary or more."""
    return click.argument("files", nargs=-1, metavar=metavar, type=FILE, required=True)


def format_option(
    names: Sequence[str] = ("text", "json"), help: str = "text (default), or json for programs."
) -> Decorator:
    """Return the option of the form of an answer, the first of `names` unless told."""
    return click.option(
        "--format", "format_name", type=click.Choice(names), default=names[0], help=help
    )


def output_option(what: str, *, metavar: str = "FILE", required: bool = False) -> Decorator:
    """Return the option of the file that is written; the command gets None for stdout.

    Where it must be given, an empty name is refused: a variable that is not set would lose it.
    """

    def take(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
        if required and value == "":
            raise click.BadParameter("names no file; - is stdout")
        return None if value in ("", "-") else value

    return click.option(
        "-o",
        "--output",
        metavar=metavar,
        type=FILE,
        required=required,
        callback=take,
        help=f"{what}, - for stdout." if required else f"{what} (default: stdout).",
    )


def from_option(of: str) -> Decorator:
    """Return the option of the format that glossary files are in."""
    return click.option(
        "--from", "given", metavar="FORMAT", help=f"The format of {of}, else by the suffix."
    )


def settings_options(command: Function) -> Function:
    """Add the options of a run to a command."""
    return _add(_OPTIONS, command)


def name_options(command: Function) -> Function:
    """Add the options that names alone depend on to a command."""
    return _add(_NAME_OPTIONS, command)


def _add(options: Sequence[Decorator], command: Function) -> Function:
    for option in reversed(options):
        command = option(command)
    return command
