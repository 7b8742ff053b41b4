"""A form against a glossary: which name it is, damaged, or a stranger's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import concept, index_of, names_in

from transcheck.model import Certainty, Form
from transcheck.names.index import NameIndex
from transcheck.names.judgement import reach
from transcheck.names.judgement.matches import find_matches
from transcheck.names.judgement.rating import POSSIBLE, name_kind, rate
from transcheck.names.judgement.reach import find_possible

DESK = index_of(
    concept("Mark Rutte"),
    concept("Joe Biden"),
    concept("Brett Kavanaugh"),
    concept("Ilan Shor"),
    concept("Ursula von der Leyen"),
    concept("Olaf Scholz"),
    concept("Natalia Gavrilița"),
    concept("Jovan Milanović"),
    concept("Vladimir Petrov"),
    concept("Zvečan", "place"),
    concept("Arlington", "place"),
    concept("Trepča Mines", "org"),
    concept("NATO", "org"),
)


def best(form: str, language: str | None = "sr", index: NameIndex = DESK) -> str | None:
    """The name that a form is likely to be, as it should be written."""
    matches = find_matches(form.split(), index, language)
    sure = rate(matches) if matches else None
    return " ".join(matches[0].near.right) if sure and sure is not Certainty.POSSIBLE else None


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Bajden", "Biden"),
        ("Šolc", "Scholz"),
        ("Zvečanu", "Zvečan"),
        ("Zvecan", "Zvečan"),
        ("Arlignton", "Arlington"),
        ("Bret Kavano", "Brett Kavanaugh"),
        ("Ilana Shora", "Ilan Shor"),
        ("Ursula fon der Lajen", "Ursula von der Leyen"),
        ("Džo Bajden", "Joe Biden"),
    ],
)
def test_a_damaged_form_is_its_name(form: str, name: str) -> None:
    assert best(form) == name


@pytest.mark.parametrize(
    "form",
    [
        "Barlow",
        "Milatović",
        "Jovana Milanović",
        "Marko Rute",
        "Petrova",
        "Vuhledar",
        "Scholz",
    ],
)
def test_a_stranger_is_nobody_of_the_glossary(form: str) -> None:
    assert best(form) is None


def test_two_names_equally_near_are_not_tossed_for() -> None:
    twins = index_of(concept("Anna Miller"), concept("Karl Müller"))
    matches = find_matches(["Miler"], twins, "sr")
    assert {" ".join(match.near.right) for match in matches} == {"Miller", "Müller"}
    assert rate(matches) in (None, Certainty.POSSIBLE)


def test_probabilities_are_shared_with_the_stranger() -> None:
    for form in ("Bajden", "Zvecanu", "Gavrilita", "Rute"):
        shares = [match.probability for match in find_matches([form], DESK, None)]
        assert shares == sorted(shares, reverse=True)
        assert 0 <= sum(shares) < 1


NAMES = (
    "Bajden Rute Šolc Milanovic Petrovom Zvecan Zvečanu Arlignton Kavano Gavrilica Shora".split()
)


@st.composite
def forms(draw: st.DrawFn) -> str:
    """A damaged name, a few letters of it changed."""
    word = draw(st.sampled_from(NAMES))
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(1, len(word)))
        letters = draw(st.sampled_from(["", "a", "r", "š", "k", "om", "ova", "tt"]))
        word = word[:place] + letters + word[place + draw(st.integers(0, 1)) :]
    return word


@given(forms(), st.sampled_from([None, "sr", "uk", "sq", "cs"]))
@settings(max_examples=100, deadline=None)
def test_what_is_out_of_reach_is_not_possible(form: str, language: str | None) -> None:
    matches = find_matches([form], DESK, language)
    possible = matches if matches and matches[0].probability >= POSSIBLE else ()
    assert find_possible([form], DESK, language) == possible


def test_what_is_out_of_reach_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    def judge(*_: object) -> tuple[()]:
        raise AssertionError

    crowd = index_of(*(concept(f"Ann Mill{end}") for end in ("er", "ar", "or", "ir", "ur", "yr")))
    assert find_matches(["Milner"], crowd, None)
    monkeypatch.setattr(reach, "find_matches", judge)
    assert find_possible(["Milner"], crowd, None) == ()


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("Zvečanu", "ending"),
        ("Arlignton", "typing"),
        ("Bajden", "family name"),
        ("Arlingtn", "slip"),
        ("Bret Kavano", "full name"),
        ("Milatović", "at home"),
    ],
)
def test_what_sets_a_form_apart_has_a_name(form: str, kind: str) -> None:
    assert name_kind(find_matches(form.split(), DESK, "sr")[0].near) == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The talks with Bajden went on.", {("Bajden", "Biden", Form.RESPELT)}),
        ("Asked about Zvečanu again.", {("Zvečanu", "Zvečan", Form.INFLECTED)}),
        ("The report on NATO-u came.", {("NATO-u", "NATO", Form.INFLECTED)}),
        (
            "In court Bret Kavano spoke. Then Kavano left.",
            {
                ("Bret Kavano", "Brett Kavanaugh", Form.RESPELT),
                ("Kavano", "Kavanaugh", Form.RESPELT),
            },
        ),
        ("The song by Petra Bajden was played. Then Bajden left.", set()),
        ("They met near Bajden and swam.", set()),
        ("The band, formerly Bajden, split.", set()),
        ("The village of Bajden is small.", set()),
    ],
)
def test_damaged_names_of_the_glossary_stand_alone(
    text: str, found: set[tuple[str, str, Form]]
) -> None:
    names = names_in(text, "sr", DESK)
    shown = [m for m in names.mentions if m.form is not Form.EXACT and m.name]
    assert {(m.text, m.name, m.form) for m in shown} == found


def test_the_glossary_settles_what_the_article_leaves_open() -> None:
    text = "With Bajden and Bidden the talks went on."
    mentions = names_in(text, "sr", DESK).mentions
    assert all(m.name for m in mentions if m.text == "Bajden")


def test_every_damaged_name_says_why() -> None:
    for mention in names_in("The talks with Bajden went on.", "sr", DESK).mentions:
        kinds = [evidence.kind for evidence in mention.evidence]
        assert kinds == ["glossary", "direction"]
        assert mention.evidence[1].reason.startswith("Serbian writes Biden as Bajden")


def test_a_tie_names_everybody_it_may_be() -> None:
    index = index_of(concept("Anna Petersen"), concept("Anna Peterson"), concept("Eva Marr"))
    (one,) = names_in("The talks were led by Anna Petersan on Monday.", "sr", index).mentions
    assert one.certainty is Certainty.POSSIBLE
    assert (one.name, *one.others) == ("Anna Petersen", "Anna Peterson")


def test_a_name_that_leads_stands_alone() -> None:
    index = index_of(concept("Anna Petersen"), concept("Anna Peterson"))
    (one,) = names_in("The talks were led by Anna Petersn on Monday.", "sr", index).mentions
    assert (one.name, one.others) == ("Anna Petersen", ())
