"""Given name and family name as one: their rulings never contradict each other."""

from __future__ import annotations

import pytest

import transcheck
from transcheck.names.evidence import say_way


def _found(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    report = transcheck.check(text, source_lang=language, shipped=False)
    return [(one.text, one.suggestions) for one in report.articles[0].findings]


def test_the_surer_half_decides_the_other_one() -> None:
    text = "The envoy Luigi Soreca came on Monday. The president received Luiđi Soreka.\n"
    assert _found(text, "sr") == [("Luiđi Soreka", ("Luigi Soreca",))]


def test_two_people_of_one_family_name_are_left_as_they_are() -> None:
    text = "Luigi Soreca came on Monday. The president received Đorđe Soreka.\n"
    assert _found(text, "sr") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sr", "is Serbian spelling by ear"),
        ("sq", "is Albanian spelling by ear"),
        ("ru", "has come through Russian letters"),
        ("ro", "is another spelling of the name"),
        (None, "is a spelling by ear"),
    ],
)
def test_how_a_name_came_is_said_by_the_habit_of_its_language(
    language: str | None, words: str
) -> None:
    assert say_way(language) == words
