"""Names read as words: the table of meanings, and what reads as a translation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import article_of, concept, index_of

from transcheck.model import Form, Languages, Mention
from transcheck.names import NameIndex, find_names
from transcheck.names.terms.reading import read_piece
from transcheck.names.words import meanings
from transcheck.names.words.lexicon import is_word
from transcheck.names.words.meanings import is_english_name, meanings_of, names_meaning
from transcheck.names.words.tokens import find_words

NOVI_LIST = concept("Novi List", "org")
STARI_GRAD = concept("Stari Grad", "place")
MONTENEGRO = concept("Montenegro", "place", sources=[("sr", "Crna Gora")])
TABLE = meanings._by_meaning()


def translated(text: str, index: NameIndex | None = None) -> list[Mention]:
    names = find_names(article_of(text), index or index_of(), Languages(source="sr"))
    return [mention for mention in names.mentions if mention.form is Form.TRANSLATED]


@pytest.mark.parametrize("meaning", sorted(TABLE))
def test_a_meaning_is_an_english_word_in_lower_case(meaning: str) -> None:
    assert meaning == meaning.lower()
    assert is_word(meaning), meaning


def test_the_table_reads_both_ways() -> None:
    for meaning, names in TABLE.items():
        assert len(set(names)) == len(names), meaning
        for name in names:
            assert name.isascii(), name
            assert name.isalpha(), name
            assert name != meaning
            assert meaning in meanings_of(name)
            assert name in names_meaning(meaning)
    assert len({name for names in TABLE.values() for name in names}) > 300


@pytest.mark.parametrize("word", ["", "the", "serbia", "rutte", "Wolf"])
def test_other_words_mean_nothing(word: str) -> None:
    assert names_meaning(word) == ()
    assert meanings_of(word) == frozenset()


def test_names_that_english_speakers_bear() -> None:
    assert is_english_name("hope")
    assert not is_english_name("god")


def test_the_evidence_names_the_place_the_meaning_and_the_row() -> None:
    index = index_of(concept("Božo Perić"))
    (found,) = translated("Božo Perić opened.\nThe clerk saw God Perić leave.", index)
    assert (found.text, found.name, found.concept) == (
        "God Perić",
        "Božo Perić",
        "person:božo-perić",
    )
    assert [item.kind for item in found.evidence] == ["article", "direction", "glossary"]
    assert found.evidence[0].text == "Božo Perić"
    assert found.evidence[1].reason == "Božo means god: the name was read as a word"
    assert found.evidence[2].ref == "desk.csv:2"


def test_the_family_name_inside_is_not_confirmed_as_well() -> None:
    names = find_names(
        article_of("The clerk saw God Perić leave."),
        index_of(concept("Božo Perić")),
        Languages(source="sr"),
    )
    assert [mention.form for mention in names.mentions] == [Form.TRANSLATED]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A reporter of New leaf was there.", "New leaf"),
        ("A reporter of New Leaf, the daily, was there.", "New Leaf"),
        ("The daily New Leaf wrote so.", "New Leaf"),
        ("Readers of “New Leaf” wrote so.", "New Leaf"),
        ("The municipality of Old Town votes.", "Old Town"),
        ("The town of Old City votes.", "Old City"),
        ("Salt goes to Black Gora, by ship.", "Black Gora"),
    ],
)
def test_a_glossary_and_the_place_show_it(text: str, wrong: str) -> None:
    index = index_of(NOVI_LIST, STARI_GRAD, MONTENEGRO)
    assert [mention.text for mention in translated(text, index)] == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "We strolled through the Old Town, and the New Leaf exhibition was open.",
        "Old Town is what they call the quarter.",
        "He turned over a new leaf. New leaf growth is green.",
        "New Leaf Street is closed, and so is Old Town Hall.",
        "Stari Grad, called Old Town by visitors, votes.",
        "Stari Grad (the town of Old Town) votes.",
        "The town of Stari Grad or Old Town votes.",
        "The New and old leaf",
        "Black Mountain is a town in North Carolina.",
    ],
)
def test_without_evidence_nothing_is_said(text: str) -> None:
    assert translated(text, index_of(NOVI_LIST, STARI_GRAD, MONTENEGRO)) == []


def test_a_term_of_the_glossary_is_no_translation_of_another() -> None:
    index = index_of(NOVI_LIST, concept("New Leaf", "org"))
    assert translated("The daily New Leaf wrote so.", index) == []
    admitted = index_of(concept("Novi List", "org", admitted=["New Leaf"]))
    assert translated("The daily New Leaf wrote so.", admitted) == []


def test_a_rejected_form_is_not_translated_from() -> None:
    index = index_of(concept("Hill Daily", "org", rejected=["Novi Grič"]))
    assert translated("The daily New Grič wrote so.", index) == []


def test_a_translation_may_come_before_the_name() -> None:
    (found,) = translated("Wolf Grbić died.\nVuk Grbić was 81.")
    assert found.name == "Vuk Grbić"


@pytest.mark.parametrize(
    ("written", "name", "read"),
    [
        ("New Leaf", "novi list", True),
        ("New leaf", "novi list", True),
        ("new Leaf", "novi list", False),
        ("Novi List", "novi list", False),
        ("Novi leaf", "novi list", False),
        ("New Leaf Hotel", "novi list", False),
        ("New. Leaf", "novi list", False),
        ("New", "novi list", False),
        ("New-Leaf", "novi list", True),
    ],
)
def test_what_reads_as_a_translation(written: str, name: str, read: bool) -> None:
    words = find_words(written, 0)
    assert (read_piece(words, 0, name.split()) is not None) is read


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_every_translated_family_of_an_article_is_found(data: st.DataObject) -> None:
    """Whatever the table holds: a full name, later with its first word translated."""
    name = data.draw(st.sampled_from(sorted({n for group in TABLE.values() for n in group})))
    meaning = data.draw(st.sampled_from(sorted(meanings_of(name))))
    family = data.draw(st.sampled_from(["Grbić", "Šimunović", "Kostrešević"]))
    right, wrong = f"{name.title()} {family}", f"{meaning.title()} {family}"
    found = translated(f"The mayor, {right}, spoke.\nThe clerk saw {wrong} leave the hall.")
    if not is_word(name):
        assert [(mention.text, mention.name) for mention in found] == [(wrong, right)]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(sorted(TABLE)), min_size=1, max_size=8))
def test_words_alone_are_no_names(words: list[str]) -> None:
    text = f"It was {' '.join(word.title() for word in words)} to them."
    assert translated(text) == []
    assert translated(text, index_of(STARI_GRAD, concept("Vuk Gora"))) == []
