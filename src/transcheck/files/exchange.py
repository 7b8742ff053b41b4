"""Two paths change places in one step, where the system can do that."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


def exchange(one: Path, other: Path) -> bool:
    """Let two files or folders change names, so that nobody ever sees either name missing.

    Return False, nothing done, where the system or its file system cannot.
    """
    if sys.platform == "win32":
        return False
    import ctypes

    names = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _EXCHANGE) == 0)
        first, second = names
        return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE) == 0)
    except (AttributeError, OSError):  # a C library without it
        return False
