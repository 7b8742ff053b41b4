from __future__ import annotations

import json

import pytest
from tracedtext import texts

from transcheck.errors import InputError
from transcheck.model import Article, Span
from transcheck.readers.formats.html import read

ONE = "The ferry between Orebić and Korčula will sail again by summer, the harbour office said."
TWO = "Mayor Nives Šain asked for a second night line and for cheaper tickets for islanders."
THREE = "Nobody in the harbour office would say on Monday when the first boat is to leave again."


def of(page: str) -> Article:
    return read("a.html", page.encode(), None)[0][0]


def linked(body: str, **more: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "NewsArticle", "articleBody": body}],
    }
    return f'<script type="application/ld+json">{json.dumps(data | more)}</script>'


def test_linked_data_points_at_the_element_that_holds_the_text() -> None:
    page = (
        f"<html><body>{linked(ONE + chr(10) + TWO)}<div><p>{THREE}</p></div><h1>Ferry</h1>"
        f"<div class=x><p>{ONE}</p><p>{TWO.replace('Š', '&Scaron;')}</p></div><p>{THREE}</p></body>"
    )
    article = of(page)
    assert texts(article) == ["Ferry", ONE, TWO]
    place = article.segments[1].locate(Span(0, len(ONE)))
    assert page[place.start : place.end] == ONE


def test_linked_data_is_read_itself_when_the_page_does_not_show_it() -> None:
    page = (
        f"<html><body><h1>Ferry</h1>{linked(f'<p>{ONE}</p>{chr(10)}🎉 {TWO} &')}<div id=app></div>"
    )
    article = of(page)
    assert texts(article) == ["Ferry", ONE, f"🎉 {TWO} &"]
    for segment in article.segments[1:]:
        for start, end in [(0, len(segment.target)), (0, 1), (30, 31), (22, 40)]:
            place = segment.locate(Span(start, end))
            escaped = page[place.start : place.end]
            assert json.loads(f'"{escaped}"') == segment.target[start:end]


@pytest.mark.parametrize(
    "data", ["{broken", "[" * 5000, '{"articleBody": 7}', '{"articleBody": " "}', ""]
)
def test_broken_linked_data_is_no_obstacle(data: str) -> None:
    page = f'<script type="application/ld+json">{data}</script><article><p>{ONE}</article>'
    assert texts(of(page)) == [ONE]


def test_the_article_element_with_most_text_is_read() -> None:
    page = (
        f"<html><body><article><h2>Other</h2><p>{THREE[:30]}</p></article><main><article><p>{ONE}</p>"
        f"<p>{TWO}</p><p>{THREE}</p></article></main><article>short</article></body></html>"
    )
    assert texts(of(page)) == [ONE, TWO, THREE]


def test_the_headline_above_the_article_is_read() -> None:
    page = f"<html><body><h1>Site</h1><h1>Ferry</h1><article><p>{ONE}</p></article><h1>More</h1>"
    assert texts(of(page)) == ["Ferry", ONE]


def test_main_is_read_when_there_is_no_article_element() -> None:
    page = f"<html><body><p>{THREE}</p><main><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></main></body>"
    assert texts(of(page)) == [ONE, TWO, THREE]


def test_a_piece_of_html_is_read_whole() -> None:
    assert texts(of(f"<p>{ONE}</p>\n<p>{TWO}</p>")) == [ONE, TWO]


def test_an_unknown_page_is_judged_by_trafilatura() -> None:
    paragraphs = [f"{ONE} {n}" for n in range(4)] + [f"{TWO} {n}" for n in range(4)]
    page = (
        "<html><body><div><a href=/>Home</a> <a href=/n>News</a></div><h1>Ferry sails</h1><div>"
        + "".join(f"<p>{p}</p>" for p in paragraphs)
        + "</div><div><a href=/a>About</a></div></body></html>"
    )
    assert texts(of(page)) == ["Ferry sails", *paragraphs]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body><nav><a href=/>Home</a></nav></body></html>",
        "<html><body><h1>Not found</h1><p>This page does not exist.</p></body></html>",
        "<html><body><form><input name=q><button>Search</button></form></body></html>",
        "<html><head><script>var text = 'one two three';</script></head></html>",
        "<html><body><article></article></body></html>",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(InputError, match=r"^a\.html: no article found in this page"):
        of(page)
