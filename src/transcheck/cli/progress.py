"""Check all articles, in one process or several, showing progress on long runs."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from transcheck.cli.output import tell
from transcheck.desk import Desk
from transcheck.model import Article, ArticleReport, Skipped
from transcheck.pipeline import check_article

if TYPE_CHECKING:
    from transcheck.cli.kept import Kept
    from transcheck.cli.processes import Outcome

LONG_RUN = 50
_SECONDS_BETWEEN_SIGNS = 0.1
_SECONDS_BETWEEN_LINES = 20.0


def check_all(
    articles: list[Article], desk: Desk, jobs: int, kept: Kept | None = None
) -> tuple[list[ArticleReport], list[Skipped]]:
    """Return the reports in the order of the articles, and what could not be done.

    With `kept`, the results that it holds are not made again, and the others are kept in it.
    """
    reports: list[ArticleReport] = []
    skipped: list[Skipped] = []
    check = _check_rest(articles, desk, jobs, kept) if kept else _check(articles, desk, jobs)
    with closing(check) as outcomes:
        for report, entries in show_progress(outcomes, len(articles)):
            reports += [report] if report else []
            skipped += entries
    return reports, skipped


def show_progress(outcomes: Iterator[Outcome], expected: int) -> Iterator[Outcome]:
    """Hand the outcomes on; on a long run show how far it is.

    A terminal gets a bar; the log of a job a line now and then.
    """
    if expected < LONG_RUN:
        yield from outcomes
        return
    if not sys.stderr.isatty():
        yield from _tell_progress(outcomes, expected)
        return
    from rich.console import Console
    from rich.progress import Progress

    # No thread draws it: one that is alive while worker processes are forked can block them.
    console = Console(stderr=True)
    with Progress(console=console, transient=True, auto_refresh=False) as progress:
        task, last = progress.add_task("Checking", total=expected), 0.0
        for outcome in outcomes:
            yield outcome
            progress.advance(task)
            if time.monotonic() - last >= _SECONDS_BETWEEN_SIGNS:
                progress.refresh()
                last = time.monotonic()


def _tell_progress(outcomes: Iterator[Outcome], expected: int) -> Iterator[Outcome]:
    last = time.monotonic()
    for number, outcome in enumerate(outcomes, 1):
        yield outcome
        if time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
            tell(f"{number:,} of {expected:,} articles checked.")
            last = time.monotonic()


def _check_rest(
    articles: list[Article], desk: Desk, jobs: int, kept: Kept
) -> Generator[Outcome, None, None]:
    found = kept.find_all(articles)
    rest = [article for article, report in zip(articles, found, strict=True) if not report]
    with closing(_check(rest, desk, jobs)) as outcomes:
        for number, known in enumerate(found):
            if known:
                yield known, ()
                continue
            report, skipped = next(outcomes)
            if report and not skipped:  # what failed may do so for want of memory
                kept.add(number, report)
            yield report, skipped


def _check(articles: Sequence[Article], desk: Desk, jobs: int) -> Generator[Outcome, None, None]:
    if jobs > 1 and len(articles) > 1:
        from transcheck.cli.processes import check_in_processes

        yield from check_in_processes(articles, desk, jobs)
    else:
        with _uncollected():
            for article in articles:
                yield check_article(article, desk)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: checking leaves no cycles, and looking costs 3 in 100."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
