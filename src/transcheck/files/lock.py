"""One writer at a time: a folder is held while a file in it is read, changed and replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from transcheck.errors import UsageError


@contextmanager
def hold_folder(path: Path) -> Iterator[None]:
    """Wait until no other process holds the folder of `path`, then hold it.

    The lock is the operating system's own on the folder: it leaves no file behind and goes with
    the process. Where there is none (Windows), the file is still replaced whole. Raise
    UsageError when there is no such folder.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        folder = os.open(Path(os.path.realpath(path)).parent, os.O_RDONLY)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from None
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
