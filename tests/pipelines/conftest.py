"""A program as a pipeline starts it, and a folder to check."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from surroundings import BAD, GOOD, ROOT


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
