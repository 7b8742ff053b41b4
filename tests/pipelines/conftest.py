"""What the pipelines' own files are tried with: the repository, and tools that may be missing."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BAD = "The boat left Žabarina on Friday. People in Zabarina waited.\n"
GOOD = "All is well in the harbour on Friday.\n"


def find_tool(name: str) -> str | None:
    """Return a program of this environment, else of the machine."""
    places = (str(Path(sys.executable).parent), os.environ.get("PATH", ""))
    return shutil.which(name, path=os.pathsep.join(places))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """`transcheck` as an action or a job starts it, which writes down each start."""
    folder = tmp_path / "bin dir"
    folder.mkdir()
    script = folder / "transcheck"
    script.write_text(
        f'#!/bin/sh\necho started >>"{folder}/starts"\n'
        f'PYTHONPATH="{ROOT}/src" exec "{sys.executable}" -m transcheck "$@"\n',
        encoding="utf-8",
    )
    script.chmod(0o755)
    (folder / "python").symlink_to(sys.executable)
    return script


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with one bad article and one good one."""
    folder = tmp_path / "work space"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "bad.txt").write_text(BAD, encoding="utf-8")
    (folder / "articles" / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "transcheck.toml").write_text("no-glossaries = true\n", encoding="utf-8")
    return folder
