"""Why a glossary cannot be loaded: one clear line, the same from the loader and from lint."""

from __future__ import annotations

import pytest

from transcheck.errors import UsageError
from transcheck.glossary import load_glossaries
from transcheck.glossary.lint import lint

# id of the fault, the file, its line, words of the message.
FAULTS = [
    ("empty-file", "", 1, "empty"),
    ("empty-file", "\ufeff \n", 1, "empty"),
    ("no-rows", "name,kind\n", 1, "holds no name"),
    ("no-rows", "name,kind\n\n", 1, "holds no name"),
    ("no-name-column", "kind,admitted\nplace,Lund\n", 1, "`name`"),
    ("unknown-column", "name,admited\nLund,\n", 1, 'Did you mean "admitted"?'),
    ("unknown-column", "name,\nLund,\n", 1, "no name"),
    ("unknown-column", "name,name\nLund,Lund\n", 1, "twice"),
    ("unclosed-quote", 'name,note\nLund,x\nMalm,"y\nUmeå,z\n', 3, "not closed"),
    ("unclosed-quote", 'name,note\nLund,"x" y\n', 2, '""'),
    ("cell-count", "name,kind\nLund,place\nMalm\n", 3, "1 cell,"),
    ("cell-count", "name,kind\nLund,place,x\n", 2, "3 cells"),
    ("empty-name", "name,kind\nLund,place\n ,place\n", 3, "no name"),
    ("equal-rows", "name,kind\nLund,place\nMalm,place\nLund,place\n", 4, "line 2"),
    ("equal-rows", "name\nLund\nLund \n", 3, "line 2"),
    ("rejected-name", "name,rejected\nLund,Malm\nMalm,\n", 3, "lines 2 and 3"),
    ("rejected-name", "name,rejected\nMalm,\nLund,Malm\n", 3, "“Malm” is rejected"),
]


@pytest.mark.parametrize(("id", "text", "line", "words"), FAULTS)
def test_a_fault_stops_the_loader_and_is_reported_by_lint(write, id, text, line, words):
    path = write(text)
    with pytest.raises(UsageError) as failure:
        load_glossaries([path], shipped=False)
    assert (failure.value.path, failure.value.line) == (path, line)
    assert words in str(failure.value)
    assert "\n" not in str(failure.value)
    issue = next(issue for issue in lint(path) if issue.id == id)
    assert (issue.line, issue.message) == (line, failure.value.message)


def test_a_missing_file(tmp_path):
    path = str(tmp_path / "gone.csv")
    with pytest.raises(UsageError, match=r"gone\.csv: the glossary cannot be read"):
        load_glossaries([path], shipped=False)
    (issue,) = lint(path)
    assert (issue.id, issue.line, issue.unusable) == ("missing-file", 1, True)


def test_a_folder_is_no_glossary(tmp_path):
    with pytest.raises(UsageError, match="directory"):
        load_glossaries([str(tmp_path)], shipped=False)


@pytest.mark.parametrize(("bom", "offset"), [("", 11), ("\ufeff", 14)])
def test_a_byte_that_is_not_utf8_is_named(tmp_path, bom, offset):
    path = tmp_path / "names.csv"
    path.write_bytes(bom.encode() + b"name\nLund\nP\xe8\n")
    with pytest.raises(UsageError, match=rf"names\.csv:3: byte {offset} \(0xE8\) is not UTF-8"):
        load_glossaries([str(path)], shipped=False)


def test_semicolons_are_explained(write):
    with pytest.raises(UsageError, match="`name`"):
        load_glossaries([write("name;kind\nLund;place\n")], shipped=False)
    assert any("semicolons" in issue.message for issue in lint(write("name;kind\nLund;place\n")))


def test_lint_reports_all_faults_in_one_run(write):
    path = write(
        "name,kind,admited,rejected\nLund,place,,Malm\nMalm,place,,\nLund,place,,\n,place,,\nx,y\n"
    )
    assert [(issue.line, issue.id) for issue in lint(path) if issue.id != "unknown-kind"] == [
        (1, "unknown-column"),
        (3, "rejected-name"),
        (4, "equal-rows"),
        (5, "empty-name"),
        (6, "cell-count"),
    ]


def test_the_loader_says_how_many_more_there_are(write):
    with pytest.raises(UsageError, match="lists 1 more"):
        load_glossaries([write("name,kind\n,place\nLund\n")], shipped=False)


GOOD = [
    "name\nLund\n",
    "name,kind\nLund,place\nLund,person\n",
    "name,rejected\nLund,Lund\n",
    "name,kind,admitted\nLund,town,Malm|Malm||x\nlund,person,Lund\n",
    "name,lang,rejected\nLund,en,Lunden\nLunden,de,\nLund,de,\n",
    'name,note\nLund,"says ""no"", and\nleaves"\n',
]


@pytest.mark.parametrize("text", GOOD)
def test_everything_else_is_left_to_lint(write, text):
    assert load_glossaries([write(text)], shipped=False).concepts
