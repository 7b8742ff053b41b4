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
    ("relatives", "Katharina Weber and her sister Katarina Weber paint.", "Katharina", "Katarina"),
    ("given-name-forms", "Stevan Mokranjac wrote. Stefan Mokranjac died.", "Stevan", "Stefan"),
    ("family-name-first", "Kim Yung won. Kim Young lost.", "Yung", "Young"),
    ("two-in-full", "The mayor Peter Schmidt thanked Peter Schmitt.", "Schmidt", "Schmitt"),
    ("side-by-side", "Gjakova, or Đakovica, is dry.", "Gjakova", "Đakovica"),
    ("side-by-side", "The town of Peja (Serbian: Peća) is dry.", "Peja", "Peća"),
    ("alias", "Kamenica waits. The town, formerly Kamanica, is dry.", "Kamenica", "Kamanica"),
    ("quoted", 'Serbia printed a stamp. It says "Srbija" in red.', "Serbia", "Srbija"),
    ("longer-name", "Slovenia votes. Nova Slovenija lost.", "Slovenia", "Slovenija"),
    ("title", 'Đurđevdan is near. "Djurdjevdan" is a song.', "Đurđevdan", "Djurdjevdan"),
    ("joined", "They shelled Pokrovsk and the village of Pokrovske.", "Pokrovsk", "Pokrovske"),
    ("contrast", "Zoltek has nothing to do with Soltek.", "Zoltek", "Soltek"),
    (
        "two-kinds",
        "The courier Zermes is late. Sermes, the fashion house, waits.",
        "Zermes",
        "Sermes",
    ),
    ("man-and-firm", "Oleg Tinkov left. A share in Tinkoff Bank fell.", "Tinkov", "Tinkoff"),
    ("firm-words", "Hrvatski Telekom rose. Croatian Telecom fell.", "Telekom", "Telecom"),
    ("demonym", "A Putinist wrote. Putinism is late.", "Putinist", "Putinism"),
    (
        "eponym",
        "Milutin Milanković wrote. Milankovitch cycles go on.",
        "Milanković",
        "Milankovitch",
    ),
    ("patronymics", "Boris Vujčić came. With Vujičić.", "Vujčić", "Vujičić"),
    ("two-rulers", "King Frederik X came. Frederick the Great did not.", "Frederik", "Frederick"),
    ("other-place", "Odesa sleeps. A student from Odessa, Texas, does not.", "Odesa", "Odessa"),
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
    ("given-and-family", "Mark Rutte came. Rute Mark, by the list, left.", "Rutte", "Rute"),
    ("given-and-family", "Mark Rutte came. Rute left. Ana Rute Almeida slept.", "Rutte", "Rute"),
    ("woman", "Ms Liesse came. Nathalie Lijes left.", "Liesse", "Lijes"),
    ("relatives", "Jovan Marović came. Jovon Marović, the minister, left.", "Jovan", "Jovon"),
    ("given-name-forms", "Alesia Marozava came. Alesya Marozava left.", "Alesia", "Alesya"),
    ("family-name-first", "Kim Jong came. Kim Džong left.", "Jong", "Džong"),
    ("two-in-full", "Mark Rutte spoke. Mark Rute left.", "Rutte", "Rute"),
    ("two-in-full", "Ilan Shor spoke for the party of Ilan Shora.", "Shor", "Shora"),
    ("side-by-side", "Zvečan, a town of miners, and Zvecan.", "Zvečan", "Zvecan"),
    ("alias", "Mark Rutte spoke. Once Rute was gone, it rained.", "Rutte", "Rute"),
    ("alias", "Zvečan waits. The mayor, now Zvecan's guest, sleeps.", "Zvečan", "Zvecan"),
    ("quoted", 'Jeff Flake left. "Flejk\'s choice," he said, "Flejk".', "Flake", "Flejk"),
    ("quoted", 'The Trepča mine. The "Trepca" plant.', "Trepča", "Trepca"),
    ("longer-name", "Slovenia votes. In Slovenija it rains.", "Slovenia", "Slovenija"),
    ("title", 'Zvečan waits. "Zvecan" waits too.', "Zvečan", "Zvecan"),
    ("joined", "Kurti came and the guards of Kutri left.", "Kurti", "Kutri"),
    ("contrast", "Mark Rutte spoke. Rute denied it.", "Rutte", "Rute"),
    ("two-kinds", "The town of Zvečan. Zvecan is a village.", "Zvečan", "Zvecan"),
    ("two-kinds", "The minister Mark Rutte. Rute, the politician, left.", "Rutte", "Rute"),
    ("man-and-firm", "Zvečan waits. The Zvecan Bank does not.", "Zvečan", "Zvecan"),
    ("firm-words", "Hrvatski Telekom rose. Of Telekomu nothing.", "Telekom", "Telekomu"),
    ("eponym", "Ivan Schrödinger. The Schrodinger equation.", "Schrödinger", "Schrodinger"),
    ("patronymics", "Miloš Vučić came. Then Vucic left.", "Vučić", "Vucic"),
    ("two-rulers", "King Frederik X came. Then Frederick X left.", "Frederik", "Frederick"),
    ("other-place", "Odesa sleeps. In Odessa, Ukraine, they do.", "Odesa", "Odessa"),
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
        ("orban", "orbanism"), ("tito", "titoists"), ("kanayevka", "kanayevsky"),
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
