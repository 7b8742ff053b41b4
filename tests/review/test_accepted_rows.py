"""What an editor accepted goes into the desk's glossary: a line a row, the rest byte for byte."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import process_time

import pytest

from transcheck.errors import UsageError
from transcheck.glossary import load_glossaries
from transcheck.review.decided import read_accepted
from transcheck.review.rows import Outcome, write_rows

HEADER = "name,kind,admitted,rejected,source,lang,note,ref\n"
DESK = (
    HEADER
    + 'Berg,place,,,,,"a ""note"", quoted",\n'
    + "Ana Lund,person,Anna Lund,,sr:Ana Lund,,,\n"
    + "'=Sum,org,,,,,,\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.csv"
    path.write_bytes(DESK.encode())
    return path


def accept(text: str, target: Path, *, dry_run: bool = False) -> Outcome:
    path = target.with_name("accepted.csv")
    path.write_bytes(text.encode())
    return write_rows(read_accepted(str(path)).rows, str(target), dry_run=dry_run)


def test_a_new_row_is_one_line_at_the_end(desk):
    outcome = accept(HEADER + "Tomas Ilver,person,,,,,,\n", desk)
    assert desk.read_bytes() == DESK.encode() + b"Tomas Ilver,person,,,,,,\n"
    assert (outcome.written, outcome.merged, outcome.refused) == (1, 0, [])


def test_a_sorted_file_stays_sorted(tmp_path):
    path = tmp_path / "desk.csv"
    path.write_text("name,kind\nAna Lund,person\nĐuro Berg,person\nZora Mal,person\n")
    accept("name,kind\nČedo Ilver,person\nVesna Ott,person\n", path)
    names = [line.split(",")[0] for line in path.read_text().splitlines()[1:]]
    assert names == ["Ana Lund", "Čedo Ilver", "Đuro Berg", "Vesna Ott", "Zora Mal"]


def test_a_file_that_is_not_there_gets_all_columns(tmp_path):
    path = tmp_path / "new.csv"
    accept("name,kind\nAna Lund,person\n", path)
    assert path.read_text() == HEADER + "Ana Lund,person,,,,,,\n"
    assert [c.name for c in load_glossaries([str(path)], shipped=False).concepts] == ["Ana Lund"]


def test_a_row_that_stands_there_gets_the_forms_it_lacks(desk):
    outcome = accept(HEADER + "Ana Lund,person,Anna Lund|Anna Lundh,,mk:Ана Лунд,,,\n", desk)
    assert (outcome.written, outcome.merged) == (0, 1)
    before, after = DESK.splitlines(), desk.read_text().splitlines()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    new = "Ana Lund,person,Anna Lund|Anna Lundh,,sr:Ana Lund|mk:Ана Лунд,,,"
    assert changed == [("Ana Lund,person,Anna Lund,,sr:Ana Lund,,,", new)]


def test_a_row_that_says_nothing_new_changes_nothing(desk):
    outcome = accept(HEADER + "Ana Lund,person,,,,,,\n", desk)
    assert (outcome.written, outcome.merged, outcome.present) == (0, 0, 1)
    assert desk.read_bytes() == DESK.encode()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Ana Lund,person,,Anna Lund,,,,", "decide in one of them"),
        ("Anna Lund,person,,,,,,", "is an admitted form of “Ana Lund”"),
        ("Nova,place,,Berg,,,,", "is rejected for “Nova” and is the name of another row"),
    ],
)
def test_a_row_that_contradicts_another_is_refused_and_nothing_is_written(desk, row, words):
    outcome = accept(f"{HEADER}Tomas Ilver,person,,,,,,\n{row}\n", desk)
    assert len(outcome.refused) == 1
    assert words in outcome.refused[0]
    assert desk.read_bytes() == DESK.encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"name\r\nBerg\r\n", b"name\r\nBerg\r\nAna Lund\r\n"),
        (b"name\nBerg", b"name\nBerg\nAna Lund\n"),
        (b"\xef\xbb\xbfname\nBerg\n", b"\xef\xbb\xbfname\nBerg\nAna Lund\n"),
        (b"note,name\n,Berg\n", b"note,name\n,Berg\n,Ana Lund\n"),
        (b'name\n"Berg"\n', b'name\n"Berg"\nAna Lund\n'),
        (b'name,note\nBerg,"a\nb"\n', b'name,note\nBerg,"a\nb"\nAna Lund,\n'),
    ],
)
def test_line_ends_order_of_columns_and_quotes_are_the_files_own(tmp_path, before, after):
    path = tmp_path / "desk.csv"
    path.write_bytes(before)
    accept("name\nAna Lund\n", path)
    assert path.read_bytes() == after


def test_a_column_the_file_lacks_is_named(tmp_path):
    path = tmp_path / "desk.csv"
    path.write_bytes(b"name\nBerg\n")
    with pytest.raises(UsageError, match="needs the column `kind`"):
        accept("name,kind\nAna Lund,person\n", path)
    assert path.read_bytes() == b"name\nBerg\n"


def test_a_dry_run_writes_nothing_and_shows_the_line(desk):
    outcome = accept(HEADER + "Tomas Ilver,person,,,,,,\n", desk, dry_run=True)
    assert desk.read_bytes() == DESK.encode()
    assert outcome.diff("desk.csv").splitlines()[-1] == "+Tomas Ilver,person,,,,,,"


def test_a_formula_is_guarded_and_comes_back_as_it_was(tmp_path):
    path = tmp_path / "desk.csv"
    accept("name,note\n'=SUM(A1),'@me\n", path)
    assert path.read_text().splitlines()[1] == "'=SUM(A1),,,,,,'@me,"
    (concept,) = load_glossaries([str(path)], shipped=False).concepts
    assert (concept.name, concept.note) == ("=SUM(A1)", "@me")


@pytest.mark.parametrize("word", ["x", "X", "yes", "1", "accept", " Yes "])
def test_yes(tmp_path, word):
    path = tmp_path / "edited.csv"
    path.write_text(f"name,accept\nAna Lund,{word}\nBerg,\nIlver,no\n")
    assert [row.name for row in read_accepted(str(path)).rows] == ["Ana Lund"]


def test_a_spreadsheet_may_save_with_semicolons(tmp_path):
    path = tmp_path / "edited.csv"
    path.write_bytes("\ufeffname;kind;accept;evidence\r\nAna Lund;person;x;a, b, c\r\n".encode())
    (row,) = read_accepted(str(path)).rows
    assert (row.name, row.kind, row.line) == ("Ana Lund", "person", 2)


def test_a_column_of_no_glossary_is_named_unless_a_list_of_proposals_has_it(tmp_path):
    path = tmp_path / "edited.csv"
    path.write_text("name,seen by,evidence\nBerg,me,a line\n")
    assert read_accepted(str(path), ["evidence"]).unwritten == ["seen by"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"kind,accept\nperson,x\n", "no column is called `name`"),
        (b"name,accept\nBerg,perhaps\n", '2: `accept` holds "perhaps"'),
        (b"name,admited\nBerg,Bergh\n", 'unknown column `admited`. Did you mean "admitted"?'),
        (b"name,accepted\nBerg,\n", 'Did you mean "accept"?'),
        (b"name,accept\nBerg\n", "2: the row has 1 cell, the header 2"),
        (b"name\n" + b"x" * 200_000 + b"\n", "2: the row has a cell of more than 131,072"),
        (b"name,kind,name\nBerg,,Lund\n", "1: the column `name` stands twice"),
        (b"name\nBe\0rg\n", "2: byte 7 is NUL"),
        (b'name,accept\n"Berg,x\n', "a quote opened"),
        (b"name,accept\n,x\n", "has no name"),
        (b"name,accept\n\x8aabac,x\n", "0x8A"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_line(tmp_path, content, words):
    path = tmp_path / "edited.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        read_accepted(str(path))
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_glossary_that_cannot_be_loaded_is_left_as_it_is(tmp_path):
    path = tmp_path / "desk.csv"
    path.write_bytes(b"name\nBerg\nBerg\n")
    with pytest.raises(UsageError, match="Mend it first"):
        accept("name\nAna Lund\n", path)
    assert path.read_bytes() == b"name\nBerg\nBerg\n"


def test_two_writers_at_once_lose_no_row(tmp_path):
    target = tmp_path / "desk.csv"
    names = [f"Ana Lund{letter}" for letter in "abcdefgh"]
    for name in names:
        (tmp_path / f"{name}.csv").write_text(f"name\n{name}\n")

    def write(name: str) -> None:
        write_rows(read_accepted(str(tmp_path / f"{name}.csv")).rows, str(target))

    with ThreadPoolExecutor(len(names)) as pool:
        list(pool.map(write, names))
    assert sorted(line.split(",")[0] for line in target.read_text().splitlines()[1:]) == names


def test_a_page_is_not_what_it_exports(tmp_path):
    path = tmp_path / "rows.html"
    path.write_text("<!doctype html>\n")
    with pytest.raises(UsageError, match="export the accepted rows"):
        read_accepted(str(path))


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match="there is no folder"):
        write_rows([], str(tmp_path / "gone" / "desk.csv"))


NFD = "Zora Maljkovic\u0301"


def test_marks_set_apart_are_the_same_name(tmp_path):
    path = tmp_path / "desk.csv"
    path.write_text(f"name,kind,admitted\nZora Maljković,person,\nAna Lund,,{NFD}k\n")
    outcome = accept(f"name,kind,admitted\n{NFD},person,Z. Maljković\n", path)
    assert (outcome.written, outcome.merged) == (0, 1)
    (refused,) = accept(f"name\n{NFD}k\n", path).refused
    assert "is an admitted form of “Ana Lund”" in refused
    path.write_text(f"name,kind\n{NFD},person\n")
    assert accept("name,kind\nZora Maljković,person\n", path).present == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("desk.csv", "name\nAna Lund\n".encode("utf-16"), "the file is UTF-16"),
        ("desk.tbx", None, "rows are written into CSV only, not into TBX"),
        ("desk.xlsx", None, "rows are written into CSV only, not into"),
        ("desk.tsv", b"sr\ten\n", "rows are written into CSV only, not into"),
    ],
)
def test_a_glossary_that_is_not_kept_as_csv_is_refused_and_left_alone(
    tmp_path, name, content, words
):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=words):
        accept("name\nBerg\n", path)
    assert (path.read_bytes() if path.exists() else None) == content


def test_a_list_saved_as_unicode_text_is_read(tmp_path):
    path = tmp_path / "accepted.txt"
    path.write_bytes("accept\tname\r\nx\tZora Maljković\r\n".encode("utf-16"))
    assert [row.name for row in read_accepted(str(path)).rows] == ["Zora Maljković"]


def test_many_rows_into_many_take_no_time_for_each_pair(tmp_path):
    path = tmp_path / "desk.csv"
    path.write_text("name\n" + "".join(f"Old{n:05}\n" for n in range(20_000)))
    began = process_time()
    outcome = accept("name\n" + "".join(f"New{n:05}\n" for n in range(20_000)), path)
    assert outcome.written == 20_000
    assert process_time() - began < 15  # each pair looked at: minutes
