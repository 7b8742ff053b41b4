"""Settings: the nearest transcheck.toml, else [tool.transcheck] in pyproject.toml, then options."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec

from transcheck.errors import UsageError, did_you_mean
from transcheck.model import Certainty, Diacritics, Policy, Severity, Verdict

Scale = TypeVar("Scale", Severity, Certainty, Verdict)
FILE_NAME = "transcheck.toml"


class Settings(Policy, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Everything a run can be told, with its defaults; keys are the long options' names.

    The rules of the house are part of it: see `Policy`. `paths` are what is checked where none
    are named. `today` counts as the day of articles that do not say theirs. Paths
    in `paths`, `glossary`, `waivers` and `baseline` are relative to the file that holds them.
    """

    paths: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    no_glossaries: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.MAJOR
    min_certainty: Certainty = Certainty.LIKELY
    max_findings: Annotated[int, msgspec.Meta(ge=0)] = 0
    encoding: str | None = None
    target_lang: str | None = None
    source_lang: str | None = None
    today: date | None = None
    waivers: str | None = None
    baseline: str | None = None

    @property
    def policy(self) -> Policy:
        """The rules of the house alone."""
        return Policy(*(getattr(self, name) for name in Policy.__struct_fields__))

    def facts(self, *, dated: bool = False) -> dict[str, object]:
        """Return what a result depends on that the signature does not state elsewhere.

        The day is part of it where a rule of the house, or what else is `dated`, has one.
        """
        elsewhere = {"paths", "glossary", "no-glossaries", "encoding", "waivers", "baseline"}
        if not (self.preferred_from or dated):
            elsewhere.add("today")
        table = msgspec.to_builtins(self)
        return {key: value for key, value in table.items() if key not in elsewhere}


_HOUSE = {field.encode_name for field in msgspec.structs.fields(Policy)}
KEYS = tuple(
    sorted((one.encode_name for one in msgspec.structs.fields(Settings)), key=_HOUSE.__contains__)
)
"""All keys of a configuration, the rules of the house last."""

_SCALES = {"fail-on": Severity, "min-certainty": Certainty, "diacritics": Diacritics}


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file from `start` upwards, or None."""
    for folder in (start, *start.parents):
        own = folder / FILE_NAME
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and "transcheck" in _parse(project).get("tool", {}):
            return project
    return None


def load_settings(path: Path) -> Settings:
    """Read a configuration file. Raise UsageError on a broken file or an unknown key."""
    table = _parse(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("transcheck", {})
    settings = read_settings(table, str(path))
    folder = path.parent
    return msgspec.structs.replace(
        settings,
        paths=tuple(os.path.relpath(folder / name) for name in settings.paths),
        glossary=tuple(str(folder / name) for name in settings.glossary),
        waivers=str(folder / settings.waivers) if settings.waivers else None,
        baseline=str(folder / settings.baseline) if settings.baseline else None,
    )


def read_settings(table: Mapping[str, object], path: str) -> Settings:
    """Return the settings of a table by its keys. Raise UsageError that names a wrong one."""
    for key in table:
        if key not in KEYS:
            hint = did_you_mean(key, KEYS, "`transcheck config show` lists the keys")
            raise UsageError(f'unknown key "{key}"', path=path, hint=hint)
    try:
        return msgspec.convert(table, Settings)
    except msgspec.ValidationError as error:
        message, _, place = str(error).replace("`", '"').partition(" - at ")
        key = place.strip('"').removeprefix("$.")
        hint = "`transcheck config schema` says what it may be"
        if "RFC3339" in message:
            message, hint = "not a day", "Write one as 2026-01-31"
        elif "enum value" in message and key in _SCALES:
            hint = f"One of: {', '.join(_SCALES[key])}"
        raise UsageError(f'"{key}": {message}', path=path, hint=hint) from None


def override(settings: Settings, options: Mapping[str, Any]) -> Settings:
    """Return `settings` with the options that were given (not None, not empty) in their place."""
    # Not `in (None, (), False)`: 0 equals False, and --max-findings 0 was given.
    given = {k: v for k, v in options.items() if v is not None and v is not False and v != ()}
    return msgspec.structs.replace(settings, **given)


def choose(scale: type[Scale], word: str, noun: str) -> Scale:
    """Return the member of a scale that `word` names. Raise UsageError when there is none."""
    if word not in list(scale):
        hint = did_you_mean(word, scale, f"One of: {', '.join(scale)}")
        raise UsageError(f'unknown {noun} "{word}"', hint=hint)
    return scale(word)


def parse_day(word: str) -> date:
    """Return the day that an option names. Raise UsageError when it is none."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise UsageError(f'"{word}" is not a day', hint="Write one as 2026-01-31") from None


def _parse(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"not valid TOML: {error}", path=str(path)) from None
    except UnicodeDecodeError as error:
        raise UsageError(f"byte {error.start} is not UTF-8", path=str(path)) from None
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path=str(path)) from None
