"""From a report to text: one file per format, and the sentence that sums a run up."""

from __future__ import annotations

from types import ModuleType

from transcheck.discovery import find_plugins
from transcheck.errors import UsageError, did_you_mean


def find_format(name: str) -> ModuleType:
    """Return the module of a report format. Raise UsageError when there is none of that name."""
    formats = {module.FORMAT.name: module for module in find_formats()}
    if name not in formats:
        hint = did_you_mean(name, formats, f"Formats: {', '.join(formats)}")
        raise UsageError(f'unknown format "{name}"', hint=hint)
    return formats[name]


def find_formats() -> tuple[ModuleType, ...]:
    """Return all report formats."""
    return find_plugins("transcheck.reports.formats", "FORMAT")
