"""transcheck, loaded once: each command told on standard input runs in a child forked from here.

A command is a line of JSON: `folder`, `arguments`, and for a child that is to kill itself
`die_at`, the number of the change to a file before which it does. The child's process id comes
back on a line of its own; when the child has ended, its exit status as os.waitpid has it. `warm`
runs a command in this process, so that what is imported late is here before the first fork.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import sys
from typing import Any

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "ctypes.dlsym"}


def count_down(die_at: int) -> None:
    """Kill this process before its n-th change to a file: opened, renamed, made, synced."""
    left = die_at

    def change() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        opened = event == "open" and int(arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR)
        if opened or event in CHANGES:
            change()

    sync = os.fsync

    def synced(handle: int) -> None:
        change()
        sync(handle)

    os.fsync = synced
    sys.addaudithook(hear)


def run(folder: str, arguments: list[str]) -> int:
    """Run a command in this process and return its exit code."""
    from transcheck.cli import main

    os.chdir(folder)
    try:
        main(arguments)
    except SystemExit as left:
        return int(left.code or 0)
    return 0


def run_silently(job: dict[str, Any]) -> int:
    """Run a command in this (forked) process with its output going nowhere."""
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silent, stream)
    if job.get("die_at"):
        count_down(job["die_at"])
    return run(job["folder"], job["arguments"])


def serve() -> None:
    """Fork a child for each line until there is none."""
    for line in sys.stdin:
        job = json.loads(line)
        if job.get("warm"):
            with (
                contextlib.redirect_stdout(io.StringIO()),
                contextlib.redirect_stderr(io.StringIO()),
            ):
                code = run(job["folder"], job["arguments"])
            print(code, flush=True)
            continue
        pid = os.fork()
        if pid == 0:
            code = 99
            try:
                code = run_silently(job)
            finally:
                os._exit(code)
        print(pid, flush=True)
        print(os.waitpid(pid, 0)[1], flush=True)


if __name__ == "__main__":
    serve()
