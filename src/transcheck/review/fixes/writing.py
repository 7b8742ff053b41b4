"""Planned fixes, written: each file whole or not at all, and what undoes them first of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transcheck.errors import TranscheckError, UsageError
from transcheck.files.lock import hold_folder
from transcheck.files.write import write_bytes
from transcheck.model import Record
from transcheck.review.fixes.undo import add_run, keep_in_run, record_change


class Change(Record, frozen=True):
    """A file to write: the bytes that it must still have, and the new ones."""

    file: Path
    path: str
    before: bytes
    after: bytes


def write_changes(changes: Sequence[Change], undo: Path) -> list[TranscheckError]:
    """Write the files and return why some were refused, each with its path.

    The undo file is written before them, so that a run which is stopped halfway can be undone.
    Raise UsageError, nothing written, when it cannot be.
    """
    if not changes:
        return []
    records = {
        change.path: record_change(undo, change.file, change.before, change.after)
        for change in changes
    }
    number = add_run(undo, tuple(records.values()))
    refused = [error for change in changes for error in _write(change)]
    if refused:
        paths = {error.path for error in refused}
        kept = tuple(record for path, record in records.items() if path not in paths)
        keep_in_run(undo, number, kept)
    return refused


def _write(change: Change) -> list[TranscheckError]:
    try:
        with hold_folder(change.file):
            if change.file.read_bytes() != change.before:
                hint = "Run fix again"
                raise UsageError("was changed while it was checked", path=change.path, hint=hint)
            write_bytes(change.file, change.after)
    except UsageError as error:
        return [UsageError(error.message, path=change.path, hint=error.hint)]
    except OSError as error:
        return [UsageError(f"cannot be read: {error.strerror}", path=change.path)]
    return []
