"""`check --resume`: nothing is checked twice, and the report is that of a clean run."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Outcome, run, run_process

import transcheck.cli.progress
from transcheck.model import Article
from transcheck.pipeline import check_article

TEXT = "The boat left Žabarina on Friday.\n\nIn Zabarina number {} people waited. {}\n"
SECRET = "Nobody has published this sentence yet."
JSON = "check", "--no-glossaries", "--format", "json"
SAID = re.compile(r"(\d+) of \d+ articles checked before: their results come from kept\.\n")


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """A folder with twelve articles."""
    (tmp_path / "wire").mkdir()
    for number in range(12):
        text = TEXT.format(number, SECRET)
        (tmp_path / "wire" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The paths of the articles that were checked, in their order."""
    paths: list[str] = []

    def note(article: Article, desk: object) -> object:
        paths.append(article.path)
        return check_article(article, desk)  # type: ignore[arg-type]

    monkeypatch.setattr(transcheck.cli.progress, "check_article", note)
    return paths


def resume(folder: Path, *arguments: str) -> Outcome:
    return run(*JSON, "wire", "--resume", "kept", *arguments, folder=folder)


def kept(folder: Path) -> Path:
    return folder / "kept" / "results"


def test_the_second_run_checks_nothing_and_writes_the_same(wire: Path, checked: list[str]) -> None:
    clean = run(*JSON, "wire", folder=wire)
    first = resume(wire)
    assert len(checked) == 24
    second = resume(wire)
    assert len(checked) == 24
    assert clean == first
    assert clean.stdout == second.stdout
    said = "12 of 12 articles checked before: their results come from kept.\n"
    assert second.stderr == said + clean.stderr


def test_only_what_was_not_checked_is(wire: Path, checked: list[str]) -> None:
    run(*JSON, "wire/03.txt", "wire/07.txt", "--resume", "kept", folder=wire)
    (wire / "wire" / "07.txt").write_text(TEXT.format(77, ""), encoding="utf-8")
    checked.clear()
    assert resume(wire).stdout == run(*JSON, "wire", folder=wire).stdout
    assert checked[:11] == [f"wire/{n:02}.txt" for n in range(12) if n != 3]


DROPPED = {
    "another option": ("--ignore", "repeated-word"),
    "another gate": ("--fail-on", "minor"),
    "a glossary": ("--glossary", "names.csv"),
    "waivers": ("--waivers", "waivers.toml"),
}


@pytest.mark.parametrize("change", DROPPED)
def test_another_signature_drops_what_was_kept(wire: Path, change: str, checked: list[str]) -> None:
    (wire / "names.csv").write_text("name\nZabarina\n", encoding="utf-8")
    waiver = '[[waiver]]\ncheck="name-diacritics"\nform="Zabarina"\npath="wire/01.txt"\nreason="x"'
    (wire / "waivers.toml").write_text(waiver, encoding="utf-8")
    resume(wire)
    checked.clear()
    other = resume(wire, *DROPPED[change])
    assert len(checked) == 12
    assert other.stdout == run(*JSON, "wire", *DROPPED[change], folder=wire).stdout
    assert not SAID.search(other.stderr)


