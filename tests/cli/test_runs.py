"""Runs of many articles: the same bytes in several processes, failures that stay small, signals."""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from command_line import run, run_process

import transcheck.desk
from transcheck.checks import find_checks
from transcheck.config import Settings
from transcheck.desk import open_desk
from transcheck.model import CheckInfo, Context, Finding, Severity
from transcheck.pipeline import check_article
from transcheck.readers.formats.plain import read_text

TEXT = "The boat left Žabarina on Friday.\n\nIn Zabarina number {} people waited for it.\n"
SERIAL = "check", "--no-glossaries", "--format", "json"


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """A folder with 30 articles and one that cannot be read."""
    folder = tmp_path / "wire"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(TEXT.format(number), encoding="utf-8")
    (folder / "07b.txt").write_bytes(b"Zv\xe8an")
    return tmp_path


def _stub(find: object) -> ModuleType:
    module = ModuleType("stub")
    module.CHECK = CheckInfo("stub", "other", Severity.MINOR, "A stub.")  # type: ignore[attr-defined]
    module.find = find  # type: ignore[attr-defined]
    return module


def _add_check(monkeypatch: pytest.MonkeyPatch, find: object) -> None:
    checks = (*find_checks(), _stub(find))
    monkeypatch.setattr(transcheck.desk, "find_checks", lambda: checks)


def test_two_processes_give_the_bytes_of_one(wire: Path) -> None:
    one = run_process(*SERIAL, "wire", folder=wire)
    two = run_process(*SERIAL, "wire", "-j", "2", folder=wire)
    assert one == two
    assert one.code == 2
    assert one.stdout.count('"check": "name-diacritics"') == 30
    assert one.stderr.count("07b.txt: byte 2 (0xE8) is not UTF-8") == 1


