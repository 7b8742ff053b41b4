"""Paths of articles as a waiver file writes them: from its own folder, with forward slashes."""

from __future__ import annotations

import glob
import os
import posixpath
import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import PurePath


def relate(path: str, folder: str) -> str:
    """Return the path of an article, as a report says it, from `folder` (see `folder_of`).

    What is no file (`<stdin>`) keeps its name.
    """
    if path.startswith("<"):
        return path
    whole = os.path.abspath(path)  # noqa: PTH100 - a link in a path is part of its name
    if os.path.isabs(path):  # noqa: PTH117 - as above
        whole = os.path.join(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))  # noqa: PTH118, PTH119, PTH120
    try:
        return PurePath(os.path.relpath(whole, folder)).as_posix()
    except ValueError:  # another drive
        return PurePath(whole).as_posix()


def folder_of(path: str) -> str:
    """Return the folder that the paths in a waiver file start from."""
    return os.path.dirname(os.path.realpath(path))  # noqa: PTH120 - as text, for `relate`


def normalise(path: str) -> str:
    """Return a path that a person wrote without `./` and doubled slashes."""
    return path if path.startswith("<") else posixpath.normpath(path)


def is_there(path: str, folder: str = "") -> bool:
    """Say whether there is such a file; what is no file (`<stdin>`) is taken to be."""
    try:
        return path.startswith("<") or os.path.lexists(os.path.join(folder, path))  # noqa: PTH118
    except ValueError:  # no path at all
        return False


def is_glob(path: str) -> bool:
    """Say whether a path stands for several: `*` within a folder, `**` through folders, `?`."""
    return "*" in path or "?" in path


@lru_cache(maxsize=1024)
def compile_glob(path: str) -> re.Pattern[str]:
    """Return the expression of a glob. Square brackets are letters: file names have them."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", path)
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(signs.get(part) or re.escape(part) for part in parts), re.DOTALL)


def seen_all(path: str, folder: str, seen: Collection[str]) -> bool:
    """Say whether every file that a glob names on the disk is one of `seen`."""
    pattern = path.replace("[", "[[]")
    found = glob.iglob(pattern, root_dir=folder, recursive=True)  # noqa: PTH207 - may lead up (..)
    return all(PurePath(name).as_posix() in seen for name in found)