def test_another_build_of_the_program_drops_what_was_kept(
    wire: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    resume(wire)
    checked.clear()
    monkeypatch.setattr("transcheck.cli.kept._sign_program", lambda: "another")
    resume(wire)
    assert len(checked) == 12
    assert kept(wire).read_bytes().count(b"transcheck/results/1") == 1


def test_only_the_owner_reads_it_and_it_holds_no_text(wire: Path) -> None:
    resume(wire)
    assert stat.S_IMODE(kept(wire).stat().st_mode) == 0o600
    assert stat.S_IMODE((wire / "kept").stat().st_mode) == 0o700
    assert (wire / "kept" / ".gitignore").read_text(encoding="ascii") == "*\n"
    assert b"Zabarina" in kept(wire).read_bytes()
    assert SECRET.encode() not in kept(wire).read_bytes()
    kept(wire).chmod(0o644)
    resume(wire)
    assert stat.S_IMODE(kept(wire).stat().st_mode) == 0o600


def test_damage_costs_a_line_at_most(wire: Path) -> None:
    clean = resume(wire)
    whole = kept(wire).read_bytes()
    half = len(whole) // 2
    cases = {
        "cut": whole[:half],
        "a bit": whole[:half] + bytes([whole[half] ^ 4]) + whole[half + 1 :],
        "results under each other's keys": _swap_keys(whole),
    }
    for name, damaged in cases.items():
        kept(wire).write_bytes(damaged)
        outcome = resume(wire)
        assert outcome.stdout == clean.stdout, name
        assert 5 <= int(SAID.match(outcome.stderr)[1]) < 12, name  # type: ignore[index]
        assert SAID.match(resume(wire).stderr)[1] == "12", name  # type: ignore[index]


def _swap_keys(whole: bytes) -> bytes:
    lines = [line.split(b" ", 2) for line in whole.splitlines(keepends=True)]
    lines[1][1], lines[2][1] = lines[2][1], lines[1][1]
    return b"".join(map(b" ".join, lines))


def test_an_article_whose_check_failed_is_checked_again(
    wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from transcheck.model import Skipped

    def fail(article: Article, desk: object) -> object:
        report, _ = check_article(article, desk)  # type: ignore[arg-type]
        broken = article.path.endswith("05.txt")
        return report, (Skipped(article.path, "no luck", "stub"),) if broken else ()

    with monkeypatch.context() as patch:
        patch.setattr(transcheck.cli.progress, "check_article", fail)
        assert resume(wire).code == 2
    after = resume(wire)
    assert after.code == 1
    assert SAID.match(after.stderr)[1] == "11"  # type: ignore[index]


@pytest.mark.long
def test_a_full_disk_is_said_once_and_the_check_goes_on(wire: Path) -> None:
    full = run_process(*JSON, "wire", "--resume", "kept", folder=wire, most_bytes=9000)
    assert full.code == 1
    assert full.stdout == run(*JSON, "wire", folder=wire).stdout
    said = "kept: no more results can be kept (File too large). The check goes on.\n"
    assert full.stderr.count(said) == 1
    after = resume(wire)
    assert after.stdout == full.stdout
    assert 1 <= int(SAID.match(after.stderr)[1]) < 12  # type: ignore[index]


REFUSED = {
    "": "transcheck: --resume names no folder. Name one, such as .transcheck\n",
    "wire/01.txt": "transcheck: cannot keep results in wire/01.txt: File exists. "
    "Name another folder\n",
    "odd": "transcheck: cannot keep results in odd: results in it is no file. "
    "Name another folder\n",
}


@pytest.mark.parametrize("folder", REFUSED)
def test_a_place_that_keeps_nothing_is_refused(wire: Path, folder: str) -> None:
    (wire / "odd" / "results").mkdir(parents=True)
    outcome = run(*JSON, "wire", "--resume", folder, folder=wire)
    assert (outcome.code, outcome.stdout, outcome.stderr) == (2, "", REFUSED[folder])


@pytest.mark.long
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_at_any_moment_it_goes_on_to_the_same_bytes(wire: Path, jobs: str) -> None:
    for number in range(400):
        text = TEXT.format(number, SECRET) * 30
        (wire / "wire" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    clean = run_process(*JSON, "wire", folder=wire)
    command = [sys.executable, "-m", "transcheck", *JSON, "wire", "--resume", "kept", "-j", jobs]
    rng, before = random.Random(17), 0
    for _ in range(30):
        target = kept(wire).stat().st_size if kept(wire).exists() else 0
        process = subprocess.Popen(
            command, cwd=wire, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            start_new_session=True,
        )  # fmt: skip
        while process.poll() is None and (
            not kept(wire).exists() or kept(wire).stat().st_size <= target
        ):
            time.sleep(0.002)
        time.sleep(rng.random() * 0.06)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        said = process.communicate()[1].decode()
        found = SAID.search(said)
        if found:  # else it was killed before it said so
            assert int(found[1]) >= before, "what was kept is lost"
            before = int(found[1])
        if process.returncode >= 0:
            break
    outcome = run_process(*JSON, "wire", "--resume", "kept", "-j", jobs, folder=wire)
    assert outcome.stdout == clean.stdout
    assert before > 25


@pytest.mark.long
def test_two_runs_at_once_share_a_folder(wire: Path) -> None:
    clean = run_process(*JSON, "wire", folder=wire)
    command = [sys.executable, "-m", "transcheck", *JSON, "wire", "--resume", "kept"]
    running = [
        subprocess.Popen(command, cwd=wire, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(6)
    ]
    for process in running:
        assert process.communicate()[0].decode() == clean.stdout
    after = resume(wire)
    assert after.stdout == clean.stdout
    assert SAID.match(after.stderr)[1] == "12"  # type: ignore[index]


def test_the_log_of_a_job_says_how_far_it_is(wire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12, 60):
        text = TEXT.format(number, "")
        (wire / "wire" / f"{number}.txt").write_text(text, encoding="utf-8")
    assert "articles checked." not in run(*JSON, "wire", folder=wire).stderr
    monkeypatch.setattr(transcheck.cli.progress, "_SECONDS_BETWEEN_LINES", 0)
    lines = run(*JSON, "wire", folder=wire).stderr.splitlines()
    assert lines[:60] == [f"{number} of 60 articles checked." for number in range(1, 61)]
    assert json.loads(run(*JSON, "wire", folder=wire).stdout)["summary"]["articles"] == 60


@pytest.mark.long
def test_workers_end_with_a_run_that_is_killed(wire: Path) -> None:
    for number in range(400):
        (wire / "wire" / f"{number:03}.txt").write_text(TEXT.format(number, SECRET) * 30, "utf-8")
    command = [sys.executable, "-m", "transcheck", *JSON, "wire", "--resume", "kept", "-j", "2"]
    process = subprocess.Popen(command, cwd=wire, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    while not kept(wire).exists() or kept(wire).stat().st_size < 1000:
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.communicate(timeout=60)  # the pipe closes when the last that holds it has ended
