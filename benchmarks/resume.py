"""A long check that is killed half way and run again, beside one clean run.

    python -m benchmarks.resume [--articles 10000] [--jobs 1]

The articles are those of the examples and of dev/articles, each with a line of its own. CPU
seconds of the whole process, its workers included; the report is compared byte by byte.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import SHARED
from benchmarks.tables import Row, print_rows

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
_SYSTEMS = ("--resume", "clean run")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_articles(folder / "wire", options.articles)
        rows = _measure(folder, options.articles, options.jobs)
    title = f"{options.articles:,} articles killed half way and resumed, -j {options.jobs}"
    print_rows(title, _SYSTEMS, rows)


def _write_articles(folder: Path, count: int) -> None:
    folder.mkdir()
    sources = [*sorted(EXAMPLES.glob("*.txt")), *sorted((SHARED / "dev/articles").glob("*.txt"))]
    texts = [path.read_text(encoding="utf-8") for path in sources]
    for number in range(count):
        text = f"{texts[number % len(texts)].rstrip()}\n\nNumber {number} of the day.\n"
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def _measure(folder: Path, articles: int, jobs: int) -> list[Row]:
    command = [sys.executable, "-m", "transcheck", "check", "wire", "-j", str(jobs)]
    command += ["--format", "json", "-o"]
    _run([*command, "first.json"], folder)  # compiles the glossaries
    clean = _run([*command, "clean.json"], folder)
    kept = ["--resume", "kept"]
    whole = _run([*command, "whole.json", "--resume", "other"], folder)
    _kill_half_way([*command, "killed.json", *kept], folder, articles)
    done = (folder / "kept" / "results").read_bytes().count(b"\n") - 1
    rest = _run([*command, "rest.json", *kept], folder)
    again = _run([*command, "again.json", *kept], folder)
    reports = [(folder / f"{name}.json").read_bytes() for name in ("clean", "rest", "again")]
    size = (folder / "kept" / "results").stat().st_size / 1_000_000
    return [
        Row("CPU seconds, nothing kept yet", "", (whole, clean)),
        Row(f"CPU seconds, {done:,} articles kept", "", (rest, clean)),
        Row("CPU seconds, all kept", "", (again, clean)),
        Row("keeping costs, share of a clean run", "≤ .15", (whole / clean - 1,)),
        Row("the rest costs more than its share by", "≤ .3", (rest / clean - 1 + done / articles,)),
        Row("nothing to check, share of a clean run", "≤ .3", (again / clean,)),
        Row("reports that differ from the clean one", "≤ 0", (len(set(reports)) - 1,)),
        Row("MB kept", "", (size,)),
    ]


def _run(command: list[str], folder: Path) -> float:
    before = sum(os.times()[2:4])
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"exit {done.returncode}: {' '.join(command)}\n{done.stderr[-2000:]}")
    return sum(os.times()[2:4]) - before


def _kill_half_way(command: list[str], folder: Path, articles: int) -> None:
    results = folder / "kept" / "results"
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    while process.poll() is None:
        if results.exists() and results.read_bytes().count(b"\n") > articles // 2:
            break
        time.sleep(0.05)
    else:
        raise SystemExit("it was done before it could be killed")
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


if __name__ == "__main__":
    main()
