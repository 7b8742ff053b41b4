"""Which spellings are one name, which is right: clusters, given names, ties."""

from __future__ import annotations

import pytest
from newsdesk import NO_GLOSSARY, concept, index_of, names_in, usages_of

from transcheck.model import Certainty, Form, Languages
from transcheck.names.index import NameIndex
from transcheck.names.judgement.rulings import (
    CERTAIN,
    SURE_OF_BEST,
    SURE_OF_SIDE,
    Ruling,
    decide,
)


def rule(text: str, language: str | None = None, index: NameIndex = NO_GLOSSARY) -> list[Ruling]:
    return decide(usages_of(text), Languages(source=language), index)[0]


def pairs(text: str, language: str | None = None) -> set[tuple[str, str]]:
    return {(r.wrong.text, r.right.text) for r in rule(text, language) if not r.is_open}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Mark Rutte came. Then Rute left. With Rute.", "sr", {("Rute", "Rutte")}),
        ("In Zvečan. In Zvecan.", "sr", {("Zvecan", "Zvečan")}),
        ("In Zvecan. In Zvečan.", "sr", {("Zvecan", "Zvečan")}),
        ("Olaf Scholz came. With Šolc.", "sr", {("Šolc", "Scholz")}),
        ("Ilan Shor came. With Shora.", "ru", {("Shora", "Shor")}),
        ("Mark Rutte came. Marko Ilić left.", "sr", set()),
        ("In Vuhledar. In Soledar.", "uk", set()),
        ("Serbia and Serbian wine, Serbs and Serbia.", "sr", set()),
        ("Nothing here.", "sr", set()),
    ],
)
def test_rulings(text: str, language: str | None, wanted: set[tuple[str, str]]) -> None:
    assert pairs(text, language) == wanted


@pytest.mark.parametrize(
    "lines",
    [
        ["In Mihajlović.", "With Mihajlovic.", "Ana Mihajlović slept.", "With Mihajlovič."],
        ["Volodymyr Zelensky came.", "With Zelenskiy.", "With Zelenskyi.", "With Zelensky."],
        ["Natalia Gavrilita came.", "With Gavrilitza.", "With Gavrylita.", "With Gavrilita."],
    ],
)
def test_a_cluster_has_one_right_form(lines: list[str]) -> None:
    """A chain of forms ends at one: a form that is right is nowhere wrong."""
    rulings = rule("\n".join(lines), "uk")
    assert len(rulings) >= 2
    right = {one.right.text for one in rulings}
    assert len(right) == 1
    assert not right & {one.wrong.text for one in rulings}
    wrong = [one.wrong.text for one in rulings]
    assert len(wrong) == len(set(wrong))


def test_the_order_of_the_lines_does_not_turn_a_clear_ruling() -> None:
    lines = ["Mark Rutte came.", "With Rute.", "In Zvečan.", "Near Zvecan."]
    assert pairs("\n".join(lines), "sr") == pairs("\n".join(reversed(lines)), "sr")


def test_given_names_are_decided_with_the_family_name_that_follows() -> None:
    text = "Volodymyr Zelensky came.\nThen Vladimir Zelensky left.\nVladimir Putin slept."
    mentions = names_in(text, "ru").mentions
    assert mentions
    assert all("Putin" not in one.text for one in mentions)


def test_a_longer_name_that_holds_the_form_is_left_alone() -> None:
    text = "Mark Rutte came.\nThen Rute left.\nAna Rute Almeida slept."
    assert [(one.text, one.name) for one in names_in(text, "sr").mentions] == [("Rute", "Rutte")]


def test_another_bearer_of_the_surname_is_left_alone() -> None:
    text = "Mark Rutte came.\nThen Rute left.\nMarko Rute woke."
    assert names_in(text, "sr").mentions == ()


def test_a_tie_is_one_mention_of_two_places_without_a_right_form() -> None:
    text = "Then Alesia Marozava spoke.\nThe phone of Alesya Marozava rang."
    open_ones = [one for one in names_in(text, "be").mentions if not one.name]
    assert len(open_ones) == 1
    (one,) = open_ones
    assert one.form is Form.VARIANT
    places = [evidence.place for evidence in one.evidence if evidence.place]
    assert len(places) == 2
    assert {evidence.text for evidence in one.evidence} == {"Alesia", "Alesya"}
    assert one.span in [place.span for place in places]
    assert one.certainty is not Certainty.CERTAIN


def test_of_three_forms_none_of_which_leads_each_stands_open_beside_the_commonest() -> None:
    text = "Then Harkovski won.\nWith Kharkivsky.\nNear Kharkovskiy.\nThen Kharkovskiy lost."
    rulings = rule(text, "uk")
    assert {(one.right.text, one.wrong.text) for one in rulings} == {
        ("Kharkovskiy", "Harkovski"),
        ("Kharkovskiy", "Kharkivsky"),
    }
    assert all(one.best < SURE_OF_BEST and one.is_open for one in rulings)
    found = names_in(text, "uk").mentions
    assert {(one.text, one.name) for one in found} == {("Harkovski", ""), ("Kharkivsky", "")}
    for one in found:
        assert {evidence.text for evidence in one.evidence} == {"Kharkovskiy", one.text}


def test_probabilities_are_probabilities_and_open_ones_are_unsure() -> None:
    text = "Mark Rutte came. Rute left. In Zvečan. In Zvecan. With Kiliia. With Kiliya."
    rulings = rule(text, "sr")
    assert rulings
    for one in rulings:
        assert 0.5 <= one.same <= 1
        assert 0 <= one.side <= 1
        assert one.is_open or one.side >= SURE_OF_SIDE
        if one.certainty is Certainty.CERTAIN:
            assert (one.same, one.side) >= CERTAIN
            assert one.side >= CERTAIN[1]


def test_the_glossarys_form_is_the_right_one() -> None:
    index = index_of(concept("Gračanica", "place"))
    text = "In Gračnica it rained. In Gračnica it snowed. Near Gračanica."
    assert [(r.wrong.text, r.right.text) for r in rule(text, "sr", index)] == [
        ("Gračnica", "Gračanica")
    ]


def test_evidence_never_lacks() -> None:
    text = "Mark Rutte came.\nThen Rute left.\nIn Zvečan.\nNear Zvecan.\nIlan Shor.\nWith Shora."
    mentions = names_in(text, "sr").mentions
    assert len(mentions) == 3
    for one in mentions:
        assert one.evidence
        assert all(evidence.reason for evidence in one.evidence)
        assert any(evidence.place for evidence in one.evidence)
