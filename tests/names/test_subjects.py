"""Ordinary words at the head of a sentence that stand there as a name does."""

from __future__ import annotations

import pytest
from newsdesk import names_in, usages_of

from transcheck.names.words.subjects import does_something


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Tramp said no.", True),
        ("Tramp also said no.", True),
        ("Tramp will come.", True),
        ("Tramp’s son came.", True),
        ("Tramp, who came, left.", True),
        ("Tramp hasn't come.", True),
        ("Tramp steamers are old.", False),
        ("Tramp, vagrant and beggar.", False),
        ("Tramp saidworthy.", False),
        ("Tramp", False),
    ],
)
def test_who_does_something(text: str, does: bool) -> None:
    assert does_something(text, len("Tramp")) is does


INSIDE = "The plan of Tramp was rejected."


def test_a_capital_inside_a_sentence_makes_a_word_a_name_at_the_head_of_others() -> None:
    usages = usages_of(f"{INSIDE}\nTramp said so.\nTramp steamers are old.")
    assert usages["Tramp"].count == 2
    assert [place[0].segment for place in usages["Tramp"].places] == [0, 1]


def test_without_it_the_head_of_a_sentence_tells_nothing() -> None:
    assert "Tramp" not in usages_of("Tramp said so.\nTramp will come.")


def test_both_places_are_reported() -> None:
    text = f"Donald Trump spoke.\n{INSIDE}\nTramp said that he would return."
    found = names_in(text, "sr").mentions
    assert [(one.segment, one.name) for one in found if one.text == "Tramp"] == [
        (1, "Trump"),
        (2, "Trump"),
    ]
