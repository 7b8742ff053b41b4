"""A report of 10,000 articles: its size, how soon Chromium can use it, how fast keys decide.

python -m benchmarks.report_pages [--articles 10000] [--runs 5]

The peer of the size is the same report with style and script in each page.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from msgspec.structs import replace

import transcheck
from benchmarks.tables import Row, print_rows
from transcheck.files.write import write_folder
from transcheck.model import ArticleReport, Finding, Report, Span
from transcheck.reports.formats.html import render, render_folder
from transcheck.reports.html.book import Pages

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")
FILLING = "\n\n".join(
    " ".join(f"The council read paper {five + number} to everybody who came." for five in range(5))
    for number in range(5, 55, 5)
)
DAMAGED = (
    "Mark Rutte came to Zvečan. Rute said that NATO stays in Zvecan, and Kaja Kallas spoke. "
    f"Kalas left on Tuesday.\n\n{FILLING}"
)
CLEAN = f"Mark Rutte came to Zvečan, and Kaja Kallas spoke.\n\n{FILLING}"
READY = "document.body.offsetHeight; return performance.now()"
SEARCH = """const field = document.querySelector('.search input'), start = performance.now();
field.value = 'Rutte'; field.dispatchEvent(new Event('input')); document.body.offsetHeight;
return performance.now() - start"""
EVERYWHERE = """const start = performance.now();
document.querySelector('.same .actions button').click(); document.body.offsetHeight;
return performance.now() - start"""
KEY = """const start = performance.now();
document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', bubbles: true}));
return new Promise((done) => requestAnimationFrame(() => setTimeout(
  () => done(performance.now() - start))))"""


def main() -> None:
    """Write the pages, open them, and print the figures beside a plain table's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = _run_of(options.articles)
        sizes = _weigh(folder, report)
        folder.joinpath("plain.html").write_text(_plain_table(report), encoding="utf-8")
        folder.joinpath("many.html").write_text(render(_five_hundred()), encoding="utf-8")
        browser = _open_browser()
        try:
            rows = _measure(browser, folder, options.runs)
        finally:
            browser.quit()
    print_rows(f"The files of {options.articles:,} articles", ["transcheck", "each whole"], sizes)
    print_rows(f"The report in Chromium, median of {options.runs}", ["transcheck", "table"], rows)


def _weigh(folder: Path, report: Report) -> list[Row]:
    """Write the folder, and the same with style and script in each page; return the figures."""
    pages = Pages(report)
    whole = ((name, pages.set(name)) for name in (*pages.articles, *pages.indexes))
    found: list[tuple[float, float, float, float]] = []
    for name, files in (("report", render_folder(report)), ("whole", whole)):
        start = time.perf_counter()
        write_folder(folder / name, files)
        written = time.perf_counter() - start
        every = [path.stat().st_size for path in (folder / name).rglob("*.*")]
        least = [path.stat().st_size for path in (folder / name).glob("article-*.html")]
        index = (folder / name / "index.html").stat().st_size
        found.append((statistics.median(least) / 1e3, index / 1e6, sum(every) / 1e6, written))
    names = ("kB of a page, the median", "MB of the index", "MB of all", "seconds to write them")
    goals = ("≤ 20", "≤ 10", "≤ 250", "")
    both = zip(*found, strict=True)
    return [Row(*row) for row in zip(names, goals, both, strict=True)]


def _measure(browser: Any, folder: Path, runs: int) -> list[Row]:
    ours = statistics.median(_opened(browser, folder / "report" / "index.html", runs))
    table = statistics.median(_opened(browser, folder / "plain.html", runs))
    _visit(browser, folder / "report" / "index.html")
    search = browser.execute_script(SEARCH) / 1000
    everywhere = browser.execute_script(EVERYWHERE) / 1000
    _visit(browser, folder / "many.html")
    keys = statistics.median(browser.execute_script(KEY) for _ in range(20))
    return [
        Row("seconds until the index can be used", "≤ 2", (ours, table)),
        Row("seconds until all rows are searched", "", (search,)),
        Row("seconds to accept a name in all its articles", "", (everywhere,)),
        Row("milliseconds a key, 500 findings in one article", "", (keys,)),
    ]


def _opened(browser: Any, page: Path, runs: int) -> Iterator[float]:
    for _ in range(runs):
        _visit(browser, page)
        yield browser.execute_script(READY) / 1000


def _visit(browser: Any, page: Path) -> None:
    browser.get("about:blank")
    browser.get(page.as_uri())


def _open_browser() -> Any:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in FLAGS:
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def _run_of(count: int) -> Report:
    """Return a run in which two of five articles are damaged, each under a path of its own."""
    damaged, clean = (transcheck.check(text, source_lang="sr") for text in (DAMAGED, CLEAN))
    kinds = (damaged, clean, clean, damaged, clean)
    articles = tuple(
        _named(kinds[number % 5].articles[0], f"desk/article-{number:05}.txt")
        for number in range(count)
    )
    summary = replace(damaged.summary, articles=count)
    return replace(damaged, articles=articles, summary=summary)


def _named(one: ArticleReport, path: str) -> ArticleReport:
    return replace(one, article=replace(one.article, path=path, id=path))


def _five_hundred() -> Report:
    """Return a report of one article with five hundred names that are wrong."""
    report = transcheck.check(DAMAGED, source_lang="sr")
    one = report.articles[0]
    first = one.findings[0]
    words = [f"Nam{number:03}e" for number in range(500)]
    segments = tuple(
        replace(one.article.segments[-1], target=" and ".join(words[at : at + 5]))
        for at in range(0, 500, 5)
    )
    findings = tuple(
        _finding(first, word, segments[number // 5].target, number)
        for number, word in enumerate(words)
    )
    article = replace(one.article, segments=segments)
    changed = replace(
        one, article=article, findings=findings, confirmed=(), left_alone=(), words=999
    )
    return replace(report, articles=(changed,))


def _finding(first: Finding, word: str, text: str, number: int) -> Finding:
    at = text.index(word)
    return replace(
        first,
        segment=number // 5,
        span=Span(at, at + len(word)),
        text=word,
        suggestions=(word.lower(),),
        evidence=(),
        fingerprint=f"{number:012x}",
    )


def _plain_table(report: Report) -> str:
    """Return the same rows as a table without a style, a script or a page after the first."""
    rows = "".join(_plain_row(one.article.path, one.findings) for one in report.articles)
    return f"<!doctype html><meta charset=utf-8><title>Table</title><table>{rows}</table>"


def _plain_row(path: str, findings: Sequence[Finding]) -> str:
    wrong = "; ".join(f"{f.text} → {', '.join(f.suggestions)}" for f in findings)
    return f"<tr><td>{escape(path)}<td>{len(findings)}<td>{escape(wrong)}"


if __name__ == "__main__":
    main()
