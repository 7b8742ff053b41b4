"""A desk that follows its files: a waiver or a glossary row counts from the next request on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from transcheck.desk import Desk
from transcheck.errors import TranscheckError

Mark = tuple[date, tuple[tuple[int, int] | None, ...]]
Opened = tuple[Desk, Iterable[str | Path]]


class FreshDesk:
    """Opens a desk again when a file that it was read from, or the day, is another.

    `open_anew` returns the desk and those files, `tell` is told once of a file that cannot be
    read any more: then what was read before goes on. It is asked by one thread at a time.
    """

    def __init__(self, open_anew: Callable[[], Opened], tell: Callable[[str], None]) -> None:
        """Open the desk. Raise UsageError as that does."""
        self._open, self._tell = open_anew, tell
        self._desk, self._files = self._read()
        self._mark = self._look()

    def take(self) -> Desk:
        """Return the desk as its files are now."""
        mark = self._look()
        if mark != self._mark:
            self._mark = mark
            try:
                self._desk, self._files = self._read()
            except TranscheckError as error:
                self._tell(f"{error}; going on with what was read before")
        return self._desk

    def _read(self) -> tuple[Desk, tuple[Path, ...]]:
        desk, files = self._open()
        return desk, tuple(map(Path, files))

    def _look(self) -> Mark:
        return datetime.now(UTC).date(), tuple(map(_state, self._files))


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
