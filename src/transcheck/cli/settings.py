"""How a configuration and the options of a command become the settings it goes by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from transcheck.config import Settings, choose, find_config, load_settings, override, parse_day
from transcheck.desk import Desk, open_desk
from transcheck.errors import UsageError
from transcheck.files.decode import check_encoding
from transcheck.model import Certainty, Record, Severity
from transcheck.text.tags import check_tag

WAIVERS = "transcheck-waivers.toml"


class Given(Record, frozen=True):
    """What a command goes by: settings, the configuration they stand in, and --source-lang."""

    settings: Settings
    config: Path | None = None
    source_lang: str | None = None

    @property
    def waivers(self) -> str:
        """Where waivers are written: the file that is named, else the usual one."""
        return self.settings.waivers or str(_usual_waivers(self.config))

    def open_desk(self, settings: Settings | None = None) -> Desk:
        """Open the desk of these settings, or of others made of them. Errors as `open_desk`."""
        return open_desk(settings or self.settings, self.source_lang, self.config)


def read_given(options: Mapping[str, Any]) -> Given:
    """Return what the options of a command and the configuration say: options win.

    Raise UsageError on a broken configuration or a value that none can have.
    """
    named = options.get("config")
    path = Path(named) if named else find_config(Path.cwd())
    if named and not Path(named).is_file():
        raise UsageError("no such configuration file", path=named, hint="Check the path")
    settings = load_settings(path) if path else Settings()
    source_lang = options.get("source_lang")
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
        usual = _usual_waivers(path)
        settings = replace(settings, waivers=str(usual) if usual.exists() else None)
    if settings.encoding:
        check_encoding(settings.encoding)
    for tag in (settings.source_lang, settings.target_lang, source_lang):
        if tag:
            check_tag(tag)
    return Given(settings, path, source_lang)


def choose_paths(named: tuple[str, ...], settings: Settings) -> tuple[str, ...]:
    """Return the paths to read: those named, else those of the configuration."""
    if not named and not settings.paths:
        hint = 'Name files, folders or -, or set "paths" in transcheck.toml'
        raise UsageError("no article is named", hint=hint)
    return named or settings.paths


def _usual_waivers(config: Path | None) -> Path:
    """Return where waivers are kept unless told: beside the configuration, else here."""
    here, beside = Path(WAIVERS), config.parent / WAIVERS if config else None
    if beside is None or beside == Path.cwd() / WAIVERS:
        return here  # as a person here would call it
    return here if here.exists() and not beside.exists() else beside
