"""The index: what a look-up costs and finds, beside rapidfuzz's fastest scan of the same names.

python -m benchmarks.lookup [--only near|words|open|check|million] [--million] [--articles 300]

Times are CPU seconds of one process, the memo emptied for each article. The names are composed
from packages that pip fetches (the extra `bench`), the articles drawn from ../shared/dev.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.corpus import SHARED
from benchmarks.drawn import draw_articles
from benchmarks.gazetteer import Name, compose_names, write_glossary
from benchmarks.planting import PHENOMENA, find_candidates, plant_names, read_pairs
from benchmarks.processes import check_texts, open_index
from benchmarks.tables import Row, print_rows, rows_as_data

SIZE, SMALL, LARGE = 100_000, 10_000, 1_000_000
PARTS = ("near", "words", "open", "check", "million")
SCANNED = 20
"""Articles whose runs the scan compares with all names: it takes a fifth of a second each."""
BLOCK = 16


def main() -> None:
    """Measure the parts asked for and print them."""
    options = _parse()
    if not (SHARED / "dev" / "articles").is_dir():
        raise SystemExit("skipped: ../shared/dev/articles is not here")
    data = {}
    with tempfile.TemporaryDirectory() as name:
        os.environ["TRANSCHECK_CACHE"] = name
        for part in PARTS:
            wanted = options.only == part or (options.only is None and part != "million")
            if wanted or (part == "million" and options.million):
                measure: Callable[..., tuple[list[str], list[Row]]] = globals()[f"measure_{part}"]
                systems, rows = measure(Path(name), options)
                data[part] = rows_as_data(rows, systems)
                if not options.json:
                    print_rows(measure.__doc__ or part, systems, rows)
    if options.json:
        print(json.dumps(data, ensure_ascii=False, indent=1))


def measure_near(folder: Path, options: argparse.Namespace) -> tuple[list[str], list[Row]]:
    """All runs of an article among 100,000 names: within 1 edit (4-7 letters) or 2 (8 and more)"""
    glossary = _glossary(folder, SIZE)
    names = compose_names(SIZE)
    index = _open(glossary)
    articles = _articles(names, options.articles)
    ours = [_look_up(index, article) for article in articles]
    keys = _keys(names)
    scanned = [_scan(keys, article) for article in articles[:SCANNED]]
    near = {(n, pair) for n, (_, pairs) in enumerate(scanned) for pair in pairs}
    found = {(n, pair) for n, (_, pairs) in enumerate(ours[:SCANNED]) for pair in pairs}
    cost = statistics.median(seconds for seconds, _ in ours)
    scan = statistics.median(seconds for seconds, _ in scanned)
    sounds = statistics.median(_hear(index, article) for article in articles)
    rows = [
        Row("times faster", "≥ 50", (scan / cost, 1.0)),
        Row("of the near pairs found", "≥ .90", (len(near & found) / len(near), 1.0), len(near)),
        Row("pairs found that are none", "≤ 0", (len(found - near), 0)),
        Row("milliseconds an article, median", "", (1000 * cost, 1000 * scan)),
        Row("the same with sounds and endings, milliseconds", "", (1000 * sounds,)),
        Row("runs an article", "", (statistics.mean(map(len, map(find_candidates, articles))),)),
    ]
    return ["transcheck", "cdist"], rows


def measure_words(folder: Path, options: argparse.Namespace) -> tuple[list[str], list[Row]]:
    """The right word among the near ones: pairs of dev/names, word by word, 100,000 names more"""
    pairs = {name: read_pairs(SHARED, name) for name in PHENOMENA}
    glossary = folder / "words.csv"
    write_glossary(glossary, SIZE, {right for some in pairs.values() for _, right in some})
    index = _open(glossary)
    rows = []
    for name, some in pairs.items():
        near = [index.near_words(written, "sr") for written, _ in some]
        found = sum(right in one for one, (_, right) in zip(near, some, strict=True))
        goal = "≥ .90" if name == "respelling" else ""
        rows.append(Row(f"{name}: found", goal, (found / len(some),), len(some)))
        rows.append(Row(f"{name}: words offered, mean", "", (statistics.mean(map(len, near)),)))
    return ["transcheck"], rows


def measure_open(folder: Path, options: argparse.Namespace) -> tuple[list[str], list[Row]]:
    """The index of 100,000 names: built, opened, held"""
    glossary = _glossary(folder, SIZE)
    build = open_index(glossary, folder / "fresh")
    warm = [open_index(glossary, folder / "fresh") for _ in range(9)]
    index_folder = next((folder / "fresh" / "index").iterdir())
    size = sum(file.stat().st_size for file in index_folder.iterdir()) / 2**20
    rows = [
        Row("built from the CSV file, seconds", "≤ 15", (build.seconds,)),
        Row(
            "opened warm, milliseconds, median of 9",
            "≤ 2",
            (1000 * statistics.median(one.seconds for one in warm),),
        ),
        Row("process with it open, MiB", "≤ 150", (statistics.median(one.mib for one in warm),)),
        Row("on disk, MiB", "", (size,)),
    ]
    return ["transcheck"], rows


def measure_check(folder: Path, options: argparse.Namespace) -> tuple[list[str], list[Row]]:
    """The whole check with a glossary of 100,000 rows, -j 1, articles of about 700 words"""
    glossary = _glossary(folder, SIZE)
    names = compose_names(SIZE)
    articles = draw_articles(options.articles)
    seconds, cold = check_texts(folder, glossary, articles)
    keys = _keys(names)
    scan = statistics.median(_scan(keys, article)[0] for article in articles[:SCANNED])
    rows = [
        Row("articles a second", "≥ 240", (len(articles) / seconds, 1 / scan)),
        Row("times faster than the scan alone", "≥ 40", (scan * len(articles) / seconds, 1.0)),
        Row("milliseconds an article", "", (1000 * seconds / len(articles), 1000 * scan)),
        Row("one article cold, index warm, seconds", "≤ .30", (cold,)),
    ]
    return ["transcheck", "cdist"], rows


def measure_million(folder: Path, options: argparse.Namespace) -> tuple[list[str], list[Row]]:
    """1,000,000 names beside 10,000"""
    articles = _articles(compose_names(SMALL), options.articles)
    plain = draw_articles(options.articles)
    looked, checked, built, warm = [], [], [], []
    for size in (LARGE, SMALL):
        glossary = _glossary(folder, size)
        built.append(open_index(glossary, folder / f"fresh-{size}"))
        warm.append([open_index(glossary, folder / f"fresh-{size}") for _ in range(9)])
        os.environ["TRANSCHECK_CACHE"] = str(folder / f"fresh-{size}")
        index = _open(glossary)
        looked.append(statistics.median(_look_up(index, article)[0] for article in articles))
        checked.append(check_texts(folder, glossary, plain)[0] / len(plain))
    rows = [
        Row("look-up, times the cost of 10,000", "≤ 4", (looked[0] / looked[1], 1.0)),
        Row("whole check, times the cost", "≤ 4", (checked[0] / checked[1], 1.0)),
        Row("look-up, milliseconds an article", "", tuple(1000 * s for s in looked)),
        Row("whole check, milliseconds an article", "", tuple(1000 * s for s in checked)),
        Row("built, seconds by the clock", "≤ 60", tuple(one.clock for one in built)),
        Row("built, seconds", "", tuple(one.seconds for one in built)),
        Row("peak of the process that builds it, MiB", "≤ 2048", tuple(one.peak for one in built)),
        Row(
            "opened warm, milliseconds, median of 9",
            "≤ 100",
            tuple(1000 * statistics.median(one.seconds for one in some) for some in warm),
        ),
        Row(
            "process with it open, MiB",
            "≤ 150",
            tuple(statistics.median(one.mib for one in some) for some in warm),
        ),
    ]
    return ["1,000,000", "10,000"], rows


def _glossary(folder: Path, size: int) -> Path:
    path = folder / f"{size}.csv"
    if not path.exists():
        write_glossary(path, size)
    return path


def _articles(names: Sequence[Name], count: int) -> list[str]:
    return plant_names(draw_articles(count), [name for name, _ in names])


def _open(glossary: Path):
    from transcheck.config import Settings
    from transcheck.desk import open_desk

    return open_desk(Settings(glossary=(str(glossary),), no_glossaries=True)).index_for()


def _keys(names: Sequence[Name]) -> list[str]:
    """Return the folded names and family names that both search, all different."""
    from transcheck.names.words.tokens import split_words
    from transcheck.text.fold import fold

    keys: dict[str, None] = {}
    for name, kind in names:
        words = tuple(map(fold, split_words(name)))
        keys[" ".join(words)] = None
        if kind == "person" and len(words) > 1:
            keys[words[-1]] = None
    return list(keys)


Pairs = set[tuple[str, str]]


def _look_up(index, article: str) -> tuple[float, Pairs]:
    """Return the CPU seconds and the near pairs of an article's runs."""
    from rapidfuzz.distance import OSA

    candidates = find_candidates(article)
    index.forget()
    start = time.process_time()
    found = [(words, index.edited_forms(words)) for words in candidates]
    seconds = time.process_time() - start
    pairs = set()
    for words, forms in found:
        run = " ".join(words)
        pairs |= {(run, form) for form in forms if OSA.distance(run, form) <= _limit(run)}
    return seconds, pairs


