"""What to read: files, folders, globs and standard input, and what cannot be."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path

from transcheck.discovery import find_plugins
from transcheck.model import Record, Skipped
from transcheck.text.expressions import compile_late

FORMATS = "transcheck.readers.formats"

# What our own reports begin with, of the formats whose suffixes a folder is searched for.
_HEAD = 4_096
_PAGE = '<meta name="transcheck-signature"'
_REPORT = compile_late(
    r"""\#\#\ \S\ transcheck:\ # Markdown; then JSON Lines, of no article and of some; then text
    | \{"(?:schema":"transcheck/report/
      | path":".*","digest":"[^"]*","target_lang":")
    | .+:\d+:\d+(?:\[[^]\n]*\])?:\ (?:neutral|minor|major|critical)\ [a-z-]+:\ """,
    re.VERBOSE,
)


class Input(Record, frozen=True):
    """One thing to read: `file` is opened, `path` is shown. Standard input has no `file`."""

    path: str
    file: str | None = None


class Inputs(Record, frozen=True):
    """What is to be read, what cannot be and why, and how many files were passed over."""

    inputs: tuple[Input, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    passed_over: int = 0


def find_inputs(paths: Sequence[str], stdin_name: str = "") -> Inputs:
    """Return the files behind `paths` in order of their paths, whatever order they are named in.

    A path is a file, a folder, a glob or `-` (called `stdin_name`). A file that is named
    twice is read once. A folder or a glob is searched for the suffixes readers claim.
    """
    search = _Search(stdin_name)
    for path in paths:
        search.add(path)
    found = sorted(search.found, key=attrgetter("path"))
    skipped = sorted(search.skipped, key=attrgetter("path", "reason"))
    return Inputs(tuple(found), tuple(skipped), search.passed_over)


def claimed_suffixes() -> tuple[str, ...]:
    """Return the suffixes that a folder is searched for."""
    modules = find_plugins(FORMATS, "READER")
    return tuple(suffix for module in modules for suffix in module.READER.suffixes)


class _Search:
    def __init__(self, stdin_name: str) -> None:
        self.stdin_name = stdin_name
        self.found: list[Input] = []
        self.skipped: list[Skipped] = []
        self.passed_over = 0
        self._suffixes = claimed_suffixes()
        self._seen: set[str] = set()
        self._claimed = 0

    def add(self, path: str) -> None:
        if path == "-":
            self._add_once("-", Input(_shown(self.stdin_name or "<stdin>")))
        elif os.path.lexists(path):
            self._add_named(path)
        elif glob.has_magic(path):
            self._add_glob(path)
        else:
            self._skip(path, "no such file or folder")

    def _add_named(self, path: str) -> None:
        if Path(path).is_dir():
            before = self._claimed
            self._walk(path)
            if self._claimed == before:
                self._skip(path, f"no article in this folder (looked for {self._wanted()})")
        else:
            self._add_file(path)

    def _add_glob(self, pattern: str) -> None:
        # pathlib globs below one folder only; a pattern may be absolute or climb with "..".
        matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
        named = Path(pattern).suffix.lower()
        before, skipped = self._claimed, len(self.skipped)
        for path in matches:
            if Path(path).is_dir():
                self._walk(path)
            elif _is_report(path):
                self.passed_over += 1
            elif self._is_claimed(path) or (named and path.lower().endswith(named)):
                self._add_file(path)
            else:
                self.passed_over += 1
        if self._claimed == before and len(self.skipped) == skipped:
            what = f"no article among these (looked for {self._wanted()})"
            self._skip(pattern, what if matches else "no file matches")

    def _walk(self, folder: str, above: tuple[str, ...] = ()) -> None:
        real = os.path.realpath(folder)
        if real in above:
            self._skip(folder, "a link that leads back to a folder above it")
            return
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=attrgetter("name"))
        except OSError as error:
            self._skip(folder, f"cannot be opened: {error.strerror}")
            return
        for entry in entries:
            path = _join(folder, entry.name)
            if entry.name.startswith("."):
                self.passed_over += 1
            elif _is_folder(entry):
                self._walk(path, (*above, real))
            elif self._is_claimed(entry.name) and not _is_report(path):
                own = os.path.join(real, entry.name)  # noqa: PTH118
                self._add_file(path, os.path.realpath(path) if entry.is_symlink() else own)
            else:
                self.passed_over += 1

    def _add_file(self, path: str, real: str = "") -> None:
        self._claimed += 1
        try:
            mode = Path(path).stat().st_mode
        except OSError as error:
            broken = Path(path).is_symlink()
            self._skip(path, "a broken link" if broken else f"{error.strerror}")
            return
        if stat.S_ISREG(mode):
            self._add_once(real or os.path.realpath(path), Input(_shown(path), path))
        else:
            self._skip(path, "not a file but a device or a pipe. Use - for standard input")

    def _add_once(self, key: str, one: Input) -> None:
        if key not in self._seen:
            self._seen.add(key)
            self.found.append(one)

    def _skip(self, path: str, reason: str) -> None:
        self.skipped.append(Skipped(_shown(path), reason))

    def _is_claimed(self, name: str) -> bool:
        return name.lower().endswith(self._suffixes)

    def _wanted(self) -> str:
        return " ".join(self._suffixes)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself: said when it is opened
        return False


def _is_report(path: str) -> bool:
    """Say whether a file is a report of transcheck's own, left in a folder of articles."""
    try:
        if not Path(path).is_file():
            return False
        with Path(path).open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return False  # what cannot be opened is said when it is read
    return _PAGE in head or _REPORT.match(head) is not None


def _join(folder: str, name: str) -> str:
    return name if folder == "." else f"{folder.rstrip('/' + os.sep)}/{name}"


def _shown(path: str) -> str:
    """Return `path` with forward slashes and without bytes that no report can hold."""
    safe = path.encode("utf-8", "backslashreplace").decode("utf-8")
    return safe.replace(os.sep, "/")


def suffix_of(path: str, known: Iterable[str]) -> str | None:
    """Return which of the `known` suffixes `path` ends in, the longest first."""
    fitting = [suffix for suffix in known if path.lower().endswith(suffix)]
    return max(fitting, key=len, default=None)
