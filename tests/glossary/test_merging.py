"""Two people's work on one glossary: what is joined, and what is left to decide."""

from __future__ import annotations

import subprocess
import sys

import pytest

from transcheck.errors import UsageError
from transcheck.glossary.merging import merge_tables
from transcheck.glossary.native.tables import read_table

HEAD = "name,kind,admitted,rejected,source,lang,note,ref\n"
LUND = "Lund,place,A|B,X,sr:Lund,,south,Q1\n"
MALM = "Malm,place,,,,,,\n"
BASE = LUND + MALM


def merge(write, ours, theirs, base=BASE, head=HEAD):
    def table(name, rows):
        return None if rows is None else read_table(write(head + rows if rows else "", name))

    one, other, common = table("o.csv", ours), table("t.csv", theirs), table("b.csv", base)
    return merge_tables(one, other, common)


def lund(**cells):
    """Return the row of Lund with some cells changed."""
    row = dict(zip(HEAD.strip().split(","), LUND.strip().split(","), strict=True)) | cells
    return ",".join(row.values()) + "\n"


# Our rows, their rows, the rows that come of it; all without a conflict.
JOINED = [
    ("nothing changed", BASE, BASE, BASE),
    ("only we changed", lund(note="north") + MALM, BASE, lund(note="north") + MALM),
    ("only they changed", BASE, lund(note="north") + MALM, lund(note="north") + MALM),
    ("both changed alike", lund(note="n") + MALM, lund(note="n") + MALM, lund(note="n") + MALM),
    (
        "different cells",
        lund(note="n") + MALM,
        lund(ref="Q2") + MALM,
        lund(note="n", ref="Q2") + MALM,
    ),
    ("both added to a list", lund(admitted="A|B|C"), lund(admitted="A|B|D"),
     lund(admitted="A|B|D|C")),
    ("an item removed by us", lund(admitted="B"), lund(admitted="A|B|D"), lund(admitted="B|D")),
    ("an item removed by them", lund(admitted="A|B|C"), lund(admitted="A"), lund(admitted="A|C")),
    ("an item added in front", lund(admitted="A|B|C"), lund(admitted="D|A|B"),
     lund(admitted="D|A|B|C")),
    ("a list emptied by them", lund(), lund(rejected=""), lund(rejected="")),
    ("an escaped item", lund(), lund(admitted=r"A|B|C\|D"), lund(admitted=r"A|B|C\|D")),
    ("a row removed by us", MALM, BASE, MALM),
    ("a row removed by them", BASE, LUND, LUND),
    ("a row removed by both", LUND, LUND, LUND),
    ("a row added by both", BASE + "Umea,,,,,,,\n", BASE + "Umea,,,,,,x,\n",
     BASE + "Umea,,,,,,x,\n"),
    ("rows added in their places", "A,,,,,,,\n" + BASE, LUND + "B,,,,,,,\n" + MALM + "C,,,,,,,\n",
     "A,,,,,,,\n" + LUND + "B,,,,,,,\n" + MALM + "C,,,,,,,\n"),
    ("a first row added by them", BASE, "A,,,,,,,\n" + BASE, "A,,,,,,,\n" + BASE),
    ("our order stays", MALM + LUND, lund(note="n") + MALM, MALM + lund(note="n")),
    ("two kinds are two rows", BASE + "Lund,org,,,,,,\n", BASE, BASE + "Lund,org,,,,,,\n"),
    ("two languages are two rows", BASE + "Lund,place,,,,de,,\n", BASE,
     BASE + "Lund,place,,,,de,,\n"),
    ("blanks do not count", " Lund ,place,A | B,X,sr:Lund,,south,Q1\n", BASE,
     " Lund ,place,A | B,X,sr:Lund,,south,Q1\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "theirs", "rows"), [c[1:] for c in JOINED], ids=[c[0] for c in JOINED]
)
def test_what_is_joined(write, ours, theirs, rows):
    merged = merge(write, ours, theirs)
    assert merged.conflicts == ()
    assert merged.text == HEAD + rows


# Our rows, their rows, what is kept, line and words of the report.
CONFLICTS = [
    (
        lund(note="a", ref="Q2"),
        lund(note="b"),
        lund(note="a", ref="Q2") + lund(note="b", ref="Q2"),
        "“Lund”: `note` is “a” in {o}:2 and “b” in {t}:2: both rows are kept, delete one",
    ),
    (
        lund(note="a"),
        "",
        lund(note="a"),
        "“Lund”: was changed in {o}:2 and removed in {t}: it is kept, delete the row",
    ),
    (
        "",
        lund(note="a"),
        lund(note="a"),
        "“Lund”: was removed in {o} and changed in {t}:2: it is kept, delete the row",
    ),
    (
        lund(admitted="A|B|C"),
        lund(rejected="X|C", note="b"),
        lund(admitted="A|B|C", note="b") + lund(rejected="X|C", note="b"),
        "“Lund”: “C” is admitted in {o}:2 and rejected in {t}:2: both rows are kept, delete one",
    ),
]


@pytest.mark.parametrize(("ours", "theirs", "rows", "words"), CONFLICTS)
def test_both_sides_are_kept_and_named(write, tmp_path, ours, theirs, rows, words):
    merged = merge(write, MALM + ours, MALM + theirs, MALM + LUND)
    assert merged.text == HEAD + MALM + rows
    (conflict,) = merged.conflicts
    said = words.replace("}:2", "}:3").format(o=tmp_path / "o.csv", t=tmp_path / "t.csv")
    assert conflict.message.startswith(said)
    assert conflict.line == 3


def test_two_files_have_nothing_removed(write):
    merged = merge(write, lund(admitted="A", note=""), lund(admitted="B", ref="") + MALM, None)
    assert merged.text == HEAD + lund(admitted="A|B") + MALM
    assert merged.conflicts == ()


def test_the_form_of_our_file_stays(write):
    ours = '\ufeffname,note\r\n\r\n"Lund","south"\r\nMalm,\r\n\r\n'
    theirs = "name,note\nLund,south\nMalm,x\nUmea,\n"
    tables = [read_table(write(text, name)) for name, text in (("o", ours), ("t", theirs))]
    merged = merge_tables(*tables, read_table(write("name,note\nLund,south\nMalm,\n", "b")))
    assert merged.text == '\ufeffname,note\r\n\r\n"Lund","south"\r\nMalm,x\r\nUmea,\r\n\r\n'


def test_a_file_without_a_last_line_end(write):
    ours, theirs = read_table(write("name\nLund", "o")), read_table(write("name\nLund\nMalm", "t"))
    assert merge_tables(ours, theirs).text == "name\nLund\nMalm\n"
    assert merge_tables(ours, ours).text == "name\nLund"


def test_a_column_that_only_they_have(write):
    ours, theirs = (
        read_table(write("name\nLund\n", "o")),
        read_table(write("name,kind\nLund,\n", "t")),
    )
    assert merge_tables(ours, theirs).text == "name\nLund\n"
    theirs = read_table(write("kind,note,name\n,south,Lund\n", "t"))
    assert merge_tables(ours, theirs).text == "name,note\nLund,south\n"


def test_equal_rows_of_one_file_are_kept_apart(write):
    rows = LUND + LUND + MALM
    assert merge(write, rows, rows, rows).text == HEAD + rows


def test_an_empty_file_has_no_rows(write):
    assert merge(write, BASE, "", "").text == HEAD + BASE
    assert merge(write, "", BASE, "").text == HEAD + BASE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kind\nplace\n", "no column is called `name`: the header must hold it"),
        ("name;kind\nA;B\n", "separated by semicolons, save the file as CSV with commas"),
        ("<martif/>\n", "XML or HTML, not CSV"),
        ("name,name\nA,B\n", "the column `name` stands twice: keep one"),
        ("name\nA,B\n", "2 cells, the header 1: quote a cell"),
        ('name\n"A\n', "not closed"),
        ("name\nA\0\n", "NUL"),
    ],
)
def test_a_broken_file_is_not_merged(write, text, words):
    with pytest.raises(UsageError, match=words):
        read_table(write(text, "o.csv"))


