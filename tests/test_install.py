"""transcheck as users install it: the shipped glossaries come along and the gate works."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = ROOT / "examples" / "articles" / "bridge-talks.txt"


def run(*command: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


@pytest.mark.long
def test_a_pipx_install_finds_the_shipped_glossaries(tmp_path: Path) -> None:
    venv.create(tmp_path / "tools", with_pip=True)
    python = tmp_path / "tools" / "bin" / "python"
    assert run(python, "-m", "pip", "install", "-q", "pipx").returncode == 0
    places = {"PIPX_HOME": str(tmp_path / "home"), "PIPX_BIN_DIR": str(tmp_path / "bin")}
    installed = run(python, "-m", "pipx", "install", "--python", sys.executable, ROOT, **places)
    assert installed.returncode == 0, installed.stderr
    done = run(tmp_path / "bin" / "transcheck", "check", ARTICLE, "--format", "json")
    assert done.returncode == 1, done.stderr
    assert "shipped@" in json.loads(done.stdout)["signature"]


def test_the_module_and_the_script_are_one() -> None:
    module = run(sys.executable, "-m", "transcheck", "--version")
    script = run(Path(sys.executable).with_name("transcheck"), "--version")
    assert module.stdout == script.stdout != ""
