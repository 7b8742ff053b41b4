"""What was written is on the disk before a name is given to it, and the name soon after."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


def keep_tree(folder: Path) -> None:
    """Wait until every file in a folder is on the disk. Raise OSError where it cannot be.

    Linux does that in one step, in half a second for 10,000 pages. One after the other they took
    half a minute: only other systems do it so, where that is cheap.
    """
    if sys.platform == "linux" and _sync_file_system(folder):
        return
    for path in folder.rglob("*"):
        if path.is_file():
            _sync(path, os.O_RDWR)


def keep_names(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can do that.

    What fails here fails after a file has its name: there is nothing to take back.
    """
    if sys.platform == "win32":
        return
    with suppress(OSError):
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, mode: int) -> None:
    handle = os.open(path, mode)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_file_system(folder: Path) -> bool:
    import ctypes
    import errno

    try:
        sync = ctypes.CDLL(None, use_errno=True).syncfs
    except (AttributeError, OSError):  # a C library without it
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        if sync(handle) == 0:
            return True
        reason = ctypes.get_errno()
    finally:
        os.close(handle)
    if reason in (errno.ENOSYS, errno.EPERM):
        return False
    raise OSError(reason, os.strerror(reason))
