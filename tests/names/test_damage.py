"""How forms are damaged: equal forms cost nothing, what happens often costs little."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.names.damage import weigh
from transcheck.names.damage.marks import name_lost_marks

NAMES = st.text(alphabet="abcdeijklmnoprstuvzčćđšžłøüéșy", min_size=1, max_size=12)
LANGUAGES = st.sampled_from([None, "sr", "hr", "mk", "uk", "ru", "cs", "tr", "sq"])


@settings(max_examples=100, deadline=None)
@given(NAMES, LANGUAGES)
def test_equal_forms_cost_nothing(name: str, language: str | None) -> None:
    damage = weigh(name, name, language)
    assert damage.cost == 0
    assert damage.rules == ()
    assert not damage.uses("slip")


@settings(max_examples=100, deadline=None)
@given(NAMES, NAMES, LANGUAGES)
def test_a_cost_is_never_negative_and_different_forms_cost_something(
    one: str, other: str, language: str | None
) -> None:
    damage = weigh(one, other, language)
    assert damage.cost >= 0
    if one != other:
        assert damage.cost > 0
        assert damage.cost == float("inf") or damage.rules


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, LANGUAGES)
def test_the_rules_turn_the_original_into_the_damaged_form(
    one: str, other: str, language: str | None
) -> None:
    damage = weigh(one, other, language)
    if damage.cost == float("inf"):
        return
    assert damage.cost == pytest.approx(sum(rule.cost for rule in damage.rules))
    grown = sum(len(r.damaged.strip("^$")) - len(r.original.strip("^$")) for r in damage.rules)
    assert len(one) + grown == len(other)


@pytest.mark.parametrize(
    ("original", "damaged", "language", "channel"),
    [
        ("zvečan", "zvecan", "sr", "marks"),
        ("đoković", "djokovic", "sr", "marks"),
        ("łukasz", "lukasz", None, "marks"),
        ("çavuşoğlu", "cavusoglu", "tr", "marks"),
        ("rutte", "rute", "sr", "respelling"),
        ("biden", "bajden", "sr", "respelling"),
        ("scholz", "šolc", "hr", "respelling"),
        ("macron", "makron", "bs", "respelling"),
        ("leyen", "lajen", "sr", "respelling"),
        ("starmer", "starmeru", "sr", "ending"),
        ("shor", "shora", "ru", "ending"),
        ("zvečan", "zvečanu", "sr", "ending"),
        ("havlíček", "havlíčka", "cs", "ending"),
        ("ziobro", "ziobra", "pl", "ending"),
        ("zelensky", "zelenskiy", "uk", "romanisation"),
        ("vance", "vanhce", None, "slip"),
        ("kurti", "kutri", "sq", "slip"),
    ],
)
def test_channels(original: str, damaged: str, language: str | None, channel: str) -> None:
    damage = weigh(original, damaged, language)
    assert damage.cost < 1.2
    assert damage.uses(channel), damage


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("rutte", "rute"), ("biden", "bajden"), ("scholz", "šolc"), ("abbott", "ebot"),
        ("johnson", "džonson"), ("wadephul", "vadeful"), ("truss", "tras"), ("shaw", "šo"),
        ("zvečan", "zvecan"), ("đurić", "djuric"),
    ],
)  # fmt: skip
def test_damage_has_a_direction(right: str, wrong: str) -> None:
    assert weigh(right, wrong, "sr").cost < weigh(wrong, right, "sr").cost


def test_respelling_by_ear_belongs_to_its_languages() -> None:
    assert weigh("scholz", "šolc", "sr").cost < weigh("scholz", "gukstra", "sr").cost
    assert weigh("hoekstra", "gukstra", "uk").cost < weigh("hoekstra", "gukstra", "sr").cost


def test_a_regional_tag_has_the_rules_of_its_language() -> None:
    assert weigh("rutte", "rute", "sr-Latn").cost == weigh("rutte", "rute", "sr").cost


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("Zvečan", "Zvecan", "its caron"),
        ("Čačak", "Cacak", "its carons"),
        ("Çavuşoğlu", "Cavusoglu", "its marks"),
        ("Özdemir", "Ozdemir", "its umlaut"),
        ("Đurić", "Đuric", "its acute"),
        ("Đurđa", "Durda", "its strokes"),
    ],
)
def test_lost_marks_are_named(right: str, wrong: str, words: str) -> None:
    assert name_lost_marks(right, wrong) == words