def test_a_yaml_glossary_is_not_merged(write):
    with pytest.raises(UsageError, match="YAML would turn the name NO"):
        read_table(write("- name: NO\n", "o.yaml"))


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        (
            "Malm,person,,,,,,\n",
            "Malm,org,,,,,,\n",
            "`kind` is “person” in {o}:3 and “org” in {t}:3",
        ),
        ("Malm,place,,,,sv,,\n", "Malm,place,,,,de,,\n", "`lang` is “sv” in {o}:3 and “de”"),
    ],
)
def test_a_row_that_each_side_gave_another_kind_or_language(write, tmp_path, ours, theirs, words):
    merged = merge(write, LUND + ours, LUND + theirs)
    assert merged.text == HEAD + LUND + theirs + ours
    (conflict,) = merged.conflicts
    assert words.format(o=tmp_path / "o.csv", t=tmp_path / "t.csv") in conflict.message
    assert conflict.line == 4


def test_marks_set_apart_are_no_change(write):
    apart = "Zora Maljkovic\u0301,person,Z\u030ceva,,,,,\n"
    joined = "Zora Maljkovi\u0107,person,\u017deva,,,,,\n"
    merged = merge(write, apart, joined.replace(",,,,,", ",,,,n,"), joined)
    assert merged.conflicts == ()
    assert merged.text.count("Zora") == 1


