"""docs/ci.md: every command in it is run, every configuration in it is what its reader takes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest
import yaml
from surroundings import ROOT, find_tool
from test_gitlab import INPUTS

from transcheck.config import read_settings

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(transcheck .*?)\s+# exit (\d)")


def _blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


CACHE, KEPT, GITHUB, GITLAB, HOOKS = _blocks("yaml")


@pytest.mark.long
@pytest.mark.skipif(not find_tool("git"), reason="needs git")
def test_every_command_does_what_it_says(desk: Path, program: Path) -> None:
    (rules,) = _blocks("toml")
    (desk / "transcheck.toml").write_text(rules, encoding="utf-8")
    (desk / "house.csv").write_text("name\nŽabarina\n", encoding="utf-8")
    person = ("-c", "user.name=Anna Lund", "-c", "user.email=anna@desk.example")
    for command in (
        ["init", "-q", "-b", "main"],
        ["add", "."],
        [*person, "commit", "-q", "-m", "one"],
        ["update-ref", "refs/remotes/origin/main", "HEAD"],
    ):
        subprocess.run(["git", *command], cwd=desk, check=True)
    path = os.pathsep.join((str(program.parent), os.environ["PATH"]))
    lines = [line for text in _blocks("sh") for line in text.splitlines() if line.strip()]
    assert len(lines) >= 8
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match, f"without an exit code: {line}"
        done = subprocess.run(
            ["sh", "-c", match[1]], cwd=desk, env=os.environ | {"PATH": path},
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == int(match[2]), (line, done.stderr)
    for name in ("names.sarif", "names.xml", "report/index.html", "names.json", ".transcheck"):
        assert (desk / name).exists(), name
    assert "articles/bad.txt" in (desk / "names.rdjson").read_text(encoding="utf-8")


def test_the_configuration_is_one() -> None:
    (rules,) = _blocks("toml")
    assert read_settings(tomllib.loads(rules), "transcheck.toml").paths == ("articles",)


def test_the_recipes_use_inputs_outputs_and_hooks_that_there_are() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    job = yaml.safe_load(GITHUB)["jobs"]["names"]
    (ours,) = (step for step in job["steps"] if "transcheck" in step["uses"])
    assert {*ours["with"]} <= {*action["inputs"]}
    assert {*re.findall(r"steps\.names\.outputs\.([a-z]+)", GITHUB)} <= {*action["outputs"]}
    (component,) = yaml.safe_load(GITLAB)["include"]
    assert component["component"].endswith("/transcheck@v0.1.0")
    assert {*component["inputs"]} <= {*INPUTS}
    listed = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (repository,) = yaml.safe_load(HOOKS)["repos"]
    assert [one["id"] for one in repository["hooks"]] == [one["id"] for one in listed]
    (house,) = tomllib.loads(*_blocks("toml"))["glossary"]
    for hook in repository["hooks"]:
        assert "glossary" not in hook["id"] or re.search(hook["files"], house)
        assert {*hook.get("stages", [])} <= {*yaml.safe_load(HOOKS)["default_install_hook_types"]}
    restored, saved = yaml.safe_load(CACHE)
    assert restored["with"].pop("restore-keys") in restored["with"]["key"]
    assert restored["with"] == saved["with"]
    assert PAGE.count("`resume: .transcheck`") == 2
    assert "resume" in action["inputs"] and "resume" in INPUTS
    assert [*yaml.safe_load(KEPT)] == [INPUTS["job-name"]["default"]]


@pytest.mark.long
def test_the_recipes_are_what_their_readers_take(tmp_path: Path) -> None:
    pytest.importorskip("check_jsonschema")
    job = "on: push\njobs:\n  names:\n    runs-on: ubuntu-latest\n    steps:\n"
    for text, name, schema in (
        (GITHUB, "names.yml", "vendor.github-workflows"),
        (job + textwrap.indent(CACHE, " " * 4), "cache.yml", "vendor.github-workflows"),
        (GITLAB + KEPT, ".gitlab-ci.yml", "vendor.gitlab-ci"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
        done = subprocess.run([*command, tmp_path / name], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout


@pytest.mark.long
@pytest.mark.skipif(not find_tool("pre-commit"), reason="needs pre-commit")
def test_pre_commit_takes_its_configuration(tmp_path: Path) -> None:
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(HOOKS, encoding="utf-8")
    command = [find_tool("pre-commit") or "", "validate-config", str(config)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (ROOT / "docs" / link).exists(), link
