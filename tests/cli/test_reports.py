"""Reports as the command line writes them: --report, -o, names of files that would steer."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
from command_line import run

import transcheck.cli.run
from transcheck.reports import name_formats

CHECK = "check", "--no-glossaries"
BAD = "Ferry to Žabarina sails again\n\nThe boat left Žabarina. People in Zabarina waited.\n"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", [n for n in name_formats() if n not in ("html", "xlsx")])
def test_a_file_name_steers_nothing(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "a\r\n::error::b\x1b[2J"
    folder.mkdir()
    (folder / "c\n##[add-mask]d.txt").write_text(BAD, encoding="utf-8")
    out = run(*CHECK, "--format", name, ".", "gone\n::x::", folder=tmp_path)
    assert out.code == 2
    for line in (out.stdout + out.stderr).splitlines():
        assert not re.match(r"\s*::(?!(error|warning|notice) (file|title)=)", line)
        assert "##[" not in line
    assert not RAW.search(out.stdout + out.stderr)
    assert "Zabarina" in out.stdout


def test_several_reports_of_one_run(desk: Path) -> None:
    wanted = {
        "sarif": "t.sarif", "junit": "t.xml", "html": "pages/", "csv": "t.csv", "xlsx": "t.xlsx",
        "json": "t.json",
    }  # fmt: skip
    options = [part for name, path in wanted.items() for part in ("--report", f"{name}={path}")]
    alone = run(*CHECK, "bad.txt", folder=desk)
    out = run(*CHECK, "bad.txt", *options, folder=desk)
    assert out == alone
    assert out.code == 1
    for name, path in wanted.items():
        if name == "html":
            assert (desk / "pages" / "index.html").is_file()
            continue
        single = desk / f"single.{name}"
        run(*CHECK, "bad.txt", "--format", name, "-o", single.name, folder=desk)
        assert (desk / path).read_bytes() == single.read_bytes(), name
    assert not list(desk.rglob("*.part"))


def test_reports_beside_format_and_output(desk: Path) -> None:
    more = "--report", "gitlab=q.json", "--format", "github", "-o", "log"
    out = run(*CHECK, "bad.txt", *more, folder=desk)
    assert out.stdout == ""
    assert (desk / "log").read_text("utf-8").startswith("::error file=bad.txt")
    assert json.loads((desk / "q.json").read_text("utf-8"))[0]["check_name"] == "name-diacritics"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--report", "sarfi=t"], 'unknown format "sarfi". Did you mean "sarif"?'),
        (["--report", "sarif"], '--report "sarif" names no format and path. Write FORMAT=PATH'),
        (["--report", "sarif="], '--report "sarif=" names no format and path'),
        (["--report", "=t"], '--report "=t" names no format and path'),
        (["--report", "sarif=-"], '"sarif=-" names no file. Standard output takes --format sarif'),
        (["--report", "csv=gone/t.csv"], "cannot write gone/t.csv: there is no folder gone"),
        (["--report", "csv=lost"], "cannot write lost: there is no folder"),
        (["--report", "csv=folder"], "cannot write folder: it is a folder"),
        (["--report", "html=folder"], "cannot write folder: the folder holds other files"),
        (["--report", "html=bad.txt/"], "cannot write bad.txt"),
        (["--report", "csv=t", "--report", "json=./t"], "two reports cannot both be ./t"),
        (["--report", "csv=t", "-o", "t"], "two reports cannot both be t"),
        (["--report", "csv=t", "--report", "json=link"], "two reports cannot both be link"),
        (["--report", "html=out/", "--report", "csv=out/t.csv"], "there is no folder out"),
        (["--report", "html=old/", "--report", "csv=old/t.csv"],
         "t.csv cannot lie in old/, which is replaced whole. Name a file beside the folder"),
        (["--format", "xlsx"], "xlsx is not text. Name a file: -o report.xlsx"),
        (["-o", "t.xml"], "t.xml may be checkstyle or junit. Add --format checkstyle or"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused_before_any_work(
    desk: Path, options: list[str], said: str
) -> None:
    (desk / "folder").mkdir()
    (desk / "folder" / "mine.txt").write_text("mine", encoding="utf-8")
    (desk / "link").symlink_to("t")
    (desk / "lost").symlink_to("gone/t")
    (desk / "old").mkdir()
    (desk / "old" / "index.html").write_text("a transcheck report", encoding="utf-8")
    before = sorted(desk.rglob("*"))
    out = run(*CHECK, "bad.txt", *options, folder=desk)
    assert out.code == 2
    assert out.stdout == ""
    assert out.stderr.count("\n") == 1
    assert said in out.stderr
    assert sorted(desk.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("t.sarif", '{\n "$schema": "https://docs.oasis'),
        ("t.sarif.json", '{\n "$schema": "https://docs.oasis'),
        ("t.gitlab.json", '[\n {"description":'),
        ("t.rdjson", '{\n "source"'),
        ("t.junit.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites'),
        ("t.checkstyle.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle'),
        ("t.csv", '"path","line"'),
        ("t.CSV", '"path","line"'),
        ("t.json", '{\n "schema": "transcheck/report/1"'),
        ("t.v2.json", '{\n "schema": "transcheck/report/1"'),
        ("t.md", "## ✗ transcheck"),
        ("t.html", "<!doctype html>"),
        ("t.log", "bad.txt:3:35: major"),
        ("t", "bad.txt:3:35: major"),
    ],
)
def test_the_suffix_names_the_format(desk: Path, name: str, starts: str) -> None:
    run(*CHECK, "bad.txt", "-o", name, folder=desk)
    assert (desk / name).read_text("utf-8").lower().startswith(starts.lower())


def test_a_workbook_by_its_suffix(desk: Path) -> None:
    run(*CHECK, "bad.txt", "-o", "t.xlsx", folder=desk)
    first = (desk / "t.xlsx").read_bytes()
    assert first.startswith(b"PK")
    run(*CHECK, "bad.txt", "-o", "t.xlsx", folder=desk)
    assert (desk / "t.xlsx").read_bytes() == first


def test_a_workbook_without_the_library(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    out = run(*CHECK, "bad.txt", "--report", "xlsx=t.xlsx", folder=desk)
    assert out.code == 2
    assert out.stderr == (
        "transcheck: the library that writes xlsx is not installed. "
        'Install transcheck with its extra: pipx install --force ".[sheets]" in its folder\n'
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--report", "html=t.html"], "more than 100 articles are too many for one page (t.html)"),
        (["-o", "t.html"], "too many for one page (t.html). Name a folder, such as report/"),
        (["--format", "html"], "too many for one page (standard output)"),
        (["--report", "html=folder"], "cannot write folder: it is a file, not a folder"),
    ],
)
def test_a_page_too_small_is_refused_before_anything_is_checked(
    desk: Path, options: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row is an article: that there are more than 100 is known when they are read."""
    rows = "".join(json.dumps({"id": str(n), "text": BAD}) + "\n" for n in range(101))
    (desk / "wire.jsonl").write_text(rows, encoding="utf-8")
    (desk / "folder").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(transcheck.cli.run, "check_all", lambda *_: pytest.fail("it was checked"))
    before = sorted(desk.rglob("*"))
    out = run(*CHECK, "wire.jsonl", "--report", "json=t.json", *options, folder=desk)
    assert (out.code, out.stdout) == (2, "")
    assert said in out.stderr
    assert sorted(desk.rglob("*")) == before


