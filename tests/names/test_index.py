"""Every question asked of the index, beside a matcher that looks at all forms."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from newsdesk import concept, index_of
from plain_matcher import PlainMatcher

from transcheck.model import Concept, Policy, Status, Term
from transcheck.names import HouseForms

WORDS = "Novi Sad Zvečan Đorđe Rutte Mark mark US of the Marko Rute d'Or Van Pec Peć".split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
TEXTS |= st.sampled_from(["1984", "24/7", "Novi-Sad", "Марк Руте", "Rutte's", "  ", "Zvec\u030can"])
KINDS = st.sampled_from(["person", "place", "org", "acronym", ""])


@st.composite
def rows(draw: st.DrawFn) -> Concept:
    terms = [Term(draw(TEXTS), "en")]
    for text in draw(st.lists(TEXTS, max_size=3)):
        lang = draw(st.sampled_from(["en", "en", "sr", "mk"]))
        terms.append(Term(text, lang, draw(st.sampled_from(list(Status)))))
    name, number = terms[0].text, draw(st.integers(2, 9))
    return Concept(f"c:{name}", name, draw(KINDS), tuple(terms), note="a note", row=number)


GLOSSARIES = st.lists(rows(), max_size=6)


PARTICLE = Term("Novi Van Novi", "en"), Term("Novi Novi", "en")


@given(GLOSSARIES, st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
@example([Concept("c:Novi", "Novi Van Novi", "person", PARTICLE)], ["Novi"])
@settings(max_examples=100, deadline=None)
def test_every_question(concepts: list[Concept], asked: list[str]) -> None:
    index, oracle = index_of(*concepts), PlainMatcher(concepts)
    assert list(index.concepts) == concepts
    folded = [word for entry in oracle.entries for word in entry.folded] or ["mark"]
    assert list(index.entries_starting(folded)) == oracle.entries_starting(folded)
    for entry in oracle.entries:
        assert list(index.forms(entry.folded)) == oracle.forms(entry.folded)
        for place, word in enumerate(entry.folded):
            wanted = oracle.holding_at(word, place, len(entry.folded))
            own = index.near(word, "de")[:1]
            assert [index.entry(n) for n in index.forms_at(own, place, len(entry.folded))] == wanted
            assert index.count_at(own, place, len(entry.folded)) == len(wanted)
    for word in {*folded, "mark", "x"}:
        assert index.begins(word) is oracle.begins(word)
        assert index.has_word(word) is oracle.has_word(word)
        assert list(index.families(word)) == oracle.families(word)
        if index.has_word(word):
            forms = index.forms_alone(index.near(word, "de")[:1])
            assert [index.entry(form) for form in forms] == oracle.alone(word)
            wanted_words = [list(e.words) if e.may_stand else [] for e in oracle.alone(word)]
            assert [index.spelling(form) for form in forms] == wanted_words
    for text in {*asked, *(word for entry in oracle.entries for word in entry.words)}:
        assert index.holders(text) == oracle.holders(text)
        assert index.named_by(text) == oracle.named_by(text)
    for text in {term.text for one in concepts for term in one.terms}:
        assert index.spelt(text) == oracle.spelt(text)


class TestConcepts:
    index = index_of(concept("Novi Sad", "place"), concept("Mark Rutte"), concept("Niš", "place"))

    def test_they_are_a_sequence(self) -> None:
        concepts = self.index.concepts
        assert len(concepts) == len(self.index) == 3
        assert concepts[1].name == concepts[-2].name == "Mark Rutte"
        assert [one.name for one in concepts[1:]] == ["Mark Rutte", "Niš"]
        assert [one.name for one in concepts] == ["Novi Sad", "Mark Rutte", "Niš"]
        assert bool(concepts)
        assert not index_of().concepts

    @pytest.mark.parametrize("number", [3, -4])
    def test_beyond_the_end_is_nothing(self, number: int) -> None:
        with pytest.raises(IndexError):
            self.index.concepts[number]


def test_what_many_share_is_bounded() -> None:
    people = [concept(f"John Name{chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(250)]
    index = index_of(*people)
    john = index.near("john", "de")[:1]
    assert index.forms_at(john, 0, 2) == list(range(200))
    assert index.count_at(john, 0, 2) == 200
    assert [e.concept for e in index.entries_starting(["john", "nameja"])] == [9 * 26]


def test_the_longest_forms_are_only_found_whole() -> None:
    words = [f"word{letter}" for letter in "abcdefghi"]
    index = index_of(concept(" ".join(words), "org"), concept(" ".join(words[:8]), "org"))
    assert index.count_at(index.near("worda", "de")[:1], 0, 9) == 0
    assert index.forms_at(index.near("worda", "de")[:1], 0, 8) == [1]
    assert [e.concept for e in index.entries_starting(words)] == [0, 1]


DAY = date(2026, 1, 1)


def test_a_house_decides_without_a_new_index() -> None:
    kyiv = concept("Kyiv", "place", admitted=["Kiev"], rejected=["Kijev"])
    index = index_of(concept("Lviv", "place"), kyiv)
    house = HouseForms(index, Policy(preferred=("Kiev",))).on(DAY)
    assert house.house == {1}
    assert house.concepts[1].name == "Kiev"
    assert [entry.status for entry in house.entries_starting(["kiev"])] == [Status.PREFERRED]
    assert [entry.status for entry in house.entries_starting(["kyiv"])] == [Status.ADMITTED]
    assert index.concepts[1].name == "Kyiv"
    assert index.house == frozenset()
    assert HouseForms(index, Policy()).on(DAY) is index
    assert HouseForms(index, Policy(preferred=("Kijev",))).on(DAY) is index
