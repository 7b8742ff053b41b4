"""The action for GitHub: one check, all its outputs, and inputs that are only ever data."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from runner import Done, Runner, read_outputs
from surroundings import BAD, ROOT, find_tool

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
SCRIPTS = sorted((ROOT / ".ci").iterdir())

pytestmark = pytest.mark.skipif(not find_tool("bash"), reason="needs bash")


@pytest.fixture
def act(desk: Path, program: Path, tmp_path: Path):  # type: ignore[no-untyped-def]
    """Run the action in the desk's folder, with a program that is installed already."""
    done = {"install": {"program": str(program)}}
    runner = Runner(ROOT, ACTION, desk, tmp_path / "runner temp", done=done)

    def run(**inputs: str) -> Done:
        ran = runner.run(**inputs)
        assert {*ran.commands} <= {"error", "warning", "notice"}
        assert ran.spilled == ""
        return ran

    return run


def _starts(program: Path) -> int:
    return (program.parent / "starts").read_text(encoding="utf-8").count("\n")


def test_one_check_writes_everything(act, program: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = act(paths="\n  articles \n\n", min_certainty="likely")
    assert done.code == 1
    assert _starts(program) == 1
    assert done.commands == ["error"]
    assert done.stdout.startswith("::error file=articles/bad.txt,line=1,")
    assert "Gate failed: 1 of 2 articles, 1 error (1 name)." in done.stderr
    assert done.summary.startswith("## ✗ transcheck: gate failed")
    assert {*done.outputs} == {*ACTION["outputs"]}
    assert done.outputs["passed"] == "false"
    assert done.outputs["articles"] == "2"
    assert done.outputs["findings"] == "1"
    report = json.loads(Path(done.outputs["json"]).read_text(encoding="utf-8"))
    assert report["schema"] == "transcheck/report/1"
    sarif = json.loads(Path(done.outputs["sarif"]).read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == 1
    assert (Path(done.outputs["report"]) / "index.html").is_file()
    assert Path(done.outputs["report"]).is_relative_to(tmp_path / "runner temp")


@pytest.mark.long
def test_inputs_reach_the_check(act, desk: Path) -> None:  # type: ignore[no-untyped-def]
    waiver = '[[waiver]]\ncheck="name-diacritics"\nform="Zabarina"\npath="*/bad.txt"\nreason="x"\n'
    (desk / "waived.toml").write_text(waiver, encoding="utf-8")
    (desk / "known.json").write_text(
        '{"schema":"transcheck/baseline/1","signature":"","findings":[]}', encoding="utf-8"
    )
    done = act(
        paths="articles/*.txt", waivers="waived.toml", baseline="known.json", resume="kept",
        report="pages/names.html", sarif="scans/names.sarif", source_lang="sr", fail_on="minor",
    )  # fmt: skip
    assert done.code == 0, done.stderr
    assert done.outputs["passed"] == "true"
    assert done.outputs["report"] == "pages/names.html"
    assert (desk / "pages" / "names.html" / "index.html").is_file()
    assert (desk / "scans" / "names.sarif").is_file()
    assert (desk / "kept" / "results").is_file()
    assert "Not counted: 1 finding waived." in done.stderr


SHELL = "$(touch {0})`touch {0}`; touch {0} && touch {0}'\"; touch {0} #"
HOSTILE = (SHELL, "--exit-zero", "x\n--output={0}", "${{IFS}}%0A::error::{0}", "-\u202e\x1b[2J")
NAMES = sorted(name.replace("-", "_") for name in ACTION["inputs"] if name != "version")


@pytest.mark.long
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", NAMES)
def test_no_input_is_ever_a_command(act, name: str, text: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    trap = tmp_path / "sprung"
    done = act(**{"paths": "articles", name: text.format(trap)})
    assert not trap.exists()
    assert done.code in ((1, 2) if name in ("report", "sarif", "resume") else (2,)), done
    assert done.outputs["passed"] == "false"
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.long
def test_what_cannot_be_checked_is_said_in_the_log_and_the_summary(act, desk: Path) -> None:  # type: ignore[no-untyped-def]
    (desk / "old.sarif").write_text("of an earlier run", encoding="utf-8")
    done = act(paths="articles", fail_on="100%", sarif="old.sarif")
    assert done.code == 2
    assert done.stdout.startswith('::error title=transcheck::unknown severity "100%25". One of:')
    assert done.summary.startswith("## ⊘ transcheck: nothing was checked")
    none = dict.fromkeys(("report", "sarif", "json"), "")
    assert done.outputs == none | {"passed": "false", "articles": "0", "findings": "0"}


@pytest.mark.long
@pytest.mark.skipif(not find_tool("git"), reason="needs git")
def test_nothing_changed_is_a_pass(act, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    person = ("-c", "user.name=Anna Lund", "-c", "user.email=anna@desk.example")
    for command in (["init", "-q"], ["add", "."], [*person, "commit", "-q", "-m", "one"]):
        subprocess.run(["git", *command], cwd=desk, check=True)
    done = act(paths="articles", diff_base="HEAD")
    assert done.code == 0
    assert done.outputs["passed"] == "true"
    assert done.outputs["articles"] == "0"
    assert 'none of 2 files changed since "HEAD"' in done.stderr
    assert "there was no article to check" in done.summary


@pytest.mark.long
def test_more_articles_than_a_page_holds(act, desk: Path, program: Path) -> None:  # type: ignore[no-untyped-def]
    for number in range(120):
        (desk / "articles" / f"{number:03}.txt").write_text(BAD, encoding="utf-8")
    done = act(paths="articles")
    assert (done.code, _starts(program)) == (1, 1)
    assert len([*Path(done.outputs["report"]).glob("*.html")]) > 120


def test_every_input_is_handed_over_and_none_is_expanded() -> None:
    for step in STEPS.values():
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
    handed = re.findall(r"inputs\.([a-z-]+)", json.dumps([s["env"] for s in STEPS.values()]))
    assert sorted(handed) == sorted(ACTION["inputs"])
    script = (ROOT / ".ci" / "action.sh").read_text(encoding="utf-8")
    for name in STEPS["check"]["env"]:
        assert f"${{{name}:-" in script or name == "ACTION_PATH", name
    assert "eval" not in script


@pytest.mark.long
def test_the_action_is_as_github_wants_it() -> None:
    pytest.importorskip("check_jsonschema")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    done = subprocess.run(
        [*command, "vendor.github-actions", ROOT / "action.yml"], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(not find_tool("shellcheck"), reason="needs shellcheck")
def test_shellcheck_has_nothing_to_say() -> None:
    shellcheck = find_tool("shellcheck")
    assert shellcheck
    done = subprocess.run([shellcheck, *SCRIPTS], capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0


@pytest.mark.long
def test_a_file_of_the_repository_is_not_run_in_place_of_python(desk: Path, tmp_path: Path) -> None:
    """What is installed comes from the registry: here only what runs before that is tried."""
    for name in ("pip.py", "venv.py", "sys.py", "json.py"):
        (desk / name).write_text("raise SystemExit('sprung')\n", encoding="utf-8")
    environment = os.environ | {
        "RUNNER_TEMP": str(tmp_path), "PYTHONPATH": str(desk), "ACTION_PATH": str(ROOT),
        "WANTED": "--version", "GITHUB_OUTPUT": str(tmp_path / "outputs"),
    }  # fmt: skip
    done = subprocess.run(
        ["bash", ROOT / ".ci" / "install.sh"], cwd=desk, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "sprung" not in done.stdout + done.stderr
    assert "'--version'" in done.stderr, "pip takes it for a requirement, not for an option"


@pytest.mark.long
def test_it_installs_itself_and_checks(desk: Path, tmp_path: Path) -> None:
    """Both steps as the runner runs them, in a job whose Python settings are hostile."""
    (desk / "json.py").write_text("raise SystemExit('sprung')\n", encoding="utf-8")
    (desk / "articles" / "x\n::error::no ##[add-mask]e.txt").write_text(BAD, encoding="utf-8")
    runner = Runner(ROOT, ACTION, desk, tmp_path / "a temp's folder")
    runner.environment = {"PYTHONPATH": str(desk), "PYTHONHOME": str(desk)}
    done = runner.run(paths="articles", source_lang="sr")
    assert done.code == 1, done.stderr
    assert done.commands == ["error", "error"], done.stderr
    assert done.spilled == ""
    assert (done.outputs["passed"], done.outputs["articles"]) == ("false", "3")
    assert Path(done.outputs["sarif"]).is_file()


def test_the_outputs_of_a_step_are_read_as_the_runner_reads_them() -> None:
    assert read_outputs("a=1\nb<<E\nx=1\ny\nE\nc=\n") == {"a": "1", "b": "x=1\ny", "c": ""}
    with pytest.raises(AssertionError, match="fails the step"):
        read_outputs("a=1\nno sign\n")
