"""Where a user's machine keeps what a program can make again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "TRANSCHECK_CACHE"


def cache_folder() -> Path | None:
    """Return the folder of what can be made again, None where the machine has no place for it.

    The environment variable TRANSCHECK_CACHE names another one. It need not exist.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if not home.is_absolute():
        return None
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "transcheck" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "transcheck"
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(xdg) if Path(xdg).is_absolute() else home / ".cache") / "transcheck"
