"""Read and check all inputs, in one process or several, showing progress on long runs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.model import Article, ArticleReport, Skipped
from transcheck.pipeline import check_article
from transcheck.readers import Input, read

T = TypeVar("T")
Result = tuple[ArticleReport, tuple[Skipped, ...]]

_SHARD = 25
_LONG_RUN = 50


def check_all(
    inputs: Sequence[Input], desk: Desk, jobs: int
) -> tuple[list[ArticleReport], list[Skipped]]:
    """Return the reports in the order of the inputs, and what could not be done."""
    skipped: list[Skipped] = []
    articles = _read_all(inputs, desk.settings, skipped)
    if jobs > 1:
        results = list(_check_in_processes(list(articles), desk, jobs))
    else:
        results = [check_article(one, desk) for one in _watched(articles, len(inputs))]
    skipped += [entry for _, entries in results for entry in entries]
    return [report for report, _ in results], skipped


def _read_all(
    inputs: Sequence[Input], settings: Settings, skipped: list[Skipped]
) -> Iterator[Article]:
    for one in inputs:
        articles, unread = read(one, encoding=settings.encoding)
        skipped += unread
        yield from articles


def _check_in_processes(articles: list[Article], desk: Desk, jobs: int) -> Iterator[Result]:
    from concurrent.futures import ProcessPoolExecutor

    shards = [articles[i : i + _SHARD] for i in range(0, len(articles), _SHARD)]
    start = (desk.settings, desk.source_option)
    with ProcessPoolExecutor(jobs, initializer=_open_in_worker, initargs=start) as pool:
        for results in _watched(pool.map(_check_shard, shards), len(shards)):
            yield from results


_worker_desk: list[Desk] = []


def _open_in_worker(settings: Settings, source_option: str | None) -> None:
    _worker_desk[:] = [open_desk(settings, source_option)]


def _check_shard(articles: list[Article]) -> list[Result]:
    return [check_article(article, _worker_desk[0]) for article in articles]


def _watched(items: Iterable[T], expected: int) -> Iterable[T]:
    if expected < _LONG_RUN or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, "Checking", total=None, console=Console(stderr=True), transient=True)
