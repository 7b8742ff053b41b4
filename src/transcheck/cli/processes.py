"""Check articles in several processes. One that is killed costs at most one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool

from msgspec.structs import replace

from transcheck.cli.workers import choose_size, work_through
from transcheck.desk import Desk
from transcheck.model import Article, ArticleReport, Skipped
from transcheck.pipeline import check_article

Outcome = tuple[ArticleReport | None, tuple[Skipped, ...]]
Result = tuple[ArticleReport, tuple[Skipped, ...]]

_MOST_KILLED = 5
_KILLED = "the process that checked it was killed, perhaps for want of memory. Try it alone"
_GIVEN_UP = "not checked: worker processes were killed again and again. Try -j 1"


def check_in_processes(articles: Sequence[Article], desk: Desk, jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each article, in order.

    When a process is killed, the articles that are left are checked one by one in a new one:
    an article that kills it again is skipped, with the reason, and the others go on.
    """
    done = 0
    try:
        for result in _run(articles, desk, jobs, choose_size(len(articles), jobs)):
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
    for shard, results in work_through(_check_shard, articles, desk, jobs, size):
        for article, (report, skipped) in zip(shard, results, strict=True):
            yield replace(report, article=article), skipped


def _check_shard(desk: Desk, articles: Sequence[Article]) -> list[Result]:
    """Return the reports without their articles: the parent has those, and sending is slow."""
    results = (check_article(article, desk) for article in articles)
    return [(replace(one, article=_EMPTY), skipped) for one, skipped in results]


_EMPTY = Article(path="", id="", segments=())
