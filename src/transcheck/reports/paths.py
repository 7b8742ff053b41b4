"""Paths as a program that reads a report finds the file: below the folder the run started in."""

from __future__ import annotations

import os
import posixpath
import re
from urllib.parse import quote

from transcheck.model import Record

_DRIVE = re.compile(r"[A-Za-z]:/")
_UNNAMED = "unnamed"


class ReportPath(Record, frozen=True):
    """`name` with forward slashes. When not `inside` that folder it is the file's name alone.

    No report tells where a home directory is or who its user is.
    """

    name: str
    inside: bool = True

    @property
    def uri(self) -> str:
        """The name as a relative URI reference: percent-encoded, slashes kept."""
        return quote(self.name, safe="/", errors="backslashreplace")


def relate(path: str) -> ReportPath:
    """Return `path` as seen from the folder the run started in."""
    whole = posixpath.normpath(path)
    if whole.startswith("/") or _DRIVE.match(whole):
        whole = _below_root(whole)
    if whole == ".." or whole.startswith(("/", "../")) or _DRIVE.match(whole):
        last = posixpath.basename(whole)
        return ReportPath(last if last.strip(".") else _UNNAMED, inside=False)
    return ReportPath(whole if whole != "." else _UNNAMED)


def _below_root(path: str) -> str:
    """Return a path below the current folder without that folder, any other as it is."""
    root = os.getcwd().replace(os.sep, "/").rstrip("/") + "/"  # noqa: PTH109
    for whole in (path, os.path.realpath(path).replace(os.sep, "/")):
        if whole.startswith(root):
            return whole.removeprefix(root)
    return path
