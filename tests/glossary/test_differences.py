"""What changed between two versions of a glossary, in words; and what one holds, in numbers."""

from __future__ import annotations

from time import process_time

import pytest

from transcheck.glossary.differences import find_changes
from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats import native
from transcheck.glossary.statistics import count

OLD = "name,kind,admitted,rejected,source,lang,note,ref\nLund,place,A|B,X,sr:Lund,,south,\n"


def concepts(text):
    return native.read(GlossaryFile("n.csv", text.encode()), Pair()).concepts


def row(text):
    return OLD.splitlines()[0] + "\n" + text + "\n"


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (OLD, []),
        (row(" Lund ,place,A | B,X,sr:Lund,en,south,"), []),
        ("kind,name,admitted,rejected,source,note\nplace,Lund,A|B,X,sr:Lund,south\n", []),
        (OLD + "Malm,,,,,,,\n", ["added: “Malm”"]),
        (row("").rstrip() + "\n", ["removed: “Lund” (place)"]),
        (row("Lund,org,A|B,X,sr:Lund,,south,"),
         ["changed: “Lund” (org): kind: “place” is now “org”"]),
        (row("Lund,place,A|B,X,sr:Lund,sv,south,"),
         ["changed: “Lund” (place): lang: “sv” added"]),
        (row("Lund,place,A|C|D,,sr:Lund|mk:Лунд,,north,Q1"),
         ["changed: “Lund” (place): admitted: “C”, “D” added, “B” removed; rejected: “X” removed; "
          "source: “mk:Лунд” added; note: “south” is now “north”; ref: “Q1” added"]),
        (row("Lund,place,B|A,X,sr:Lund,,,"),
         ["changed: “Lund” (place): admitted: in another order; note: “south” removed"]),
        (row("Lund,place,A|B,X,sr:Lund,,south,\nLund,place,A|B,X,sr:Lund,,south,"),
         ["added: “Lund” (place)"]),
    ],
)  # fmt: skip
def test_changes_in_words(new, said):
    assert [str(change) for change in find_changes(concepts(OLD), concepts(new))] == said


def test_lines_of_both_versions():
    (change,) = find_changes(concepts(OLD), concepts("name,note\nMalm,\nLund,\n"))[1:2]
    assert (change.what, change.old_line, change.new_line) == ("changed", 2, 3)


def test_numbers():
    text = OLD + "Lund,org,C,,mk:Лунд|sr:Lunda,,,\nMalm,place,,,,,x,\n"
    found = count(concepts(text))
    assert (found.rows, found.admitted, found.rejected, found.notes) == (3, 3, 1, 2)
    assert found.kinds == (("place", 2), ("org", 1))
    assert found.sources == (("sr", 2), ("mk", 1))
    assert (found.longest, found.repeated) == ("Malm", ("Lund",))


def test_nothing_counts_as_nothing():
    assert count(()).longest == ""


def test_a_file_with_nothing_in_common_takes_no_time_for_each_pair():
    old, new = (
        concepts("name\n" + "".join(f"{word}{n:05}\n" for n in range(20_000)))
        for word in ("Old", "New")
    )
    began = process_time()
    assert len(find_changes(old, new)) == 40_000
    assert process_time() - began < 10  # each pair looked at: minutes
