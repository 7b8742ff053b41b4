"""The files of a report: one for a few articles, a folder with an index for many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from transcheck.model import Report
from transcheck.reports.html.anchors import Fingerprints, page_name
from transcheck.reports.html.article import ArticleView, make_article, title_of
from transcheck.reports.html.index import IndexRow, make_rows
from transcheck.reports.html.page import fill
from transcheck.reports.html.run import Run, gather_run
from transcheck.reports.html.shared import find_shared
from transcheck.reports.html.summary import (
    describe_run,
    draw_strip,
    judge_run,
    list_unchecked,
)
from transcheck.reports.verdict import signature_line

ROWS_A_PAGE = 500


@dataclass(frozen=True)
class Neighbours:
    """The way from an article to the index and to the articles before and after it."""

    index: str
    total: int
    place: int
    before: str
    after: str


def make_file(report: Report) -> str:
    """Set everything in one file."""
    run = gather_run(report)
    taken = Fingerprints()
    if len(report.articles) == 1:
        view = make_article(report, run, 0, "article", "", taken)
        return _article_page(report, view, None)
    slugs = _slugs(report)
    links = [f"#{slug}" for slug in slugs]
    rows = make_rows(report, run, links)
    order = [row.index for row in rows if row.index is not None]
    views = []
    for place, index in enumerate(order):
        view = make_article(report, run, index, slugs[index], slugs[index], taken)
        views.append((view, _neighbours("#index", order, place, links)))
    return fill(
        "book.html",
        title=judge_run(report, rows).title,
        views=views,
        **_index_values(report, run, rows, links),
        pages=[],
        page=0,
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
            _article_page(report, view, _neighbours("index.html", order, place, links)),
        )
    values = _index_values(report, run, rows, links)
    for number in reversed(range(len(pages))):
        values["rows"] = pages[number]
        title = judge_run(report, rows).title
        text = fill("book.html", title=title, views=[], pages=names, page=number, **values)
        yield names[number], text


def _article_page(report: Report, view: ArticleView, neighbours: Neighbours | None) -> str:
    return fill(
        "single.html",
        title=f"{view.verdict.title}: {view.title}",
        view=view,
        neighbours=neighbours,
        full_signature=report.signature,
    )


def _index_values(
    report: Report, run: Run, rows: Sequence[IndexRow], links: Sequence[str]
) -> dict[str, Any]:
    titles = [title_of(one) for one in report.articles]
    columns, share = draw_strip(rows)
    states = [row.state for row in rows]
    return {
        "rows": list(rows),
        "total": len(rows),
        "counts": {state: states.count(state) for state in ("err", "rev", "un", "ok")},
        "verdict": judge_run(report, rows),
        "sentence": describe_run(rows, run),
        "not_checked": list_unchecked(report),
        "columns": columns,
        "share": share,
        "shared": find_shared(run, links, titles),
        "words": report.summary.words,
        "languages": sorted({row.languages for row in rows if row.languages}),
        "checks": sorted({check for row in rows for check in row.checks}),
        "signature": signature_line(report),
        "full_signature": report.signature,
    }


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
