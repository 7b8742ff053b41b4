from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracedtext import Paragraph, check_paragraph, texts, words

from transcheck.errors import InputError
from transcheck.model import Article, Role
from transcheck.readers.formats.markdown import read

WRAPS = [("", ""), ("*", "*"), ("**", "**"), ("_", "_"), ("~~", "~~"), ("[", '](/a_b_(c) "t*")')]
WRAPS += [("[", "][ref]"), ("<b>", "</b>"), ("<!-- no -->", ""), ("***", "***"), ("`", "`")]
BLANKS = [" ", "  ", "\t", "\n", "\r\n", "  \r\n", "\\\n", "\n   ", "<br>\n"]


def of(text: str) -> Article:
    (article,), skipped = read("a.md", text.encode(), None)
    assert skipped == ()
    return article


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    paragraph = Paragraph()
    for number, word in enumerate(draw(st.lists(words("*_[]&<>`~#|"), min_size=1, max_size=6))):
        if number:
            blank = draw(st.sampled_from(BLANKS))
            paragraph.put(" ", blank)
        before, after = draw(st.sampled_from(WRAPS))
        plain_only = before == "`"
        paragraph.markup(before)
        for letter in word.replace("`", "") if plain_only else word:
            paragraph.put(letter, letter if plain_only else draw(written(letter)))
        paragraph.markup(after)
    return paragraph


def written(letter: str) -> st.SearchStrategy[str]:
    ways = [f"&#{ord(letter)};", f"&#x{ord(letter):X};"]
    ways += [f"\\{letter}"] if letter in string.punctuation else [letter] * 4
    return st.sampled_from(ways)


@settings(max_examples=100, deadline=None)
@given(st.lists(paragraphs(), min_size=1, max_size=3), st.data())
def test_every_place_is_exact(made: list[Paragraph], data: st.DataObject) -> None:
    article = of("\r\n\r\n".join([*(one.raw for one in made), "[ref]: /x"]))
    offset = 0
    assert len(article.segments) == len(made)
    for segment, paragraph in zip(article.segments, made, strict=True):
        check_paragraph(data, segment, paragraph, offset)
        offset += len(paragraph.raw) + 4


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("5 * 3 * 2 and a*b", "5 * 3 * 2 and a*b"),
        ("snake_case_name and _word_", "snake_case_name and word"),
        ("un**closed and \\*not\\*", "un**closed and *not*"),
        ("***both*** and **one *two***", "both and one two"),
        ("A [link](https://a.example/x_(y)) here", "A link here"),
        ("![Ferry](f.jpg) leaves", "Ferry leaves"),
        ("[not a link] and [sic]", "[not a link] and [sic]"),
        ("AT&T &amp; &nosuch; &copy;", "AT&T & &nosuch; ©"),
        ("a < b and <i>c</i>", "a < b and c"),
        ("`` a ` b `` end", "a ` b end"),
        ("`unclosed code", "`unclosed code"),
        ("A note[^1] stays", "A note stays"),
        ("Line one  \r\nline two", "Line one line two"),
        ("~~gone~~ ~5 km", "gone ~5 km"),
    ],
)
def test_markup_is_left_out_and_text_is_kept(raw: str, text: str) -> None:
    assert texts(of(raw)) == [text]


BLOCKS = """---\r
title: no text\r
---\r
# Head #

Sub
---
- one
- [x] two
  goes on
1. first

June came
25. went

> quoted
> on
lazily

***
| A | B\\|C |
|---|:-:|
| d | e |

[a]: http://b.example 'c'
[^1]: Footnote.
<p>One</p>
<p>Two</p>
<script>
no()
</script>
"""


def test_blocks() -> None:
    article = of(BLOCKS)
    assert texts(article) == [
        "Head", "Sub", "one", "two goes on", "1. first", "June came 25. went",
        "quoted on lazily", "A", "B|C", "d", "e", "Footnote.", "One", "Two",
    ]  # fmt: skip
    roles = {segment.target: segment.role for segment in article.segments}
    assert roles["Head"] is roles["Sub"] is Role.HEADLINE
    assert roles["quoted on lazily"] is Role.QUOTE
    assert roles["one"] is Role.BODY


def test_furniture_set_line_under_line_is_told_apart() -> None:
    article = of("# Head\n\n12 views\nPhoto: Beta\nPhoto: Beta\nText of the\nShare\nof it.")
    assert texts(article) == [
        "Head",
        "12 views",
        "Photo: Beta",
        "Photo: Beta",
        "Text of the Share of it.",
    ]


def test_a_picture_alone_is_a_caption() -> None:
    article = of("# Head\n\n![Mayor Šain on the quay](a.jpg)\n\nText.")
    assert [s.role for s in article.segments] == [Role.HEADLINE, Role.CAPTION, Role.BODY]


def test_code_and_links_are_protected() -> None:
    article = of(
        "Run `Rute` at <https://a.example> and <code>Rute</code>, <i translate=no>Ru **t**</i> x.\n"
        "\n~~~\nRute here\n\n# no heading\n~~~\n"
    )
    inline, block = article.segments
    assert [inline.target[p.start : p.end] for p in inline.protected] == [
        "Rute", "https://a.example", "Rute", "Ru t"
    ]  # fmt: skip
    assert block.target == "Rute here # no heading"
    assert [(p.start, p.end) for p in block.protected] == [(0, len(block.target))]


def test_two_rules_without_keys_are_no_front_matter() -> None:
    assert texts(of("---\n\nText with: colon\n\n---\n")) == ["Text with: colon"]


def test_a_file_of_comments_has_no_text() -> None:
    with pytest.raises(InputError, match=r"a\.md: has no text"):
        read("a.md", b"<!-- nothing -->\n\n[a]: http://b\n", None)


@pytest.mark.parametrize(
    "piece", ["*a", "[", "[a](", "`a``", "<", "_a_b", "- ", "> ", "<!--", "|-"]
)
def test_a_hostile_line_takes_no_long_time(piece: str) -> None:
    import time

    started = time.process_time()
    article = of(piece * 20_000 + " end")
    assert article.segments
    assert time.process_time() - started < 5
