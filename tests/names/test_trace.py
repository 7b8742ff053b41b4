"""What a trace remembers, and what it asks again: the steps that `explain` shows."""

from __future__ import annotations

import pytest
from newsdesk import article_of, concept, index_of

from transcheck.model import Languages, Place, Span
from transcheck.names import Trace, find_names, trace_names
from transcheck.names.damage.rules import Rule
from transcheck.names.trace import likeness_terms, list_changes, name_channel, side_terms

RUTTE = "Mark Rutte landed at noon. Rute left at one, and Zoran Kovačić stayed.\nIvo Kovacic left."


def trace_of(text: str, *concepts: object) -> Trace:
    return trace_names(article_of(text), index_of(*concepts), Languages(source="sr"))  # type: ignore[arg-type]


def place_of(text: str, part: str) -> Place:
    lines = text.split("\n")
    number = next(n for n, line in enumerate(lines) if part in line)
    start = lines[number].index(part)
    return Place(number, Span(start, start + len(part)))


def test_the_names_of_a_trace_are_those_that_are_found() -> None:
    index, languages = index_of(concept("Mark Rutte")), Languages(source="sr")
    article = article_of(RUTTE)
    assert trace_names(article, index, languages).names == find_names(article, index, languages)


def test_the_ruling_at_a_place_and_its_terms() -> None:
    trace = trace_of(RUTTE)
    (ruling,) = trace.rulings_at(place_of(RUTTE, "Rute"))
    assert (ruling.right.text, ruling.wrong.text) == ("Rutte", "Rute")
    for terms in (likeness_terms(ruling.pair), side_terms(ruling)):
        weights = [abs(weight) for _, weight in terms]
        assert weights
        assert weights == sorted(weights, reverse=True)
        assert all(weights)
    assert "full name" in dict(side_terms(ruling))


def test_no_ruling_stands_at_the_right_form() -> None:
    assert trace_of(RUTTE).rulings_at(place_of(RUTTE, "Rutte")) == []


def test_a_guard_is_told_at_both_places() -> None:
    trace = trace_of(RUTTE)
    for part in ("Kovačić", "Kovacic"):
        place = place_of(RUTTE, part)
        assert [held.guard for held in trace.silenced_at(place)] == ["other-given-name"]
        assert trace.unlike_at(place) == []


def test_a_near_name_that_was_too_unlike_is_asked_again() -> None:
    text = "Anna Petersen spoke.\nPaterson left, and Petrosyan stayed."
    found = trace_of(text).unlike_at(place_of(text, "Petersen"))
    assert found
    assert {usage.text for usage, _, _ in found} <= {"Paterson", "Petrosyan"}
    same = [probability for _, _, probability in found]
    assert same == sorted(same, reverse=True)
    assert all(0 <= one < 1 for one in same)


def test_the_glossary_names_at_a_place_have_probabilities() -> None:
    text = "The envoy, Mark Rute, left."
    matches = trace_of(text, concept("Mark Rutte")).matches_at(place_of(text, "Mark Rute"))
    assert [" ".join(match.near.right) for match in matches] == ["Mark Rutte"]
    assert 0.5 < matches[0].probability < 1


def test_an_article_that_is_not_judged_has_an_empty_trace() -> None:
    languages = Languages(target="en", article="sr")
    trace = trace_names(article_of(RUTTE), index_of(), languages)
    place = place_of(RUTTE, "Rute")
    assert trace.names.mentions == ()
    assert not trace.rulings_at(place)
    assert not trace.silenced_at(place)
    assert not trace.unlike_at(place)
    assert not trace.matches_at(place)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ([("tt", "t")], "tt → t"),
        ([("sch", "š"), ("z", "c")], "sch → š, z → c"),
        ([("$", "u$")], "+ u at the end"),
        ([("a$", "u$")], "a → u at the end"),
        ([("e$", "$")], "e lost at the end"),
        ([("h", "")], "h lost"),
        ([], ""),
    ],
)
def test_changes_in_letters(rules: list[tuple[str, str]], words: str) -> None:
    assert list_changes(Rule(a, b, 0.1, "slip") for a, b in rules) == words


@pytest.mark.parametrize(
    ("channel", "language", "words"),
    [
        ("respelling", "sr", "Serbian spelling by ear"),
        ("respelling", "hr", "Serbian spelling by ear"),
        ("respelling", None, "spelling by ear"),
        ("marks", "sr", "marks lost"),
        ("slip", None, "slip of the keys"),
    ],
)
def test_channels_in_words(channel: str, language: str | None, words: str) -> None:
    assert name_channel(channel, language) == words