def test_a_hundred_articles_go_on_one_page_and_any_number_into_a_folder(desk: Path) -> None:
    rows = [json.dumps({"id": str(n), "text": "All is well."}) + "\n" for n in range(101)]
    (desk / "wire.jsonl").write_text("".join(rows[:100]), encoding="utf-8")
    assert run(*CHECK, "wire.jsonl", "--report", "html=t.html", folder=desk).code == 0
    assert (desk / "t.html").is_file()
    (desk / "wire.jsonl").write_text("".join(rows), encoding="utf-8")
    for name in ("pages/", "pages", "others"):
        assert run(*CHECK, "wire.jsonl", "--report", f"html={name}", folder=desk).code == 0
        assert (desk / name / "index.html").is_file()


@pytest.mark.parametrize("paths", [["bad.txt"], ["."], ["./*.txt"], ["link.txt"]])
def test_no_report_takes_the_place_of_an_article(desk: Path, paths: list[str]) -> None:
    (desk / "link.txt").symlink_to("bad.txt")
    for options in (["-o", "bad.txt"], ["--report", "csv=./bad.txt"], ["-o", "link.txt"]):
        out = run(*CHECK, *paths, *options, folder=desk)
        assert out.code == 2
        assert "it is one of the articles. Name another file, or leave it out" in out.stderr
        assert (desk / "bad.txt").read_text("utf-8") == BAD


@pytest.mark.parametrize("name", ["r.html", "r.md", "r.jsonl", "r.txt", "pages/"])
@pytest.mark.parametrize("text", [BAD, "All is well."], ids=["bad", "good"])
@pytest.mark.parametrize("path", [".", "**/*.*"])
def test_a_report_is_no_article_of_the_next_run(
    desk: Path, name: str, text: str, path: str
) -> None:
    if (name, text) == ("r.txt", "All is well."):
        pytest.skip("an empty file says nothing about itself")
    (desk / "bad.txt").write_text(text, encoding="utf-8")
    first = run(*CHECK, path, "-o", name, folder=desk)
    again = run(*CHECK, path, "-o", name, folder=desk)
    assert again.code == first.code < 2
    told = "1 other or hidden file in folders was passed over\n" if name != "pages/" else ""
    assert again.stderr.endswith(told + first.stderr)


