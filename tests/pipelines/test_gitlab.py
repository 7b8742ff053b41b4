"""The component for GitLab: its structure, what its job writes, and inputs that are only data."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from surroundings import ROOT, find_tool

COMPONENT = ROOT / "templates" / "transcheck.yml"
SPEC, JOB = yaml.safe_load_all(COMPONENT.read_text(encoding="utf-8"))
INPUTS: dict[str, dict[str, str]] = SPEC["spec"]["inputs"]
_INPUT = re.compile(r"\$\[\[ inputs\.([a-z-]+) \]\]")


def include(**given: str) -> dict[str, Any]:
    """Return the job as GitLab makes it of the component: inputs in the place of their names."""
    values = {name: one["default"] for name, one in INPUTS.items()}
    values |= {name.replace("_", "-"): value for name, value in given.items()}

    def fill(part: Any) -> Any:
        if isinstance(part, dict):
            return {fill(key): fill(value) for key, value in part.items()}
        if isinstance(part, list):
            return [fill(one) for one in part]
        return _INPUT.sub(lambda m: values[m[1]], part) if isinstance(part, str) else part

    made = fill(JOB)
    assert isinstance(made, dict)
    return made


def test_the_structure() -> None:
    assert set(SPEC) == {"spec"}
    assert set(SPEC["spec"]) == {"inputs"}
    for one in INPUTS.values():
        assert set(one) == {"description", "default"}
        assert isinstance(one["default"], str)
    assert {*_INPUT.findall(COMPONENT.read_text(encoding="utf-8"))} == {*INPUTS}
    ((name, job),) = include().items()
    assert name == "transcheck"
    assert job["artifacts"]["when"] == "always"
    assert {*job["artifacts"]["reports"]} == {"codequality", "junit"}
    for variable, value in job["variables"].items():
        assert variable == "GIT_DEPTH" or value["expand"] is False
    assert not _INPUT.search(json.dumps(JOB["$[[ inputs.job-name ]]"]["script"]))


@pytest.mark.long
def test_the_job_is_as_gitlab_wants_it(tmp_path: Path) -> None:
    pytest.importorskip("check_jsonschema")
    made = tmp_path / ".gitlab-ci.yml"
    made.write_text(yaml.safe_dump(include()), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"]
    done = subprocess.run([*command, made], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.fixture
def run_job(desk: Path, program: Path):  # type: ignore[no-untyped-def]
    """Run the job's script as a runner does, with a Python that installs nothing."""
    python = program.parent / "python3"
    python.write_text(
        '#!/bin/sh\nmkdir -p "$4/bin"\n'
        f'cp "{program}" "$4/bin/transcheck"\n'
        f'printf \'#!/bin/sh\\nshift 3; printf "%%s\\\\n" "$@" >"{program.parent}/installed"\\n\''
        ' >"$4/bin/python"\nchmod +x "$4/bin/python"\n',
        encoding="utf-8",
    )
    python.chmod(0o755)

    def run(**inputs: str) -> subprocess.CompletedProcess[str]:
        (job,) = include(**inputs).values()
        variables = {name: one["value"] for name, one in job["variables"].items() if one != "0"}
        path = os.pathsep.join((str(program.parent), os.environ["PATH"]))
        hostile = {"PYTHONHOME": str(desk), "PYTHONPATH": str(desk)}
        return subprocess.run(
            ["sh", "-e", "-c", "\n".join(job["script"])], cwd=desk, capture_output=True,
            env=os.environ | variables | hostile | {"PATH": path}, text=True,
            encoding="utf-8", check=False,
        )  # fmt: skip

    return run


@pytest.mark.long
def test_the_job_writes_its_reports(run_job, desk: Path, program: Path) -> None:  # type: ignore[no-untyped-def]
    done = run_job(paths="articles/bad.txt\n  articles/good.txt", package="transcheck==0.1.0")
    assert done.returncode == 2, "a line begins where it begins"
    assert "  articles/good.txt: no such file or folder" in done.stderr
    done = run_job(paths="articles/*.txt", source_lang="sr", min_certainty="certain", resume="kept")
    assert (desk / "kept" / "results").is_file()
    assert done.returncode == 1, done.stderr
    assert "Gate failed: 1 of 2 articles" in done.stderr
    (one,) = json.loads((desk / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert one["location"]["path"] == "articles/bad.txt"
    suite = ElementTree.parse(desk / "transcheck-junit.xml").getroot()
    assert suite.get("failures") == "1"
    assert (desk / "transcheck-report" / "index.html").is_file()
    installed = (program.parent / "installed").read_text(encoding="utf-8")
    package = f"transcheck=={version('transcheck')}"
    assert installed == f"install\n--quiet\n--disable-pip-version-check\n--\n{package}\n"


SHELL = "$(touch {0})`touch {0}`; touch {0} && touch {0}'\"; touch {0} #"
HOSTILE = (SHELL, "--exit-zero", "\n--output={0}", "$IFS*")
NAMES = sorted({*INPUTS} - {"package", "image", "job-name", "stage"})


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_an_input_is_never_a_command(run_job, name: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    trap = tmp_path / "sprung"
    for text in HOSTILE:
        done = run_job(**{"paths": "articles", name: text.format(trap)})
        assert not trap.exists(), text
        assert done.returncode in ((1, 2) if name == "resume" else (2,)), (text, done.stderr)


@pytest.mark.skipif(not find_tool("shellcheck"), reason="needs shellcheck")
def test_shellcheck_has_nothing_to_say(tmp_path: Path) -> None:
    (job,) = include().values()
    script = tmp_path / "script.sh"
    script.write_text("#!/bin/sh\n" + "\n".join(job["script"]) + "\n", encoding="utf-8")
    command = [find_tool("shellcheck") or "", "--exclude=SC2086", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == ""
