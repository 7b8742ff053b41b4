"""One writer at a time: a folder is held while a file in it is read, changed and replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def hold_folder(path: Path) -> Iterator[None]:
    """Wait until no other process holds the folder of `path`, then hold it.

    The lock is the operating system's own on the folder: it leaves no file behind and goes with
    the process. Where there is none (Windows), the file is still replaced whole.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder = os.open(Path(os.path.realpath(path)).parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