def test_git_merges_glossaries(tmp_path):
    def git(*words):
        return subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def commit(rows):
        (tmp_path / "n.csv").write_text(HEAD + rows, encoding="utf-8")
        git("add", "-A")
        git("commit", "-qm", "names")

    git("init", "-q", "-b", "main")
    driver = f'"{sys.executable}" -m transcheck glossary merge %O %A %B -o %A'
    git("config", "merge.transcheck.driver", driver)
    (tmp_path / ".gitattributes").write_text("*.csv merge=transcheck\n", encoding="utf-8")
    commit(BASE)
    git("checkout", "-qb", "other")
    commit(lund(admitted="A|B|D") + MALM)
    git("checkout", "-q", "main")
    commit(lund(admitted="A|B|C", note="n") + MALM)
    assert git("merge", "-m", "both", "other").returncode == 0
    merged = (tmp_path / "n.csv").read_text(encoding="utf-8")
    assert merged == HEAD + lund(admitted="A|B|D|C", note="n") + MALM
    git("checkout", "-q", "other")
    commit(lund(admitted="A|B|D", note="other") + MALM)
    git("checkout", "-q", "main")
    stopped = git("merge", "-m", "both", "other")
    assert stopped.returncode == 1
    assert "conflict: “Lund”: `note` is “n” in " in stopped.stderr
    assert (tmp_path / "n.csv").read_text(encoding="utf-8").count("Lund,place") == 2


@pytest.mark.parametrize(
    ("ours", "theirs", "rows", "words"),
    [
        (
            lund(name="Lunden") + MALM,
            lund(note="north") + MALM,
            [lund(note="north"), lund(name="Lunden"), MALM],
            "“Lund”: was changed in {t}:2 and renamed “Lunden” in {o}:2, as it seems",
        ),
        (
            lund(admitted="A|B|C") + MALM,
            MALM + lund(name="Lunden", admitted="A|Lund"),
            [lund(admitted="A|B|C"), MALM, lund(name="Lunden", admitted="A|Lund")],
            "“Lund”: was changed in {o}:2 and renamed “Lunden” in {t}:3, as it seems",
        ),
        (
            LUND + MALM.replace("Malm", "Malmen"),
            LUND + MALM.replace("Malm", "Malmö"),
            [LUND, MALM.replace("Malm", "Malmö"), MALM.replace("Malm", "Malmen")],
            "“Malmen”: was “Malm” before, which is renamed “Malmö” in {t}:3, as it seems",
        ),
    ],
)
def test_a_row_of_another_name_is_traced(write, ours, theirs, rows, words):
    merged = merge(write, ours, theirs)
    assert sorted(merged.text.splitlines(keepends=True)[1:]) == sorted(rows)
    (conflict,) = merged.conflicts
    where = {name: str(write("x", f"{name}.csv")) for name in "ot"}
    assert conflict.message.startswith(words.format(**where))
    row = merged.text.splitlines()[conflict.line - 1]
    assert row.startswith(conflict.message[1 : conflict.message.index("”")])


def test_a_new_name_alone_is_no_conflict(write):
    merged = merge(write, lund(name="Lunden") + MALM, BASE)
    assert (merged.text, merged.conflicts) == (HEAD + lund(name="Lunden") + MALM, ())
