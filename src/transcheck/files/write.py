"""Write so that a reader sees the old file or the new one, never half of either.

So it is after the power went, too: what is new is on the disk before it takes the old one's name.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from transcheck.errors import UsageError
from transcheck.files.aside import make_aside
from transcheck.files.durable import keep_names, keep_tree
from transcheck.files.exchange import exchange


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 aside in the same folder, then put it in the place of `path`.

    Raise UsageError naming the path when it cannot be written; an old file stays as it was.
    A link is followed to the file it names; a device or a pipe is written to as it is.
    """
    write_bytes(path, text.encode("utf-8", "backslashreplace"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` as `write_text` writes a text."""
    try:
        if path.exists() and not path.is_file():
            _write_stream(path, data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise _unwritable(path, error) from None


def write_folder(path: Path, files: Iterable[tuple[str, str]]) -> None:
    """Build a folder of (name, text) beside `path`, then swap it in.

    An old folder is replaced whole; it goes away only when the new one stands in its place. Where
    the system can, the two change places in one step: a run that is killed never leaves none.
    """
    try:
        refuse_folder(path)
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        _swap_in(target, files)
    except OSError as error:
        raise _unwritable(path, error) from None


def refuse_folder(path: Path) -> None:
    """Raise UsageError when no report can be put in the place of a folder, or made there."""
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_dir():
            hint = "Name a folder"
            raise UsageError(f"cannot write {path}: it is a file, not a folder", hint=hint)
        if target.is_dir() and any(target.iterdir()) and not _is_report(target):
            hint = "Name a new folder, or one that holds an earlier report"
            raise UsageError(f"cannot write {path}: the folder holds other files", hint=hint)
        above = next(folder for folder in target.parents if folder.exists())
        if not above.is_dir():
            raise NotADirectoryError(20, "Not a directory")
        if not os.access(above, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied")
    except OSError as error:
        raise _unwritable(path, error) from None


def _replace(path: Path, data: bytes) -> None:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "Permission denied")
    with make_aside(path) as aside:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            if path.exists():
                _take_after(path, aside)
            else:
                aside.chmod(0o666 & ~_umask())
            os.fsync(file.fileno())
        aside.replace(path)
        keep_names(path.parent)


def _take_after(path: Path, fresh: Path) -> None:
    """Give the new file what the old one has beside its bytes: owner, group, mode, access lists.

    As far as the system lets us: in a shared folder another's file stays one of the desk's group.
    Where the group cannot be kept, the one that stands there now may do what everybody may.
    """
    import shutil

    was = path.stat()
    if hasattr(os, "chown"):
        for owner in (was.st_uid, -1):
            with contextlib.suppress(OSError):  # EINVAL too: an owner that a container has not
                os.chown(fresh, owner, was.st_gid)
                break
    shutil.copystat(path, fresh)
    if fresh.stat().st_gid != was.st_gid:
        mode = stat.S_IMODE(was.st_mode)
        fresh.chmod(mode & ~0o070 | (mode & 0o007) << 3)
    os.utime(fresh)


def _swap_in(target: Path, files: Iterable[tuple[str, str]]) -> None:
    with make_aside(target, folder=True) as built:
        fresh, old = built / "new", built / "old"
        fresh.mkdir()
        _write_pages(fresh, files)
        keep_tree(fresh)
        if not target.exists():
            fresh.replace(target)
        elif not exchange(fresh, target):
            target.replace(old)
            try:
                fresh.replace(target)
            except OSError:
                old.replace(target)
                raise
        keep_names(target.parent)


def _write_pages(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    whole = folder.resolve()
    for name, text in files:
        page = folder / name
        if ".." in Path(name).parts or not page.resolve().is_relative_to(whole):
            raise UsageError(f"cannot write {name}: it lies outside the report's folder")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(text.encode("utf-8", "backslashreplace"))


def _is_report(folder: Path) -> bool:
    index = folder / "index.html"
    return index.is_file() and b"transcheck" in index.read_bytes()


def _write_stream(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(21, "Is a directory")
    with contextlib.closing(path.open("wb", buffering=0)) as stream:
        stream.write(data)


def _umask() -> int:
    # There is no way to read it without setting it; 0o022 only lives between the two calls.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError(f"cannot write {path}: {error.strerror or error}")
