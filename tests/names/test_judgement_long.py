"""The judgement of long texts: the same as place against place, at work that grows with the text.

The plain ways compare every place of one spelling with every place of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import pair_of

from transcheck.names.judgement.guards import listing, places
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.texts import Texts
from transcheck.names.words.units import Unit

PIECES = ["Peter Schmidt", "Peter Schmitt", "Ana Chan", "waits", ", ", " and ", ". ", "\n"]
ITEMS = ["Schmidt", "Schmitt", "1. Schmidt", "1. Schmitt", "2. Schmitt", "3. Chan", "- Schmitt"]
ITEMS += ["- Ana Chan", "- Schmidt", "Prose of Chan, Schmitt, Sun, Han, Schmidt"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
LISTS = st.lists(st.sampled_from(ITEMS), max_size=9).map("\n".join)


def all_places(pair: Pair) -> Iterator[tuple[Unit, Unit]]:
    return ((a, b) for (a, _), (b, _) in product(pair.one.places, pair.other.places))


def schmidt_and_schmitt(text: str) -> Pair:
    return pair_of(f"Hans Schmidt came. Hans Schmitt left.\n{text}", "Schmidt", "Schmitt")


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_names_of_one_sentence_are_those_with_no_end_between(text: str) -> None:
    pair = schmidt_and_schmitt(text)
    texts = pair.one.texts
    plain = [(a, b) for a, b in all_places(pair) if places._share_sentence(a, b, texts)]
    found = places.in_one_sentence(places.units(pair.one), places.units(pair.other), texts)
    assert sorted(map(spots, found)) == sorted(map(spots, plain))


def spots(both: tuple[Unit, Unit]) -> tuple[int, int, int]:
    return both[0].segment, both[0].span.start, both[1].span.start


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_gaps_are_read_between_all_near_names(text: str) -> None:
    pair = schmidt_and_schmitt(text)
    plain = []
    for a, b in all_places(pair):
        first, second = (a, b) if a.span.start < b.span.start else (b, a)
        if a.segment == b.segment and 0 < second.span.start - first.span.end <= places._NEAR:
            plain.append(pair.one.texts[a.segment][first.span.end : second.span.start])
    assert sorted(places.gaps(pair)) == sorted(plain)


@given(st.one_of(LISTS, TEXTS))
@settings(max_examples=100, deadline=None)
def test_a_list_is_shared_when_any_two_places_share_it(text: str) -> None:
    pair = schmidt_and_schmitt(text)
    texts = pair.one.texts
    listed = [(a, b) for a, b in all_places(pair) if are_listed(a, b, texts)]
    numbers = [(listing._number(a, texts), listing._number(b, texts)) for a, b in listed]
    assert listing.share_list(pair) == (bool(listed) and not any(m and m == n for m, n in numbers))


def are_listed(one: Unit, other: Unit, texts: Texts) -> bool:
    if one.segment == other.segment:
        return all(unit.in_list and listing._is_item(unit, texts) for unit in (one, other))
    first, last = sorted((one.segment, other.segment))
    shapes = [listing._shape(text) for text in texts]
    if shapes[first] is None or set(shapes[first : last + 1]) != {shapes[first]}:
        return False
    around = shapes[max(0, first - listing.LEAST_LINES) : last + 1 + listing.LEAST_LINES]
    return around.count(shapes[first]) >= listing.LEAST_LINES


@given(
    st.text(st.sampled_from("AbŽć-'/@#.1 \n"), max_size=40),
    st.text(st.sampled_from("AbŽć-'1"), min_size=1, max_size=4),
)
@settings(max_examples=100, deadline=None)
def test_a_word_is_counted_where_it_stands_by_itself(text: str, word: str) -> None:
    plain = re.findall(rf"(?<![\w#@/.-]){re.escape(word)}(?![\w/@-])", text)
    assert Texts([text]).count_word(word) == len(plain)


def test_words_are_counted_in_one_reading_of_the_text() -> None:
    class Watched(Texts):
        readings = 0

        def __iter__(self) -> Iterator[str]:
            self.readings += 1
            return super().__iter__()

    texts = Watched(["Ana Chan and Li Sun came.", "Chan left."])
    assert [texts.count_word(word) for word in ("Ana", "Chan", "Li", "Sun", "Han")] == [
        1, 2, 1, 1, 0,
    ]  # fmt: skip
    assert texts.readings == 1


SENTENCE = "Peter Schmidt thanked the town. There Peter Schmitt waited. "
LINE = "{0}. Peter Schmidt\n{0}. Chan\n{0}. Peter Schmitt\n"


@pytest.mark.parametrize("end", ["", "\n"], ids=["one line", "lines"])
def test_sentences_are_compared_with_the_next_ones_only(
    monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    def count(times: int) -> int:
        pair = schmidt_and_schmitt((SENTENCE + end) * times)
        calls = 0
        ask = places._share_sentence

        def counted(one: Unit, other: Unit, texts: Texts) -> bool:
            nonlocal calls
            calls += 1
            return ask(one, other, texts)

        with monkeypatch.context() as patch:
            patch.setattr(places, "_share_sentence", counted)
            sides = (places.units(pair.one), places.units(pair.other))
            assert not list(places.in_one_sentence(*sides, pair.one.texts))
        return calls

    assert 0 < count(200) < 3 * count(100)


def test_names_in_a_text_without_a_full_stop_meet_within_reach_only() -> None:
    def count(times: int) -> int:
        pair = schmidt_and_schmitt(SENTENCE.replace(".", "") * times)
        sides = (places.units(pair.one), places.units(pair.other))
        return len(list(places.in_one_sentence(*sides, pair.one.texts)))

    assert count(240) < 3 * count(120)


def test_a_list_is_read_once_not_once_for_each_two_places(monkeypatch: pytest.MonkeyPatch) -> None:
    def count(times: int) -> int:
        pair = schmidt_and_schmitt("".join(LINE.format(number % 999) for number in range(times)))
        calls = 0
        ask = listing._shape

        def counted(text: str) -> str | None:
            nonlocal calls
            calls += 1
            return ask(text)

        with monkeypatch.context() as patch:
            patch.setattr(listing, "_shape", counted)
            listing.share_list(pair)
        return calls

    assert 0 < count(200) < 3 * count(100)


def test_a_sentence_begins_behind_the_last_end_before_the_name() -> None:
    text = f"It rained. {'so ' * 150}Peter Schmidt waited. It dried."
    pair = schmidt_and_schmitt(text)
    unit = places.units(pair.one)[1]
    assert places.sentence_around(unit, pair.one.texts) == text[11:].partition(". It")[0]
