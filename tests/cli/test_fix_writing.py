"""Files are written whole or not at all, and what was written can be taken back."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from command_line import Outcome, run

from transcheck.review.fixes.difference import find_byte_edits, take_back
from transcheck.review.fixes.writing import Change, write_changes

DESK = "name,kind,rejected\nZvečan,place,Zvecan\nMark Rutte,person,Rute\n"
A, B = "Rute left.\r\nIn Zvecan, rain", "The rain in Zvecan, Rute said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "desk.csv").write_text(DESK, encoding="utf-8")
    (tmp_path / "a.txt").write_text(A, encoding="utf-8", newline="")
    (tmp_path / "b.txt").write_text(B, encoding="utf-8", newline="")
    return tmp_path


def _fix(folder: Path, *arguments: str) -> Outcome:
    options = ("--no-glossaries", "--glossary", "desk.csv")
    return run("fix", *options, *arguments, folder=folder)


def _read(folder: Path, name: str) -> str:
    return (folder / name).read_bytes().decode()


def test_undo_puts_every_byte_back_and_leaves_no_file(folder: Path) -> None:
    assert _fix(folder, "--write", "a.txt", "b.txt").code == 0
    assert _read(folder, "a.txt") == "Rutte left.\r\nIn Zvečan, rain"
    outcome = run("fix", "--undo", folder=folder)
    assert (outcome.code, outcome.stderr) == (0, "2 files put back, 0 refused.\n")
    assert (_read(folder, "a.txt"), _read(folder, "b.txt")) == (A, B)
    assert not (folder / "transcheck-undo.json").exists()


def test_a_second_write_says_that_there_is_nothing_and_keeps_the_undo_file(folder: Path) -> None:
    _fix(folder, "--write", "a.txt")
    before = _read(folder, "transcheck-undo.json")
    outcome = _fix(folder, "--write", "a.txt")
    assert (outcome.code, outcome.stdout) == (0, "")
    assert outcome.stderr == "Nothing to fix.\n"
    assert _read(folder, "transcheck-undo.json") == before


def test_runs_are_undone_one_after_another_the_last_one_first(folder: Path) -> None:
    _fix(folder, "--write", "--undo-file", "u.json", "a.txt")
    _fix(folder, "--write", "--undo-file", "u.json", "b.txt")
    run("fix", "--undo", "u.json", folder=folder)
    assert _read(folder, "b.txt") == B
    assert _read(folder, "a.txt") != A
    run("fix", "--undo", "u.json", folder=folder)
    assert _read(folder, "a.txt") == A


def test_a_file_changed_since_is_not_put_back_and_stays_in_the_undo_file(folder: Path) -> None:
    _fix(folder, "--write", "a.txt", "b.txt")
    fixed = _read(folder, "a.txt")
    (folder / "a.txt").write_text("Something else.", encoding="utf-8")
    outcome = run("fix", "--undo", folder=folder)
    assert outcome.code == 2
    assert "a.txt: was changed after it was fixed. " in outcome.stderr
    assert "1 file put back, 1 refused." in outcome.stderr
    assert _read(folder, "a.txt") == "Something else."
    assert _read(folder, "b.txt") == B
    (folder / "a.txt").write_bytes(fixed.encode())
    assert run("fix", "--undo", folder=folder).code == 0
    assert _read(folder, "a.txt") == A


def test_undo_works_from_another_folder(folder: Path) -> None:
    _fix(folder, "--write", "a.txt")
    (folder / "deep").mkdir()
    run("fix", "--undo", "../transcheck-undo.json", folder=folder / "deep")
    assert _read(folder, "a.txt") == A


def test_a_file_changed_while_it_was_checked_is_refused(folder: Path) -> None:
    changes = [
        Change(folder / name, name, before.encode(), before.replace("Rute", "Rutte").encode())
        for name, before in (("a.txt", "Rute was here."), ("b.txt", B))
    ]
    (refused,) = write_changes(changes, folder / "u.json")
    assert str(refused) == "a.txt: was changed while it was checked. Run fix again"
    assert _read(folder, "a.txt") == A
    assert "Rutte" in _read(folder, "b.txt")
    assert "a.txt" not in _read(folder, "u.json")


def test_what_cannot_be_written_is_said_and_the_others_are(folder: Path) -> None:
    changes = [
        Change(folder / "gone" / "a.txt", "gone/a.txt", b"x", b"y"),
        Change(folder / "b.txt", "b.txt", B.encode(), b"new"),
    ]
    (refused,) = write_changes(changes, folder / "u.json")
    assert str(refused).startswith("gone/a.txt: cannot write ")
    assert _read(folder, "b.txt") == "new"


def test_two_runs_at_once_fix_each_file_once_and_what_was_written_can_be_undone(
    folder: Path,
) -> None:
    change = Change(folder / "a.txt", "a.txt", A.encode(), A.replace("Rute", "Rutte").encode())
    with ThreadPoolExecutor(8) as pool:
        runs = list(pool.map(lambda _: write_changes([change], folder / "u.json"), range(8)))
    assert sorted(len(refused) for refused in runs) == [0] + [1] * 7
    assert _read(folder, "a.txt") == change.after.decode()
    assert run("fix", "--undo", "u.json", folder=folder).code == 0
    assert _read(folder, "a.txt") == A
    assert not (folder / "u.json").exists()


def test_links_are_followed_and_modes_stay(folder: Path) -> None:
    (folder / "b.txt").chmod(0o640)
    (folder / "link.txt").symlink_to("b.txt")
    assert _fix(folder, "--write", "link.txt").code == 0
    assert (folder / "link.txt").is_symlink()
    assert "Rutte" in _read(folder, "b.txt")
    assert (folder / "b.txt").stat().st_mode & 0o777 == 0o640


def test_git_applies_the_diff_byte_for_byte(folder: Path) -> None:
    names = ["a.txt", "b.txt", 'x\n+++ "y".txt', "old.txt", "č.txt"]
    for name in names[2:]:
        (folder / name).write_bytes("Zvečan\r\nCafé\rZvecan. Rute".encode("cp1250"))
    options = ("--no-glossaries", "--glossary", "desk.csv", "--encoding", "cp1250")
    command = [sys.executable, "-m", "transcheck", "fix", *options, *names]
    environment = os.environ | {"GITHUB_ACTIONS": "true"}
    with (folder / "fix.patch").open("wb") as patch:
        done = subprocess.run(command, cwd=folder, env=environment, stdout=patch, check=False)
    assert done.returncode == 1
    apply = ["git", "apply", "--whitespace=nowarn", "fix.patch"]
    subprocess.run(apply, cwd=folder, check=True)
    assert (folder / "č.txt").read_bytes() == "Zvečan\r\nCafé\rZvečan. Rutte".encode("cp1250")
    assert _fix(folder, "--encoding", "cp1250", *names).stderr == "Nothing to fix.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"new"),
        (b"abc\ndef\n", b"abc\ndeef\n"),
        (b"a\nb\nc", b"a\nc"),
        ("Zvecan\r\n".encode("utf-16-le"), "Zvečan\r\n".encode("utf-16-le")),
        (b"aaaa", b"aaa"),
        (b"x\n" * 50 + b"y\n" + b"x\n" * 50, b"x\n" * 49 + b"z\n" + b"x\n" * 51),
    ],
)
def test_byte_edits_lead_back(before: bytes, after: bytes) -> None:
    assert take_back(after, find_byte_edits(before, after)) == before


def test_byte_edits_of_another_file_lead_nowhere() -> None:
    assert take_back(b"other", find_byte_edits(b"abc", b"abd")) is None


_WRITER = """
import sys
from pathlib import Path
from transcheck.review.fixes.writing import Change, write_changes

