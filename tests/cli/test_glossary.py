"""`transcheck glossary lint`: what it prints and how it exits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Outcome, run

CLEAN = "name,kind\nLund,place\n"
DIRTY = "name,kind\nLund,town\n"


@pytest.fixture
def lint(tmp_path: Path) -> Callable[..., Outcome]:
    def lint_texts(*texts: str) -> Outcome:
        names = [f"{number}.csv" for number in range(len(texts))]
        for name, text in zip(names, texts, strict=True):
            (tmp_path / name).write_text(text, encoding="utf-8")
        return run("glossary", "lint", *names, folder=tmp_path)

    return lint_texts


def test_clean_files(lint):
    result = lint(CLEAN, CLEAN)
    assert (result.code, result.stdout) == (0, "")
    assert result.stderr == "Nothing to mend in 2 glossaries.\n"


def test_findings_go_to_stdout_one_a_line(lint):
    result = lint(CLEAN, DIRTY)
    assert result.code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith("1.csv:2: unknown-kind: ")
    assert result.stderr == "1 finding in 1 of 2 glossaries.\n"


@pytest.mark.parametrize(
    "text",
    ["name,kind\nLund\n", "name,knid\nLund,\n", "name\nLund\nLund\n", "name,rejected\nA,B\nB,\n"],
)
def test_a_loading_failure_in_a_readable_file_is_a_finding(lint, text):
    assert lint(text).code == 1


@pytest.mark.parametrize("text", ["", "kind\nplace\n", 'name\n"Lund\n'])
def test_an_unusable_file_is_exit_2_and_the_others_are_still_looked_at(lint, text):
    result = lint(text, DIRTY)
    assert result.code == 2
    assert "1.csv:2: unknown-kind" in result.stdout
    assert "1 cannot be read" in result.stderr


def test_rows_before_an_unclosed_quote_are_looked_at(lint):
    ids = [
        line.split(": ")[1]
        for line in lint('name,kind\nLund,town\nMalm,"x\n').stdout.split("\n")[:2]
    ]
    assert ids == ["unknown-kind", "unclosed-quote"]


def test_a_missing_file(tmp_path):
    result = run("glossary", "lint", "gone.csv", folder=tmp_path)
    assert result.code == 2
    assert "gone.csv:1: missing-file: " in result.stdout


def test_no_file_is_a_usage_error(tmp_path):
    result = run("glossary", "lint", folder=tmp_path)
    assert result.code == 2
    assert "Missing argument 'FILE…'" in result.stderr


def test_control_characters_never_reach_the_terminal(lint):
    assert "\x1b" not in lint("name,kind\nLund\x1b[31m,town\n").stdout
