"""The HTML report as a folder: its pages, the index of many, and the two files that all share."""

from __future__ import annotations

import base64
import hashlib
import re

import lxml.html
import pytest
from report_sample import damaged, make_report, plain

from transcheck.model import Report
from transcheck.reports.formats.html import render, render_folder


def folder(report: Report) -> dict[str, str]:
    """Return the pages of a folder, without the files that they share."""
    return {name: text for name, text in render_folder(report) if name.endswith(".html")}


@pytest.mark.parametrize(
    "report",
    [
        make_report(*(plain(f"Title {n}") for n in range(3)), damaged()),
        make_report(damaged("../../etc/passwd"), damaged("A/x.txt"), damaged("a/X.txt")),
    ],
)
def test_a_folder_has_one_page_an_article_and_safe_names(report: Report) -> None:
    pages = folder(report)
    assert len(pages) == len(report.articles) + 1
    assert len({name.lower() for name in pages}) == len(pages)
    assert all(re.fullmatch(r"[a-z0-9-]+\.html", name) for name in pages)
    links = lxml.html.document_fromstring(pages["index.html"]).xpath("//tbody//th//a/@href")
    assert sorted(links) == sorted(set(pages) - {"index.html"})


def test_an_index_of_many_articles_has_pages_of_five_hundred() -> None:
    one = plain("Title")
    report = make_report(*[one] * 501)
    pages = folder(report)
    assert {"index.html", "index-2.html"} <= set(pages)
    assert len(pages) == 503


def test_the_pages_of_a_folder_share_one_style_and_one_script() -> None:
    files = dict(render_folder(make_report(damaged(), plain("A title"))))
    style, script = (name for name in files if not name.endswith(".html"))
    assert re.fullmatch(r"assets/transcheck-[0-9a-f]{12}\.css", style)
    assert re.fullmatch(r"assets/transcheck-[0-9a-f]{12}\.js", script)
    for name in (style, script):
        assert hashlib.sha256(files[name].encode()).hexdigest()[:12] in name
    alone = render(make_report(damaged()))
    for text in (text for name, text in files.items() if name.endswith(".html")):
        page = lxml.html.document_fromstring(text)
        assert page.xpath("//link/@rel") == ["stylesheet"]
        assert page.xpath("//link/@href") == [style]
        assert script in page.xpath("//script")[-1].text
        assert not page.xpath("//@src | //img | //iframe | //form | //@style")
        assert len(text) < len(alone) - 80_000


def test_a_page_of_a_folder_lets_in_what_it_names_and_nothing_else() -> None:
    for name, text in folder(make_report(damaged(), plain("A title"))).items():
        page = lxml.html.document_fromstring(text)
        own = [page.xpath("//style")[0].text, page.xpath("//script")[-1].text]
        style, script = (base64.b64encode(hashlib.sha256(t.encode()).digest()) for t in own)
        assert page.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content') == [
            f"default-src 'none'; style-src 'self' 'sha256-{style.decode()}'; script-src "
            f"'sha256-{script.decode()}' 'strict-dynamic'; base-uri 'none'; form-action 'none'"
        ], name
