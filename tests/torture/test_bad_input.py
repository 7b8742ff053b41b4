"""Bad input to review and CI: one clear line that names it, exit 2, and every byte stays.

Each thing that can be wrong is given to every command that reads it. What the server answers to
a request that is too large or no JSON stands in tests/serve.
"""

from __future__ import annotations

import json
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from command_line import run

from transcheck.reports.identity import report_id

GLOSSARY = "name,kind,admitted,rejected,source,lang,note,ref\nZvečan,place,,Zvecan,,,,\n"
CONFIG = 'no-glossaries = true\nglossary = ["desk.csv"]\ntoday = "2026-11-02"\n'
TEXT = "The boat left Zvečan on Friday.\n\nIn Zvecan people waited for it.\n"
WAIVER = '[[waiver]]\nfingerprint = "0123456789ab"\npath = "b.txt"\nreason = "Quoted"\n'
BASELINE = '{"schema": "transcheck/baseline/1", "signature": "x", "findings": []}'
WAIVERS, KNOWN, MADE, REPORT = "transcheck-waivers.toml", "known.json", "made.json", "report.json"


def decisions(report: str = report_id(["a.txt"]), **changes: object) -> str:
    """Return a file of decisions: one not an error, one accepted, one for the glossary."""
    place = {"path": "a.txt", "id": "a.txt", "check": "name-rejected", "text": "Zvecan"}
    entries = [
        place | {"fingerprint": f"0123456789a{n}", "decision": decision, "reason": "Quoted"}
        | {"name": "Zvečan", "kind": "place"}
        for n, decision in enumerate(("not-an-error", "accept", "glossary"))
    ]  # fmt: skip
    top = {"schema": "transcheck/decisions/1", "report": report, "signature": "x"}
    return json.dumps(top | {"decisions": entries} | changes)


READ_WAIVERS = (
    "check a.txt", "baseline a.txt -o new.json", "fix --write a.txt",
    "waive 0123456789ab a.txt --reason So", f"waive --from {MADE} --by A", "review a.txt",
    "check a.txt -o pages/", "check a.txt --report sarif=new.sarif",
)  # fmt: skip
READ_BASELINE = (
    f"check a.txt --baseline {KNOWN}", f"fix --write a.txt --baseline {KNOWN}",
    f"review a.txt --baseline {KNOWN}",
)  # fmt: skip
READ_DECISIONS = (
    f"waive --from {MADE} --by A", f"waive --from {MADE} --by A a.txt",
    f"fix --decisions {MADE} --write a.txt", f"glossary accept {MADE} --into desk.csv",
)  # fmt: skip


@dataclass(frozen=True)
class Bad:
    """What is wrong, the commands that meet it, and what their line says."""

    commands: tuple[str, ...]
    says: str
    files: dict[str, str] = field(default_factory=dict)


def waivers(text: str, says: str) -> Bad:
    return Bad(READ_WAIVERS, f"{WAIVERS}{says}", {WAIVERS: text})


