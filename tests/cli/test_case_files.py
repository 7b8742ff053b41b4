"""The case files of this folder: files in, a command line, and exactly what must come out.

A table `[[case]]` holds `name`, `args` and `exit`; `files` (path to text), `bytes` (path to
hexadecimal bytes), `folders`, `stdin`, `env` and `terminal` set the scene; `stdout` and `stderr`
are the whole output, `stdout_has`, `stderr_has` what stands in it, `stdout_lacks`,
`stderr_lacks` what does not; `wrote` are files that must be there afterwards and what they hold.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from command_line import Outcome, run

FOLDER = Path(__file__).parent
KEYS = {
    "name", "args", "exit", "files", "bytes", "folders", "stdin", "env", "terminal",
    "stdout", "stderr", "stdout_has", "stderr_has", "stdout_lacks", "stderr_lacks", "wrote",
}  # fmt: skip


def _load() -> list[tuple[str, dict[str, Any]]]:
    cases = []
    for path in sorted(FOLDER.glob("*.toml")):
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        shared = document.get("files", {})
        for case in document["case"]:
            if unknown := set(case) - KEYS:
                raise ValueError(f"{path.name}: {case.get('name')}: unknown key {unknown}")
            case["files"] = shared | case.get("files", {})
            cases.append((f"{path.stem}: {case['name']}", case))
    return cases


CASES = _load()


@pytest.mark.parametrize("case", [c for _, c in CASES], ids=[name for name, _ in CASES])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    _set_scene(case, tmp_path)
    outcome = run(
        *case["args"],
        folder=tmp_path,
        stdin=case.get("stdin", "").encode(),
        environment=case.get("env"),
        terminal=case.get("terminal", False),
    )
    assert outcome.code == case["exit"], outcome
    assert "Traceback" not in outcome.stderr
    _compare(case, outcome)
    for name, words in case.get("wrote", {}).items():
        assert words in (tmp_path / name).read_text(encoding="utf-8"), name


def _set_scene(case: dict[str, Any], folder: Path) -> None:
    for name in case.get("folders", []):
        (folder / name).mkdir(parents=True)
    for name, text in case["files"].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    for name, digits in case.get("bytes", {}).items():
        (folder / name).write_bytes(bytes.fromhex(digits))


def _compare(case: dict[str, Any], outcome: Outcome) -> None:
    for stream in ("stdout", "stderr"):
        text = getattr(outcome, stream)
        if stream in case:
            assert text == case[stream]
        for words in case.get(f"{stream}_has", []):
            assert words in text, f"{words!r} is not in {text}"
        for words in case.get(f"{stream}_lacks", []):
            assert words not in text, f"{words!r} is in {text}"


def test_every_case_has_a_name_of_its_own() -> None:
    names = [name for name, _ in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 60