def _hear(index, article: str) -> float:
    candidates = find_candidates(article)
    index.forget()
    start = time.process_time()
    for words in candidates:
        index.near_forms(words, "sr")
    return time.process_time() - start


def _scan(keys: list[str], article: str) -> tuple[float, Pairs]:
    """Return the same by rapidfuzz.process.cdist over all names, blocks of 16, one worker."""
    import numpy
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    runs = [" ".join(words) for words in find_candidates(article)]
    pairs: Pairs = set()
    start = time.process_time()
    for most in (0, 1, 2):
        asked = [run for run in runs if _limit(run) == most]
        for first in range(0, len(asked), BLOCK):
            block = asked[first : first + BLOCK]
            table = cdist(
                block, keys, scorer=OSA.distance, score_cutoff=most, dtype=numpy.uint8, workers=1
            )
            rows, columns = numpy.nonzero(table <= most)
            pairs.update((block[r], keys[c]) for r, c in zip(rows, columns, strict=True))
    return time.process_time() - start, pairs


def _limit(run: str) -> int:
    return 0 if len(run) < 4 else 1 if len(run) < 8 else 2


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lookup", description=__doc__)
    parser.add_argument("--only", choices=PARTS, help="measure one part")
    parser.add_argument("--million", action="store_true", help="also 1,000,000 names: minutes")
    parser.add_argument("--articles", type=int, default=300, help="articles drawn")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    main()
