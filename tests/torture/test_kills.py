"""kill -9 at any moment: whatever transcheck writes is the old or the new, never half of either.

Reports, waivers, baselines, fixes, their undo file and glossary rows are written by whole commands
that are killed at random, and before each single change to a file. What a kill leaves behind must
not stand in the way of the next run, which has to arrive where an undisturbed one does.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork to make children with"),
]

DESK = "name,kind,admitted,rejected,source,lang,note,ref\nZvečan,place,,Zvecan,,,,\n"
CONFIG = 'no-glossaries = true\nglossary = ["desk.csv"]\ntoday = "2026-11-02"\n'
TEXT = "The boat left Zvečan on Friday.\n\nIn Zvecan number {} people waited for it{}.\n"
ARTICLES = 6
KINDS = ("json", "sarif", "junit", "csv", "xlsx")
DECISION = {"path": "wire/03.txt", "id": "wire/03.txt", "check": "name-rejected", "text": "Zvecan"}
ROW = {"decision": "glossary", "name": "Žabarina", "kind": "place", "fingerprint": "0123456789ab"}
WAIVER = {"decision": "not-an-error", "reason": "Quoted", "fingerprint": "ba9876543210"}
STANDING = '[[waiver]]\nfingerprint = "00000000000{0:x}"\npath = "x/{0}"\nreason = "So"\n'


REPORTS = tuple(f"--report={kind}=report.{kind}" for kind in KINDS)
WIRE = tuple(f"wire/{number:02}.txt" for number in range(ARTICLES))


@dataclass(frozen=True)
class Work:
    """A command that writes, what it writes, and how often it is killed at random."""

    name: str
    arguments: tuple[str, ...]
    targets: tuple[str, ...]
    kills: int
    undo: bool = False
    """It writes transcheck-undo.json, or takes back what that says."""


WORKS = (
    Work("reports", ("check", "wire", *REPORTS, "--exit-zero"),
         tuple(f"report.{kind}" for kind in KINDS), 50),
    Work("pages", ("check", "wire", "-o", "pages/", "--exit-zero"), ("pages",), 50),
    Work("baseline", ("baseline", "wire", "-o", "baseline.json"), ("baseline.json",), 20),
    Work("waivers", ("waive", "--from", "decisions.json", "--by", "Anna Lund"),
         ("transcheck-waivers.toml",), 20),
    Work("rows", ("glossary", "accept", "decisions.json", "--into", "desk.csv"), ("desk.csv",), 20),
    Work("fixes", ("fix", "--write", "wire"), WIRE, 20, undo=True),
    Work("undo", ("fix", "--undo"), WIRE, 20, undo=True),
)  # fmt: skip
IDS = [work.name for work in WORKS]


class Warm:
    """The process that forks a child for each command."""

    def __init__(self, folder: Path) -> None:
        program = Path(__file__).with_name("warm_process.py")
        self._process = subprocess.Popen(
            [sys.executable, str(program)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"TRANSCHECK_CACHE": str(folder)},
        )

    def start(self, folder: Path, arguments: Sequence[str], **more: object) -> int:
        """Tell it a command; return the process id of the child (or with `warm` the exit code)."""
        job = {"folder": str(folder), "arguments": list(arguments)} | more
        assert self._process.stdin
        print(json.dumps(job), file=self._process.stdin, flush=True)
        return self.read()

    def read(self) -> int:
        """Wait for the next number: the exit status of the child."""
        assert self._process.stdout
        return int(self._process.stdout.readline())

    def run(self, folder: Path, arguments: Sequence[str]) -> int:
        """Run a command to its end and return its exit code."""
        self.start(folder, arguments)
        return os.waitstatus_to_exitcode(self.read())

    def stop(self) -> None:
        """Let it end."""
        self._process.communicate()


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    process = Warm(tmp_path_factory.mktemp("warm-cache"))
    yield process
    process.stop()


def look(folder: Path, name: str) -> object:
    """Return what stands under a name: bytes, a folder's files with theirs, or nothing."""
    path = folder / name
    if path.is_dir():
        return {
            page.relative_to(path).as_posix(): page.read_bytes()
            for page in sorted(path.rglob("*"))
            if page.is_file()
        }
    return path.read_bytes() if path.exists() else None


def put(folder: Path, name: str, content: Any) -> None:
    """Let that stand there."""
    path = folder / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if isinstance(content, dict):
        path.mkdir()
        for page, one in content.items():
            (path / page).parent.mkdir(exist_ok=True)
            (path / page).write_bytes(one)
    elif content is not None:
        path.write_bytes(content)


def write_wire(folder: Path, ending: str) -> None:
    (folder / "wire").mkdir(exist_ok=True)
    for number, name in enumerate(WIRE):
        (folder / name).write_text(TEXT.format(number, ending), encoding="utf-8")


