"""What a killed writer left is swept by the next; what a living one holds is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from transcheck.files import aside, durable, write
from transcheck.files.aside import make_aside, sweep
from transcheck.files.write import write_folder, write_text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no locks that go with a process")

BUILD = """
import sys
from pathlib import Path
from transcheck.files.aside import make_aside
folder = sys.argv[2] == "folder"
with make_aside(Path(sys.argv[1]), folder=folder) as path:
    if folder:
        (path / "new").mkdir()
        (path / "new" / "index.html").write_text("half")
    print(path, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(params=["file", "folder"])
def builder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has begun to write `report` and does not go on."""
    command = [sys.executable, "-c", BUILD, str(tmp_path / "report"), request.param]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


@pytest.fixture(autouse=True)
def _afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "_swept", set())


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "report")


def test_a_killed_writers_part_is_swept_by_the_next_write(
    builder: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert builder.stdout
    part = Path(builder.stdout.readline().strip())
    builder.send_signal(signal.SIGKILL)
    builder.wait()
    assert left(tmp_path) == [part.name]
    assert part.name.startswith(".report.")
    write_text(tmp_path / "other.txt", "new")
    assert left(tmp_path) == ["other.txt"]


def test_a_living_writers_part_stays_and_becomes_what_it_is_for(
    builder: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert builder.stdout
    part = Path(builder.stdout.readline().strip())
    write_folder(tmp_path / "report", [("index.html", "transcheck")])
    assert left(tmp_path) == [part.name]
    builder.communicate("")
    assert builder.returncode == 0
    assert left(tmp_path) == []


KEPT = (
    ".report.abcdefgh", ".report.abcdefgh.part", "report.abcdefgh.transcheck.part",
    ".report.ABCDEFGH.transcheck.part", ".report.abcdefgh.transcheck.part.txt",
)  # fmt: skip


@pytest.mark.parametrize("name", KEPT)
def test_what_is_not_named_so_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    sweep(tmp_path)
    assert left(tmp_path) == [name]


def test_what_may_be_the_only_copy_of_a_report_stays(tmp_path: Path) -> None:
    part = tmp_path / ".report.abcdefgh.transcheck.part"
    (part / "old").mkdir(parents=True)
    (part / "new").mkdir()
    sweep(tmp_path)
    assert left(tmp_path) == [part.name]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    link = tmp_path / ".report.abcdefgh.transcheck.part"
    link.symlink_to("mine.txt")
    sweep(tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_one_that_is_swept_before_it_is_held_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold, made = aside._hold, []

    def hold_late(path: Path) -> int | None:
        handle = hold(path)
        made.append(path)
        if len(made) == 1:
            path.unlink()
        return handle

    monkeypatch.setattr(aside, "_hold", hold_late)
    with make_aside(tmp_path / "report") as path:
        assert path.exists()
        assert [path] == made[1:]


@pytest.fixture
def order(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done to the disk, in its order."""
    done: list[str] = []

    def note(module: object, name: str, word: str) -> None:
        real = getattr(module, name)

        def noted(*arguments: object) -> object:
            done.append(word)
            return real(*arguments)

        monkeypatch.setattr(module, name, noted)

    note(write, "keep_names", "names")
    note(write, "keep_tree", "tree")
    note(write, "exchange", "exchange")
    note(Path, "replace", "rename")
    note(os, "fsync", "sync")
    return done


def test_a_file_is_on_the_disk_before_it_has_its_name(tmp_path: Path, order: list[str]) -> None:
    write_text(tmp_path / "report.txt", "new")
    assert order == ["sync", "rename", "names", "sync"]


def test_a_folder_is_on_the_disk_before_it_has_its_name(tmp_path: Path, order: list[str]) -> None:
    write_folder(tmp_path / "report", [("index.html", "transcheck")])
    assert [word for word in order if word != "sync"] == ["tree", "rename", "names"]
    order.clear()
    write_folder(tmp_path / "report", [("index.html", "transcheck")])
    assert [word for word in order if word not in ("sync", "rename")] == [
        "tree", "exchange", "names",
    ]  # fmt: skip


def test_a_system_that_cannot_sync_all_at_once_syncs_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: list[str]
) -> None:
    monkeypatch.setattr(durable, "_sync_file_system", lambda _: False)
    write_folder(tmp_path / "report", [("index.html", "transcheck"), ("a/b.html", "x")])
    assert order == ["tree", "sync", "sync", "rename", "names", "sync"]


def test_a_disk_that_refuses_late_keeps_the_old_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "report", [("index.html", "transcheck old")])

    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write, "keep_tree", full)
    with pytest.raises(write.UsageError, match="No space left on device"):
        write_folder(tmp_path / "report", [("index.html", "transcheck new")])
    assert (tmp_path / "report" / "index.html").read_text() == "transcheck old"
    assert left(tmp_path) == []
