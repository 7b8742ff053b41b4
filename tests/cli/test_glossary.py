"""`transcheck glossary lint`: what it prints and how it exits."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from transcheck.cli.glossary import command

CLEAN = "name,kind\nLund,place\n"
DIRTY = "name,kind\nLund,town\n"


@pytest.fixture
def lint(tmp_path: Path):
    def run(*texts: str):
        paths = []
        for number, text in enumerate(texts):
            paths.append(tmp_path / f"{number}.csv")
            paths[-1].write_text(text, encoding="utf-8")
        return CliRunner().invoke(command, ["lint", *map(str, paths)])

    return run


def test_clean_files(lint):
    result = lint(CLEAN, CLEAN)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Nothing to mend in 2 glossaries.\n"


def test_findings_go_to_stdout_one_a_line(lint, tmp_path):
    result = lint(CLEAN, DIRTY)
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"{tmp_path / '1.csv'}:2: unknown-kind: ")
    assert result.stderr == "1 finding in 1 of 2 glossaries.\n"


@pytest.mark.parametrize(
    "text",
    ["name,kind\nLund\n", "name,knid\nLund,\n", "name\nLund\nLund\n", "name,rejected\nA,B\nB,\n"],
)
def test_a_loading_failure_in_a_readable_file_is_a_finding(lint, text):
    assert lint(text).exit_code == 1


@pytest.mark.parametrize("text", ["", "kind\nplace\n", 'name\n"Lund\n'])
def test_an_unusable_file_is_exit_2_and_the_others_are_still_looked_at(lint, text):
    result = lint(text, DIRTY)
    assert result.exit_code == 2
    assert "1.csv:2: unknown-kind" in result.stdout
    assert "1 cannot be read" in result.stderr


def test_rows_before_an_unclosed_quote_are_looked_at(lint):
    ids = [
        line.split(": ")[1]
        for line in lint('name,kind\nLund,town\nMalm,"x\n').stdout.split("\n")[:2]
    ]
    assert ids == ["unknown-kind", "unclosed-quote"]


def test_a_missing_file(lint, tmp_path):
    result = CliRunner().invoke(command, ["lint", str(tmp_path / "gone.csv")])
    assert result.exit_code == 2
    assert "gone.csv:1: missing-file: " in result.stdout


def test_no_file_is_a_usage_error():
    assert CliRunner().invoke(command, ["lint"]).exit_code == 2


def test_control_characters_never_reach_the_terminal(lint):
    assert "\x1b" not in lint("name,kind\nLund\x1b[31m,town\n").stdout
