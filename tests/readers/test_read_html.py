from __future__ import annotations

from html.entities import codepoint2name

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracedtext import Paragraph, check_paragraph, texts, words

from transcheck.errors import InputError
from transcheck.model import Article, Role, Span
from transcheck.readers.formats.html import read

MARKUP = ["", "", "", "<b>", "</b>", "<a href=\"/x?a=1&b=2\" title='a > b'>", "</a>", "<wbr>"]
MARKUP += ["<!-- a <p> b -->", "</i>", "<span\r\nclass=x>", "</span>"]
BLANKS = [" ", "\n", "\r\n  ", "\t ", "<br>", " <br/>\n"]
HEAD, TAIL = '<!DOCTYPE html>\r\n<html lang="en"><body><article>', "</article></body></html>"


def of(page: str) -> Article:
    (article,), skipped = read("a.html", page.encode(), None)
    assert skipped == ()
    return article


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    paragraph = Paragraph()
    paragraph.markup(draw(st.sampled_from(["<p>", "<p class=a>\r\n", "<DIV>", "<li> "])))
    for number, word in enumerate(draw(st.lists(words("<>&\"';#é©"), min_size=1, max_size=6))):
        if number:
            paragraph.put(" ", draw(st.sampled_from(BLANKS)))
        for letter in word:
            paragraph.markup(draw(st.sampled_from(MARKUP)))
            paragraph.put(letter, draw(written(letter)))
    return paragraph


def written(letter: str) -> st.SearchStrategy[str]:
    code = ord(letter)
    ways = [f"&#{code};", f"&#x{code:x};", f"&#X{code:X};"]
    ways += [f"&{codepoint2name[code]};"] * 4 if code in codepoint2name else []
    return st.sampled_from(ways + ([letter] * 4 if letter not in "&<" else []))


@settings(max_examples=100, deadline=None)
@given(st.lists(paragraphs(), min_size=1, max_size=3), st.data())
def test_every_place_is_exact(made: list[Paragraph], data: st.DataObject) -> None:
    article = of(HEAD + "".join(one.raw for one in made) + TAIL)
    offset = len(HEAD)
    assert len(article.segments) == len(made)
    for segment, paragraph in zip(article.segments, made, strict=True):
        check_paragraph(data, segment, paragraph, offset)
        offset += len(paragraph.raw)


def body(inner: str) -> list[str]:
    return texts(of(HEAD + inner + TAIL))


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("One<br><br>Two<br>three", ["One", "Two three"]),
        ("<b>One<p>Two</b> three</p>four", ["One", "Two three", "four"]),
        ("<ul><li>One<ul><li>Two</ul>three<li>Four</ul>", ["One", "Two", "three", "Four"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a", "b", "c"]),
        ("<p>AT&T &copy2024 &notit; 5 < 6 & 7</p>", ["AT&T ©2024 ¬it; 5 < 6 & 7"]),
        ("<p>One<script>if (a < b) x('</p>')</script> two", ["One two"]),
        ("<p>One<!-- <p>no --> two<![broken> three<? x >.", ["One two three."]),
        ("<p hidden>no<p style='display: none'>no<p aria-hidden=true>no<p>Yes", ["Yes"]),
        ("<nav>no</nav><p>Yes<div class='related-news'>no</div><form>no</form>", ["Yes"]),
        ("<p>Yes<div id=comments><article><p>no</article></div>", ["Yes"]),
        ("<div class=with-sidebar><p>Yes</div>", ["Yes"]),
        ("<p>Kor&shy;čula</p", ["Kor\u00adčula"]),
        ("<p>&#0;&#55296;&#x80;a", ["\ufffd\ufffd€a"]),
    ],
)
def test_text_is_read_as_browsers_show_it(inner: str, expected: list[str]) -> None:
    assert body(inner) == expected


def test_roles_come_from_elements() -> None:
    article = of(
        HEAD + "<h1>Head</h1><p class='article-lead'>Lead.</p><div class=byline>By Ana Kolar</div>"
        "<figure><figcaption>Šain on the quay in winter</figcaption></figure><p>Body.</p>"
        "<h2>Sub</h2><blockquote><p>Quoted.</p></blockquote><p>12 views</p>" + TAIL
    )
    assert [segment.role for segment in article.segments] == [
        Role.HEADLINE, Role.STANDFIRST, Role.BYLINE, Role.CAPTION, Role.BODY, Role.HEADLINE,
        Role.QUOTE, Role.FURNITURE,
    ]  # fmt: skip


def test_a_long_block_called_byline_is_body() -> None:
    article = of(HEAD + f"<h1>Head</h1><div class=author>{'word ' * 20}.</div><p>End." + TAIL)
    assert article.segments[1].role is Role.BODY


def test_code_and_no_translation_are_protected() -> None:
    article = of(
        HEAD + "<p>Run <code>Ru</code> and <b translate='no'>Ru <i>te</i></b> and "
        "<i class='x notranslate'>Ru</i> Rute.<pre>x <b>y</b> z</pre>" + TAIL
    )
    first, second = article.segments
    assert [first.target[p.start : p.end] for p in first.protected] == ["Ru", "Ru te", "Ru"]
    assert second.protected == (Span(0, 5),)


@pytest.mark.parametrize(
    ("tag", "lang"),
    [
        ("en-GB", "en-GB"),
        ("EN_us", "en-US"),
        ("", None),
        ("klingonish-x", None),
        ("gibberish", None),
    ],
)
def test_the_language_of_the_page(tag: str, lang: str | None) -> None:
    assert of(f'<html lang="{tag}"><body><article><p>Text.</article>').target_lang == lang


def test_the_language_nearest_to_the_article_counts() -> None:
    assert of('<html lang="sr"><article lang="en"><p>Text.</article>').target_lang == "en"


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1250">',
        '<meta http-equiv=Content-Type content="text/html; charset=cp1250">',
        '<?xml version="1.0" encoding="cp1250"?>',
    ],
)
def test_the_encoding_a_page_declares_is_used(declaration: str) -> None:
    (article,), _ = read("a.html", f"{declaration}<p>Šain</p><p>x".encode("cp1250"), None)
    assert texts(article)[0] == "Šain"


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "&", "&a", "<a ", "<div>", "<b><p>", '<a b="', "</", "<![a"]
)
def test_a_hostile_page_takes_no_long_time(piece: str) -> None:
    import time

    started = time.process_time()
    try:
        of("<article><p>Text.</article>" + piece * 20_000)
    except InputError:
        pytest.fail("the article was lost")
    assert time.process_time() - started < 5
