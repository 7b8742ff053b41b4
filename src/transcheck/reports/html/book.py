"""The files of a report: one for a few articles, a folder with an index for many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.model import Report
from transcheck.reports.html.anchors import Fingerprints, page_name
from transcheck.reports.html.article import ArticleView, make_article
from transcheck.reports.html.decidable import script_data, view_facts
from transcheck.reports.html.index import make_rows
from transcheck.reports.html.index_page import index_values, list_all
from transcheck.reports.html.page import fill
from transcheck.reports.html.run import Run, gather_run
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
    run = gather_run(report)
    taken = Fingerprints()
    if len(report.articles) == 1:
        view = make_article(report, run, 0, "article", "", taken)
        return _article_page(report, run, 0, view, None, store)
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
    """Set one page an article, and an index of 500 rows a page, the first page last."""
    run = gather_run(report)
    slugs = _slugs(report)
    links = [f"{slug}.html" for slug in slugs]
    rows = make_rows(report, run, links)
    order = [row.index for row in rows if row.index is not None]
    pages = [rows[at : at + ROWS_A_PAGE] for at in range(0, len(rows), ROWS_A_PAGE)] or [[]]
    names = ["index.html", *(f"index-{number}.html" for number in range(2, len(pages) + 1))]
    for place, index in enumerate(order):
        view = make_article(report, run, index, slugs[index], "", Fingerprints())
        yield (
            links[index],
            _article_page(report, run, index, view, _neighbours("index.html", order, place, links)),
        )
    values = index_values(report, run, rows, links)
    all_data = list_all(report, run, rows, links, ROWS_A_PAGE)
    nothing = script_data(run, report.signature, [])
    for number in reversed(range(len(pages))):
        values["rows"] = pages[number]
        values["data"] = nothing if number else all_data
        title = judge_run(report, rows).title
        text = fill("book.html", title=title, views=[], pages=names, page=number, **values)
        yield names[number], text


def _article_page(
    report: Report,
    run: Run,
    index: int,
    view: ArticleView,
    neighbours: Neighbours | None,
    store: str = "",
) -> str:
    facts = view_facts(report.articles[index], run.groups[index], view)
    return fill(
        "single.html",
        store,
        title=f"{view.verdict.title}: {view.title}",
        view=view,
        neighbours=neighbours,
        report=run.identity,
        data=script_data(run, report.signature, [facts]),
        full_signature=report.signature,
    )


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
