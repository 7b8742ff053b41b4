"""The cheapest chain of rules: the same as by the full table, and what is told before it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import NO_GLOSSARY, pair_of
from plain_alignment import align_plainly

from transcheck.names.damage import is_within, weigh
from transcheck.names.damage.alignment import align
from transcheck.names.damage.channels import _table
from transcheck.names.damage.marks import mark_rules
from transcheck.names.judgement import likeness
from transcheck.names.judgement.likeness import may_be_one_name, probability_of_one_name
from transcheck.names.judgement.rulings import ONE_NAME

LETTERS = "abcdeghijklmnorstuvyzčćđšžłøüéșß"
NAMES = st.text(alphabet=LETTERS, min_size=1, max_size=10)
GROUPS = st.sampled_from(["serbian", "cyrillic", "latin", "all"])
SYLLABLES = "scho zel ens ky yy iv an ova šć ov ić dj đo ko mar tt ut er ba rt on ic".split()
WORDS = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4).map("".join)


@st.composite
def two_names(draw: st.DrawFn) -> tuple[str, str]:
    """A name and one made of it by a few cuts and additions, or another one."""
    name = draw(st.one_of(NAMES, WORDS))
    if draw(st.booleans()):
        return name, draw(st.one_of(NAMES, WORDS))
    other = name
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(other)))
        letters = draw(st.text(alphabet=LETTERS, max_size=2))
        other = other[:place] + letters + other[place + draw(st.integers(0, 2)) :]
    return name, other or name


@given(two_names(), GROUPS, st.floats(0.1, 3.0))
@settings(max_examples=100, deadline=None)
def test_the_chain_is_that_of_the_full_table(
    names: tuple[str, str], group: str, limit: float
) -> None:
    table = _table(group, None)
    assert align(*names, table, limit) == align_plainly(*names, table, limit)


@pytest.mark.long
@given(two_names(), GROUPS, st.floats(0.1, 3.0))
@settings(max_examples=10_000, deadline=None)
def test_the_chain_is_that_of_the_full_table_at_length(
    names: tuple[str, str], group: str, limit: float
) -> None:
    table = _table(group, None)
    assert align(*names, table, limit) == align_plainly(*names, table, limit)


@given(two_names(), st.sampled_from([None, "sr", "ru", "cs"]), st.floats(0.1, 3.0))
@settings(max_examples=100, deadline=None)
def test_a_lower_limit_tells_the_same_sooner(
    names: tuple[str, str], language: str | None, limit: float
) -> None:
    assert is_within(limit, *names, language) == (weigh(*names, language).cost <= limit)


@given(two_names(), st.sampled_from(["", "Ana "]), st.integers(1, 3), st.sampled_from([None, "sr"]))
@settings(max_examples=100, deadline=None)
def test_no_name_is_turned_away_before_it_is_weighed(
    names: tuple[str, str], given_name: str, times: int, language: str | None
) -> None:
    one, other = (name.capitalize() for name in names)
    text = f"Ana {one} came. " * times + f"They met {given_name}{other}. "
    try:
        pair = pair_of(text, one, other, language, NO_GLOSSARY)
    except KeyError:  # No name: an ordinary word, or one that is cut off.
        return
    assert may_be_one_name(pair) or probability_of_one_name(pair) < ONE_NAME


def test_a_letter_that_is_two_in_lower_case_is_not_turned_away() -> None:
    pair = pair_of("The road to İzmir. Trains to Izmir.", "İzmir", "Izmir", "sr", NO_GLOSSARY)
    assert probability_of_one_name(pair) >= ONE_NAME
    assert may_be_one_name(pair)


def test_what_is_held_for_the_most_is_the_most() -> None:
    assert likeness.WEIGHTS["both often"] <= 0
    assert likeness.WEIGHTS["cost per letter"] < 0
    assert max(rule.cost for rule in mark_rules()) <= likeness._DEAREST_MARK
    with_all = set(
        likeness.features(pair_of("Ana Zoltek came. Eve Soltek left.", "Zoltek", "Soltek"))
    )
    known = {"start", "cost per letter", "letters", "one is a word", "both often", "marks only"}
    shared = {"forms of one concept", "one given name in two languages"}
    shared |= {"same given name or title"}
    assert with_all == known | shared | set(likeness._BESIDE_DAMAGE)
