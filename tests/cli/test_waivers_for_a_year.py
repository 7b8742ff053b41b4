"""Waivers as a desk lives with them: files that go, lines that lapse, branches that meet."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import run

from transcheck.version import VERSION

FILE = "transcheck-waivers.toml"
TEXT = "The boat left Žabarina on Friday. People in Zabarina waited. In Zabarina it rained.\n"


def _waiver(path: str, form: str = "Zabarina", more: str = "") -> str:
    return (
        f'[[waiver]]\ncheck = "name-diacritics"\nform = "{form}"\npath = "{path}"\n'
        f'reason = "So it signs"\n{more}\n'
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two articles, whose name is waived in both."""
    (tmp_path / "wire").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "wire" / name).write_text(TEXT, encoding="utf-8")
    waivers = _waiver("wire/a.txt") + _waiver("wire/b.txt")
    (tmp_path / FILE).write_text(waivers, encoding="utf-8")
    return tmp_path


def test_waivers_of_a_renamed_article_are_named(desk: Path) -> None:
    assert "gone" not in run("check", "--no-glossaries", "wire", folder=desk).stderr
    (desk / "wire" / "a.txt").rename(desk / "wire" / "c.txt")
    said = run("check", "--no-glossaries", "wire", folder=desk)
    assert said.code == 1
    assert f"{FILE}: 1 waiver of articles that are gone (wire/a.txt)" in said.stderr
    assert "gone" not in run("check", "--no-glossaries", "wire/b.txt", folder=desk).stderr


@pytest.mark.parametrize("path", ["wire", "wire/a.txt", "."])
def test_waivers_of_a_deleted_article_are_pruned(desk: Path, path: str) -> None:
    (desk / "wire" / "a.txt").unlink()
    pruned = run("waive", "--prune", "--no-glossaries", path, folder=desk)
    assert (pruned.code, pruned.stderr.count("1 waiver removed")) == (0, 1)
    assert (desk / FILE).read_text(encoding="utf-8") == _waiver("wire/b.txt")


def test_a_path_without_waivers_that_is_not_there_is_an_error_still(desk: Path) -> None:
    pruned = run("waive", "--prune", "--no-glossaries", "wier", folder=desk)
    assert (pruned.code, "no such file" in pruned.stderr) == (2, True)


@pytest.mark.parametrize("format_name", ["text", "markdown", "html", "github", "junit"])
def test_each_waiver_that_lapsed_is_named_by_its_line(desk: Path, format_name: str) -> None:
    lapsed = _waiver("wire/a.txt", "One") + _waiver("wire/a.txt", "Two", "expires = 2020-01-01")
    (desk / FILE).write_text(lapsed, encoding="utf-8")
    said = run("check", "--no-glossaries", "--format", format_name, "wire/a.txt", folder=desk)
    assert "“One”" in said.stdout
    assert "“Two”" in said.stdout


@pytest.mark.parametrize("severity", ["neutral", "minor", "major", "critical"])
@pytest.mark.parametrize("certainty", ["possible", "likely", "certain"])
def test_a_lapsed_waiver_alone_fails_nothing(desk: Path, severity: str, certainty: str) -> None:
    (desk / "wire" / "a.txt").write_text("All is well.\n")
    gate = ("--fail-on", severity, "--min-certainty", certainty)
    assert run("check", "--no-glossaries", *gate, "wire", folder=desk).code == 0


def test_what_the_baseline_knows_of_files_that_are_gone_is_counted(desk: Path) -> None:
    (desk / FILE).unlink()
    run("baseline", "--no-glossaries", "wire", "-o", "known.json", folder=desk)
    given = ("check", "--no-glossaries", "--baseline", "known.json", "wire")
    before = run(*given, folder=desk).stderr
    assert "Gate passed: nothing new found in 2 articles" in before
    assert "any more" not in before
    (desk / "wire" / "a.txt").rename(desk / "wire" / "c.txt")
    said = run(*given, folder=desk)
    assert (said.code, said.stderr.count("2 entries fit nothing any more")) == (1, 1)


def test_a_baseline_of_another_version_says_so(desk: Path) -> None:
    run("baseline", "--no-glossaries", "wire", "-o", "known.json", folder=desk)
    given = ("check", "--no-glossaries", "--baseline", "known.json", "wire")
    assert "known.json is by" not in run(*given, folder=desk).stderr
    text = (desk / "known.json").read_text().replace(f"transcheck:{VERSION}|", "transcheck:0.0.9|")
    (desk / "known.json").write_text(text)
    said = run(*given, folder=desk)
    assert (said.code, said.stderr.count("known.json is by transcheck 0.0.9: ")) == (0, 1)


def test_decisions_brought_into_another_folder_are_refused(desk: Path) -> None:
    decision = {"path": "wire/a.txt", "id": "wire/a.txt", "fingerprint": "0" * 12, "text": "Rute",
                "check": "name-respelt", "decision": "not-an-error", "reason": "So"}  # fmt: skip
    top = {"schema": "transcheck/decisions/1", "report": "", "signature": ""}
    (desk / "made.json").write_text(json.dumps(top | {"decisions": [decision]}))
    (desk / "other").mkdir()
    elsewhere = run("waive", "--from", "../made.json", folder=desk / "other")
    assert (elsewhere.code, "none of its articles is here" in elsewhere.stderr) == (2, True)
    assert not (desk / "other" / FILE).exists()
    assert run("waive", "--from", "made.json", folder=desk).code == 0


def _git(folder: Path, *arguments: str) -> int:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    given = ("-c", "user.name=Anna Lund", "-c", "user.email=anna@example.invalid", *arguments)
    environment = os.environ | {"PATH": path, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(["git", *given], cwd=folder, env=environment, capture_output=True)
    return done.returncode


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@pytest.mark.parametrize(("driver", "code"), [(True, 0), (False, 1)])
def test_branches_that_both_waive_are_joined_by_git(desk: Path, driver: bool, code: int) -> None:
    report = json.loads(run("check", "wire", "--format", "json", folder=desk).stdout)
    (desk / FILE).unlink()
    marks = [one["fingerprint"] for one in report["articles"][0]["findings"]]
    _git(desk, "init", "-q", "-b", "main")
    if driver:
        command = f'"{sys.executable}" -m transcheck waive --merge %O %A %B'
        _git(desk, "config", "merge.transcheck-waivers.driver", command)
        (desk / ".gitattributes").write_text(f"{FILE} merge=transcheck-waivers\n")
    _git(desk, "add", ".")
    _git(desk, "commit", "-qm", "Begin")
    _git(desk, "branch", "theirs")
    for branch, mark in zip(("theirs", "main"), marks, strict=True):
        _git(desk, "checkout", "-q", branch)
        run("waive", mark, "wire/a.txt", "--reason", branch, folder=desk)
        _git(desk, "add", ".")
        _git(desk, "commit", "-qm", branch)
    assert _git(desk, "merge", "theirs") == code
    said = run("check", "wire/a.txt", folder=desk)
    if driver:
        assert (said.code, "2 findings waived" in said.stderr) == (0, True)
    else:
        assert said.code == 2
        assert "a merge of git is not finished here" in said.stderr


@pytest.mark.parametrize("words", [[FILE, FILE], [FILE, FILE, FILE, "--prune"]])
def test_merge_wants_three_files_and_no_more(desk: Path, words: list[str]) -> None:
    merged = run("waive", "--merge", *words, folder=desk)
    assert (merged.code, "--merge joins three files" in merged.stderr) == (2, True)
