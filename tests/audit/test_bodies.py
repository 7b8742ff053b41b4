"""Names made of ordinary words, acronyms with their meaning, and capitals that are no names."""

from __future__ import annotations

import pytest

from transcheck.audit.proposals.bodies import find_acronyms, find_bodies, kind_of_body
from transcheck.audit.proposals.no_names import is_lead, is_no_proposal, is_people


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_bodies(text)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("she joined the Lunevik Water Agency in May", ["Lunevik Water Agency"]),
        ("the Church of Lunevik said so", ["Church of Lunevik"]),
        ("Ana Lund of the Institute of Lunevik Studies", ["Institute of Lunevik Studies"]),
        ("President Ana Lund met the City Council", []),
        ("the Lunevik Festival's director", ["Lunevik Festival"]),
        ("boats on Lake Lunevik and the Adriatic", ["Lake Lunevik"]),
        ("he lives in Park Lunevik", []),
        ("the agency in Lunevik", []),
        ("THE LUNEVIK BANK", []),
    ],
)
def test_bodies(text, bodies):
    assert found(text) == bodies


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Lunevik Bank", "org"),
        ("University of Lunevik", "org"),
        ("Lunevik Airport", "place"),
        ("Lake Lunevik", "place"),
        ("Lunevik Cup", "event"),
        ("Ana Lund", ""),
    ],
)
def test_kind_of_body(name, kind):
    assert kind_of_body(name) == kind


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("the Lunevik Water Agency (LWA) said", [("LWA", "Lunevik Water Agency")]),
        ("the Agency for Water of Lunevik (AWL) said", [("AWL", "Agency for Water of Lunevik")]),
        ("the ferry firm (LWA) said that it was late", [("LWA", "")]),
        ("the director, the CEO of LWA, was there at 5 PM on TV", [("LWA", "")]),
        ("King Peter III and LWA-2 met", []),
        ("SHIP SINKS OFF LWA", []),
    ],
)
def test_acronyms(text, acronyms):
    assert [(text[s.start : s.end], meaning) for s, meaning in find_acronyms(text)] == acronyms


@pytest.mark.parametrize("word", ["Serbs", "Serbian", "Mexicans", "Armenians", "Vietnamese"])
def test_a_people_is_no_name(word):
    assert is_people(word)


@pytest.mark.parametrize("word", ["Lund", "Adrian", "Milan", "Brzić", "Susan", "Kazan"])
def test_a_name_is_no_people(word):
    assert not is_people(word)


@pytest.mark.parametrize(
    ("words", "no_name"),
    [
        (["Christmas"], True),
        (["MPs"], True),
        (["Tory", "MPs"], True),
        (["Senate", "Republicans"], True),
        (["Reuters"], True),
        (["Supreme", "Council"], True),
        (["John", "Price"], False),
        (["Ana", "Lund"], False),
        (["Lunevik"], False),
    ],
)
def test_no_proposal(words, no_name):
    assert is_no_proposal(words) == no_name


@pytest.mark.parametrize(
    ("word", "lead"),
    [("Forces", True), ("Reuters", True), ("Serbian", True), ("Mark", False), ("Ana", False)],
)
def test_lead(word, lead):
    assert is_lead(word) == lead
