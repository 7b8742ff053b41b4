"""The native glossary: what is read, and in which shape."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats.native import GLOSSARY_FORMAT, read
from transcheck.glossary.native.lists import escape, split_list
from transcheck.model import Status, Term

HEADER = "name,kind,admitted,rejected,source,lang,note,ref\n"


def load(path):
    """Return the concepts of a file that has no problems."""
    reading = read(GlossaryFile(path, Path(path).read_bytes()), Pair())
    assert not reading.problems
    return reading.concepts


def test_a_row_becomes_a_concept(write):
    row = "Anna Lund,person,Ana Lund,Anna Lundt,sr:Ana Lund|mk:Ана Лунд,,minister,Q1\n"
    (concept,) = load(write(HEADER + row))
    assert concept.id == "person:anna-lund"
    assert (concept.name, concept.kind, concept.lang) == ("Anna Lund", "person", "en")
    assert (concept.note, concept.ref, concept.file, concept.row) == (
        "minister",
        "Q1",
        "names.csv",
        2,
    )
    assert concept.terms == (
        Term("Anna Lund", "en"),
        Term("Ana Lund", "en", Status.ADMITTED),
        Term("Anna Lundt", "en", Status.DEPRECATED),
        Term("Ana Lund", "sr"),
        Term("Ана Лунд", "mk"),
    )


def test_only_name_is_required(write):
    (concept,) = load(write("name\nLund\n"))
    assert (concept.id, concept.kind, concept.terms) == ("name:lund", "", (Term("Lund", "en"),))


def test_columns_may_stand_in_any_order(write):
    (concept,) = load(write("kind,source,name\nplace,sr:Lunden,Lund\n"))
    assert (concept.name, concept.kind) == ("Lund", "place")
    assert concept.sources == (Term("Lunden", "sr"),)


def test_a_byte_order_mark_is_read(write):
    assert load(write("name\nŽitno\n", encoding="utf-8-sig"))[0].name == "Žitno"


def test_windows_line_ends_and_blank_lines(write):
    concepts = load(write("name,note\r\n\r\nLund,a\r\n\r\nMalm,b\r\n"))
    assert [(concept.name, concept.row) for concept in concepts] == [("Lund", 3), ("Malm", 5)]


def test_lines_are_counted_as_an_editor_counts(write):
    text = 'name,note\nLund,"two\nlines\nand three"\nMalm,one\n'
    assert [(c.name, c.row) for c in load(write(text))] == [("Lund", 2), ("Malm", 5)]


def test_a_separator_of_unicode_is_no_line_end(write):
    assert [c.row for c in load(write("name,note\nLund,a\u2028b\nMalm,c\n"))] == [2, 3]


def test_escapes_in_lists(write):
    text = "name,admitted\n" + r"Lund,A\|B|C\\|D\x" + "\n"
    assert load(write(text))[0].admitted == ("A|B", "C\\", "D\\x")


def test_the_name_is_no_list(write):
    assert load(write("name\nA|B\n"))[0].name == "A|B"


def test_the_first_colon_splits_language_and_form(write):
    (concept,) = load(write("name,source\nLund,sr:Lund: grad|Lunde\n"))
    assert concept.sources == (Term("Lund: grad", "sr"), Term("Lunde", "und"))


def test_a_guard_against_formulas_is_undone(write):
    text = "name,admitted,note\n'=Lund,'+Lund,'-x\n'Lund,'t Hout,x\n"
    first, second = load(write(text))
    assert (first.name, first.admitted, first.note) == ("=Lund", ("+Lund",), "-x")
    assert (second.name, second.admitted) == ("'Lund", ("'t Hout",))


def test_blanks_around_forms_do_not_count(write):
    (concept,) = load(write("name,kind,admitted\n Lund , place , Lunde | Lunda ||\n"))
    assert (concept.name, concept.kind, concept.admitted) == ("Lund", "place", ("Lunde", "Lunda"))


def test_loose_marks_are_joined(write):
    text = unicodedata.normalize("NFD", "name,admitted\nŽitno,Žitnó\n")
    (concept,) = load(write(text))
    assert (concept.name, concept.admitted) == ("Žitno", ("Žitnó",))


def test_the_language_of_a_row_is_the_language_of_its_forms(write):
    (concept,) = load(write("name,admitted,lang\nLund,Lunden,de\n"))
    assert (concept.lang, concept.admitted) == ("de", ("Lunden",))


def test_ids_are_unique_and_keep_marks(write):
    names = ["Žitno", "Zitno", "A-B", "A B", "a b", "!"]
    ids = [concept.id for concept in load(write("name\n" + "\n".join(names) + "\n"))]
    assert ids == ["name:žitno", "name:zitno", "name:a-b", "name:a-b-2", "name:a-b-3", "name:!"]


def test_equal_names_of_different_kinds_are_two(write):
    concepts = load(write("name,kind\nGeorgia,place\nGeorgia,person\n"))
    assert [concept.id for concept in concepts] == ["place:georgia", "person:georgia"]


def test_it_reads_csv_files():
    assert GLOSSARY_FORMAT.suffixes == (".csv",)


ITEM = st.text(st.sampled_from("ab|\\žЖ ")).map(str.strip).filter(bool)


@given(st.lists(ITEM))
@settings(max_examples=100, deadline=None)
def test_an_escaped_list_reads_back(items):
    assert split_list("|".join(map(escape, items))) == items
