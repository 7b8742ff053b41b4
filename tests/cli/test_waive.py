"""The life of waivers and baselines: rows, globs, rewritten sentences, other folders, many runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import Outcome, run, run_process

TEXT = "The boat left Žabarina on Friday. People in Zabarina waited. In Zabarina it rained."
FILE = "transcheck-waivers.toml"
GLOB = """[[waiver]]
check = "name-diacritics"
form = "Zabarina"
path = "wire/*.txt"
reason = "The company writes itself so"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with rows and with two articles in a folder."""
    rows = ({"id": f"row-{n}", "text": TEXT} for n in range(3))
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "wire").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "wire" / name).write_text(f"{TEXT}\n", encoding="utf-8")
    return tmp_path


def _check(folder: Path, *arguments: str) -> dict[str, Any]:
    options = ("--no-glossaries", "--format", "json")
    report: dict[str, Any] = json.loads(run("check", *options, *arguments, folder=folder).stdout)
    return report


def _found(report: dict[str, Any]) -> list[tuple[str, str, bool]]:
    return [
        (article["id"], finding["check"], finding["waived"] is not None)
        for article in report["articles"]
        for finding in article["findings"]
    ]


def _waive(folder: Path, *arguments: str) -> Outcome:
    return run("waive", "--no-glossaries", "--reason", "Quoted", *arguments, folder=folder)


def test_the_rows_of_a_file_are_waived_one_by_one(desk: Path) -> None:
    mark = _check(desk, "rows.jsonl")["articles"][1]["findings"][0]["fingerprint"]
    assert _waive(desk, mark, "rows.jsonl").stdout.count("row-") == 3  # three rows, word for word
    path = desk / FILE
    path.write_text(
        path.read_text().partition("[[waiver]]\n")[0] + _block(path.read_text(), "row-1")
    )
    found = _found(_check(desk, "rows.jsonl"))
    assert [one for one in found if one[2]] == [("row-1", "name-diacritics", True)]
    assert len(found) == 6


def _block(text: str, name: str) -> str:
    blocks = text.split("[[waiver]]\n")[1:]
    return "".join(f"[[waiver]]\n{block}" for block in blocks if f'id = "{name}"' in block)


def test_a_row_that_is_gone_leaves_a_stale_waiver(desk: Path) -> None:
    mark = _check(desk, "rows.jsonl")["articles"][0]["findings"][0]["fingerprint"]
    _waive(desk, mark, "rows.jsonl")
    rows = (desk / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    (desk / "rows.jsonl").write_text("\n".join(rows[1:]), encoding="utf-8")
    stale = [one for one in _found(_check(desk, "rows.jsonl")) if one[1] == "waiver-stale"]
    assert stale == [("row-1", "waiver-stale", False)]
    pruned = run("waive", "--prune", "--no-glossaries", "rows.jsonl", folder=desk)
    assert (pruned.code, pruned.stdout.count("row-0")) == (0, 1)
    assert "1 waiver removed" in pruned.stderr
    assert not any(check == "waiver-stale" for _, check, _ in _found(_check(desk, "rows.jsonl")))


def test_a_glob_is_stale_only_when_all_its_files_were_seen(desk: Path) -> None:
    (desk / FILE).write_text(GLOB)
    assert all(waived for *_, waived in _found(_check(desk, "wire")))
    (desk / "wire" / "a.txt").write_text("All is well.\n")
    assert _found(_check(desk, "wire/a.txt")) == []
    (desk / "wire" / "b.txt").write_text("All is well.\n")
    assert _found(_check(desk, "wire/a.txt")) == []
    assert _found(_check(desk, "wire")) == [("wire/a.txt", "waiver-stale", False)]


def test_a_sentence_may_be_translated_anew(desk: Path) -> None:
    path = desk / "wire" / "a.txt"
    marks = [one["fingerprint"] for one in _check(desk, "wire/a.txt")["articles"][0]["findings"]]
    _waive(desk, *marks, "wire/a.txt")
    path.write_text(
        path.read_text().replace("People in", "Travellers at").replace("it rained", "x")
    )
    assert [waived for *_, waived in _found(_check(desk, "wire/a.txt"))] == [True, True]
    assert _waive(desk, marks[0], "wire/a.txt").code == 2  # it is called otherwise now


def test_a_waiver_counts_from_whatever_folder_the_run_is_started(desk: Path) -> None:
    (desk / FILE).write_text(GLOB)
    (desk / "transcheck.toml").write_text("")
    for folder, path in ((desk, "wire"), (desk / "wire", "."), (desk, str(desk / "wire"))):
        assert all(waived for *_, waived in _found(_check(folder, path))), path


def test_a_waiver_is_written_as_its_file_sees_the_article(desk: Path) -> None:
    (desk / "transcheck.toml").write_text("")
    mark = _check(desk / "wire", "a.txt")["articles"][0]["findings"][0]["fingerprint"]
    assert _waive(desk / "wire", mark, "a.txt").code == 0
    assert 'path = "wire/a.txt"' in (desk / FILE).read_text()
    assert not (desk / "wire" / FILE).exists()


def test_a_baseline_lets_only_what_is_new_fail(desk: Path) -> None:
    assert run("baseline", "--no-glossaries", "wire", "-o", "base.json", folder=desk).code == 0
    options = ("check", "--no-glossaries", "--baseline", "base.json", "wire")
    assert run(*options, folder=desk).code == 0
    path = desk / "wire" / "b.txt"
    path.write_text(f"Žabarina is on the map. We met in Zabarina today.\n\n{path.read_text()}")
    outcome = run(*options, folder=desk)
    assert outcome.code == 1
    assert "Gate failed: 1 of 2 articles, 1 error" in outcome.stderr
    assert "Not counted: 4 findings in the baseline." in outcome.stderr
    assert "wire/b.txt:1:35" in outcome.stdout


def test_a_baseline_of_the_configuration_is_written_anew(desk: Path) -> None:
    (desk / "transcheck.toml").write_text('baseline = "base.json"\n')
    refused = run("check", "--no-glossaries", "wire", folder=desk)
    assert (refused.code, refused.stdout) == (2, "")
    for _ in range(2):
        made = run("baseline", "--no-glossaries", "wire", "-o", "base.json", folder=desk)
        assert made.stderr == "4 findings of 2 articles written into base.json.\n"
    assert run("check", "--no-glossaries", "wire", folder=desk).code == 0


def test_the_same_bytes_whatever_the_order_the_processes_and_the_hashes(desk: Path) -> None:
    mark = _check(desk, "wire")["articles"][0]["findings"][0]["fingerprint"]
    _waive(desk, mark, "wire")
    (desk / FILE).open("a").write("\n" + GLOB.replace("Zabarina", "Gone"))
    run("baseline", "--no-glossaries", "rows.jsonl", "wire", "-o", "base.json", folder=desk)
    given = ("check", "--no-glossaries", "--format", "json", "--baseline", "base.json")
    one = run_process(*given, "wire", "rows.jsonl", folder=desk)
    assert '"kind": "baseline"' in one.stdout
    assert '"kind": "waiver"' in one.stdout
    assert "waiver-stale" in one.stdout
    assert run_process(*given, "wire", "rows.jsonl", "-j", "2", folder=desk) == one
    command = [sys.executable, "-m", "transcheck", *given, "wire", "rows.jsonl"]
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        made = subprocess.run(command, cwd=desk, env=environment, capture_output=True, check=False)
        assert made.stdout.decode() == one.stdout


def test_two_baselines_of_one_archive_are_the_same_bytes(desk: Path) -> None:
    made = []
    for paths in (("wire", "rows.jsonl"), ("rows.jsonl", "wire/b.txt", "wire/a.txt")):
        run("baseline", "--no-glossaries", *paths, "-o", "base.json", folder=desk)
        made.append((desk / "base.json").read_bytes())
    assert made[0] == made[1]


def test_explain_says_that_a_finding_is_waived(desk: Path) -> None:
    mark = _check(desk, "wire/a.txt")["articles"][0]["findings"][0]["fingerprint"]
    _waive(desk, "--by", "Anna Lund", mark, "wire/a.txt")
    said = run("explain", "--no-glossaries", f"wire/a.txt#{mark}", folder=desk).stdout
    assert "\nWaived: Quoted, Anna Lund\n" in said
    assert "name-diacritics" in said


def test_explain_knows_a_stale_waiver(desk: Path) -> None:
    (desk / FILE).write_text(GLOB.replace("Zabarina", "Gone"))
    (article, _) = _check(desk, "wire")["articles"]
    (stale,) = [one for one in article["findings"] if one["check"] == "waiver-stale"]
    assert (stale["start"], stale["end"], stale["text"]) == (0, 0, "")
    said = run("explain", "--no-glossaries", f"wire/a.txt#{stale['fingerprint']}", folder=desk)
    assert said.code == 2  # one article alone cannot say so of a glob
    exact = GLOB.replace("Zabarina", "Gone").replace("*", "a")
    (desk / FILE).write_text(exact)
    stale = _check(desk, "wire/a.txt")["articles"][0]["findings"][0]
    said = run("explain", "--no-glossaries", f"wire/a.txt#{stale['fingerprint']}", folder=desk)
    assert "The waiver of “Gone”" in said.stdout
