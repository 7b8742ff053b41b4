"""Which report this is: the same for the same articles, run after run.

What was decided about a report is kept under its id, and about an article under its key.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable

DIGITS = 12


def report_id(paths: Iterable[str]) -> str:
    """Return 12 hex digits for the folder that a run's articles share.

    An article that comes or goes leaves the id as it is. A run of one path is named by the path,
    a run without a folder in common by all its paths.
    """
    names = sorted(set(paths))
    if len(names) == 1:
        return _digest(names[0])
    return _digest(_common_folder(names) or "\n".join(names))


def article_key(path: str, identity: str) -> str:
    """Return 12 hex digits for one article: a file, or a row of one."""
    return _digest(f"{path}\0{identity}")


def _common_folder(paths: list[str]) -> str:
    """Return the folder that all paths lie in, "" for none (or the root, which says nothing)."""
    try:
        return posixpath.commonpath([posixpath.dirname(path) for path in paths]).strip("/")
    except ValueError:  # nothing to compare, or absolute beside relative
        return ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
