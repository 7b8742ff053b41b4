"""Check articles in several processes. One that is killed costs at most one article."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from multiprocessing import active_children

from msgspec.structs import replace

from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.model import Article, ArticleReport, Skipped
from transcheck.pipeline import check_article

Outcome = tuple[ArticleReport | None, tuple[Skipped, ...]]
Result = tuple[ArticleReport, tuple[Skipped, ...]]

_MOST_IN_A_SHARD = 25
_MOST_KILLED = 5
_SECONDS_TO_LEAVE = 0.5
_KILLED = "the process that checked it was killed, perhaps for want of memory. Try it alone"
_GIVEN_UP = "not checked: worker processes were killed again and again. Try -j 1"


def check_in_processes(articles: Sequence[Article], desk: Desk, jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each article, in order.

    When a process is killed, the articles that are left are checked one by one in a new one:
    an article that kills it again is skipped, with the reason, and the others go on.
    """
    done = 0
    size = max(1, min(_MOST_IN_A_SHARD, len(articles) // (4 * jobs)))
    try:
        for result in _run(articles, desk, jobs, size):
            yield result
            done += 1
    except BrokenProcessPool:
        yield from _check_one_by_one(articles[done:], desk)


def _check_one_by_one(rest: Sequence[Article], desk: Desk) -> Iterator[Outcome]:
    for _ in range(_MOST_KILLED):
        done = 0
        try:
            for result in _run(rest, desk, jobs=1, size=1):
                yield result
                done += 1
            return
        except BrokenProcessPool:
            yield _skip(rest[done], _KILLED)
            rest = rest[done + 1 :]
    for article in rest:
        yield _skip(article, _GIVEN_UP)


def _skip(article: Article, reason: str) -> Outcome:
    named = f'article "{article.id}": ' if article.id != article.path else ""
    return None, (Skipped(article.path, named + reason),)


def _run(articles: Sequence[Article], desk: Desk, jobs: int, size: int) -> Iterator[Result]:
    # The articles are handed over when a process starts, and only their numbers later: a queue
    # that is full of text blocks the parent for ever when its reader is killed.
    shards = [range(i, min(i + size, len(articles))) for i in range(0, len(articles), size)]
    start = (desk.settings, desk.source_option, articles)
    _inherited[:] = [desk]
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=start)
    try:
        for shard, results in zip(shards, pool.map(_check_shard, shards), strict=True):
            for number, (report, skipped) in zip(shard, results, strict=True):
                yield replace(report, article=articles[number]), skipped
    except BaseException:
        # Ctrl-C, or a worker that is gone: do not wait for what the others are at.
        pool.shutdown(wait=False, cancel_futures=True)
        workers = active_children()
        for process in workers:
            process.kill()
        for process in workers:
            process.join(_SECONDS_TO_LEAVE)
        raise
    pool.shutdown()


# In a worker: the desk it goes by and the articles of the run. A forked process has the desk of
# its parent; one that is started anew opens its own.
_inherited: list[Desk] = []
_articles: list[Article] = []


def _start(settings: Settings, source_option: str | None, articles: Sequence[Article]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
    _articles[:] = articles
    gc.disable()  # as where all are checked in one process
    if not _inherited:
        _inherited.append(open_desk(settings, source_option))


def _check_shard(shard: range) -> list[Result]:
    """Return the reports without their articles: the parent has those, and sending is slow."""
    results = (check_article(_articles[number], _inherited[0]) for number in shard)
    return [(replace(one, article=_EMPTY), skipped) for one, skipped in results]


_EMPTY = Article(path="", id="", segments=())
