"""The index answers as a slow obvious matcher does: no false pair, and none left out."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from newsdesk import concept, index_of
from plain_matcher import PlainMatcher, count_edits, is_near

LANGUAGES = (None, "sr", "hr", "ru", "uk", "mk", "sq", "de")
PIECES = (
    "a e i o u y ai ee ou b c d f g h j k l m n p q r s t v w x z ch sh sch tsch th gh ph ck ll ss "
    "tt ge ci je dz kn qu ow ev ov ic"
).split()
ENDINGS = ("", "", "a", "u", "om", "ovi", "sky", "aya", "i")


@st.composite
def words(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7))
    return "".join(pieces)


@st.composite
def damaged(draw: st.DrawFn, word: str) -> str:
    """A word a few letters away, respelt, or with an ending left on."""
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(word)))
        rest = draw(st.integers(place, min(len(word), place + 2)))
        word = (
            word[:place]
            + draw(st.sampled_from(["", *PIECES, word[place:rest][::-1]]))
            + word[rest:]
        )
    return (word + draw(st.sampled_from(ENDINGS))) or "a"


@st.composite
def searches(draw: st.DrawFn) -> tuple[list[str], list[str], str | None]:
    known = draw(st.lists(words(), min_size=1, max_size=8, unique=True))
    asked = [draw(damaged(draw(st.sampled_from(known)))) for _ in range(3)]
    return known, asked, draw(st.sampled_from(LANGUAGES))


def find_differences(known: list[str], asked: list[str], language: str | None) -> list[object]:
    """Return where the index answers otherwise than the plain matcher, or twice the same."""
    rows = [concept(word.capitalize(), "place") for word in known]
    index, oracle = index_of(*rows), PlainMatcher(rows)
    answers = [(index.near_words(w, language), oracle.near_words(w, language)) for w in asked]
    return [
        (word, found, wanted)
        for word, (found, wanted) in zip(asked, answers, strict=True)
        if sorted(found) != sorted(wanted)
    ]


@given(searches())
@example((["rutte", "biden", "scholz"], ["rute", "bajdenom", "solc"], "sr"))
@example((["hoekstra", "zvecan"], ["gukstra", "zvecanu"], "uk"))
@settings(max_examples=100, deadline=None)
def test_near_words(search: tuple[list[str], list[str], str | None]) -> None:
    assert find_differences(*search) == []


@pytest.mark.long
@given(searches())
@settings(max_examples=10_000, deadline=None)
def test_near_words_of_many(search: tuple[list[str], list[str], str | None]) -> None:
    assert find_differences(*search) == []


@given(searches())
@settings(max_examples=50, deadline=None)
def test_near_forms(search: tuple[list[str], list[str], str | None]) -> None:
    known, asked, language = search
    pairs = zip(known, known[1:] + known[:1], strict=True)
    rows = [concept(f"{a.capitalize()} {b.capitalize()}") for a, b in pairs]
    index, oracle = index_of(*rows), PlainMatcher(rows)
    for folded in ((asked[0], asked[1]), (known[0], asked[2]), (asked[0],)):
        found = index.near_forms(folded, language)
        wanted = oracle.near_forms(folded, language)
        assert sorted(e.concept for e in found) == [e.concept for e in wanted]


@pytest.mark.parametrize(
    ("written", "name", "language"),
    [
        ("rute", "rutte", "sr"), ("bajden", "biden", "sr"), ("solc", "scholz", "sr"),
        ("trampom", "trump", "sr"), ("zvecanu", "zvecan", "sr"), ("lipko", "lipka", "uk"),
        ("sirak", "chirac", "sr"), ("makron", "macron", "hr"), ("vasington", "washington", "sr"),
        ("gukstra", "hoekstra", "uk"), ("sholts", "scholz", "ru"), ("zelensky", "zelenskyy", None),
    ],
)  # fmt: skip
def test_what_is_near(written: str, name: str, language: str | None) -> None:
    index = index_of(concept(name.capitalize(), "place"), concept("Novi Pazar", "place"))
    assert index.near_words(written, language) == (name,)
    assert is_near(written, name, language)


def test_forms_are_found_within_edits_of_their_words() -> None:
    long = "Alpha Bravo Charlie Delta Foxtrot Golfing Hotel India Juliett"  # nine words
    index = index_of(
        concept("Anna Lund"), concept("Lundy", "place"), concept("Anna", "org"),
        concept("Willy Van der Lund"), concept("Lund Rejected", rejected=["Lunds"]),
        concept(long, "org"),
    )  # fmt: skip
    found = {
        run: sorted(index.edited_forms(run.split()))
        for run in ("lundz", "lunds", "anna lunt", "anna lundy", "anna", "ann", "van der lund")
    }
    assert found == {
        "lundz": ["lund", "lunds", "lundy"],
        "lunds": ["lund", "lunds", "lundy"],
        "anna lunt": ["anna lund"],
        "anna lundy": ["anna lund"],
        "anna": ["anna"],
        "ann": [],
        "van der lund": [],
    }
    assert index.edited_forms(long.lower().replace("delta", "delt").split()) == [long.lower()]
    assert index.edited_forms(["delta"]) == []


def test_what_is_not_near() -> None:
    index = index_of(concept("Rutte", "place"), concept("Lee", "place"), concept("Mark", "place"))
    assert index.near_words("rutte", "sr") == ()
    assert index.near_words("leo", "sr") == ()
    assert index.near_words("bark", "de") == ("mark",)
    assert index.near_words("mnogo", "sr") == ()


def test_endless_words_cost_little() -> None:
    index = index_of(concept("Rutte" * 200, "place"), concept("Rutte", "place"))
    for word in ("rutte" * 200, "rute" * 20_000):
        assert index.near_words(word, None) == ()


def test_the_nearest_stands_first() -> None:
    index = index_of(concept("Zelenskyy", "place"), concept("Zelenska", "place"))
    assert index.near_words("zelenskyi", None) == ("zelenskyy", "zelenska")


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("abcd", "abdc", 1), ("abcd", "abc", 1), ("abcd", "xbcd", 1), ("ca", "abc", 3), ("a", "", 1)],
)
def test_the_oracle_counts(one: str, other: str, edits: int) -> None:
    assert count_edits(one, other) == count_edits(other, one) == edits
