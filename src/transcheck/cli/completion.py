"""What a shell offers when an option's value is being typed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import click

Completer = Callable[[click.Context, click.Parameter, str], list[str]]

# Only offers files: what a path names is looked at later, with a clear word for each that fails.
FILE = click.Path(allow_dash=True, readable=False)


def complete_checks(context: click.Context, option: click.Parameter, typed: str) -> list[str]:
    """Offer the ids of the checks."""
    from transcheck.checks import find_checks

    return _fitting((module.CHECK.id for module in find_checks()), typed)


def complete_formats(context: click.Context, option: click.Parameter, typed: str) -> list[str]:
    """Offer the names of the report formats."""
    from transcheck.reports import name_formats

    return _fitting(name_formats(), typed)


def complete_targets(context: click.Context, option: click.Parameter, typed: str) -> list[str]:
    """Offer FORMAT=, then FORMAT=PATH: the files and folders that are there, and no hidden ones."""
    name, equals, path = typed.partition("=")
    if not equals:
        return [f"{one}=" for one in complete_formats(context, option, typed)]
    return [f"{name}={one}" for one in _list_paths(path)]


def complete_members(kind: type[StrEnum]) -> Completer:
    """Offer the members of an enumeration."""
    return lambda context, option, typed: _fitting(kind, typed)


def _list_paths(typed: str) -> Iterator[str]:
    """Yield the paths that begin as it was typed, a folder with its slash."""
    folder, begun = os.path.split(typed)
    try:
        names = sorted(os.listdir(folder or "."))  # noqa: PTH208
    except OSError:
        return
    for name in names:
        if name.startswith(begun) and (begun or not name.startswith(".")):
            path = os.path.join(folder, name)  # noqa: PTH118 (as it was typed: "./" stays)
            yield f"{path}{os.sep}" if Path(path).is_dir() else path


def _fitting(words: Iterable[str], typed: str) -> list[str]:
    return [str(word) for word in words if word.startswith(typed)]
