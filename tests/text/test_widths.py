"""Columns in three units, against the encodings themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.text.widths import count_units, find_wide

LINE = "Zvečan 🎉 Brčko Rute"
# What an article may hold: ASCII, marks, Cyrillic, curly quotes, emoji, in runs and alone.
LETTERS = st.text(st.sampled_from("a b\nčЖ“”…ﬁ🎉𝔘\u0301"), max_size=60)


def test_the_line_of_the_three_columns() -> None:
    start = LINE.index("Rute")
    assert (start, *count_units(find_wide(LINE), 0, start)) == (15, 16, 20)


@settings(deadline=None)
@given(LETTERS, st.data())
def test_counts_are_those_of_the_encodings(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = text[start:end]
    expected = len(part.encode("utf-16-le")) // 2, len(part.encode())
    assert count_units(find_wide(text), start, end) == expected


@pytest.mark.parametrize("letter", ["\x7f", "\x80", "\u07ff", "\u0800", "\uffff", "\U00010000"])
def test_the_borders_of_the_widths(letter: str) -> None:
    expected = len(letter.encode("utf-16-le")) // 2, len(letter.encode())
    assert count_units(find_wide(letter), 0, 1) == expected


def test_what_is_kept_is_small() -> None:
    assert find_wide("plain text " * 1000) == b""
    english = "The mayor of Zvečan said “no” on Friday, and the council agreed. " * 60
    assert len(find_wide(english)) < len(english.encode()) / 2
    cyrillic = "Градоначелник Звечана је рекао не у петак. " * 60
    assert len(find_wide(cyrillic)) < len(cyrillic.encode())
