"""GitHub's runner as a composite action sees it: expressions, steps, their files, log commands.

Written from GitHub's documentation, for no package that a registry carries runs an action.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
_FILES = ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE")
_OF_NO_STEP = ("GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE")
_NAMES = (
    "add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher "
    "save-state set-env set-output stop-commands warning"
)
# Of the newer form the line must begin with it; the older one is taken anywhere in a line.
_COMMANDS = (
    re.compile(rf"\s*::({_NAMES.replace(' ', '|')})(?: [^\n]*?)?::"),
    re.compile(rf".*?##\[({_NAMES.replace(' ', '|')})(?: [^\]]*)?\]"),
)


@dataclass
class Done:
    """What a run of the action left."""

    code: int = 0
    stdout: str = ""
    stderr: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    spilled: str = ""
    """What was written for later steps of the job, which an action should not steer."""

    @property
    def commands(self) -> list[str]:
        """Name the commands that the runner takes from the log, of either stream."""
        lines = f"{self.stdout}\n{self.stderr}".splitlines()
        found = (match for line in lines for match in [_command(line)] if match)
        return [match[1] for match in found]


def _command(line: str) -> re.Match[str] | None:
    return next((found for one in _COMMANDS if (found := one.match(line))), None)


@dataclass
class Runner:
    """A job in `workspace` that uses an action; `done` holds the outputs of steps left out."""

    action_path: Path
    action: dict[str, Any]
    workspace: Path
    temp: Path
    environment: dict[str, str] = field(default_factory=dict)
    done: dict[str, dict[str, str]] = field(default_factory=dict)

    def run(self, **inputs: str) -> Done:
        """Run the steps one after another until one fails, then work the outputs out."""
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert {*given} <= {*self.action["inputs"]}, "the runner warns of an unknown input"
        known = {
            f"inputs.{name}": given.get(name, one["default"])
            for name, one in self.action["inputs"].items()
        }
        known["github.action_path"] = str(self.action_path)
        done = Done()
        for number, step in enumerate(self.action["runs"]["steps"]):
            outputs = self.done.get(step["id"])
            if outputs is None and done.code == 0:
                outputs = self._step(step, number, known, done)
            for name, value in (outputs or {}).items():
                known[f"steps.{step['id']}.outputs.{name}"] = value
        for name, one in self.action["outputs"].items():
            done.outputs[name] = _fill(one["value"], known)
        return done

    def _step(
        self, step: dict[str, Any], number: int, known: dict[str, str], done: Done
    ) -> dict[str, str]:
        assert step["shell"] == "bash"
        self.temp.mkdir(exist_ok=True)
        script = self.temp / f"step-{number}.sh"
        script.write_text(_fill(step["run"], known), encoding="utf-8")
        files = {name: self.temp / f"{name.lower()}-{number}" for name in _FILES}
        for file in files.values():
            file.write_bytes(b"")
        own = {name: _fill(value, known) for name, value in step["env"].items()}
        runners = {"CI": "true", "GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(self.temp),
                   "GITHUB_WORKSPACE": str(self.workspace)}  # fmt: skip
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script], cwd=self.workspace,
            env=os.environ | self.environment | runners | own
            | {name: str(file) for name, file in files.items()},
            capture_output=True, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        done.code = ran.returncode
        done.stdout += ran.stdout.decode("utf-8")
        done.stderr += ran.stderr.decode("utf-8")
        done.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        done.spilled += "".join(files[name].read_text(encoding="utf-8") for name in _OF_NO_STEP)
        return read_outputs(files["GITHUB_OUTPUT"].read_bytes().decode("utf-8"))


def _fill(text: str, known: dict[str, str]) -> str:
    """Put values in the place of expressions; an output of a step that did not run is empty."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        assert name in known or name.startswith("steps."), f"unknown to the runner: {name}"
        return known.get(name, "")

    filled = _EXPRESSION.sub(value, text)
    assert "${{" not in _EXPRESSION.sub("", text), f"more than this runner reads: {text}"
    return filled


def read_outputs(text: str) -> dict[str, str]:
    """Read NAME=VALUE and NAME<<END lines, cut at line feeds only, as the runner does."""
    outputs: dict[str, str] = {}
    lines = iter(text.removesuffix("\n").split("\n") if text else [])
    for line in lines:
        before, sign, after = line.partition("=")
        if sign and "<<" not in before:
            outputs[before] = after
            continue
        name, sign, end = line.partition("<<")
        assert sign and name and end, f"the runner fails the step at {line!r}"
        value = []
        while (part := next(lines, None)) != end:
            assert part is not None, f"the runner finds no {end!r}"
            value.append(part)
        outputs[name] = "\n".join(value)
    return outputs
