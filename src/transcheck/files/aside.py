"""A place beside a file or folder to build its next version in, and what killed builders left."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SUFFIX = ".transcheck.part"
_NAME = re.compile(rf"\..{{1,40}}\.[a-z0-9_]{{8}}{re.escape(_SUFFIX)}", re.DOTALL)
_swept: set[tuple[int, str]] = set()


@contextmanager
def make_aside(target: Path, *, folder: bool = False) -> Iterator[Path]:
    """Hand out a new file or folder beside `target`; what is not renamed is gone afterwards.

    It is held while it is built, by a lock that goes with the process: so others see that its
    builder lives. What dead builders left in that folder is swept first, once a process.
    """
    sweep(target.parent)
    path, held = _make(target, folder)
    try:
        yield path
    finally:
        _remove(path)
        if held is not None:
            os.close(held)


def sweep(folder: Path) -> None:
    """Remove from a folder what builders left there that were killed, never a living one's.

    Where there are no locks (Windows, some network file systems) nobody can tell: it stays.
    """
    key = (os.getpid(), str(folder))
    if key in _swept:
        return
    _swept.add(key)
    with suppress(ImportError, OSError):
        import fcntl

        with os.scandir(folder) as entries:
            left = [Path(entry.path) for entry in entries if _NAME.fullmatch(entry.name)]
        for path in left:
            with suppress(OSError), _open(path) as handle:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _remove(path)


def _make(target: Path, folder: bool) -> tuple[Path, int | None]:
    import tempfile

    prefix = f".{target.name[:40]}."
    while True:
        if folder:
            name = tempfile.mkdtemp(dir=target.parent, prefix=prefix, suffix=_SUFFIX)
        else:
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=prefix, suffix=_SUFFIX)
            os.close(handle)
        held = _hold(Path(name))
        if held is None or _is_at(held, name):
            return Path(name), held
        os.close(held)  # swept before it was held


def _hold(path: Path) -> int | None:
    try:
        import fcntl

        handle = os.open(path, os.O_RDONLY)
    except (ImportError, OSError):
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:  # a file system without locks
        os.close(handle)
        return None
    return handle


def _is_at(handle: int, name: str) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), Path(name).lstat())
    except OSError:
        return False


@contextmanager
def _open(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        yield handle
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    import shutil

    try:
        kind = path.lstat().st_mode
    except OSError:
        return
    if stat.S_ISDIR(kind):
        # both: it came to grief between two names, and `old` may be the only copy
        if not ((path / "old").exists() and (path / "new").exists()):
            shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
