from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracedtext import LETTERS, spans, texts

from transcheck.errors import InputError
from transcheck.model import Article, Role
from transcheck.readers.formats.jsonl import read

Row = dict[str, object]


def rows(*given: Row | str | bytes) -> tuple[tuple[Article, ...], list[str]]:
    lines = [
        one
        if isinstance(one, bytes)
        else (one if isinstance(one, str) else json.dumps(one)).encode()
        for one in given
    ]
    articles, skipped = read("rows.jsonl", b"\n".join(lines), None)
    assert all(entry.path == "rows.jsonl" for entry in skipped)
    return articles, [entry.reason for entry in skipped]


def one(row: Row) -> Article:
    (article,), skipped = rows(row)
    assert skipped == []
    return article


def bad(row: Row | str | bytes) -> str:
    """Return why a row is skipped; the rows around it are still read."""
    articles, (reason,) = rows({"text": "before"}, row, {"text": "after"})
    assert [article.row for article in articles] == [1, 3]
    place, _, reason = reason.partition(": ")
    assert place == "row 2"
    return reason


def test_a_row_is_an_article() -> None:
    article = one(
        {"id": "ferry", "title": "Ferry", "text": "One.\r\n\nTwo.", "source_lang": "SR_latn"}
    )
    assert (article.path, article.id, article.row, article.lines) == ("rows.jsonl", "ferry", 1, ())
    assert (article.source_lang, article.target_lang) == ("sr-Latn", None)
    assert [(s.id, s.target, s.field) for s in article.segments] == [
        ("1", "Ferry", "title"),
        ("2", "One.", "text"),
        ("3", "Two.", "text"),
    ]
    assert article.segments[0].role is Role.HEADLINE


def test_segments_may_be_strings_or_pairs() -> None:
    article = one({"segments": ["One.", {"target": "Two.", "source": "Dva."}, "", "Four."]})
    assert [(s.target, s.source, s.field) for s in article.segments] == [
        ("One.", None, "segments/0"),
        ("Two.", "Dva.", "segments/1"),
        ("Four.", None, "segments/3"),
    ]


def test_a_segment_that_was_left_out_keeps_its_source() -> None:
    article = one({"segments": [{"target": "", "source": "Jedan."}, "Two."]})
    assert [(s.target, s.source) for s in article.segments] == [("", "Jedan."), ("Two.", None)]


@pytest.mark.parametrize("source", ["Jedan.\nDva.", ["Jedan.", "Dva."]])
def test_a_source_stands_beside_the_text(source: object) -> None:
    article = one({"text": "One.\n\nTwo.", "title": "T", "source": source})
    assert [s.source for s in article.segments] == [None, "Jedan.", "Dva."]


def test_a_source_may_hold_the_title_too() -> None:
    article = one({"text": "One.\nTwo.", "title": "T", "source": "N\nJedan.\nDva."})
    assert [s.source for s in article.segments] == ["N", "Jedan.", "Dva."]


def test_a_source_of_another_length_is_kept_whole() -> None:
    article = one({"text": "One.\nTwo.", "source": "Jedan."})
    assert [s.source for s in article.segments] == [None, None]
    assert article.metadata == {"source": "Jedan."}


def test_an_id_is_a_string_and_by_default_the_number_of_the_row() -> None:
    articles, _ = rows({"text": "a"}, "", {"id": 7, "text": "b"}, {"id": None, "text": "c"})
    assert [(article.id, article.row) for article in articles] == [("1", 1), ("7", 3), ("4", 4)]


def test_lone_surrogates_are_replaced() -> None:
    article = one({"id": "\ud800", "title": "\udc00", "text": "\ud800 a"})
    assert (article.id, *texts(article)) == ("\ufffd", "\ufffd", "\ufffd a")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([*LETTERS, " ", "\n", "\r\n", "\u2028", '"', "\\"])), st.data())
def test_every_place_is_exact(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces) + "end"
    for row in ({"text": text, "title": text}, {"segments": [text, {"target": text}]}):
        for segment in one(dict(row)).segments:
            for span in spans(data, len(segment.target)):
                place = segment.locate(span)
                assert text[place.start : place.end] == segment.target[span.start : span.end]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{bad", "is not JSON: Expecting property name enclosed in double quotes at column 2"),
        ("[1]", "is a list, not an object"),
        ('"text"', "is a string, not an object"),
        ("[" * 100_000, "is nested too deeply to be read"),
        ("1" * 5000, "is not JSON: Exceeds the limit"),
        ({"id": "x"}, 'has no text. Expected "text" or "segments"'),
        ({"text": " \n"}, 'has no text. "text" or "segments" is empty'),
        ({"segments": ["", " "]}, "has no text"),
        ({"segments": []}, "has no text"),
        ({"text": 7}, '"text" is a number, not a string'),
        ({"text": ["a"]}, '"text" is a list, not a string'),
        ({"text": "a", "title": False}, '"title" is true or false, not a string'),
        ({"text": "a", "id": True}, '"id" is true or false, not a string'),
        ({"text": "a", "id": 1.5}, '"id" is a number, not a string'),
        ({"text": "a", "segments": ["b"]}, 'has both "text" and "segments"'),
        ({"segments": {"target": "a"}}, '"segments" is an object, not a list'),
        ({"segments": ["a", 1]}, '"segments/1" is a number, not a string or an object'),
        ({"segments": [{"source": "a"}]}, '"segments/0" has no "target"'),
        ({"segments": [{"target": 1}]}, '"segments/0/target" is a number, not a string'),
        ({"text": "a", "source": 1}, '"source" is a number, not a string or a list'),
        ({"text": "a", "source": ["b", None]}, '"source/1" is null, not a string'),
        ({"segments": [{"target": "a", "source": "b"}], "source": "c"}, 'has "source" for the row'),
        ({"text": "a", "target_lang": "english"}, '"target_lang": "english" is not a language tag'),
        ('{"text": "a", "text": "b"}', 'has "text" twice'),
        (b'{"text": "\xe8"}', "byte 29 (0xE8) is not UTF-8. Try --encoding cp1250"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_read(row: Row | str | bytes, reason: str) -> None:
    assert bad(row).startswith(reason)


def test_a_repeated_id_is_named() -> None:
    articles, skipped = rows({"id": "7", "text": "a"}, {"id": 7, "text": "b"})
    assert [article.row for article in articles] == [1]
    assert skipped == ['row 2: id "7" is already that of row 1. Give each row its own']


def test_one_bad_byte_in_the_encoding_asked_for_costs_one_row() -> None:
    raw = '{"text": "Šain"}\n{"text": "\x81"}'.encode("cp1250", "replace")[:-3] + b'\x81"}'
    (article,), (entry,) = read("rows.jsonl", raw, "cp1250")
    assert texts(article) == ["Šain"]
    assert entry.reason == "row 2: byte 27 (0x81) is not cp1250. Try another --encoding"


def test_a_file_without_rows() -> None:
    with pytest.raises(InputError, match="has no rows"):
        read("rows.jsonl", b"\n \n", None)
