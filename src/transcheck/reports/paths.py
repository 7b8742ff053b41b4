"""Paths as a program that reads a report finds the file: below the folder the run started in."""

from __future__ import annotations

import os
import posixpath
import re
from urllib.parse import quote

from transcheck.model import Record

_DRIVE = re.compile(r"[A-Za-z]:/")


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
    """Return `path` as seen from the folder the run started in, links not followed."""
    whole = path
    if path.startswith("/") or _DRIVE.match(path):
        root = os.getcwd().replace(os.sep, "/").rstrip("/") + "/"  # noqa: PTH109
        whole = posixpath.normpath(path)
        if not whole.startswith(root):
            return ReportPath(posixpath.basename(whole) or "unnamed", inside=False)
        whole = whole.removeprefix(root)
    whole = posixpath.normpath(whole) if whole else "unnamed"
    if whole == ".." or whole.startswith("../"):
        return ReportPath(posixpath.basename(whole).strip(".") or "unnamed", inside=False)
    return ReportPath(whole)
