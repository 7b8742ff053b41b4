"""Each guard silences what it says, and only that: every one has a neighbour that it lets by."""

from __future__ import annotations

import pytest
from newsdesk import concept, index_of, names_in, pair_of

from transcheck.names.judgement.guards import GUARDS, silence
from transcheck.names.words.demonyms import is_demonym

FIRE = [
    ("other-given-name", "Ri Yong spoke. Kim Jong did not.", "Yong", "Jong"),
    ("other-given-name", "Zoran Milanović spoke, Ivo Milatović paid.", "Milanović", "Milatović"),
    ("given-and-family", "Mark Rutte came. Anna Marko left.", "Mark", "Marko"),
    ("woman", "Konstantin Levin came. Ms Levina left.", "Levin", "Levina"),
    (
        "given-names",
        "Jovan Marović came. Jovana Marović left. Jovana slept.",
        "Jovan",
        "Jovana",
    ),
    ("list", "They chose Ana Chan, Bo Chang, Li Cheng, Wu Sun, Yi Han.", "Chan", "Chang"),
    ("one-name", "Irena Ruiz-Ruis came.", "Ruiz", "Ruis"),
    ("ordinary-words", "He met Emma Stone and Emma Store.", "Stone", "Store"),
    ("word", "Ilija Truka came. They kept the Truce.", "Truka", "Truce"),
    ("too-short", "Kim Lee met Kim Leo.", "Lee", "Leo"),
    ("demonym", "Zedonia and Zedonian wine.", "Zedonia", "Zedonian"),
    ("two-known-names", "He met Brent. He met Brett.", "Brent", "Brett"),
    ("clipping", "He left Juventus. He likes Juve.", "Juventus", "Juve"),
]


@pytest.mark.parametrize(("guard", "text", "one", "other"), FIRE)
def test_a_guard_holds(guard: str, text: str, one: str, other: str) -> None:
    pair = pair_of(text, one, other)
    reason = GUARDS[guard](pair)
    assert reason
    assert silence(pair) is not None


PASS = [
    ("other-given-name", "Mark Rutte spoke. Mark Rute left.", "Rutte", "Rute"),
    ("other-given-name", "M. Kovačić spoke. Milan Kovacic left.", "Kovačić", "Kovacic"),
    ("other-given-name", "Mark Rutte spoke. Rute left.", "Rutte", "Rute"),
    ("given-and-family", "Mark Rutte came. Rute left.", "Rutte", "Rute"),
    ("woman", "Ilan Shor came. The party of Ilana Shora won.", "Shor", "Shora"),
    ("given-names", "Ilan Shor came. The party of Ilana Shora won.", "Ilan", "Ilana"),
    ("list", "Mark Rutte came, Ana Rute left, Bo Chang slept.", "Rutte", "Rute"),
    ("one-name", "Mark Rutte came. Mark Rute left.", "Rutte", "Rute"),
    ("ordinary-words", "In Zvečan. In Zvecan.", "Zvečan", "Zvecan"),
    ("clipping", "Ron DeSantis came. Desantis left.", "DeSantis", "Desantis"),
    ("too-short", "In Niš. In Nis.", "Niš", "Nis"),
    ("demonym", "In Zvečan. In Zvecan.", "Zvečan", "Zvecan"),
    ("demonym", "In Donbas. In Donbass.", "Donbas", "Donbass"),
    ("two-known-names", "Jan Hamáček. Jan Hamacek.", "Hamáček", "Hamacek"),
    ("clipping", "Ilan Shor came. Shora left.", "Shor", "Shora"),
    ("two-terms", "In Zvečan. In Zvecan.", "Zvečan", "Zvecan"),
    ("word", "Donald Trump came. With Zvečan.", "Trump", "Zvečan"),
]


@pytest.mark.parametrize(("guard", "text", "one", "other"), PASS)
def test_a_guard_lets_by(guard: str, text: str, one: str, other: str) -> None:
    assert GUARDS[guard](pair_of(text, one, other)) is None


def test_every_guard_is_tried_both_ways() -> None:
    # "two-terms" needs a glossary and has its own test.
    assert {guard for guard, *_ in FIRE} == GUARDS.keys() - {"two-terms"}
    assert {guard for guard, *_ in PASS} == GUARDS.keys()


def test_a_guard_does_not_depend_on_the_order_of_the_two() -> None:
    for _, text, one, other in [*FIRE, *PASS]:
        pair, back = pair_of(text, one, other), pair_of(text, other, one)
        held = [name for name, guard in GUARDS.items() if guard(pair)]
        assert held == [name for name, guard in GUARDS.items() if guard(back)], text


def test_two_rows_of_the_glossary_never_flag_each_other() -> None:
    index = index_of(concept("Vuhledar", "place"), concept("Vuhlodar", "place"))
    pair = pair_of("In Vuhledar. In Vuhlodar.", "Vuhledar", "Vuhlodar", "uk", index)
    assert silence(pair) == ("two-terms", "both are names in the glossary")
    assert silence(pair_of("In Vuhledar. In Vuhlodar.", "Vuhledar", "Vuhlodar", "uk")) is None


def test_two_forms_of_one_row_are_compared() -> None:
    index = index_of(concept("Kyiv", "place", admitted=["Kiev"]))
    pair = pair_of("In Kyiv. In Kiev.", "Kyiv", "Kiev", "uk", index)
    assert silence(pair) is None


@pytest.mark.parametrize(
    ("place", "people"),
    [
        ("serbia", "serbian"), ("serbia", "serbs"), ("georgia", "georgians"),
        ("kosovo", "kosovar"), ("kosovo", "kosovan"), ("armenia", "armenian"),
        ("vietnam", "vietnamese"), ("bolivia", "bolivians"), ("moscow", "moscowite"),
        ("zagreb", "zagrebers"), ("bosnia", "bosnians"), ("habsburg", "habsburgs"),
    ],
)  # fmt: skip
def test_peoples_and_plurals(place: str, people: str) -> None:
    assert is_demonym(place, people)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rute", "rutte"), ("zvecan", "zvecanu"), ("donbas", "donbass"), ("vance", "vanhce"),
        ("shor", "shora"), ("niš", "vranje"), ("kurti", "kutri"),
    ],
)  # fmt: skip
def test_damage_is_no_demonym(one: str, other: str) -> None:
    assert not is_demonym(one, other)


def test_the_report_names_the_guard_and_both_places() -> None:
    text = "Vuhledar holds.\nThe road to Vuhlodar is closed."
    index = index_of(concept("Vuhledar", "place"), concept("Vuhlodar", "place"))
    notes = [one for one in names_in(text, "uk", index).left_alone if one.guard in GUARDS]
    assert [(one.text, one.guard) for one in notes] == [("Vuhlodar beside Vuhledar", "two-terms")]
    assert [place.segment for place in notes[0].places] == [0, 1]
    assert notes[0].reason


def test_a_word_in_capitals_is_no_name_to_compare() -> None:
    assert not names_in("JURUPA AND ZVECAN WAIT\nIn Jurupa and in Zvečan it rains.").mentions
