"""Results of a long job as they come, a line each in one file: what a stopped job leaves behind.

A line is its checksum, its key and what is kept under it. Lines are only ever added, each in one
piece, so that a process that is killed, or two that write at once, spoil at most a line; and a
line that is not as it was written counts for nothing.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from transcheck.errors import UsageError

_FILE = "results"
_SCHEMA = "transcheck/results/1"
_OURS = b"transcheck/results/"
_CHECKSUM = 32


class Journal:
    """What was kept in a folder by jobs of the same `kind`; that of another kind is dropped."""

    def __init__(self, folder: Path, kind: str) -> None:
        """Open it or make it. Raise UsageError where that cannot be done.

        Only its owner may read it. Git is told to leave a folder made here alone.
        """
        self.path = folder / _FILE
        self._places: dict[str, tuple[int, int]] = {}
        head = f"{_SCHEMA} {kind}\n".encode("ascii")
        try:
            _make(folder)
            self._handle = _open(self.path)
            self._file = self.path.open("rb")
            found = self._file.readline()
            if found and found != head:
                self._refuse_strange(found)
                self.close()
                self.path.unlink()
                self._handle = _open(self.path)
                self._file = self.path.open("rb")
            if found == head:
                self._find_lines(len(head))
            else:
                self._write(head)
        except OSError as error:
            reason = error.strerror or str(error)
            hint = "Name another folder"
            raise UsageError(f"cannot keep results in {folder}: {reason}", hint=hint) from None

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, None where there is nothing or it is damaged."""
        start, length = self._places.get(key, (0, 0))
        self._file.seek(start)
        line = self._file.read(length)
        checksum, _, rest = line.removesuffix(b"\n").partition(b" ")
        named, _, content = rest.partition(b" ")
        right = named == key.encode("ascii") and checksum == _sum(rest) and line.endswith(b"\n")
        return content if right else None

    def add(self, key: str, content: bytes) -> None:
        """Keep `content`, a line of its own, under a key. Raise OSError where there is no room."""
        rest = key.encode("ascii") + b" " + content
        self._write(_sum(rest) + b" " + rest + b"\n")

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
        os.close(self._handle)

    def _refuse_strange(self, found: bytes) -> None:
        """Raise OSError before what somebody else wrote is dropped; blanks were nobody's."""
        ours = found.startswith(_OURS) or _OURS.startswith(found.rstrip(b"\n"))
        if not ours and found.strip(b"\0\r\n\t "):
            self.close()
            raise OSError(0, f"{self.path.name} in it is not transcheck's")

    def _find_lines(self, start: int) -> None:
        line = b"\n"
        for line in self._file:
            key = line[_CHECKSUM + 1 : _CHECKSUM + 65].decode("ascii", "replace")
            self._places[key] = (start, len(line))
            start += len(line)
        if not line.endswith(b"\n"):
            self._write(b"\n")  # the rest of a line whose writer was killed

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._handle, data) :]


def _make(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True)
    (folder / ".gitignore").write_text("*\n", encoding="ascii")


def _open(path: Path) -> int:
    if path.exists() and not path.is_file():
        raise OSError(0, f"{path.name} in it is no file")
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    with suppress(OSError, AttributeError):
        if stat.S_IMODE(os.fstat(handle).st_mode) != 0o600:
            os.fchmod(handle, 0o600)
    return handle


def _sum(data: bytes) -> bytes:
    return sha256(data).hexdigest()[:_CHECKSUM].encode("ascii")