folder = Path(sys.argv[1])
changes = [
    Change(path, path.name, path.read_bytes(), path.read_bytes().replace(b"Rute", b"Rutte"))
    for path in sorted(folder.glob("*.txt"))
]
print("ready", flush=True)
write_changes(changes, folder / "undo.json")
"""


@pytest.mark.long
def test_a_kill_at_any_moment_leaves_old_or_new_files_and_undo_takes_all_back(
    tmp_path: Path,
) -> None:
    names = [f"{number:02}.txt" for number in range(40)]
    old = {name: (f"{name} Rute left.\n" * 400).encode() for name in names}
    new = {name: text.replace(b"Rute", b"Rutte") for name, text in old.items()}
    chance, between = random.Random(6), 0
    for number in range(80):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name in names:
            (folder / name).write_bytes(old[name])
        nodes = {name: (folder / name).stat().st_ino for name in names}
        command = [sys.executable, "-c", _WRITER, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            # Once in a while before anything is written, else after the file that is drawn.
            awaited = chance.choice([None, *names])
            while awaited and (folder / awaited).stat().st_ino == nodes[awaited]:
                if process.poll() is not None:
                    break
            time.sleep(chance.uniform(0, 0.005))
            process.send_signal(signal.SIGKILL)
        found = {name: (folder / name).read_bytes() for name in names}
        assert all(found[name] in (old[name], new[name]) for name in names)
        written = sum(found[name] == new[name] for name in names)
        between += 0 < written < len(names)
        if written:
            outcome = run("fix", "--undo", "undo.json", folder=folder)
            assert outcome.code == 0, outcome
        assert all((folder / name).read_bytes() == old[name] for name in names)
    assert between >= 10, "the kills fell before or after the writing"


def test_standard_input_goes_through_as_it_is_but_to_no_terminal(folder: Path) -> None:
    text = "\x1b[2J, Rute left.\r\n::error::no\n"
    options = ("--no-glossaries", "--glossary", "desk.csv", "-")
    into_a_file = run("fix", *options, folder=folder, stdin=text.encode())
    assert into_a_file.stdout == text.replace("Rute", "Rutte")
    shown = run("fix", *options, folder=folder, stdin=text.encode(), terminal=True)
    assert shown.stdout == "\\x1b[2J, Rutte left.\n\\x3a:error::no\n"
