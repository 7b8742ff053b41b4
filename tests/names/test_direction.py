"""Which side is wrong: evidence that changes its sign when the two change places."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from newsdesk import concept, index_of, pair_of

from transcheck.model import Languages
from transcheck.names.judgement.direction import WEIGHTS, probability_other_is_wrong, weigh_sides
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.usage import Usage

SYLLABLES = st.sampled_from(
    "ru tte zve čan ca đo ko vić vic ma cron kron šol ch sch ba jen".split()
)
NAMES = st.lists(SYLLABLES, min_size=2, max_size=4).map(lambda pieces: "".join(pieces).title())
INDEX = index_of(concept("Mark Rutte"), concept("Zvečan", "place", admitted=["Zvecan"]))


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str, str]:
    """Two spellings and an article in which both stand, alone and in full."""
    one, other = draw(NAMES), draw(NAMES)
    assume(one != other)
    frames = ["Then {} left.", "Ivo {} spoke.", "In {} it rained.", "General {} slept."]
    lines = draw(
        st.lists(
            st.tuples(st.sampled_from(frames), st.sampled_from([one, other])),
            min_size=1,
            max_size=4,
        )
    )
    text = "\n".join(frame.format(name) for frame, name in lines)
    return f"{text}\nHe saw {one}.\nHe saw {other}.", one, other


@settings(max_examples=100, deadline=None)
@given(texts(), st.sampled_from([None, "sr", "uk", "cs", "tr"]))
def test_the_evidence_changes_its_sign_when_the_two_change_places(
    drawn: tuple[str, str, str], language: str | None
) -> None:
    text, one, other = drawn
    there = weigh_sides(pair_of(text, one, other, language, INDEX))
    back = weigh_sides(pair_of(text, other, one, language, INDEX))
    assert there == {name: pytest.approx(-value) for name, value in back.items()}
    both = probability_other_is_wrong(there) + probability_other_is_wrong(back)
    assert both == pytest.approx(1)


@settings(max_examples=60, deadline=None)
@given(texts())
def test_every_term_stands_in_the_one_table_of_weights(drawn: tuple[str, str, str]) -> None:
    text, one, other = drawn
    assert weigh_sides(pair_of(text, one, other, "sr", INDEX)).keys() <= WEIGHTS.keys()
    assert all(value > 0 for value in WEIGHTS.values())


@pytest.mark.parametrize(
    ("text", "right", "wrong", "evidence"),
    [
        ("In Zvečan. In Zvecan.", "Zvečan", "Zvecan", "marks lost"),
        ("In Zvecan. In Zvečan.", "Zvečan", "Zvecan", "marks lost"),
        ("Ron DeSantis. Ron Desantis.", "DeSantis", "Desantis", "capitals lost"),
        ("With Rute. With Rutte.", "Rutte", "Rute", "damage by ear"),
        ("With Ilan Shor. With Shora.", "Shor", "Shora", "ending left on"),
        ("With Shora. With Shor.", "Shor", "Shora", "ending left on"),
        ("With Ivo Rutte. With Rute.", "Rutte", "Rute", "full name"),
        ("With Kutri. With Kurti. With Kurti.", "Kurti", "Kutri", "counts"),
    ],
)
def test_what_speaks_for_a_side(text: str, right: str, wrong: str, evidence: str) -> None:
    sides = weigh_sides(pair_of(text, right, wrong, "sr"))
    assert sides[evidence] > 0
    assert probability_other_is_wrong(sides) > 0.5


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sq", True),
        ("uk", True),
        ("sr", False),  # its own letter
        ("sl", False),  # writes by ear: marks are put back in translation
        ("ka", False),  # its letters are not known here
        (None, False),
    ],
)
def test_marks_that_the_source_does_not_write_speak_against_the_form(
    language: str | None, told: bool
) -> None:
    pair = pair_of("With Đimsiti. With Dimsiti.", "Đimsiti", "Dimsiti", language)
    sides = weigh_sides(pair)
    assert sides["marks lost"] > 0
    assert ("marks of another language" in sides) is told
    assert not told or -sides["marks lost"] < sides["marks of another language"] < 0


def test_the_damage_outweighs_counts() -> None:
    """Rute twice and Mark Rutte once: a majority vote would be wrong."""
    pair = pair_of("Mark Rutte came. Then Rute left. With Rute.", "Rutte", "Rute", "sr")
    sides = weigh_sides(pair)
    assert sides["counts"] < 0
    assert probability_other_is_wrong(sides) > 0.62


def test_the_glossary_outweighs_everything_else() -> None:
    text = "Ivo Rutte came. In Rutte. In Rutte. In Rutte. With Rute."
    index = index_of(concept("Rute", "place"))
    sides = weigh_sides(pair_of(text, "Rutte", "Rute", "sr", index))
    assert probability_other_is_wrong(sides) < 0.5


def test_the_preferred_of_two_forms_of_one_concept_is_right() -> None:
    index = index_of(concept("Kyiv", "place", admitted=["Kiev"]))
    sides = weigh_sides(pair_of("In Kiev. In Kiev. In Kyiv.", "Kyiv", "Kiev", "uk", index))
    assert sides["preferred"] == WEIGHTS["preferred"]
    assert "glossary" not in sides


def test_without_evidence_the_chance_is_even() -> None:
    assert probability_other_is_wrong({}) == 0.5


def test_an_equal_pair_has_no_evidence() -> None:
    usage = Usage("Zvečan", "zvecan")
    usage.places = pair_of("In Zvečan. In Niš.", "Zvečan", "Niš").one.places
    sides = weigh_sides(Pair(usage, usage, Languages(source="sr"), INDEX))
    assert not sides
