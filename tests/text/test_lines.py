"""Lines as editors and git count them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.text.lines import line_starts, split_lines, text_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one\ntwo", ["one", "two"]),
        ("one\r\ntwo\rthree\n", ["one", "two", "three", ""]),
        ("a\u2028b\x0bc\x85d", ["a\u2028b\x0bc\x85d"]),
    ],
)
def test_only_lf_crlf_and_cr_end_a_line(text: str, lines: list[str]) -> None:
    assert [text[start:end] for start, end in split_lines(text)] == lines


def test_lines_of_text_have_no_blanks_around_them() -> None:
    text = "  one \n\n \t\r\n two words"
    assert [text[start:end] for start, end in text_lines(text)] == ["one", "two words"]


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="ab \r\n", max_size=20))
def test_every_line_starts_where_it_is_said_to(text: str) -> None:
    assert line_starts(text) == tuple(start for start, _ in split_lines(text))
