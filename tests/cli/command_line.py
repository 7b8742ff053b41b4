"""Run the command line inside this process, as a shell would, and catch all that comes out."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from transcheck.cli import main


@dataclass(frozen=True)
class Outcome:
    """What a command printed and how it left."""

    code: int
    stdout: str
    stderr: str


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def run(
    *arguments: str,
    folder: Path,
    stdin: bytes = b"",
    environment: dict[str, str] | None = None,
    terminal: bool = False,
) -> Outcome:
    """Run `transcheck ARGUMENTS` in a folder."""
    stream = _Terminal if terminal else io.TextIOWrapper
    out, err = io.BytesIO(), io.BytesIO()
    streams = {
        "stdin": io.TextIOWrapper(io.BytesIO(stdin), "utf-8"),
        "stdout": stream(out, "utf-8", newline="\n"),
        "stderr": stream(err, "utf-8", newline="\n"),
    }
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    here = Path.cwd()
    os.chdir(folder)
    try:
        with (
            patch.multiple(sys, **streams),
            patch.dict(os.environ, kept | (environment or {}), clear=True),
        ):
            try:
                main(arguments)
                code = 0
            except SystemExit as left:
                code = int(left.code or 0)
            sys.stdout.flush()
            sys.stderr.flush()
    finally:
        os.chdir(here)
    return Outcome(code, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"))


def run_process(*arguments: str, folder: Path, most_bytes: int | None = None) -> Outcome:
    """Run `transcheck ARGUMENTS` as a process of its own: what forks, forks there.

    No file may grow above `most_bytes`, as where a disk is full.
    """
    start = ["-m", "transcheck"] if most_bytes is None else ["-c", _LIMITED, str(most_bytes)]
    command = [sys.executable, *start, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


_LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
most = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
from transcheck.cli import main
main()
"""