CASES = {
    "a broken line in the waiver file": waivers(f"{WAIVER}reason: x\n", ":5: "),
    "a waiver file in a merge": waivers(f"<<<<<<< HEAD\n{WAIVER}=======\n", ":1: "),
    "half a waiver": waivers(WAIVER[:30], ":2: "),
    "an unknown key of a waiver": waivers(f'{WAIVER}verdit = "x"\n', ':5: unknown key "verdit"'),
    "a waiver without a reason": waivers(WAIVER.replace("reason", "by"), ":1: "),
    "another table in the waiver file": waivers(f"{WAIVER}[[waver]]\n", ':5: unknown key "waver"'),
    "a baseline of another schema": Bad(
        READ_BASELINE, f'{KNOWN}: is of the schema "transcheck/baseline/9"',
        {KNOWN: BASELINE.replace("/1", "/9")},
    ),
    "a baseline that is a report": Bad(READ_BASELINE, KNOWN, {KNOWN: '{"schema": "x"}'}),
    "half a baseline": Bad(READ_BASELINE, f"{KNOWN}:1: ", {KNOWN: BASELINE[:40]}),
    "no such baseline": Bad(READ_BASELINE, KNOWN),
    "half a file of decisions": Bad(READ_DECISIONS, f"{MADE}:1: ", {MADE: decisions()[:60]}),
    "decisions of another schema": Bad(
        READ_DECISIONS, f"{MADE}: is of the schema", {MADE: decisions(schema="transcheck/report/1")}
    ),
    "decisions with an unknown key": Bad(
        READ_DECISIONS, f'{MADE}: unknown key "by"', {MADE: decisions(by=1)}
    ),
    "decisions made on another report": Bad(
        READ_DECISIONS[1:3], f"{MADE}: made on another report (ffffffffffff",
        {MADE: decisions("f" * 12)},
    ),
    "a report folder below a file": Bad(
        ("check a.txt -o b.txt/pages/", "check a.txt --report html=b.txt/pages/"),
        "cannot write b.txt/pages: Not a directory",
    ),
    "a report folder that is a file": Bad(("check a.txt -o b.txt/",), "it is a file, not a folder"),
    "a report folder with other files": Bad(
        ("check a.txt -o mine/", "check a.txt --report html=mine/"),
        "cannot write mine: the folder holds other files", {"mine/letter.txt": "keep me"},
    ),
    "a report folder on a system that takes none": Bad(
        ("check a.txt -o /proc/pages/",), "cannot write /proc/pages: ",
    ),
    "an unknown revision": Bad(
        ("check a.txt --diff-base gone", "check a.txt --diff-base gone -o pages/"),
        'git knows no revision "gone"',
    ),
    "a port in use": Bad(
        ("serve --port {port}", "review a.txt --port {port}"), "cannot listen on 127.0.0.1:{port}"
    ),
    "a report of another schema": Bad(
        (f"fix --report {REPORT} --write", f"fix --report {REPORT}"), f"{REPORT}: ",
        {REPORT: '{"schema": "transcheck/report/9", "articles": []}'},
    ),
    "no report": Bad((f"fix --report {REPORT} --write",), f"{REPORT}: ", {REPORT: "<html>"}),
    "no undo file": Bad(("fix --undo",), "transcheck-undo.json: no such undo file"),
    "half an undo file": Bad(
        ("fix --undo", "fix --write a.txt"), "transcheck-undo.json: is no undo file",
        {"transcheck-undo.json": '{"schema": "transcheck/undo/1", "runs": [{'},
    ),
}  # fmt: skip
SAMPLE = {
    "a broken line in the waiver file: check a.txt",
    "a baseline of another schema: review a.txt",
    "decisions made on another report: fix",
}


def every() -> Iterator[object]:
    for name, bad in CASES.items():
        for command in bad.commands:
            test = f"{name}: {command}"
            short = any(test.startswith(one) for one in SAMPLE)
            yield pytest.param(
                bad, command, id=test, marks=() if short else pytest.mark.long
            )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder in git with two articles, a glossary and a configuration."""
    for name, text in {
        "a.txt": TEXT, "b.txt": TEXT, "desk.csv": GLOSSARY, "transcheck.toml": CONFIG,
        WAIVERS: WAIVER, MADE: decisions(),
    }.items():  # fmt: skip
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    return tmp_path


def look(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder but git's own."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): path.read_bytes() for path in files if ".git" not in path.parts}


@pytest.mark.parametrize(("bad", "command"), list(every()))
def test_one_line_names_it_and_nothing_is_lost(desk: Path, bad: Bad, command: str) -> None:
    for name, text in bad.files.items():
        desk.joinpath(name).parent.mkdir(exist_ok=True)
        desk.joinpath(name).write_text(text, encoding="utf-8")
    if "--diff-base" in command:
        who = ("-c", "user.name=A", "-c", "user.email=a@x.example")
        for words in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "all")):
            subprocess.run(["git", *words], cwd=desk, check=True)
    if "/proc" in command and not Path("/proc/self").exists():
        pytest.skip("no /proc here")
    before = look(desk)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        outcome = run(*command.replace("{port}", port).split(), folder=desk)
    assert outcome.code == 2, outcome
    assert outcome.stdout == ""
    (line,) = outcome.stderr.splitlines()
    assert line.startswith("transcheck: ")
    assert bad.says.replace("{port}", port) in line
    assert look(desk) == before


@pytest.mark.long
def test_a_file_changed_since_the_report_is_left_and_the_others_are_fixed(desk: Path) -> None:
    assert run("check", "a.txt", "b.txt", "-o", REPORT, folder=desk).code == 1
    changed = TEXT.replace("Friday", "Monday")
    desk.joinpath("a.txt").write_text(changed, encoding="utf-8")
    outcome = run("fix", "--report", REPORT, "--write", folder=desk)
    assert outcome.code == 2
    said = [line for line in outcome.stderr.splitlines() if line.startswith("a.txt: ")]
    assert said == ["a.txt: was changed since it was checked. Check it again"], outcome.stderr
    assert desk.joinpath("a.txt").read_text(encoding="utf-8") == changed
    assert "In Zvečan" in desk.joinpath("b.txt").read_text(encoding="utf-8")
