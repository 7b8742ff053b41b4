"""Growth: the time of `glossary suggest` on an archive, and whether its answer ever changes.

python -m benchmarks.suggesting [--articles 1000] [--runs 5]

The archive is drawn from the development data (composed articles without it). What it proposes is
to be read, not counted: `--show N` prints the first N names.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import ROOT
from benchmarks.drawn import draw_articles, write_texts
from benchmarks.tables import Row, print_rows

GOAL_SECONDS = 30
WORDS = 500


def main() -> None:
    """Measure, print, and exit 1 where the answer is not the same each time."""
    options = _parse()
    with tempfile.TemporaryDirectory() as name:
        folder = write_texts(Path(name) / "archive", _cut(draw_articles(options.articles)))
        files = sorted(str(path) for path in folder.iterdir())
        words = sum(len(Path(file).read_text(encoding="utf-8").split()) for file in files)
        seconds, answers = [], set()
        for run in range(options.runs):
            random.Random(run).shuffle(files)
            spent, answer = _suggest(files, str(run))
            seconds.append(spent)
            answers.add(answer)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    named = f"{len(files):,} articles, {words:,} words"
    rows = [
        Row("seconds of one core, the slowest run", f"≤ {GOAL_SECONDS}", (max(seconds),)),
        Row("seconds of one core, the fastest run", "", (min(seconds),)),
        Row(f"answers in {options.runs} runs, shuffled, seeds changed", "≤ 1", (len(answers),)),
        Row("names proposed", "", (len(min(answers).splitlines()) - 1,)),
        Row("peak memory, MiB", "", (peak,)),
    ]
    print_rows(f"glossary suggest, whole process: {named}", ["transcheck"], rows)
    if options.show:
        print("\n".join(min(answers).splitlines()[1 : options.show + 1]))
    sys.exit(len(answers) > 1)


def _cut(texts: list[str]) -> list[str]:
    """Cut articles to about as many words as the goal speaks of."""
    cut = []
    for text in texts:
        lines: list[str] = []
        for line in text.splitlines():
            if sum(len(kept.split()) for kept in lines) < WORDS:
                lines.append(line)
        cut.append("\n".join(lines))
    return cut


def _suggest(files: list[str], seed: str) -> tuple[float, str]:
    """Run once on one core; return the seconds of processor and the CSV."""
    command = [sys.executable, "-m", "transcheck", "glossary", "suggest", "--format", "csv", *files]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=tempfile.gettempdir(),
        preexec_fn=_take_one_core,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        clock = f"{time.perf_counter() - start:.0f} s"
        raise SystemExit(f"exit {done.returncode} after {clock}:\n{done.stderr[-2000:]}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, done.stdout


def _take_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.suggesting", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="articles in the archive")
    parser.add_argument("--runs", type=int, default=5, help="runs, each in another order")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N rows")
    return parser.parse_args()


if __name__ == "__main__":
    main()
