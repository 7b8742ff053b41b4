"""Which of several glossaries wins, and why, in an editor's words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from transcheck.glossary.shipped import find_shipped


def rank_files(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the files, each once, the winning one first: as `--glossary` ranks them.

    The last one named wins and stands first; those that come with transcheck come last.
    """
    unique = list(dict.fromkeys(paths))
    shipped = _shipped()
    own = [path for path in unique if Path(path).resolve() not in shipped]
    theirs = [path for path in unique if Path(path).resolve() in shipped]
    return (*reversed(own), *sorted(theirs, key=lambda path: shipped[Path(path).resolve()]))


def say_why(winner: str, loser: str) -> str:
    """Say why the first of two files wins."""
    shipped = _shipped()
    if Path(loser).resolve() not in shipped:
        return "because it is named later"
    if Path(winner).resolve() not in shipped:
        return "because glossaries that come with transcheck give way"
    return "because it comes first by name"


def _shipped() -> dict[Path, int]:
    return {path.resolve(): place for place, path in enumerate(find_shipped())}
