"""What a shell offers when an option's value is being typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

import click

Completer = Callable[[click.Context, click.Parameter, str], list[str]]

# Only offers files: what a path names is looked at later, with a clear word for each that fails.
FILE = click.Path(allow_dash=True)


def complete_checks(context: click.Context, option: click.Parameter, typed: str) -> list[str]:
    """Offer the ids of the checks."""
    from transcheck.checks import find_checks

    return _fitting((module.CHECK.id for module in find_checks()), typed)


def complete_formats(context: click.Context, option: click.Parameter, typed: str) -> list[str]:
    """Offer the names of the report formats."""
    from transcheck.reports import name_formats

    return _fitting(name_formats(), typed)


def complete_members(kind: type[StrEnum]) -> Completer:
    """Offer the members of an enumeration."""
    return lambda context, option, typed: _fitting(kind, typed)


def _fitting(words: Iterable[str], typed: str) -> list[str]:
    return [str(word) for word in words if word.startswith(typed)]
