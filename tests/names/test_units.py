"""What the capitalised runs are made of: titles, given names, family names, ordinary words."""

from __future__ import annotations

import pytest
from newsdesk import runs_of, units_of

from transcheck.names.words.units import find_units, is_acronym


def shown(text: str) -> list[str]:
    return [" ".join(word.text for word in unit.words) for unit in units_of(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Joe Biden spoke.", ["Joe Biden"]),
        ("Foreign Minister Marko Đurić spoke.", ["Marko Đurić"]),
        ("However, Zvečan waits.", ["Zvečan"]),
        ("The Serbian Army left Raška.", ["Raška"]),
        ("Dr. Nenad Ranđelović and Prof. Ana Brkić", ["Nenad Ranđelović", "Ana Brkić"]),
        ("On Monday Kurti spoke, on Friday Rama.", ["Kurti", "Rama"]),
        ("NATO and KFOR met Kurti.", ["Kurti"]),
        ("Secretary General Mark Rutte", ["Mark Rutte"]),
        ("General Mark Rutte", ["Mark Rutte"]),
        ("Nobody told Bill Clinton.", ["Bill Clinton"]),
        ("The Committee, the Party and Parliament", []),
        ("A. B.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert shown(text) == names


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("President Kurti", "President"),
        ("Dr. Kurti", "Dr"),
        ("Kurti", ""),
        ("Prime Minister Kurti", "Minister"),
        ("Serbian Kurti", ""),
    ],
)
def test_the_title_is_noted_and_is_no_part_of_the_name(text: str, title: str) -> None:
    (unit,) = units_of(text)
    assert unit.title == title
    assert [word.text for word in unit.words] == ["Kurti"]


def test_given_names_stand_before_the_last_word() -> None:
    (unit,) = units_of("Recep Tayyip Erdoğan")
    assert [word.text for word in unit.given] == ["Recep", "Tayyip"]
    assert unit.last.text == "Erdoğan"


def test_the_span_runs_from_first_to_last_letter_without_the_possessive() -> None:
    text = "Minister Ana Brnabić's office"
    (unit,) = units_of(text)
    assert text[unit.span.start : unit.span.end] == "Ana Brnabić"
    assert unit.segment == 0


def test_the_segment_is_that_of_its_line() -> None:
    assert [unit.segment for unit in units_of("Niš\nno name here\nZvečan")] == [0, 2]


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("SNSD", True), ("KFOR", True), ("U.S.", True), ("UN", True),
        ("JURUPA", True), ("Zvečan", False), ("DeSUS", False),
    ],
)  # fmt: skip
def test_acronyms(word: str, answer: bool) -> None:
    assert is_acronym(word) is answer


def test_units_of_no_runs() -> None:
    assert find_units([]) == []
    assert find_units(runs_of("all in small letters")) == []
