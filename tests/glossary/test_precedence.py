"""Several glossaries: the later one named wins, the shipped ones come last."""

from __future__ import annotations

import hashlib

import pytest
from msgspec.structs import replace

from transcheck.errors import UsageError
from transcheck.glossary import find_shipped, load_glossaries, shipped
from transcheck.glossary.precedence import keep_language
from transcheck.model import Concept, Term


def concepts(*paths, shipped=False):
    return load_glossaries(paths, shipped=shipped).concepts


def test_the_later_file_comes_first(write):
    one, two = write("name\nLund\n", "one.csv"), write("name\nMalm\n", "two.csv")
    assert [concept.name for concept in concepts(one, two)] == ["Malm", "Lund"]


def test_shipped_rows_come_last(write):
    own = write("name\nLunden Bridge\n", "own.csv")
    found = load_glossaries([own]).concepts
    assert found[0].file == "own.csv"
    assert {concept.file for concept in found[1:]} == {path.name for path in find_shipped()}


def test_a_row_is_replaced_by_the_later_one(write):
    one = write("name,kind,note\nLund,place,old\nLund,person,other\n", "one.csv")
    two = write("name,kind,note\nLund,place,new\n", "two.csv")
    assert [(c.kind, c.note) for c in concepts(one, two)] == [("place", "new"), ("person", "other")]


def test_what_the_later_file_rejects_is_no_right_form_below(write):
    one = write("name,admitted\nLund,Lunden|Lunda\nMalm,\n", "one.csv")
    two = write("name,kind,rejected\nLundby,place,Lunden|Malm\n", "two.csv")
    lundby, lund = concepts(one, two)
    assert (lundby.name, lund.name, lund.admitted) == ("Lundby", "Lund", ("Lunda",))


def test_what_the_later_file_writes_is_rejected_by_none_below(write):
    one = write("name,rejected\nLund,Lunden|Lunda\n", "one.csv")
    two = write("name,admitted\nLundby,Lunden\n", "two.csv")
    assert [concept.rejected for concept in concepts(one, two)] == [(), ("Lunda",)]


def test_ids_stay_unique_over_files(write):
    one, two = write("name\nA B\n", "one.csv"), write("name\nA-B\n", "two.csv")
    assert [concept.id for concept in concepts(one, two)] == ["name:a-b", "name:a-b-2"]


def test_files_carry_their_digests(write):
    one, two = write("name\nLund\n", "one.csv"), write("name\nMalm\n", "two.csv")
    digests = [hashlib.sha256(text).hexdigest()[:6] for text in (b"name\nMalm\n", b"name\nLund\n")]
    files = load_glossaries([one, two], shipped=False).files
    assert files == (("two", digests[0]), ("one", digests[1]))


def test_no_glossary_at_all():
    assert concepts() == ()


def test_missing_shipped_files_are_said(tmp_path):
    with pytest.raises(UsageError, match="--no-glossaries"):
        shipped.find_shipped(tmp_path / "src" / "transcheck")


def test_a_termbase_without_the_language_counts_by_its_first_one():
    concept = Concept("name:oslo", "Oslo", "", (Term("Oslo", "sr"),), "sr", file="desk.tbx")
    assert keep_language((concept,), "en") == (concept,)
    assert keep_language((replace(concept, file="desk.csv"),), "en") == ()
