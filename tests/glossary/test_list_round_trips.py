"""A glossary taken to another format and back is the same, in all that the format can hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats import aws, azure, deepl, google, native, tsv
from transcheck.glossary.shipped import find_shipped
from transcheck.model import Concept, Status, Term

FORM = st.text(st.sampled_from("aAbžЖ ,;\"'|\\=-+@:.tn"), min_size=1, max_size=9)
FORM = FORM.map(str.strip).filter(bool)
LANGUAGE = st.sampled_from(["sr", "mk", "sr-Latn"])


@st.composite
def concepts(draw):
    """Return concepts of different names."""
    made = []
    for name in draw(st.lists(FORM, unique=True, max_size=5)):
        terms = [Term(name, "en")]
        for status in (Status.ADMITTED, Status.DEPRECATED):
            terms += [Term(form, "en", status) for form in draw(st.lists(FORM, max_size=2))]
        terms = [terms[0], *(term for term in terms[1:] if term.text != name)]
        terms += [Term(draw(FORM), draw(LANGUAGE)) for _ in range(draw(st.integers(0, 2)))]
        kind = draw(st.sampled_from(["", "person", "place"]))
        note, ref = draw(st.one_of(st.just(""), FORM)), draw(st.one_of(st.just(""), FORM))
        made.append(Concept("", name, kind, tuple(terms), "en", note, ref))
    return made


def held(concept):
    """Return what a row says, wherever it stands."""
    return concept.name, concept.kind, concept.terms, concept.lang, concept.note, concept.ref


def read(made, writing, name="list.csv"):
    reading = made.read(GlossaryFile(name, writing.content), Pair("en", "sr"))
    return [one for one in reading.problems if one.id != "empty-file"], reading.concepts


@given(concepts())
@settings(max_examples=150, deadline=None)
def test_native_to_native_loses_nothing(rows):
    problems, back = read(native, native.write(rows, Pair()), "a.csv")
    # A form that one row rejects and another is called by is the glossary's fault, not ours.
    assert {problem.id for problem in problems} <= {"rejected-name"}
    assert [held(one) for one in back] == [held(one) for one in rows]


def pairs(rows):
    """Return the pairs an engine can hold: one target for each source term, the first."""
    first = {}
    for one in rows:
        for term in one.sources:
            if term.lang.startswith("sr"):
                first.setdefault(term.text, one.name)
    return first


@pytest.mark.parametrize("made", [deepl, google, azure])
@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
@given(rows=concepts())
@settings(max_examples=60, deadline=None)
def test_pairs_come_back(made, suffix, rows):
    wanted = pairs(rows)
    writing = made.write(rows, Pair("en", "sr", suffix))
    problems, back = read(made, writing, f"list{suffix}")
    assert problems == []
    found = {term.text: one.name for one in back for term in one.sources}
    assert found == wanted
    assert len({one.name for one in back}) == len(back)


@given(rows=concepts())
@settings(max_examples=60, deadline=None)
def test_aws_pairs_come_back_but_for_case(rows):
    folded = {}
    for form, name in pairs(rows).items():
        folded.setdefault(form.casefold(), (form, name))
    _, back = read(aws, aws.write(rows, Pair("en", "sr")))
    found = {term.text: one.name for one in back for term in one.sources}
    assert found == dict(folded.values())


@given(rows=concepts())
@settings(max_examples=60, deadline=None)
def test_a_plain_list_keeps_every_name(rows):
    wanted = {(form, name) for form, name in pairs(rows).items()}
    _, back = read(tsv, tsv.write(rows, Pair("en", "sr", ".tsv")), "list.tsv")
    assert {(term.text, one.name) for one in back for term in one.sources} >= (
        wanted if any(one.sources for one in rows) else set()
    )


@given(rows=concepts())
@settings(max_examples=60, deadline=None)
def test_term_sets_hold_every_language(rows):
    assume(any(one.sources for one in rows))
    writing = google.write(rows, Pair("en", "mul"))
    reading = google.read(GlossaryFile("a.csv", writing.content), Pair())
    found = {
        (one.name, term.lang[:2], term.text) for one in reading.concepts for term in one.sources
    }
    wanted = {(one.name, term.lang[:2], term.text) for one in rows for term in one.sources}
    assert found == wanted


@pytest.mark.parametrize("path", find_shipped(), ids=lambda path: path.name)
def test_a_file_in_canonical_form_comes_out_byte_for_byte(path: Path) -> None:
    file = GlossaryFile(str(path), path.read_bytes())
    assert native.write(native.read(file, Pair()).concepts, Pair()).content == file.content


@pytest.mark.parametrize("cell", ["=Lund", "+Lund", "-Lund", "@Lund", "'=Lund", "''@Lund"])
def test_a_formula_is_guarded_and_comes_back(cell):
    writing = native.write([Concept("", cell, terms=(Term(cell, "en"),), note=cell)], Pair())
    row = writing.content.decode().splitlines()[1]
    assert row == f"'{cell},,,,,,'{cell},"
    (back,) = read(native, writing)[1]
    assert (back.name, back.note) == (cell, cell)


def test_an_apostrophe_alone_is_no_guard():
    writing = native.write([Concept("", "'t Hout", terms=(Term("'t Hout", "en"),))], Pair())
    assert writing.content.splitlines()[1] == b"'t Hout,,,,,,,"


def test_what_has_no_column_finds_its_nearest():
    terms = (
        Term("Lund", "en"),
        Term("Lunde", "en"),
        Term("Lunden", "en", Status.SUPERSEDED),
        Term("Lunda", "und"),
        Term("a: b", "und"),
    )
    row = native.write([Concept("", "Lund", terms=terms)], Pair()).content.splitlines()[1]
    assert row == b"Lund,,Lunde,Lunden,Lunda|und:a: b,,,"
