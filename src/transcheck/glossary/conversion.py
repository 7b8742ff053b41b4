"""From one glossary format to another: which format a file is in."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from transcheck.discovery import find_plugins
from transcheck.errors import UsageError, did_you_mean

NATIVE = "csv"


def find_formats() -> tuple[ModuleType, ...]:
    """Return the modules of all glossary formats, in the order of their names."""
    return find_plugins("transcheck.glossary.formats", "GLOSSARY_FORMAT")


def choose_format(path: str, named: str | None = None) -> ModuleType:
    """Return the format that was named, else the one of the file's suffix, else the native one.

    Raise UsageError when no format has that name.
    """
    formats = {module.GLOSSARY_FORMAT.name: module for module in find_formats()}
    if named is not None:
        if named not in formats:
            hint = did_you_mean(named, formats, f"One of: {', '.join(formats)}")
            raise UsageError(f'unknown glossary format "{named}"', hint=hint)
        return formats[named]
    suffix = Path(path).suffix.lower()
    claims = (one for one in formats.values() if suffix in one.GLOSSARY_FORMAT.suffixes)
    return next(claims, formats[NATIVE])
