"""The undo file: what each run of `fix --write` changed, so that it can be taken back."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from transcheck import readers
from transcheck.errors import TranscheckError, UsageError
from transcheck.files.lock import hold_folder
from transcheck.files.write import write_bytes, write_text
from transcheck.review.fixes.difference import ByteEdit, find_byte_edits, take_back

UNDO_SCHEMA = "transcheck/undo/1"
UNDO_FILE = "transcheck-undo.json"
_NO_FILE = "Name the file that `fix --write` left"


class _Edit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    at: int
    now: str
    was: str


class ChangedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file that was fixed: its digests before and after, and the bytes that differ (hex).

    `path` is relative to the folder of the undo file, absolute where the file lies elsewhere.
    """

    path: str
    before: str
    after: str
    edits: tuple[_Edit, ...]


class _Run(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: int
    files: tuple[ChangedFile, ...]


class _Runs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: str
    runs: tuple[_Run, ...]


def record_change(undo: Path, path: Path, before: bytes, after: bytes) -> ChangedFile:
    """Return what an undo file says of one changed file."""
    file, folder = Path(os.path.abspath(path)), Path(os.path.abspath(undo)).parent  # noqa: PTH100
    inside = file.is_relative_to(folder)
    return ChangedFile(
        path=file.relative_to(folder).as_posix() if inside else file.as_posix(),
        before=readers.digest(before),
        after=readers.digest(after),
        edits=tuple(
            _Edit(edit.at, edit.now.hex(), edit.was.hex())
            for edit in find_byte_edits(before, after)
        ),
    )


def add_run(undo: Path, files: tuple[ChangedFile, ...]) -> int:
    """Put a run on top of those in an undo file and return its number.

    Raise UsageError when the file cannot be written, or is another one.
    """
    with hold_folder(undo):
        runs = _read(undo) if undo.exists() else ()
        number = max((run.number for run in runs), default=0) + 1
        _write(undo, (*runs, _Run(number, files)))
    return number


def keep_in_run(undo: Path, number: int, kept: tuple[ChangedFile, ...]) -> None:
    """Leave in a run only the files that are as it left them; a run without any goes away."""
    with hold_folder(undo):
        runs = [_Run(number, kept) if run.number == number else run for run in _read(undo)]
        _write(undo, tuple(run for run in runs if run.files))


def undo_last_run(undo: Path) -> tuple[list[str], list[TranscheckError]]:
    """Put every file of the last run back; return their paths, and why others were left alone.

    A file that is not as the run left it is refused and stays in the undo file. Raise UsageError
    when there is nothing to undo or the file is not an undo file.
    """
    if not undo.is_file():
        raise UsageError("no such undo file", path=str(undo), hint=_NO_FILE)
    runs = _read(undo)
    if not runs:
        raise UsageError("holds no run to undo", path=str(undo))
    done: list[ChangedFile] = []
    refused: list[TranscheckError] = []
    last = runs[-1]
    for changed in last.files:
        try:
            _put_back(undo, changed)
        except TranscheckError as error:
            refused.append(error)
        else:
            done.append(changed)
    kept = tuple(changed for changed in last.files if changed not in done)
    keep_in_run(undo, last.number, kept)
    return [changed.path for changed in done], refused


def _put_back(undo: Path, changed: ChangedFile) -> None:
    path = undo.parent / changed.path
    try:
        with hold_folder(path):
            content = path.read_bytes()
            if readers.digest(content) == changed.before:
                return
            if readers.digest(content) != changed.after:
                hint = "Take its names back by hand"
                raise UsageError("was changed after it was fixed", path=changed.path, hint=hint)
            edits = [
                ByteEdit(edit.at, bytes.fromhex(edit.now), bytes.fromhex(edit.was))
                for edit in changed.edits
            ]
            before = take_back(content, edits)
            if before is None or readers.digest(before) != changed.before:
                raise UsageError(f"does not fit its entry in {undo}", path=changed.path)
            write_bytes(path, before)
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path=changed.path) from None


def _read(undo: Path) -> tuple[_Run, ...]:
    try:
        found = msgspec.json.decode(undo.read_bytes(), type=_Runs)
        for run in found.runs:
            for edit in (edit for file in run.files for edit in file.edits):
                bytes.fromhex(edit.now + edit.was)
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path=str(undo)) from None
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        raise UsageError(f"is no undo file: {error}", path=str(undo), hint=_NO_FILE) from None
    if found.schema != UNDO_SCHEMA:
        what = f"is of schema “{found.schema}”, not {UNDO_SCHEMA}"
        raise UsageError(what, path=str(undo), hint=_NO_FILE)
    return found.runs


def _write(undo: Path, runs: tuple[_Run, ...]) -> None:
    """Write the runs that are left; a file without any goes away."""
    if not runs:
        undo.unlink(missing_ok=True)
        return
    data = msgspec.json.encode(_Runs(UNDO_SCHEMA, runs))
    write_text(undo, msgspec.json.format(data, indent=1).decode() + "\n")
