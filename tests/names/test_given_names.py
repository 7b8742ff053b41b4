"""Given names of two people: any of the one with any of the other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.names.words.given_names import same_given_name, share_given_name

GIVEN = st.sampled_from("Ana Volodymyr vladimir Evgeny yevhen E. e Y V. Élise elise . Igor".split())


@given(st.lists(GIVEN, max_size=4), st.lists(GIVEN, max_size=4))
@settings(max_examples=100, deadline=None)
def test_they_share_one_where_any_two_are_one(ones: list[str], others: list[str]) -> None:
    plain = any(same_given_name(one, other) for one in ones for other in others)
    assert share_given_name(ones, others) == plain
