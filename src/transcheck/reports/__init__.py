"""From a report to text: one file per format, and the sentence that sums a run up."""

from __future__ import annotations

import importlib
from types import ModuleType

from transcheck.discovery import find_plugins, name_modules
from transcheck.errors import UsageError, did_you_mean

_FORMATS = "transcheck.reports.formats"


def name_formats() -> tuple[str, ...]:
    """Return the names of all report formats: each is that of its module."""
    return name_modules(_FORMATS)


def find_format(name: str) -> ModuleType:
    """Return the module of a report format. Raise UsageError when there is none of that name."""
    known = name_formats()
    if name not in known:
        hint = did_you_mean(name, known, f"Formats: {', '.join(known)}")
        raise UsageError(f'unknown format "{name}"', hint=hint)
    return importlib.import_module(f"{_FORMATS}.{name}")


def find_formats() -> tuple[ModuleType, ...]:
    """Return all report formats."""
    return find_plugins(_FORMATS, "FORMAT")
