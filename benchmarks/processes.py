"""Whole processes measured from outside: an index opened, articles checked, seconds and MiB."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Opened(NamedTuple):
    """What opening an index cost a process of its own: CPU seconds, by the clock, MiB at the end.

    `peak` is the most that it held.
    """

    seconds: float
    clock: float
    mib: float
    peak: float


_OPEN = """
import sys, time
from transcheck.glossary import parse_glossaries, read_glossaries
from transcheck.names import open_index
files = read_glossaries([sys.argv[1]], shipped=False)
start, clock = time.process_time(), time.perf_counter()
index = open_index([(file.name, file.digest) for file in files], lambda: parse_glossaries(files))
print(time.process_time() - start, time.perf_counter() - clock)
status = dict(line.split(":") for line in open("/proc/self/status"))
print(*(int(status[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")))
"""


def open_index(glossary: Path, cache: Path) -> Opened:
    """Return what it cost to open the index, or to build it where the cache has none."""
    environment = os.environ | {"TRANSCHECK_CACHE": str(cache)}
    command = [sys.executable, "-c", _OPEN, str(glossary)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return Opened(*map(float, done.stdout.split()))


def check_texts(folder: Path, glossary: Path, articles: Sequence[str]) -> tuple[float, float]:
    """Return the seconds of a whole check of all articles and of one, the index at hand."""
    texts = folder / "texts"
    texts.mkdir(exist_ok=True)
    for number, text in enumerate(articles):
        (texts / f"{number:05}.txt").write_text(text, encoding="utf-8")
    one = texts / "00000.txt"
    command = [sys.executable, "-m", "transcheck", "check", "--glossary", str(glossary)]
    command += ["--no-glossaries", "-j", "1", "--format", "json", "-o", str(folder / "out.json")]
    _run([*command, str(one)])
    cold = statistics.median(_run([*command, str(one)]) for _ in range(7))
    return statistics.median(_run([*command, str(texts)]) for _ in range(3)), cold


def _run(command: Sequence[str]) -> float:
    """Return the CPU seconds of a command, those of its whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"exit {done.returncode}: {' '.join(command)}\n{done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
