from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tracedtext import LETTERS, spans, texts

from transcheck.model import Span
from transcheck.readers.formats.plain import read, read_text

# Form feed, NEL and U+2028 end no line for an editor or for git.
CHARACTERS = LETTERS + " \t\n\r.,\"'&<*\x0c\x85\u2028"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*CHARACTERS, "\r\n", "Rutte", "\n\n"])), st.data())
def test_every_place_is_exact(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces) + "end"
    (article,), skipped = read("a.txt", text.encode(), None)
    assert skipped == ()
    for segment in article.segments:
        for span in spans(data, len(segment.target)):
            place = segment.locate(span)
            assert text[place.start : place.end] == segment.target[span.start : span.end]
    assert "".join("".join(texts(article)).split()) == "".join(text.split())


def test_lines_end_as_editors_and_git_count() -> None:
    (article,), _ = read("a.txt", b"One\r\n\rTwo\n Three\x0cfour \n", None)
    assert texts(article) == ["One", "Two", "Three\x0cfour"]
    assert article.lines == (0, 5, 6, 10, 23)


def test_a_byte_order_mark_is_no_text() -> None:
    (article,), _ = read("a.txt", "\ufeffŠain".encode(), None)
    assert texts(article) == ["Šain"]
    assert article.segments[0].locate(Span(0, 4)) == Span(0, 4)


def test_ids_are_numbers_in_order() -> None:
    article = read_text("a\n\nb\nc")
    assert [segment.id for segment in article.segments] == ["1", "2", "3"]


def test_a_source_stands_beside_line_by_line() -> None:
    article = read_text("One\n\nTwo", source="Jedan\nDva\n")
    assert [segment.source for segment in article.segments] == ["Jedan", "Dva"]


def test_a_source_of_another_length_is_kept_whole() -> None:
    article = read_text("One\nTwo", source="Jedan")
    assert [segment.source for segment in article.segments] == [None, None]
    assert article.metadata == {"source": "Jedan"}
