"""The files of a report: one for a few articles, a folder with an index for many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from transcheck.model import Report
from transcheck.reports.html.anchors import Fingerprints, page_name
from transcheck.reports.html.article import make_article
from transcheck.reports.html.decidable import script_data, view_facts
from transcheck.reports.html.index import make_rows
from transcheck.reports.html.index_page import index_values, list_all
from transcheck.reports.html.page import files_beside, fill
from transcheck.reports.html.run import gather_run
from transcheck.reports.html.summary import judge_run

ROWS_A_PAGE = 500


@dataclass(frozen=True)
class Neighbours:
    """The way from an article to the index and to the articles before and after it."""

    index: str
    total: int
    place: int
    before: str
    after: str


def make_file(report: Report, store: str = "") -> str:
    """Set everything in one file; `store` is the script of a server that keeps decisions."""
    if len(report.articles) == 1:
        return Pages(report, store=store).set_only()
    run = gather_run(report)
    taken = Fingerprints()
    slugs = _slugs(report)
    links = [f"#{slug}" for slug in slugs]
    rows = make_rows(report, run, links)
    order = [row.index for row in rows if row.index is not None]
    views, facts = [], []
    for place, index in enumerate(order):
        view = make_article(report, run, index, slugs[index], slugs[index], taken)
        views.append((view, _neighbours("#index", order, place, links)))
        facts.append(view_facts(report.articles[index], run.groups[index], view))
    return fill(
        "book.html",
        store,
        title=judge_run(report, rows).title,
        views=views,
        **index_values(report, run, rows, links),
        pages=[],
        page=0,
        data=script_data(run, report.signature, facts),
    )


def make_folder(report: Report) -> Iterator[tuple[str, str]]:
    """Set one page an article, and an index of 500 rows a page, the first page last.

    Style and script come first, once for all pages.
    """
    yield from files_beside()
    pages = Pages(report, beside=True)
    for name in (*pages.articles, *reversed(pages.indexes)):
        yield name, pages.set(name)


class Pages:
    """The pages of a folder by their names, each set when it is asked for.

    `order` ranks the articles by their keys, where it is not to be worst first. `store` is as
    for one file, `more` goes into the data of every page.
    """

    def __init__(
        self,
        report: Report,
        *,
        order: Mapping[str, int] | None = None,
        store: str = "",
        more: Mapping[str, Any] | None = None,
        beside: bool = False,
    ) -> None:
        self._report, self._more = report, dict(more or {})
        self._fill = partial(fill, store=store, beside=beside)
        self._run = gather_run(report)
        slugs = _slugs(report)
        self._links = [f"{slug}.html" for slug in slugs]
        self._rows = make_rows(report, self._run, self._links)
        if order:
            self._rows.sort(key=lambda row: order.get(row.key, len(order)))
        self._order = [row.index for row in self._rows if row.index is not None]
        self._starts = range(0, max(1, len(self._rows)), ROWS_A_PAGE)
        self.keys = {row.key: self._links[row.index] for row in self._rows if row.index is not None}
        self.articles = {self._links[i]: place for place, i in enumerate(self._order)}
        self.indexes = tuple(
            f"index-{number}.html" if number > 1 else "index.html"
            for number in range(1, len(self._starts) + 1)
        )

    def set(self, name: str) -> str:
        """Return the page of a name of `articles` or `indexes`; raise KeyError for another."""
        if name in self.indexes:
            return self._set_index(self.indexes.index(name))
        place = self.articles[name]
        ways = _neighbours("index.html", self._order, place, self._links)
        return self._set_article(self._order[place], ways)

    def set_only(self) -> str:
        """Return the page of a run of one article, which needs no index."""
        return self._set_article(0, None)

    def _set_article(self, index: int, ways: Neighbours | None) -> str:
        slug = "article" if ways is None else self._links[index].removesuffix(".html")
        view = make_article(self._report, self._run, index, slug, "", Fingerprints())
        facts = view_facts(self._report.articles[index], self._run.groups[index], view)
        return self._fill(
            "single.html",
            title=f"{view.verdict.title}: {view.title}",
            view=view,
            neighbours=ways,
            report=self._run.identity,
            data=script_data(self._run, self._report.signature, [facts], **self._more),
            full_signature=self._report.signature,
        )

    def _set_index(self, number: int) -> str:
        report, run = self._report, self._run
        values = index_values(report, run, self._rows, self._links)
        values["rows"] = self._rows[self._starts[number] :][:ROWS_A_PAGE]
        if number:
            values["data"] = script_data(run, report.signature, [], **self._more)
        else:
            most = ROWS_A_PAGE
            values["data"] = list_all(report, run, self._rows, self._links, most, **self._more)
        title = judge_run(report, self._rows).title
        pages = list(self.indexes)
        return self._fill("book.html", title=title, views=[], pages=pages, page=number, **values)


def _neighbours(index: str, order: Sequence[int], place: int, links: Sequence[str]) -> Neighbours:
    before = links[order[place - 1]] if place else ""
    after = links[order[place + 1]] if place + 1 < len(order) else ""
    return Neighbours(index, len(order), place + 1, before, after)


def _slugs(report: Report) -> list[str]:
    """Name each article's page; a path that occurs twice gets a number after its name."""
    names: list[str] = []
    seen: dict[str, int] = {}
    for one in report.articles:
        name = page_name(one.article.path, one.article.id)
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names
