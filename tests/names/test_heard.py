"""Respellings that are English words: names only where a name must stand."""

from __future__ import annotations

import pytest
from newsdesk import article_of, concept, index_of

from transcheck.model import Form, Languages
from transcheck.names import find_names

PENCE = concept("Mike Pence", sources=[("sr", "Majk Pens")])
EMANUEL = "Rahm Emanuel opened the fair."


def respelt(text: str, *concepts: object, language: str | None = "sr") -> list[tuple[str, str]]:
    index = index_of(*concepts)  # type: ignore[arg-type]
    names = find_names(article_of(text), index, Languages(source=language))
    return [(one.text, one.name) for one in names.mentions if one.form is Form.RESPELT]


def test_after_a_title_as_the_glossary_has_it() -> None:
    text = "The hall rose for Vice President Pens and sat down again."
    assert respelt(text, PENCE) == [("Pens", "Pence")]


def test_the_given_name_before_the_right_family_name() -> None:
    text = f"{EMANUEL}\nThe mayor thanked Ram Emanuel for it."
    assert respelt(text) == [("Ram Emanuel", "Rahm Emanuel")]


def test_after_a_title_as_the_article_has_it() -> None:
    text = "Harvey Wykes opened the fair.\nIt was the choice of Mr Vikes alone."
    assert ("Vikes", "Wykes") in respelt(text)


@pytest.mark.parametrize(
    "text",
    [
        "The hall was full of Pens and paper.",
        "Pens were handed out to all.",
        "The hall rose for Nikki Pens. Vice President Pens sat down again.",
        "The hall rose for Vice President Pens Group.",
        "The vice president's pens were handed out.",
    ],
)
def test_elsewhere_it_is_a_word(text: str) -> None:
    assert respelt(text, PENCE) == []


def test_another_language_does_not_hear_it_so() -> None:
    text = "The hall rose for Vice President Pens and sat down again."
    assert respelt(text, PENCE, language="sv") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ram Emanuel opened the fair.\nThe mayor thanked Rahm Emanuel for it.",
        f"{EMANUEL}\nThe mayor thanked Rim Emanuel for it.",
        f"{EMANUEL}\nThe mayor thanked Ram Emanuelson for it.",
        f"{EMANUEL}\nThe mayor thanked the ram for it.",
    ],
)
def test_what_is_no_damage_of_that_kind(text: str) -> None:
    assert [pair for pair in respelt(text) if pair[1] != "Rahm Emanuel"] == []
