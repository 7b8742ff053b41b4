"""Files that a run goes by: read whole or refused in one line, and never waited for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from transcheck.errors import UsageError
from transcheck.files.read import read_file

MOST = 100_000


def _read(path: Path | str) -> bytes:
    return read_file(str(path), "no such list", "Write one", MOST)


@pytest.mark.parametrize("size", [0, 1, MOST])
def test_a_file_is_read_whole(tmp_path: Path, size: int) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"x" * size)
    assert _read(path) == b"x" * size


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "no such list. Write one"),
        (lambda path: path.symlink_to("nowhere"), "no such list. Write one"),
        (lambda path: path.mkdir(), "Is a directory"),
        (lambda path: path.symlink_to(path), "symbolic links"),
        (lambda path: path.write_bytes(b"x" * (MOST + 1)), "is over 0 MB"),
        (os.mkfifo, "is a pipe, not a file"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, make, said: str) -> None:
    make(tmp_path / "list")
    with pytest.raises(UsageError, match=said):
        _read(tmp_path / "list")


@pytest.mark.parametrize(("path", "said"), [("/dev/zero", "is over"), ("a\0b", "null")])
def test_a_device_without_end_and_a_path_that_is_none(path: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        _read(path)


def test_what_a_shell_hands_over_is_read_to_its_end() -> None:
    code = "from transcheck.files.read import read_file as r; print(r('/dev/stdin', '', '', 99))"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        process.stdin.write(b"one ")
        process.stdin.flush()
        said, _ = process.communicate(b"two", timeout=60)
    assert said.strip() == b"b'one two'"
