"""Speed: one article cold, a thousand on one core, and very long texts.

python -m benchmarks.speed [--only cold|many|long] [--runs 15] [--articles 1000]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.composed import compose_article, compose_long
from benchmarks.corpus import ROOT
from benchmarks.drawn import draw_articles, draw_once, write_texts
from benchmarks.peer import find_near
from benchmarks.stages import time_stages
from benchmarks.tables import Row, print_rows, rows_as_data

SLOW = ("numpy", "sacrebleu", "jinja2", "rich", "trafilatura", "langdetect")
PARTS = ("cold", "many", "long")
PATIENCE = 300
WATCH = f"""
import runpy, sys
sys.argv = ["transcheck", "check", sys.argv[1]]
try:
    runpy.run_module("transcheck", run_name="__main__")
finally:
    print("loaded:", *(name for name in {SLOW!r} if name in sys.modules), file=sys.stderr)
"""
_TOKEN = re.compile(r"\w+|[^\w\s]")


def main() -> None:
    """Measure the parts asked for and print them."""
    options = _parse()
    measure = {"cold": measure_cold, "many": measure_many, "long": measure_long}
    data = {}
    with tempfile.TemporaryDirectory() as name:
        for part in PARTS:
            if options.only in (None, part):
                systems, rows = measure[part](Path(name), options)
                data[part] = rows_as_data(rows, systems)
                if not options.json:
                    print_rows(measure[part].__doc__ or part, systems, rows)
    if options.json:
        print(json.dumps(data, ensure_ascii=False, indent=1))


def measure_cold(folder: Path, options: argparse.Namespace) -> tuple[list[str], list[Row]]:
    """One article, the whole process, runs interleaved with a bare Python (seconds)"""
    article = options.article
    if article is None:
        article = folder / "article.txt"
        article.write_text(compose_article(3), encoding="utf-8")
    script = Path(sys.executable).with_name("transcheck")
    command = [str(script)] if script.exists() else [sys.executable, "-m", "transcheck"]
    ours, bare = [], []
    for _ in range(options.runs):
        ours.append(_time([*command, "check", str(article)]))
        bare.append(_time([sys.executable, "-c", "pass"]))
    watched = _run([sys.executable, "-c", WATCH, str(article)])
    if watched.returncode not in (0, 1) or "loaded:" not in watched.stderr:
        raise SystemExit(f"the watched run failed:\n{watched.stderr[-2000:]}")
    loaded = watched.stderr.rsplit("loaded:", 1)[-1].split()
    named = f": {' '.join(loaded)}" if loaded else ""
    rows = [
        Row(f"median of {options.runs} runs", "≤ .30", _pair(statistics.median, ours, bare)),
        Row("fastest", "", _pair(min, ours, bare)),
        Row("slowest", "", _pair(max, ours, bare)),
        Row(f"slow modules loaded{named}", "≤ 0", (len(loaded),)),
    ]
    return ["transcheck", "python -c pass"], rows


def measure_many(folder: Path, options: argparse.Namespace) -> tuple[list[str], list[Row]]:
    """Many articles of 700 words, the whole process with -j 1 pinned to one core"""
    glossary = _big_glossary(folder)
    named = "100,000-row glossary" if glossary else "shipped glossaries"
    articles = write_texts(folder / "articles", draw_articles(options.articles))
    once = write_texts(folder / "once", draw_once())
    texts = [one.read_text(encoding="utf-8") for one in sorted(articles.iterdir())]
    ours = _seconds(articles, glossary, folder)
    tokens = _spent(_TOKEN.findall, texts)
    peer = _spent(find_near, texts)
    seconds, done = (ours.processor, tokens, peer), len(texts)
    words = sum(len(text.split()) for text in texts)
    rows = [
        Row(f"articles a second of one core, {named}", "≥ 240", tuple(done / s for s in seconds)),
        Row("milliseconds an article", "", tuple(1000 * s / done for s in seconds)),
        Row(f"seconds of processor, median of 3; {words:,} words", "", seconds),
        Row("seconds by the clock, other programs' time included", "", (ours.clock,)),
    ]
    if any(once.iterdir()):
        count = len(list(once.iterdir()))
        # So few that the start counts: it is what one article alone takes.
        alone = write_texts(folder / "alone", texts[:1])
        whole, start = (_seconds(one, glossary, folder).processor for one in (once, alone))
        rate = (count - 1) / (whole - start)
        rows.append(Row("articles a second, no line twice, without the start", "", (rate,)))
    stages = time_stages(articles, glossary)
    rows += [Row(f"ms of processor: {stage}", "", (spent,)) for stage, spent in stages.items()]
    return ["transcheck", "tokenise only", "naive peer"], rows


def _big_glossary(folder: Path) -> list[str]:
    """Return the path of a glossary of 100,000 rows, nothing without the packages for it."""
    from benchmarks.gazetteer import write_glossary

    path = folder / "glossary.csv"
    try:
        write_glossary(path, 100_000)
    except ImportError:
        return []
    return [str(path)]


class Spent(NamedTuple):
    """Seconds of one process: of the processor (what one idle core would take), by the clock."""

    processor: float
    clock: float


def _seconds(articles: Path, glossary: Sequence[str], folder: Path) -> Spent:
    """Return the median of three runs; a first one compiles the glossary and is not counted."""
    out = folder / "report.json"
    named = [argument for path in glossary for argument in ("--glossary", path)]
    named += ["--no-glossaries"] if glossary else []
    command = [*_command("--format", "json", "-o", str(out), "-j", "1", *named), str(articles)]
    runs = [_spend(command) for _ in range(4)][1:]
    done = len(json.loads(out.read_text(encoding="utf-8"))["articles"])
    wanted = len(list(articles.iterdir()))
    if done != wanted:
        raise SystemExit(f"{done} of {wanted} articles were reported")
    return Spent(*map(statistics.median, zip(*runs, strict=True)))


def _spend(command: Sequence[str]) -> Spent:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    clock = _time(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    user, system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    return Spent(user + system, clock)


def _spent(function: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        function(text)
    return time.process_time() - start


def measure_long(folder: Path, options: argparse.Namespace) -> tuple[list[str], list[Row]]:
    """Very long texts, the whole process (seconds)"""
    rows = []
    for name, characters, one_line in (
        ("2 million characters", 2_000_000, False),
        ("one line of a million characters", 1_000_000, True),
    ):
        path = folder / f"{characters}.txt"
        path.write_text(compose_long(characters, one_line=one_line), encoding="utf-8")
        start = time.perf_counter()
        done = _run(_command("--format", "json", str(path)))
        seconds = time.perf_counter() - start
        rows.append(Row(name, "≤ 60", (seconds,)))
        rows.append(Row(f"{name}: exit code", "≤ 1", (done.returncode,)))
        if done.returncode > 1:
            print(f"{name}:\n{done.stderr[-2000:]}", file=sys.stderr)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rows.append(Row("peak memory of all runs, MiB", "", (peak,)))
    return ["transcheck"], rows


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "transcheck", "check", *arguments]


def _time(command: Sequence[str]) -> float:
    """Run a command on one core and return its seconds; it must exit with 0 or 1."""
    start = time.perf_counter()
    done = _run(command)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"exit {done.returncode}: {' '.join(command)}\n{done.stderr[-2000:]}")
    return seconds


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1"}
    # An installed program has its bytecode: one that compiles itself each time measures Python.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
            cwd=tempfile.gettempdir(),  # not here: pyproject.toml would be read for settings
            timeout=PATIENCE,
            preexec_fn=_take_one_core,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", f"not done after {PATIENCE} s")


def _take_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _pair(
    of: Callable[[list[float]], float], ours: list[float], bare: list[float]
) -> tuple[float, float]:
    return of(ours), of(bare)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--only", choices=PARTS, help="measure one part")
    parser.add_argument("--runs", type=int, default=15, help="cold runs")
    parser.add_argument("--articles", type=int, default=1000, help="articles in the folder")
    parser.add_argument(
        "--article",
        type=lambda name: Path(name).absolute(),
        help="a file to check cold, else a composed one",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    main()
