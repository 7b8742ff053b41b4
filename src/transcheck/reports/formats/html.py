"""The report as a page: one file up to 100 articles, a folder of pages beyond."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import FormatInfo, Report

FORMAT = FormatInfo(name="html", title="A page that an editor reads", all_findings=True)


def render(report: Report) -> str:
    """Return one file: the article, or an index with every article's view after it."""
    from transcheck.reports.html.book import make_file

    return make_file(report)


def render_folder(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the pages of a folder as (file name, text): the articles first, the index last."""
    from transcheck.reports.html.book import make_folder

    return make_folder(report)
