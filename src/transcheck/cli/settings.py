"""The options that settings are made of, and how file and options become one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from transcheck.cli.completion import FILE, complete_checks, complete_members
from transcheck.config import Settings, choose, find_config, load_settings, override, parse_day
from transcheck.errors import UsageError
from transcheck.files.decode import check_encoding
from transcheck.model import Certainty, Severity
from transcheck.text.tags import check_tag

WAIVERS = "transcheck-waivers.toml"
_NAME_OPTIONS = (
    click.option(
        "--glossary", multiple=True, metavar="FILE", type=FILE, help="A glossary; repeatable."
    ),
    click.option("--no-glossaries", is_flag=True, help="Leave out the shipped glossaries."),
    click.option("--source-lang", metavar="TAG", help="Language translated from, such as sr."),
    click.option(
        "--config", metavar="FILE", type=FILE, help="Configuration instead of the nearest one."
    ),
)
_OPTIONS = (
    *_NAME_OPTIONS[:-1],
    click.option("--target-lang", metavar="TAG", help="Language translated into (default en)."),
    click.option(
        "--select",
        multiple=True,
        metavar="ID",
        shell_complete=complete_checks,
        help="Run only these checks.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="ID",
        shell_complete=complete_checks,
        help="Leave these checks out.",
    ),
    click.option(
        "--fail-on",
        metavar="SEVERITY",
        shell_complete=complete_members(Severity),
        help="neutral, minor, major (default), critical.",
    ),
    click.option(
        "--min-certainty",
        metavar="LEVEL",
        shell_complete=complete_members(Certainty),
        help="possible, likely (default), certain.",
    ),
    click.option(
        "--max-findings", type=click.IntRange(0), metavar="N", help="Pass with up to N (default 0)."
    ),
    click.option(
        "--today", metavar="DATE", help="The day of articles that say none (default: today, UTC)."
    ),
    click.option(
        "--waivers",
        metavar="FILE",
        type=FILE,
        help=f"Waivers (default: {WAIVERS} beside the configuration, where there is one).",
    ),
    click.option(
        "--baseline", metavar="FILE", type=FILE, help="Known findings: only new ones fail."
    ),
    click.option("--encoding", metavar="NAME", help="Encoding of files that are not UTF-8."),
    _NAME_OPTIONS[-1],
)


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of a run to a command."""
    return _add(_OPTIONS, command)


def name_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that names alone depend on to a command."""
    return _add(_NAME_OPTIONS, command)


def _add(
    options: tuple[Callable[..., Any], ...], command: Callable[..., Any]
) -> Callable[..., Any]:
    for option in reversed(options):
        command = option(command)
    return command


def effective_settings(options: dict[str, Any]) -> tuple[Settings, Path | None]:
    """Return what a run goes by and the file it was read from: options win over the file."""
    named = options.get("config")
    path = Path(named) if named else find_config(Path.cwd())
    if named and not Path(named).is_file():
        raise UsageError("no such configuration file", path=named, hint="Check the path")
    settings = load_settings(path) if path else Settings()
    given = {key: value for key, value in options.items() if key not in ("config", "source_lang")}
    if options.get("fail_on") is not None:
        given["fail_on"] = choose(Severity, options["fail_on"], "severity")
    if options.get("min_certainty") is not None:
        given["min_certainty"] = choose(Certainty, options["min_certainty"], "certainty")
    if options.get("today") is not None:
        given["today"] = parse_day(options["today"])
    given["glossary"] = (*settings.glossary, *(options.get("glossary") or ()))
    settings = override(settings, given)
    if settings.waivers is None and "waivers" in options:
        usual = usual_waivers(path)
        settings = replace(settings, waivers=str(usual) if usual.exists() else None)
    if settings.encoding:
        check_encoding(settings.encoding)
    for tag in (settings.source_lang, settings.target_lang, options.get("source_lang")):
        if tag:
            check_tag(tag)
    return settings, path


def usual_waivers(config: Path | None) -> Path:
    """Return where waivers are kept unless told: beside the configuration, else here."""
    here, beside = Path(WAIVERS), config.parent / WAIVERS if config else None
    if beside is None or beside == Path.cwd() / WAIVERS:
        return here  # as a person here would call it
    return here if here.exists() and not beside.exists() else beside


def choose_paths(named: tuple[str, ...], settings: Settings) -> tuple[str, ...]:
    """Return the paths to read: those named, else those of the configuration."""
    if not named and not settings.paths:
        hint = 'Name files, folders or -, or set "paths" in transcheck.toml'
        raise UsageError("nothing to check is named", hint=hint)
    return named or settings.paths