# What forks inside pytest is marked long: those run without other workers beside them.
@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=pytest.mark.long)])
def test_a_check_that_raises_takes_nothing_with_it(
    wire: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    def find(context: Context) -> Iterator[Finding]:
        if "number 3 " in context.article.segments[-1].target:
            raise ZeroDivisionError("no\nluck")
        return iter(())

    _add_check(monkeypatch, find)
    outcome = run(*SERIAL, "wire/03.txt", "wire/04.txt", "-j", jobs, folder=wire)
    assert outcome.code == 2
    assert outcome.stdout.count('"check": "name-diacritics"') == 2
    assert '"check": "stub"' in outcome.stdout
    (line,) = [line for line in outcome.stderr.split("\n") if "ZeroDivisionError" in line]
    assert line.startswith("wire/03.txt (stub): the check failed")
    assert "1 check could not run" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert run(*SERIAL, "--exit-zero", "wire/03.txt", folder=wire).code == 2


@pytest.mark.long
def test_an_article_that_kills_its_process_costs_itself_only(
    wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(context: Context) -> Iterator[Finding]:
        if "number 11 " in context.article.segments[-1].target:
            os.kill(os.getpid(), signal.SIGKILL)
        return iter(())

    _add_check(monkeypatch, find)
    outcome = run(*SERIAL, "wire", "-j", "2", folder=wire)
    assert outcome.code == 2
    assert outcome.stdout.count('"check": "name-diacritics"') == 29
    assert "wire/11.txt: the process that checked it was killed" in outcome.stderr
    assert "2 of 31 articles could not be read" in outcome.stderr
    assert "Traceback" not in outcome.stderr


@pytest.mark.long
def test_a_process_killed_once_costs_nothing(wire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = wire / "killed"

    def find(context: Context) -> Iterator[Finding]:
        if "number 11 " in context.article.segments[-1].target and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return iter(())

    serial = run(*SERIAL, "wire", folder=wire)
    _add_check(monkeypatch, find)
    outcome = run(*SERIAL, "wire", "-j", "2", folder=wire)
    assert mark.exists()
    assert outcome.stdout.split('"articles"')[-1] == serial.stdout.split('"articles"')[-1]


@pytest.mark.long
def test_killed_again_and_again_it_gives_up(wire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _add_check(monkeypatch, lambda context: os.kill(os.getpid(), signal.SIGKILL))
    outcome = run(*SERIAL, "wire", "-j", "2", folder=wire)
    assert outcome.code == 2
    assert outcome.stderr.count("was killed, perhaps for want of memory") == 5
    assert outcome.stderr.count("killed again and again. Try -j 1") == 25


def test_progress_is_shown_on_a_terminal_only(wire: Path) -> None:
    for number in range(30, 60):
        (wire / "wire" / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    on_terminal = run(*SERIAL, "wire", folder=wire, terminal=True, environment={"TERM": "xterm"})
    elsewhere = run(*SERIAL, "wire", folder=wire)
    assert "Checking" in on_terminal.stderr
    assert "Checking" not in elsewhere.stderr
    assert on_terminal.stdout == elsewhere.stdout


def _start(*arguments: str, folder: Path, **given: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "transcheck", "check", "--no-glossaries", *arguments]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **given
    )  # type: ignore[call-overload, no-any-return]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no /proc to see workers in")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_stops_within_a_second_of_work(wire: Path, jobs: str) -> None:
    """Of the processor's: what the workers are at alone would take several."""
    rows = (json.dumps({"id": str(n), "text": TEXT.format(n) * 200}) for n in range(600))
    (wire / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    # A suite that a shell put into the background ignores Ctrl-C, and so would what it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = _start("rows.jsonl", "-j", jobs, folder=wire, start_new_session=True)
    workers = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for _ in range(300):
        time.sleep(0.1)
        if jobs == "1" or len(workers.read_text().split()) >= 2:
            break
    time.sleep(0.8)
    assert process.poll() is None, process.communicate()
    done = sum(map(_seconds_of_work, (str(process.pid), *workers.read_text().split())))
    os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to the workers too
    _, said = process.communicate(timeout=30)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    whole = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert whole - done < 1
    assert process.returncode == 130
    assert said.strip() == b""
    for _ in range(100):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("a worker is left")


def _seconds_of_work(pid: str) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("format_name", ["text", "json"])
def test_a_closed_pipe_is_quiet_and_the_exit_code_still_counts(
    wire: Path, format_name: str
) -> None:
    process = _start("wire/01.txt", "--format", format_name, folder=wire)
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    said = process.stderr.read().decode()
    assert process.wait(timeout=60) == 1
    assert "Gate failed" in said
    assert "Error" not in said
    assert "Traceback" not in said


def test_output_that_cannot_be_written_leaves_the_old_report(wire: Path) -> None:
    old = wire / "report.json"
    old.write_text("old", encoding="utf-8")
    made = run_process(*SERIAL, "wire/01.txt", "-o", "report.json", folder=wire, most_bytes=100)
    assert made.code == 2
    assert "transcheck: cannot write report.json: File too large" in made.stderr
    assert old.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in wire.iterdir()) == ["report.json", "wire"]


def test_checking_leaves_nothing_for_the_collector() -> None:
    desk = open_desk(Settings(no_glossaries=True))
    texts = [TEXT.format(number) + "Rute waited. Mark Rutte came." for number in range(20)]
    check_article(read_text(texts[0]), desk)
    gc.collect()
    gc.disable()
    try:
        for text in texts:
            check_article(read_text(text), desk)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_an_error_that_nobody_reads_is_exit_2_still(wire: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "transcheck", *SERIAL, "--config", "gone"]
    done = subprocess.run(command, cwd=wire, stderr=writing, check=False)
    os.close(writing)
    assert done.returncode == 2


def test_a_run_whose_log_nobody_reads_any_more_writes_its_report(wire: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "transcheck", *SERIAL, "wire", "-o", "report.json"]
    done = subprocess.run(command, cwd=wire, stderr=writing, check=False)
    os.close(writing)
    assert done.returncode == 2
    assert len(json.loads((wire / "report.json").read_text("utf-8"))["articles"]) == 30
