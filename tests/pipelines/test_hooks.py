"""The hooks in a repository of their own: pre-commit installs them, runs them, refuses a commit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from surroundings import BAD, ROOT, find_tool

from transcheck.readers.inputs import claimed_suffixes

HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
NO_NETWORK = re.compile("No matching distribution found for hatchling|NewConnectionError")
FERRY = "The ferry to Grdelac sails on Friday.\n"
CONFIG = """repos:
- repo: {hooks}
  rev: v1
  hooks:
  - id: transcheck
    files: ^articles/
    args: [--no-glossaries]
  - id: transcheck-all
  - id: transcheck-glossary
  - id: transcheck-glossary-fmt
"""
_LEFT = (".git", ".venv", "build", "dist", "__pycache__", ".*_cache", ".hypothesis")


@pytest.mark.long
@pytest.mark.skipif(not find_tool("pre-commit"), reason="needs pre-commit")
def test_the_hooks_are_as_pre_commit_wants_them() -> None:
    command = [find_tool("pre-commit") or "", "validate-manifest"]
    done = subprocess.run([*command, ROOT / ".pre-commit-hooks.yaml"], capture_output=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("suffix", [*claimed_suffixes(), ".csv", ".toml", ".json"])
def test_a_whole_run_starts_at_any_file_it_depends_on(suffix: str) -> None:
    assert re.search(HOOKS["transcheck-all"]["files"], f"desk/a{suffix}")
    assert not re.search(HOOKS["transcheck-all"]["files"], f"desk/a{suffix}.py")


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    person = ("-c", "user.name=Anna Lund", "-c", "user.email=anna@desk.example")
    command = ["git", *person, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _commit(folder: Path, message: str) -> subprocess.CompletedProcess[str]:
    _git(folder, "add", "-A")
    return _git(folder, "commit", "-m", message)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A desk's repository whose hooks come from a copy of this one."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PYTHONPATH", raising=False)
    hooks, desk = tmp_path / "hooks", tmp_path / "desk"
    shutil.copytree(ROOT, hooks, ignore=shutil.ignore_patterns(*_LEFT))
    _git(hooks, "init", "-q")
    _commit(hooks, "hooks")
    _git(hooks, "tag", "v1")
    (desk / "articles").mkdir(parents=True)
    (desk / "glossaries").mkdir()
    (desk / "articles" / "good.txt").write_text(FERRY, encoding="utf-8")
    (desk / "glossaries" / "names.csv").write_text("name\nŽabarina\n", encoding="utf-8")
    (desk / "README.md").write_text(f"# Desk\n\n{BAD}", encoding="utf-8")
    rules = 'paths = ["articles"]\nno-glossaries = true\nglossary = ["glossaries/names.csv"]\n'
    (desk / "transcheck.toml").write_text(rules, encoding="utf-8")
    (desk / ".pre-commit-config.yaml").write_text(CONFIG.format(hooks=hooks), encoding="utf-8")
    _git(desk, "init", "-q", "-b", "main")
    yield desk


@pytest.mark.long
@pytest.mark.skipif(not find_tool("pre-commit"), reason="needs pre-commit")
@pytest.mark.skipif(not find_tool("git"), reason="needs git")
def test_pre_commit_for_real(repository: Path) -> None:
    program = find_tool("pre-commit") or ""

    def pre_commit(*arguments: str) -> tuple[int, str]:
        command = [program, *arguments, "--color=never"]
        done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    _git(repository, "add", "-A")
    code, said = pre_commit("run", "--all-files")
    if NO_NETWORK.search(said):
        pytest.skip("needs a package registry")
    passed = re.findall(r"^(transcheck.*?)\.{3,}(Passed|Failed)$", said, re.MULTILINE)
    assert ("transcheck", "Passed") in passed, said
    assert ("transcheck (all articles)", "Passed") in passed
    assert ("transcheck glossary lint", "Passed") in passed
    assert ("transcheck glossary fmt", "Passed") in passed
    assert code == 0
    assert pre_commit("install")[0] == 0
    assert _commit(repository, "Adopted").returncode == 0

    (repository / "articles" / "bad.txt").write_text(BAD, encoding="utf-8")
    refused = _commit(repository, "A wrong name")
    assert refused.returncode == 1
    assert "articles/bad.txt:1:45: major name-diacritics" in refused.stderr
    assert _git(repository, "log", "--format=%s").stdout == "Adopted\n"

    (repository / "articles" / "bad.txt").write_text(
        BAD.replace("Zabarina", "Žabarina"), encoding="utf-8"
    )
    assert _commit(repository, "The right name").returncode == 0

    # Only the whole run sees what a new row of the glossary says of an article not touched.
    rows = (repository / "glossaries" / "names.csv").read_text(encoding="utf-8")
    assert rows == "name\nŽabarina\n"
    rows = "name,rejected\nGrdelica,Grdelac\nŽabarina,\n"
    (repository / "glossaries" / "names.csv").write_text(rows, encoding="utf-8")
    stale = _commit(repository, "A row")
    assert stale.returncode == 1
    assert "articles/good.txt:1:14: major name-rejected" in stale.stderr
    assert "transcheck (all articles)" in stale.stderr
