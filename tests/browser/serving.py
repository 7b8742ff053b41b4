"""What the tests of the served review share: the command itself, and waiting for what it does."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

FERRY = (
    "A ferry for Zvečan\n\nGeneral Mark Rutte met the minister Çavuşoğlu near Zvečan.\n\n"
    "Rute said that Zvecan waits. The minister Cavusoglu agreed with Rute.\n"
)
QUIET = "A quiet day\n\nNothing happened near the river.\n"
OPEN = """return JSON.parse(document.querySelector('#data').textContent).articles
  .flatMap(a => a.groups.map(g => g.text)).sort().join(' ')"""
VERDICT = "return document.querySelector('h1').innerText"
GONE = "return document.querySelector('.gone').textContent"


class Served:
    """`transcheck review` over a folder, as a process of its own."""

    def __init__(self, folder: Path, *words: str, port: int = 0, shipped: bool = False) -> None:
        command = [sys.executable, "-m", "transcheck", "review", *words, "--port", str(port)]
        command += [] if shipped else ["--no-glossaries"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stderr=pipe, text=True, cwd=folder)
        assert self.process.stderr
        said = next((line for line in self.process.stderr if "#token=" in line), "")
        found = re.search(r"http://127\.0\.0\.1:(\d+)/#token=[\w-]+", said)
        assert found, said
        self.address, self.port = found[0], int(found[1])

    def stop(self, how: int = signal.SIGINT) -> None:
        """Stop it as an editor would, or as a machine that fails."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(10)


def wait(found: Callable[[], Any], wanted: Callable[[Any], bool]) -> Any:
    """Return what is found once it is as wanted, or after ten seconds as it is."""
    for _ in range(200):
        try:
            seen = found()
        except OSError:
            seen = None
        if seen is not None and wanted(seen):
            return seen
        time.sleep(0.05)
    return found()
