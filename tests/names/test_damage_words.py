"""What happened to a name is said in an editor's words; Cyrillic is read first."""

from __future__ import annotations

import pytest

from transcheck.model import Form
from transcheck.names.damage import weigh
from transcheck.names.damage.forms import name_form
from transcheck.names.damage.languages import habits_of
from transcheck.names.damage.script import in_latin


@pytest.mark.parametrize(
    ("right", "wrong", "language", "words"),
    [
        ("rutte", "rute", "sr", "Serbian writes tt as t"),
        ("rutte", "rute", None, "spelling by ear writes tt as t"),
        ("zvečan", "zvecan", "sr", "marks lost or changed: č became c"),
        ("trump", "trumpom", "hr", "a case ending, -om"),
        ("kurti", "kutri", "sq", "r and t swapped"),
        ("zelensky", "zelenskiy", "uk", "another romanisation writes y as iy"),
        ("scholz", "šolc", "sr", "Serbian writes sch as š and z as c"),
        ("zvečan", "zvečan", "sr", ""),
    ],
)
def test_damage_describes_itself(right: str, wrong: str, language: str | None, words: str) -> None:
    assert weigh(right, wrong, language).describe() == words


@pytest.mark.parametrize(
    ("cyrillic", "language", "latin"),
    [
        ("рутe", "sr", "rute"), ("џонсон", "sr-Cyrl", "džonson"), ("шолц", None, "šolc"),
        ("зеленський", "uk", "zelenskyy"), ("хукстра", "ru", "khukstra"), ("ќосе", "mk", "kjose"),
        ("щерев", "bg", "shterev"), ("rutte", "sr", "rutte"),
    ],
)  # fmt: skip
def test_cyrillic_is_read_in_latin_letters(cyrillic: str, language: str, latin: str) -> None:
    assert in_latin(cyrillic, language) == latin


def test_cyrillic_left_in_the_text_is_damage_as_any_other() -> None:
    assert weigh("rutte", "руте", "sr").cost == weigh("rutte", "rute", "sr").cost


@pytest.mark.parametrize(
    ("language", "group"),
    [
        ("sr-Latn", "serbian"),
        ("mk", "serbian"),
        ("uk", "cyrillic"),
        ("cs", "latin"),
        (None, "all"),
        ("und", "all"),
    ],
)
def test_languages_have_a_group(language: str | None, group: str) -> None:
    assert habits_of(language).damage == group


@pytest.mark.parametrize(
    ("right", "wrong", "form"),
    [
        ("rutte", "rute", Form.RESPELT), ("vučić", "vucic", Form.FOLDED),
        ("rutte", "rutteu", Form.INFLECTED), ("trump", "trampom", Form.INFLECTED),
        ("merkel", "markel", Form.MISSPELT), ("merkel", "makrelu", Form.MISSPELT),
    ],
)  # fmt: skip
def test_the_channel_that_explains_most_names_the_form(right: str, wrong: str, form: Form) -> None:
    assert name_form(weigh(right, wrong, "sr").rules) is form
