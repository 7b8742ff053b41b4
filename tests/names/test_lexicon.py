"""The word lists: every word is found, nothing else is, without building a set."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.names.words.lexicon import (
    WordList,
    is_known_name,
    is_recorded_name,
    is_title,
    is_word,
)

LISTS = ("words.txt", "names.txt", "recorded.txt")


def lines(name: str) -> list[str]:
    text = files("transcheck.names").joinpath("data", name).read_text(encoding="utf-8")
    return text.splitlines()


@cache
def members(name: str) -> frozenset[str]:
    return frozenset(lines(name))


@pytest.mark.parametrize("name", LISTS)
def test_every_line_is_found(name: str) -> None:
    words = WordList(name)
    every = lines(name)
    assert [word for word in (*every[::101], every[0], every[-1]) if word not in words] == []


@pytest.mark.parametrize("name", LISTS)
def test_lines_are_sorted_by_their_bytes(name: str) -> None:
    every = [word.encode() for word in lines(name)]
    assert every == sorted(set(every))


@given(st.text(max_size=12))
@settings(max_examples=100, deadline=None)
def test_nothing_else_is_found(word: str) -> None:
    for name in LISTS:
        assert (word in WordList(name)) is (word in members(name))


def test_words_names_and_titles() -> None:
    assert is_word("Committee") and is_word("the") and not is_word("Zvečan")
    assert is_known_name("Kosovo") and not is_known_name("Rutte")
    assert is_recorded_name("Kosovo") and is_recorded_name("Vučić")
    assert not is_recorded_name("Bajden") and not is_recorded_name("Zvecanom")
    assert is_title("General") and is_title("Gen.") and not is_title("Rutte")
