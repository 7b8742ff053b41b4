"""Given names by ear."""

from __future__ import annotations

import pytest

from transcheck.names.words.given_names import are_variants
from transcheck.names.words.heard_names import _NAMES, is_heard_as, names_heard
from transcheck.names.words.lexicon import is_known_name


@pytest.mark.parametrize(
    ("heard", "name"),
    [("Majkl", "Michael"), ("Džon", "Jon"), ("Dzon", "John"), ("Fransoa", "François")],
)
def test_a_name_by_ear_is_its_name(heard: str, name: str) -> None:
    assert is_heard_as(heard, name)
    assert not is_heard_as(name, heard)


@pytest.mark.parametrize("text", ["Marko", "Jovana", "Danijel", "Viktor", "", "Michael"])
def test_names_at_home_are_heard_as_nothing(text: str) -> None:
    assert names_heard(text) == ()


def test_the_table_holds_names_that_english_knows() -> None:
    names = [names[0] for names in _NAMES.values()]
    known = sum(map(is_known_name, names))
    assert known > 0.9 * len(names)
    assert all(name[0].isupper() and name.lower() != key for key, (name, *_) in _NAMES.items())


def test_no_name_by_ear_is_an_accepted_form_of_another() -> None:
    assert not any(
        are_variants(key, name.lower()) for key, names in _NAMES.items() for name in names
    )
