"""Where names stand: words, possessives, sentence starts, capitalised runs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.model import Span
from transcheck.names.words.tokens import find_runs, find_words


def runs(text: str) -> list[str]:
    return [" ".join(word.text for word in run) for run in find_runs(find_words(text, 0))]


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("Vučić's", "Vučić"),
        ("Vučić’s", "Vučić"),
        ("VUČIĆ'S", "VUČIĆ"),
        ("Ma'ariv", "Ma'ariv"),
        ("O'Neill's", "O'Neill"),
        ("Desantis'", "Desantis"),
        ("Zve\u00adčan", "Zvečan"),
        ("Zvec\u030can", "Zvečan"),
        ("Ni\u200bš", "Niš"),
    ],
)
def test_a_word_is_composed_and_without_its_possessive(written: str, word: str) -> None:
    (found,) = find_words(written, 0)
    assert found.text == word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The 'Rute' bridge", ["The", "Rute", "bridge"]),
        ("a ‘Žabarina’ ferry", ["a", "Žabarina", "ferry"]),
        ("O'Brien' said", ["O'Brien", "said"]),
        ("Хартия'97 on air", ["Хартия", "on", "air"]),
        ("Čačak2b or N12 or N1", ["Čačak", "b", "or", "N", "or", "N1"]),
    ],
)
def test_a_sign_that_no_letter_follows_is_no_part_of_a_word(text: str, words: list[str]) -> None:
    """Python up to 3.11.4 takes it into a group that is repeated possessively."""
    assert [word.text for word in find_words(text, 0)] == words


def test_the_span_leaves_the_possessive_out() -> None:
    text = "In Zve\u00adc\u030can's church."
    word = find_words(text, 3)[1]
    assert text[word.span.start : word.span.end] == "Zve\u00adc\u030can"
    assert word.segment == 3
    assert word.possessive


@pytest.mark.parametrize(
    ("text", "firsts"),
    [
        ("Rutte spoke. Rutte left.", ["Rutte", "Rutte"]),
        ('He said: "Rutte left."', ["He", "Rutte"]),
        ("„Rutte je otišao“", ["Rutte"]),
        ("Dr. Rutte left.", ["Dr"]),
        ("J. Rutte left.", ["J"]),
        ("He saw Rutte leave.", ["He"]),
        ("Photo: Rutte", ["Photo", "Rutte"]),
        ("Talks (Rutte) ended", ["Talks", "Rutte"]),
    ],
)
def test_the_capital_may_be_the_sentences(text: str, firsts: list[str]) -> None:
    assert [word.text for word in find_words(text, 0) if word.first] == firsts


def test_words_in_protected_spans_are_left_out() -> None:
    text = "Rute [sic] and Rutte"
    assert [w.text for w in find_words(text, 0, (Span(0, 10),))] == ["and", "Rutte"]
    assert [w.text for w in find_words(text, 0, (Span(2, 3),))] == ["sic", "and", "Rutte"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the mayor of Novi Pazar, Nihat Biševac", ["Novi Pazar", "Nihat Biševac"]),
        ("Mark Rutte's Dutch friends", ["Mark Rutte", "Dutch"]),
        ("A. P. Kovač and U.S. troops", ["A P Kovač", "U.S."]),
        ("Kramp-Karrenbauer and Al‑Assad", ["Kramp Karrenbauer", "Al Assad"]),
        ("Kosovo\u00a0Polje", ["Kosovo Polje"]),
        ("in Niš. Vranje waits", ["Niš", "Vranje"]),
        ("Gjakova/Đakovica", ["Gjakova", "Đakovica"]),
        ("Charles de Gaulle and Ursula von der Leyen", ["Charles Gaulle", "Ursula Leyen"]),
        ("Marko  Ilić", ["Marko", "Ilić"]),
        ("nothing at all", []),
    ],
)
def test_capitalised_runs(text: str, wanted: list[str]) -> None:
    assert runs(text) == wanted


def test_particles_are_kept_beside_the_word_they_stand_before() -> None:
    (run,) = find_runs(find_words("Ursula von der Leyen", 0))
    assert [word.particles for word in run] == ["", "von der"]


def test_a_word_without_blank_before_it_begins_a_new_run() -> None:
    assert runs("Serbia,Kosovo and Bosnia") == ["Serbia", "Kosovo", "Bosnia"]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aZč Ćđ'’s.-\u030c\u00ad\u200b(\"\nŁ9", max_size=40))
def test_spans_are_in_order_inside_the_text_and_spell_the_word(text: str) -> None:
    words = find_words(text, 0)
    end = 0
    for word in words:
        assert end <= word.span.start < word.span.end <= len(text)
        end = word.span.end
        raw = text[word.span.start : word.span.end].translate(dict.fromkeys((0xAD, 0x200B)))
        assert unicodedata.normalize("NFC", raw) == unicodedata.normalize("NFC", word.text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("Zvečan Kovač od U Đurić von s' Łódź".split()), max_size=8))
def test_composed_and_decomposed_texts_have_the_same_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    apart = unicodedata.normalize("NFD", text)
    assert [w.text for w in find_words(text, 0)] == [w.text for w in find_words(apart, 0)]
    assert [w.folded for w in find_words(text, 0)] == [w.folded for w in find_words(apart, 0)]