class Scene:
    """A folder to work in, what the command finds there, and what it leaves undisturbed."""

    def __init__(self, work: Work, folder: Path, warm: Warm) -> None:
        self.work, self.folder, self.warm = work, folder, warm
        self.names = (*work.targets, *(["transcheck-undo.json"] if work.undo else []))
        entries = [DECISION | ROW, DECISION | WAIVER]
        top = {"schema": "transcheck/decisions/1", "report": "0123456789ab", "signature": "x"}
        for name, text in {
            "desk.csv": DESK,
            "transcheck.toml": CONFIG,
            "decisions.json": json.dumps(top | {"decisions": entries}),
            "transcheck-waivers.toml": "".join(map(STANDING.format, range(9))),
        }.items():
            (folder / name).write_text(text, encoding="utf-8")
        write_wire(folder, "")
        if work.name in ("reports", "pages", "baseline"):
            assert warm.start(folder, work.arguments, warm=True) == 0
            write_wire(folder, ", and Zvecan slept")
        if work.name == "undo":
            assert warm.start(folder, ("fix", "--write", "wire"), warm=True) == 0
        self.old = {name: look(folder, name) for name in self.names}
        assert warm.start(folder, work.arguments, warm=True) == 0
        self.new = {name: look(folder, name) for name in self.names}
        assert all(self.old[name] != self.new[name] for name in self.names)
        self.killed = 0

    def restore(self) -> None:
        """Put back what the command found; what killed runs left lies there still."""
        for name, content in self.old.items():
            if look(self.folder, name) != content:
                put(self.folder, name, content)

    def judge(self, status: int) -> None:
        """After a run that may have been killed: old or new, and the next run arrives."""
        self.killed += os.WIFSIGNALED(status)
        found = {name: look(self.folder, name) for name in self.work.targets}
        for name, content in found.items():
            assert content in (self.old[name], self.new[name]), f"{name} is neither old nor new"
        if self.work.name != "undo" or (self.folder / "transcheck-undo.json").exists():
            assert self.warm.run(self.folder, self.work.arguments) == 0
            if any(content != self.new[name] for name, content in found.items()):
                left = [path.name for path in self.folder.rglob("*.part")]
                assert not left, "the next run left what the killed one had begun"
        for name in self.work.targets:
            assert look(self.folder, name) == self.new[name], f"{name} after the next run"
        if self.work.name == "fixes":
            while (self.folder / "transcheck-undo.json").exists():
                assert self.warm.run(self.folder, ("fix", "--undo")) == 0
            for name in self.work.targets:
                assert look(self.folder, name) == self.old[name], f"{name} taken back"

    def changed(self) -> tuple[int, ...]:
        """Return what tells that something was written."""
        return tuple((self.folder / name).stat().st_mtime_ns for name in (".", "wire"))

    def measure(self) -> tuple[float, float]:
        """Return how long an undisturbed run takes, and how long of that it writes."""
        runs = []
        for _ in range(4):
            self.restore()
            start = time.monotonic()
            _, writing = self.run_watched(None)
            runs.append((time.monotonic() - start, writing))
        return min(whole for whole, _ in runs), min(writing for _, writing in runs)

    def run_watched(self, pause: Callable[[], float] | None) -> tuple[int, float]:
        """Run; kill it a while after the first thing it writes, or let it end.

        Return the exit status and how long it went on from the first thing written.
        """
        before = self.changed()
        pid = self.warm.start(self.folder, self.work.arguments)
        limit = time.monotonic() + 20
        while self.changed() == before and time.monotonic() < limit:
            time.sleep(0.0002)
        start = time.monotonic()
        if pause:
            time.sleep(pause())
            _kill(pid)
        return self.warm.read(), time.monotonic() - start


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:  # it has ended
        return


@pytest.fixture(params=WORKS, ids=IDS)
def scene(request: pytest.FixtureRequest, warm: Warm, tmp_path: Path) -> Scene:
    return Scene(request.param, tmp_path, warm)


def test_the_kills_are_two_hundred() -> None:
    assert sum(work.kills for work in WORKS) == 200


def test_a_kill_at_a_random_moment_leaves_the_old_or_the_new(scene: Scene) -> None:
    chance = random.Random(scene.work.name)
    whole, writing = scene.measure()
    for number in range(5 * scene.work.kills):
        scene.restore()
        if number % 2:
            status, _ = scene.run_watched(lambda: chance.uniform(0, writing))
        else:
            pid = scene.warm.start(scene.folder, scene.work.arguments)
            time.sleep(chance.uniform(0, whole))
            _kill(pid)
            status = scene.warm.read()
        scene.judge(status)
        if scene.killed == scene.work.kills:
            break
    assert scene.killed == scene.work.kills, "most runs were over before they were killed"


def test_a_kill_before_any_single_change_leaves_the_old_or_the_new(scene: Scene) -> None:
    for number in range(1, 400):
        scene.restore()
        scene.warm.start(scene.folder, scene.work.arguments, die_at=number)
        status = scene.warm.read()
        scene.judge(status)
        if not os.WIFSIGNALED(status):
            break
    assert os.WIFEXITED(status)
    assert os.WEXITSTATUS(status) == 0
    assert number > 3, "hardly anything was written"
