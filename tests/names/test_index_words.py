"""What is worked out for many words at once is what it is for each alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_index_near import PIECES

from transcheck.names.index.ear import hear, hear_all
from transcheck.names.index.edits import MOST_LETTERS
from transcheck.names.index.hashes import hash_word, hash_words
from transcheck.names.index.losses import Losses, compile_losses
from transcheck.names.index.places import PlacedWords, Places

SPELLINGS = st.lists(st.sampled_from([*PIECES, "'", "ć", "ж"]), max_size=7).map("".join)


@settings(deadline=None)
@given(st.lists(SPELLINGS, max_size=12))
def test_words_are_heard_in_any_order(words: list[str]) -> None:
    for order in (words, sorted(words)):
        assert list(hear_all(order)) == [hear(word) for word in order]


@pytest.mark.parametrize("size", [2, 4, 7, 8, MOST_LETTERS])
@pytest.mark.parametrize("most", [0, 1, 2])
def test_a_hash_needs_no_spelling(size: int, most: int) -> None:
    words = ["ab" * size, "aa" * size, "x'yz" * size]
    words = [word[:size] for word in words]
    rows = hash_words(words, most)
    for place, word in enumerate(words):
        assert set(rows[:, place].tolist()) == set(hash_word(word, most))


@settings(deadline=None)
@given(st.lists(st.text("abcž", min_size=1, max_size=10), max_size=20))
def test_words_are_found_by_what_they_lost(words: list[str]) -> None:
    losses = Losses(compile_losses(list(enumerate(words))))
    for number, word in enumerate(words):
        assert number in losses.find(word, 0)
        if len(word) > 3:
            assert number in losses.find(word[1:], 1)
        if len(word) > 7:
            assert number in losses.find(word[1:-1], 2)


def test_places_without_words_are_none() -> None:
    words, *packed = PlacedWords().compile()
    assert words == []
    assert Places(*packed).count((), 0, 2) == 0


def test_words_stand_where_they_were_noted() -> None:
    placed = PlacedWords()
    placed.add(0, ("lund",))
    placed.add(2, ("anna", "lund"))
    placed.add_family(2, "lund")
    words, *packed = placed.compile()
    places, lund = Places(*packed), words.index("lund")
    assert words == ["anna", "lund"]
    assert places.alone((lund,)) == [0, 2]
    assert places.families(lund) == [2]
    assert places.at((lund,), 1, 2) == [2]
    assert places.count((words.index("anna"),), 0, 2) == 1
