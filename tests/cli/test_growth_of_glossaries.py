"""`glossary suggest` and `glossary accept` as they are run: from an archive to a grown glossary."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from command_line import run, run_process

TEXT = (
    "Minister Ana Brzić said on {} that the bridge would open. Later {} told reporters that "
    "the river was low.\nThe committee said nothing more about it, and the talks went on.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "archive").mkdir()
    for number, (day, form) in enumerate([("Monday", "Brzić"), ("Friday", "Brzic")]):
        path = tmp_path / "archive" / f"{number}.txt"
        path.write_text(TEXT.format(day, form), encoding="utf-8")
    return tmp_path


def suggest(folder: Path, *options: str):
    return run("glossary", "suggest", "archive", "--no-glossaries", *options, folder=folder)


def test_a_plain_list_is_printed_with_counts(folder):
    done = suggest(folder)
    assert (done.code, done.stdout) == (
        0,
        "Ana Brzić (person): 2 articles, 4 places; also Brzic 1\n",
    )
    assert done.stderr.startswith("1 name in no glossary, 1 of them written in several ways")


def test_from_the_archive_to_the_glossary_and_back(folder):
    assert suggest(folder, "-o", "rows.csv").code == 0
    text = (folder / "rows.csv").read_text(encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(text))
    assert list(row)[:9] == [
        "name", "kind", "admitted", "rejected", "source", "lang", "note", "ref", "accept",
    ]  # fmt: skip
    assert (row["name"], row["kind"], row["articles"], row["places"]) == (
        "Ana Brzić", "person", "2", "4",
    )  # fmt: skip
    assert "Brzic 1 in 1" in row["variants"]
    row["accept"] = "x"
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row)
        writer.writeheader()
        writer.writerow(row)
    done = run("glossary", "accept", "rows.csv", "--into", "desk.csv", folder=folder)
    assert done.code == 0
    assert done.stderr == "1 row written into desk.csv, 0 merged, 0 refused.\n"
    assert suggest(folder, "--glossary", "desk.csv").stdout == ""
    assert run("glossary", "lint", "desk.csv", folder=folder).code == 0


@pytest.mark.parametrize("form", ["list", "csv", "html"])
def test_no_order_of_paths_no_hash_seed_and_no_number_of_processes_changes_a_byte(
    folder, form, monkeypatch
):
    texts = set()
    for seed, jobs, paths in (("0", "1", "01"), ("1", "1", "10"), ("2", "2", "10")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        named = [f"archive/{name}.txt" for name in paths]
        options = ("--no-glossaries", "--format", form, "-j", jobs)
        texts.add(run_process("glossary", "suggest", *named, *options, folder=folder).stdout)
    assert len(texts) == 1
    assert all("Ana Brzić" in text for text in texts)


def test_nothing_read_leaves_an_earlier_list_as_it_was(folder):
    (folder / "rows.csv").write_text("name,accept\nAna Brzić,x\n", encoding="utf-8")
    done = run("glossary", "suggest", "gone", "-o", "rows.csv", "--no-glossaries", folder=folder)
    assert done.code == 2
    assert "rows.csv: not written, as no article was read\n" in done.stderr
    assert (folder / "rows.csv").read_text(encoding="utf-8") == "name,accept\nAna Brzić,x\n"


def test_the_page_of_an_earlier_run_is_no_article(folder):
    first = suggest(folder, "-o", "archive/page.html")
    again = suggest(folder, "-o", "archive/page.html")
    assert "from 2 articles" in first.stderr
    assert again.stderr == f"1 other or hidden file in folders was passed over\n{first.stderr}"
    assert (again.code, again.stdout) == (first.code, first.stdout)


@pytest.mark.parametrize("name", ["archive/0.txt", "archive/page.html"])
def test_no_proposals_take_the_place_of_an_article(folder, name):
    (folder / "archive" / "page.html").write_text("<p>Ana Brzić came.", encoding="utf-8")
    before = (folder / name).read_bytes()
    done = suggest(folder, "-o", name)
    assert done.code == 2
    assert f"cannot write {name}: it is one of the articles" in done.stderr
    assert (folder / name).read_bytes() == before


def test_the_page_says_what_to_do(folder):
    page = suggest(folder, "--format", "html").stdout
    assert "From 2 articles: 1 written in several ways come first, then those in most" in page
    assert "transcheck glossary accept accepted-rows.csv --into desk.csv" in page
    (folder / "archive" / "1.txt").unlink()
    page = suggest(folder, "--format", "html", "--min-articles", "1").stdout
    assert "From 1 article: those in most articles come first. Accept what the desk" in page


def test_a_suffix_that_no_list_has_is_refused_unless_the_format_is_said(folder):
    done = suggest(folder, "-o", "rows.xlsx")
    assert done.code == 2
    assert "rows.xlsx: no list of proposals has the suffix .xlsx. Name a .csv" in done.stderr
    assert suggest(folder, "-o", "rows.tab", "--format", "csv").code == 0


def test_a_missing_path_is_exit_2_and_the_rest_is_read(folder):
    done = run("glossary", "suggest", "archive", "gone", "--no-glossaries", folder=folder)
    assert done.code == 2
    assert "gone: no such file or folder" in done.stderr
    assert done.stdout.startswith("Ana Brzić")


def test_a_refused_row_is_exit_2_with_its_reason(folder):
    (folder / "desk.csv").write_text("name,admitted\nAna Lund,Anna Lund\n")
    (folder / "rows.csv").write_text("name\nAnna Lund\n")
    done = run("glossary", "accept", "rows.csv", "--into", "desk.csv", folder=folder)
    assert done.code == 2
    assert "refused: “Anna Lund” (line 2): it is an admitted form of “Ana Lund”" in done.stderr
    assert "Nothing written into desk.csv: 1 row refused." in done.stderr