def test_no_baseline_takes_the_place_of_an_article(desk: Path) -> None:
    out = run("baseline", "--no-glossaries", "bad.txt", "-o", "bad.txt", folder=desk)
    assert out.code == 2
    assert "cannot write bad.txt: it is one of the articles" in out.stderr
    assert (desk / "bad.txt").read_text("utf-8") == BAD


def test_a_folder_in_which_nothing_can_be_put_is_refused_before_any_work(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old report could be written into, but a new one cannot be put in its place."""
    (desk / "t.json").write_text("old", encoding="utf-8")
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != desk and may(path, mode))
    monkeypatch.setattr(transcheck.cli.run, "find_inputs", lambda *_: pytest.fail("it went on"))
    out = run(*CHECK, "bad.txt", "-o", "t.json", folder=desk)
    assert out.stderr == "transcheck: cannot write t.json: Permission denied\n"


def test_a_dash_is_standard_output(desk: Path) -> None:
    dashed = run(*CHECK, "bad.txt", "--format", "json", "-o", "-", folder=desk)
    assert dashed == run(*CHECK, "bad.txt", "--format", "json", folder=desk)
    assert not (desk / "-").exists()


def test_one_that_fails_leaves_the_others(desk: Path) -> None:
    """A folder that goes away meanwhile: the other reports are written, then it is said."""
    (desk / "gone").mkdir()
    find_inputs = transcheck.cli.run.find_inputs

    def remove(*given: object) -> object:
        (desk / "gone").rmdir()
        return find_inputs(*given)  # type: ignore[arg-type]

    more = "--report", "csv=gone/t.csv", "--report", "sarif=t.sarif"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transcheck.cli.run, "find_inputs", remove)
        out = run(*CHECK, "bad.txt", "--format", "json", *more, folder=desk)
    assert out.code == 2
    assert out.stderr == "transcheck: cannot write gone/t.csv: No such file or directory\n"
    assert len(json.loads(out.stdout)["articles"]) == 1
    log = json.loads((desk / "t.sarif").read_text("utf-8"))
    assert len(log["runs"][0]["results"]) == 1


def test_sarif_of_a_run_with_waivers_and_a_baseline(desk: Path) -> None:
    """Of four findings one is known, one waived, one new; a waiver that fits nothing is told."""
    text = "Žabarina and Čelarevo\n\nThe boat left Žabarina and Čelarevo. The the end.\n"
    (desk / "bad.txt").write_text(f"{text}In Zabarina people waited.\n", encoding="utf-8")
    run("baseline", "--no-glossaries", "bad.txt", "-o", "base.json", folder=desk)
    (desk / "bad.txt").write_text(
        f"{text}In Zabarina people waited.\n\nIn Celarevo too.\n", encoding="utf-8"
    )
    (desk / "transcheck-waivers.toml").write_text(
        '[[waiver]]\ncheck = "name-diacritics"\nform = "Celarevo"\npath = "bad.txt"\n'
        'verdict = "not-an-error"\nreason = "So on the sign"\nby = "Anna Lund"\n'
        '[[waiver]]\ncheck = "name-diacritics"\nform = "Novi"\npath = "bad.txt"\n'
        'verdict = "not-an-error"\nreason = "Gone"\nby = "Anna Lund"\n',
        encoding="utf-8",
    )
    out = run(*CHECK, "bad.txt", "--baseline", "base.json", "-o", "t.sarif", folder=desk)
    assert out.code == 0, out.stderr
    (log,) = json.loads((desk / "t.sarif").read_text("utf-8"))["runs"]
    marks = {
        (one["ruleId"], one["baselineState"], *(s["justification"] for s in one["suppressions"]))
        for one in log["results"]
    }
    assert marks == {
        ("waiver-stale", "new"),
        ("repeated-word", "unchanged"),
        ("name-diacritics", "unchanged"),
        ("name-diacritics", "new", "So on the sign"),
    }
    rules = [rule["id"] for rule in log["tool"]["driver"]["rules"]]
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in log["results"])


def test_the_log_says_that_many_pages_are_written(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "Writing 1 page to pages/.\n"
    assert said not in run(*CHECK, "bad.txt", "-o", "pages/", folder=desk).stderr
    monkeypatch.setattr("transcheck.cli.output._MANY_PAGES", 1)
    assert said in run(*CHECK, "bad.txt", "-o", "pages/", folder=desk).stderr
