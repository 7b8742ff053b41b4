"""Where the letters of a row's strings stand in the row as it is written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.model import Span
from transcheck.readers.strings import spell, trace

LETTERS = st.text(st.sampled_from('aZč"\\/\n\t🎉ж\u2028&'), min_size=1, max_size=12)


@st.composite
def strings(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Make a text and what each of its letters is written as."""
    text = draw(LETTERS)
    written = []
    for letter in text:
        ways = [json.dumps(letter)[1:-1], json.dumps(letter, ensure_ascii=False)[1:-1]]
        ways += ["\\/"] if letter == "/" else []
        ways += [f"\\u{ord(letter):04X}"] if ord(letter) < 0x10000 else []
        written.append(draw(st.sampled_from(ways)))
    return text, written


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ('{"text":"%s"}', "text"),
        (' { "t\\u0065xt" :\t"%s" , "x": 1}', "text"),
        ('{"x": {"text": "no"}, "y": ["text", -1.5e3, null], "text": "%s"}', "text"),
        ('{"segments": ["a", {"source": "no", "target": "%s"}]}', "segments/1"),
        ('{"segments": [ {"target": "\\"]"} , "%s"]}', "segments/1"),
        ('{"segments": [], "title": "%s"}', "title"),
    ],
)
@settings(deadline=None)
@given(string=strings())
def test_each_letter_is_found(row: str, field: str, string: tuple[str, list[str]]) -> None:
    text, written = string
    raw = row % "".join(written)
    origin = trace(raw, field)
    for offset, piece in enumerate(written):
        at = origin.locate(Span(offset, offset + 1), len(text))
        assert raw[at.start : at.end] == piece


@pytest.mark.parametrize(
    ("around", "written"),
    [
        (("plain",), "č"),
        (("é and \\u010d",), "č"),
        (("\\u010d",), "\\u010d"),
        (("\\u010D",), "\\u010D"),
        (("\\u0026",), "č"),
        (("plain", "\\u010d"), "\\u010d"),
        (("é", "\\u010d"), "č"),
    ],
)
def test_new_letters_follow_the_nearest_habit(around: tuple[str, ...], written: str) -> None:
    assert spell("č", around, lambda _: True) == written


def test_what_an_encoding_lacks_is_escaped() -> None:
    assert spell("čé", ("plain",), lambda letter: letter != "č") == "\\u010dé"
    assert spell('"\\\n\x01', ("plain",), lambda _: True) == '\\"\\\\\\n\\u0001'
