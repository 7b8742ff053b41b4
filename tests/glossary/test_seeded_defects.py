"""Every kind of defect, put into an otherwise good glossary, is the one thing that lint says."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest

from transcheck.glossary.conversion import choose_format, convert
from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.lint import lint, lint_files

SOUND = (Path(__file__).parents[1] / "samples" / "glossaries" / "sound.csv").read_text("utf-8")


class Seed(NamedTuple):
    """A kind of defect: the cells it changes, by the name of their rows, and what lint says."""

    kind: str
    cells: dict[str, dict[str, str]]
    id: str
    row: str
    column: str
    words: str


def _one(kind: str, row: str, column: str, cell: str, id: str, words: str) -> Seed:
    return Seed(kind, {row: {column: cell}}, id, row, column, words)


NFD = unicodedata.normalize("NFD", "Žitno")
RING = {"EU": {"ref": "UN"}, "UN": {"ref": "EU"}}
SEEDS = [
    Seed(
        "two rows reject each other",
        {"Kyiv": {"rejected": "Vienna"}, "Vienna": {"rejected": "Kyiv"}},
        "cycle", "Vienna", "rejected", "reject each other's names: make one row",
    ),
    Seed(
        "three rows in a ring",
        {
            "Kyiv": {"rejected": "Vienna"},
            "Vienna": {"admitted": "Žitno"},
            "Žitno": {"rejected": "Kyiv"},
        },
        "cycle", "Žitno", "rejected", "“Kyiv” (line 9), “Vienna” (line 10), “Žitno” (line 17)",
    ),
    Seed(
        "two rows admit each other",
        {"Kyiv": {"admitted": "Vienna"}, "Vienna": {"admitted": "Kyiv"}},
        "cycle", "Vienna", "admitted", "admit each other's names",
    ),
    Seed("acronyms explain each other", RING, "cycle", "UN", "ref", "name what the acronym"),
    _one("an acronym explains itself", "EU", "ref", "EU", "cycle", "its own `ref`"),
    _one("a `ref` with a slip", "EU", "ref", "Europaen Union", "unknown-ref", "“European Union”"),
    _one("a name is rejected", "Žitno", "rejected", "Kyiv", "rejected-name", "out of `rejected`"),
    _one("a name is admitted", "Žitno", "admitted", "Kyiv", "shared-form", "keep it in one"),
    _one("admitted in two rows", "Žitno", "admitted", "Kiev", "shared-form", "keep it in one"),
    _one("admitted and rejected", "Žitno", "rejected", "Kiev", "shared-form", "keep one"),
    _one("one letter", "Žitno", "rejected", "Z", "short-variant", "remove it"),
    _one("two letters", "Žitno", "admitted", "Ži", "short-variant", "remove it"),
    _one("an ordinary word", "Žitno", "admitted", "Bridge", "ordinary-word", "remove it"),
    _one("a rejected word", "Žitno", "rejected", "wheat", "ordinary-word", "remove it"),
    _one("two scripts", "Rafale", "admitted", "Rаfal", "mixed-script", "in one script"),
    _one("loose marks", "Žitno", "name", NFD, "decomposed", "composed (NFC)"),
    _one("a blank behind", "Zvečan", "name", "Zvečan ", "blank", "remove it"),
    _one("a blank in a list", "Pristina", "admitted", "Priština| Prishtina", "blank", "remove it"),
    _one("two blanks", "Bank of Lund", "name", "Bank  of Lund", "blank", "write one"),
    _one("a no-break blank", "Lund Open", "name", "Lund\u00a0Open", "no-break-blank", "plain one"),
    _one("a narrow blank", "Lund Open", "name", "Lund\u202fOpen", "no-break-blank", "plain one"),
    _one("a soft hyphen", "Zvečan", "name", "Zve\u00adčan", "invisible", "U+00AD"),
    _one("a zero-width blank", "Zvečan", "name", "Zve\u200bčan", "invisible", "U+200B"),
    _one("a joiner", "Zvečan", "name", "Zve\u200dčan", "invisible", "U+200D"),
    _one("a byte order mark inside", "Zvečan", "name", "Zve\ufeffčan", "invisible", "U+FEFF"),
    _one("a direction mark", "Kyiv", "admitted", "Ki\u202eev", "invisible", "U+202E"),
    _one("a control character", "Kyiv", "admitted", "Ki\x07ev", "control-character", "remove it"),
    _one("a line break", "Kyiv", "admitted", "Ki\nev", "control-character", "remove it"),
    _one("the same row twice", "Žitno", "name", "Zvečan", "equal-rows", "join the two rows"),
    _one("two rows but for case", "Žitno", "name", "ZVEČAN", "near-duplicate", "join the rows"),
    _one("two rows but for marks", "Žitno", "name", "Zvecan", "near-duplicate", "join the rows"),
    _one(
        "another person's Serbian form", "Anna Lund", "source", "sr:Hans Gruber",
        "improbable-source", "no respelling of “Anna Lund”",
    ),
    _one(
        "another row's Serbian form", "Olaf Scholz", "source", "sr:Emanuel Makron",
        "improbable-source", "no respelling of “Olaf Scholz”",
    ),
    _one("a slip in a Serbian form", "Mark Rutte", "source", "sr:Mark Ruze|mk:Марк Руте",
         "improbable-source", "write it instead of “Ruze”"),
    _one(
        "a Serbian form broken in typing", "Ursula von der Leyen", "source",
        "sr:Ursula fon der Ljhtrajkn", "improbable-source", "how it is heard",
    ),
    _one("another place's Serbian form", "Thessaloniki", "source", "sr:Beč", "shared-source",
         "“Vienna” too (line 10)"),
    _one("the letters of another language", "Anna Lund", "source", "mk:Ana Lund",
         "wrong-script", "in its letters"),
    _one("a name in Cyrillic", "Zvečan", "name", "Звечан", "wrong-script", "Latin letters"),
    _one("an unknown kind", "Zvečan", "kind", "town", "unknown-kind", "Write one of person"),
    _one("a kind in capitals", "Zvečan", "kind", "Place", "unknown-kind", 'mean "place"?'),
    _one("an acronym in lower case", "EU", "name", "eu", "kind-mismatch", "write its capitals"),
    _one("an acronym for a person", "UN", "kind", "person", "kind-mismatch", "write `acronym`"),
    _one("a body for a person", "Bank of Lund", "kind", "person", "kind-mismatch", "`org`"),
    _one("a person in lower case", "Anna Lund", "name", "anna lund", "lower-case-person",
         "capitals"),
    _one("a surname in lower case", "Olaf Scholz", "source", "sr:Olaf šolc", "lower-case-person",
         "write capitals"),
    _one("a person in capitals", "Anna Lund", "name", "ANNA LUND", "upper-case-person",
         "as the press does"),
    _one("a place in lower case", "Vienna", "name", "vienna", "lower-case-name", "capitals"),
    _one("an unknown language", "Vienna", "source", "qq:Beč", "unknown-language", "“sr”"),
    _one("a country for a language", "Vienna", "source", "rs:Beč", "unknown-language",
         "write “sr”"),
    _one("a row's language unknown", "Vienna", "lang", "english", "unknown-language",
         "write “en”"),
    _one("no language", "Vienna", "source", "Beč", "source-without-language", "`sr:Beč`"),
    _one("the target's language", "Vienna", "source", "en:Wien", "source-in-target-language",
         "under `admitted`"),
    _one("no form", "Vienna", "source", "sr:", "empty-item", "write it or remove it"),
    _one("no name", "Vienna", "name", "", "empty-name", "write one or delete the row"),
    _one("blanks for a name", "Vienna", "name", "  ", "empty-name", "write one"),
    _one("an empty variant", "Kyiv", "admitted", "Kiev||Kijew", "empty-item", "extra |"),
    _one("a variant of blanks", "Kyiv", "admitted", "Kiev| ", "empty-item", "extra |"),
    _one("a list for a name", "Kyiv", "name", "Kyiv|Kijew", "list-in-name", "under `admitted`"),
    _one("a variant twice", "Kyiv", "admitted", "Kiev|Kiev", "repeated-form", "keep it once"),
    _one("its own name rejected", "Kyiv", "rejected", "Kyiv", "rejected-own-form", "keep one"),
    _one("its own variant rejected", "Kyiv", "rejected", "Kiev", "rejected-own-form", "keep one"),
    _one("decoded wrongly", "Anna Lund", "admitted", "Ana PetroviÄ‡", "encoding-damage",
         "write “Ana Petrović”"),
    _one("letters lost", "Žitno", "admitted", "Ž\ufffdtno", "encoding-damage", "write it anew"),
    _one("a very long name", "Rafale", "name", "Rafale " * 40 + "X", "long-form", "shorten it"),
    _one("a formula", "Rafale", "note", "=cmd(1)", "formula", "`'=cmd"),
    _one("forms in the note", "Rafale", "note", "sr:Rafal", "forms-in-note", "their column"),
]  # fmt: skip


def sow(cells: dict[str, dict[str, str]]) -> tuple[str, dict[str, int]]:
    """Return the sound glossary with other cells, and the lines of its rows by their old names."""
    rows = list(csv.DictReader(io.StringIO(SOUND)))
    lines = {row["name"]: line for line, row in enumerate(rows, start=2)}
    for row in rows:
        row.update(cells.get(row["name"], {}))
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue(), lines


def test_the_sound_glossary_is_sound(write):
    assert lint(write(SOUND)) == ()
    assert len({seed.kind for seed in SEEDS}) == len(SEEDS)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.kind)
def test_one_defect_is_one_finding(write, seed):
    text, lines = sow(seed.cells)
    found = lint(write(text))
    ids = {issue.id for issue in found}
    assert ids == {seed.id}
    issue = next(issue for issue in found if issue.id == seed.id)
    assert (issue.line, issue.column) == (lines[seed.row], seed.column)
    assert seed.words in issue.message
    assert str(issue).startswith(f"{issue.file}:{issue.line}: {seed.id}: column `{seed.column}`: ")


def _cut(text: str) -> bytes:
    return text.replace("Žitno,place,", "Žitno,").encode()


FILES = [
    ("too few cells", _cut, ".csv", "cell-count", 17, "add the missing commas"),
    ("too many cells", lambda t: t.replace("Žitno,", "Žitno,a,").encode(), ".csv",
     "cell-count", 17, "quote a cell that holds a comma"),
    ("a quote not closed", lambda t: t.replace("Žitno,place,", 'Žitno,place,"').encode(), ".csv",
     "unclosed-quote", 17, "not closed"),
    ("a quote in a cell", lambda t: t.replace("Žitno,place,", 'Žitno,place,"Ž" a').encode(), ".csv",
     "unclosed-quote", 17, 'not written ""'),
    ("semicolons", lambda t: t.replace(",", ";").encode(), ".csv",
     "no-name-column", 1, "save the file as CSV with commas"),
    ("tabs", lambda t: t.replace(",", "\t").encode(), ".csv",
     "no-name-column", 1, "save the file as CSV with commas"),
    ("no header", lambda t: t.partition("\n")[2].encode(), ".csv",
     "no-name-column", 1, "the header must hold it"),
    ("a column twice", lambda t: t.replace("lang,note", "note,note", 1).encode(), ".csv",
     "unknown-column", 1, "keep one"),
    ("an unknown column", lambda t: t.replace("admitted", "admited", 1).encode(), ".csv",
     "unknown-column", 1, 'Did you mean "admitted"?'),
    ("nothing", lambda t: b"", ".csv", "empty-file", 1, "write a header"),
    ("Windows-1250", lambda t: t.replace("Марк Руте", "").replace("Емануел Макрон", "")
     .replace("Київ", "").encode("cp1250"), ".csv", "encoding", 4, "save the file as UTF-8"),
    ("UTF-16", lambda t: t.encode("utf-16"), ".csv", "encoding", 1, "save it as UTF-8"),
    ("UTF-16 without its mark", lambda t: t.encode("utf-16-le"), ".csv", "encoding", 1, "UTF-8"),
    ("NUL", lambda t: t.replace("Kyjev", "Ky\0ev").encode(), ".csv", "encoding", 9, "NUL"),
    ("YAML", lambda t: b"- name: NO\n", ".yaml", "refused-format", 1, "keep it as CSV"),
    ("JSON", lambda t: b"[]", ".json", "refused-format", 1, "keep it as CSV"),
    ("a row of a megabyte", lambda t: t.replace("Kyjev", "K" * 1_000_000).encode(), ".csv",
     "long-cell", 9, "shorten it"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "damage", "suffix", "id", "line", "words"), FILES)
def test_one_defect_of_a_file_is_one_finding(tmp_path, kind, damage, suffix, id, line, words):
    path = tmp_path / f"names{suffix}"
    path.write_bytes(damage(SOUND))
    (issue,) = lint(str(path))
    assert (issue.id, issue.line) == (id, line)
    assert words in issue.message


# The cells of the second file, what is said of the first (which gives way), and where.
CONFLICTS = [
    ({"Kyiv": {"admitted": "Kijew"}}, "conflict", "Kyiv", "name", "(`admitted`): that row wins"),
    ({"Kyiv": {"rejected": ""}}, "conflict", "Kyiv", "name", "because it is named later"),
    ({"Kyiv": {"name": "Kijew", "admitted": "", "rejected": "Kyiv"}}, "conflict", "Kyiv", "name",
     "so it is rejected; take it out"),
    ({"Kyiv": {"name": "Kyjev", "admitted": "", "rejected": ""}}, "conflict", "Kyiv", "rejected",
     "so it stays right; take it out"),
    ({"Kyiv": {"name": "KYIV", "admitted": "", "rejected": ""}}, "near-duplicate", "Kyiv", "name",
     "join the rows"),
    ({"Kyiv": {"name": "Kiev", "admitted": "", "rejected": ""}}, "shared-form", "Kyiv", "admitted",
     "keep it in one"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "id", "row", "column", "words"), CONFLICTS)
def test_of_two_files_the_later_wins_and_the_row_that_gives_way_is_named(
    write, cells, id, row, column, words
):
    header, *rows = sow({row: cells.get(row, {}) | {"source": ""}})[0].splitlines(keepends=True)
    second = write(header + rows[7], "second.csv")
    text, lines = sow({row: {"source": ""}})
    first = write(text, "first.csv")
    (issue,) = lint_files([first, second])
    assert (issue.file, issue.line) == (first, lines[row])
    assert (issue.id, issue.column) == (id, column)
    assert words in issue.message
    assert f"{second}:2" in issue.message
    (turned,) = lint_files([second, first])
    assert (turned.file, turned.line) == (second, 2)


def test_equal_rows_of_two_files_are_no_conflict(write):
    assert lint_files([write(SOUND, "one.csv"), write(SOUND, "other.csv")]) == ()


def test_what_comes_with_transcheck_gives_way(write, monkeypatch):
    own, theirs = (
        write("name,kind\nKyiv,place\n", "own.csv"),
        write("name,kind,admitted\nKyiv,place,Kiev\n", "theirs.csv"),
    )
    monkeypatch.setattr("transcheck.glossary.rules.ranking.find_shipped", lambda: (Path(theirs),))
    (issue,) = lint_files([own, theirs])
    assert issue.file == theirs
    assert "give way" in issue.message


@pytest.mark.parametrize("form", ["tbx", "xlsx"])
def test_other_formats_are_linted_as_rows(tmp_path, form):
    found = []
    for number, rejected in enumerate(["Kijew", "Vienna"]):
        text, _ = sow({"Kyiv": {"rejected": rejected}})
        path = tmp_path / f"{number}.{form}"
        source, pair = GlossaryFile("names.csv", text.encode()), Pair(suffix=path.suffix)
        done = convert(source, pair, choose_format("names.csv"), choose_format(path.name))
        path.write_bytes(done.content)
        found.append([(issue.id, issue.column) for issue in lint(str(path))])
    assert found == [[], [("rejected-name", "name")]]


def test_a_workbook_that_is_none_is_said_in_one_line(tmp_path):
    path = tmp_path / "names.xlsx"
    path.write_bytes(b"PK")
    (issue,) = lint(str(path))
    assert (issue.id, issue.line, issue.unusable) == ("unreadable", 1, True)
    assert "the workbook is broken" in issue.message
