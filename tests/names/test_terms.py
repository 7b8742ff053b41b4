"""The glossary as an index, and where its terms stand in a text."""

from __future__ import annotations

import pytest
from newsdesk import NO_GLOSSARY, concept, index_of, names_in

from transcheck.model import Concept, Form
from transcheck.names.terms.matching import find_terms, has_lost_marks
from transcheck.names.words.tokens import find_words

RUTTE = concept("Mark Rutte", sources=[("sr", "Mark Rute")])
KYIV = concept("Kyiv", "place", admitted=["Kiev"])
ENTITY = concept("Republika Srpska", "place", rejected=["Republika of Srpska"])
PAZAR = concept("Novi Pazar", "place")
BAR = concept("Bar", "place")
US = concept("US", "acronym")
OSCE = concept("OSCE", "acronym", sources=[("sr", "OEBS")])
ZVECAN = concept("Zvečan", "place")


def hits(text: str, *concepts: Concept) -> list[tuple[str, Form]]:
    found = find_terms(find_words(text, 0), index_of(*concepts))
    return [(text[hit.span.start : hit.span.end], hit.form) for hit in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kyiv slept.", [("Kyiv", Form.EXACT)]),
        ("KYIV SLEPT", [("KYIV", Form.EXACT)]),
        ("Kiev's mayor", [("Kiev", Form.ADMITTED)]),
        ("in Republika of Srpska", [("Republika of Srpska", Form.REJECTED)]),
        ("in Republika Srpska", [("Republika Srpska", Form.EXACT)]),
        ("in Zvecan", [("Zvecan", Form.FOLDED)]),
        ("in Zvec\u030can", [("Zvec\u030can", Form.EXACT)]),
        ("in Zve\u00adčan", [("Zve\u00adčan", Form.EXACT)]),
        ("with Mark Rute", [("Mark Rute", Form.RESPELT)]),
        ("in Novi\u00a0Pazar", [("Novi\u00a0Pazar", Form.EXACT)]),
        ("in Novi, Pazar", []),
        ("in novi pazar", []),
        ("at the bar in Bar", [("Bar", Form.EXACT)]),
        ("us and the US", [("US", Form.EXACT)]),
        ("Us and Them", []),
        ("Kyivans", []),
    ],
)
def test_hits(text: str, wanted: list[tuple[str, Form]]) -> None:
    assert hits(text, RUTTE, KYIV, ENTITY, PAZAR, BAR, US, ZVECAN) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Afghanistan-related talks", "Afghanistan"),
        ("the Vertanen-elect council", "Vertanen"),
        ("a non-Afghanistan matter", "Afghanistan"),
        ("in Saint Pierre ve Miquelon", "Saint Pierre ve Miquelon"),
        ("the Evropska unie said", "Evropska unie"),
        ("the Vrijeme is ours party", "Vrijeme is ours"),
    ],
)
def test_a_name_ends_at_a_hyphen_and_holds_small_words(text: str, wanted: str) -> None:
    names = ("Afghanistan", "Vertanen", "Saint Pierre ve Miquelon", "Evropská unie")
    rows = [concept(name, "place") for name in (*names, "Vrijeme is ours")]
    assert [found for found, _ in hits(text, *rows)] == [wanted]


def test_the_longest_term_wins() -> None:
    short, long = concept("Novi Sad", "place"), concept("Novi Sad Fair", "org")
    assert hits("the Novi Sad Fair", short, long) == [("Novi Sad Fair", Form.EXACT)]
    assert hits("the Novi Sad fair", short, long) == [("Novi Sad", Form.EXACT)]


def test_a_right_form_of_one_row_is_no_lost_mark_of_another() -> None:
    pec, pec_sigma = concept("Peć", "place"), concept("Pec", "place")
    assert hits("in Pec", pec, pec_sigma) == [("Pec", Form.EXACT)]
    assert hits("in Peć", pec, pec_sigma) == [("Peć", Form.EXACT)]


def test_marks_that_the_term_has_not_make_another_name() -> None:
    assert hits("in Päris", concept("Paris", "place")) == []


def test_an_empty_glossary_finds_nothing() -> None:
    assert find_terms(find_words("Mark Rutte in Kyiv", 0), NO_GLOSSARY) == []


@pytest.mark.parametrize(
    ("right", "wrong", "answer"),
    [
        (["Zvečan"], ["Zvecan"], True),
        (["Mihajlović"], ["Mihajlovič"], True),
        (["Kis"], ["Kiš"], False),
        (["Novi", "Šeher"], ["Novi", "Seher"], True),
    ],
)
def test_lost_marks(right: list[str], wrong: list[str], answer: bool) -> None:
    assert has_lost_marks(right, wrong) is answer


class TestIndex:
    index = index_of(RUTTE, KYIV, PAZAR)

    def test_a_family_name_names_its_person(self) -> None:
        named = self.index.named("Rutte")
        assert named is not None
        assert named.id == "person:mark-rutte"

    def test_a_given_name_and_a_word_of_a_place_name_nobody(self) -> None:
        assert self.index.named("Mark") is None
        assert self.index.named("Novi") is None

    def test_two_forms_of_one_concept(self) -> None:
        assert self.index.share_concept("Kyiv", "Kiev")
        assert not self.index.share_concept("Kyiv", "Rutte")
        assert not self.index.share_concept("Kyiv", "Lviv")

    def test_the_preferred_form(self) -> None:
        assert self.index.is_preferred("Kyiv")
        assert not self.index.is_preferred("Kiev")

    def test_the_given_name_of_a_family(self) -> None:
        assert self.index.is_given_name_of("Mark", {"rutte"})
        assert not self.index.is_given_name_of("Mark", {"ilic"})
        assert not self.index.is_given_name_of("Rutte", {"rutte"})


def forms(text: str, language: str | None, *concepts: Concept) -> list[tuple[str, Form, str]]:
    names = names_in(text, language, index_of(*concepts))
    return [(one.text, one.form, one.name) for one in names.mentions]


def test_a_foreign_form_counts_only_from_its_own_language() -> None:
    assert forms("In the OEBS", "sr", OSCE) == [("OEBS", Form.FOREIGN_ACRONYM, "OSCE")]
    assert forms("In the OEBS", "bs", OSCE) == [("OEBS", Form.FOREIGN_ACRONYM, "OSCE")]
    assert forms("In the OEBS", "pt", OSCE) == []
    assert forms("In the OEBS", None, OSCE) == []


def test_a_family_name_alone_is_that_of_the_person_in_the_glossary() -> None:
    assert forms("Then Rutte left.", "sr", RUTTE) == [("Rutte", Form.EXACT, "Rutte")]
    assert forms("Then Rute left.", "sr", RUTTE) == [("Rute", Form.RESPELT, "Rutte")]
    dacic = concept("Ivica Dačić")
    assert forms("Then Dacic left.", "sr", dacic) == [("Dacic", Form.FOLDED, "Dačić")]


def test_a_family_name_of_two_people_is_not_given_to_one() -> None:
    kos, other = concept("Marta Kos"), concept("Nikola Koš")
    assert forms("Then Kos left.", "sl", kos, other) == [("Kos", Form.EXACT, "Kos")]
    assert forms("Then Koš left.", "sl", kos, other) == [("Koš", Form.EXACT, "Koš")]


def test_a_word_of_a_longer_name_is_no_foreign_form() -> None:
    slovenia = concept("Slovenia", "place", sources=[("sl", "Slovenija")])
    assert forms("In Slovenija", "sl", slovenia) == [("Slovenija", Form.RESPELT, "Slovenia")]
    assert forms("Then Nova Slovenija left.", "sl", slovenia) == []
