"""The house rules, each failing with the file that breaks it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from casefile import FOLDER, load_cases

from transcheck.discovery import find_plugins
from transcheck.reports import name_formats

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "transcheck"
TESTS = ROOT / "tests"
FILES = sorted(
    path.relative_to(ROOT)
    for folder in (SOURCE, TESTS, ROOT / "benchmarks")
    for path in folder.rglob("*.py")
)
FORBIDDEN = {"utils", "util", "helpers", "helper", "base", "common", "manager", "misc"}
SECTIONS = ("What it finds", "Why it matters", "Wrong", "Right", "When it stays quiet")
MOST_LINES = 300

CHECKS = find_plugins("transcheck.checks", "CHECK")
READERS = find_plugins("transcheck.readers.formats", "READER")
GLOSSARIES = find_plugins("transcheck.glossary.formats", "GLOSSARY_FORMAT")
FORMATS = find_plugins("transcheck.reports.formats", "FORMAT")


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _file(module: ModuleType) -> str:
    return str(Path(str(module.__file__)).relative_to(ROOT))


@pytest.mark.parametrize("check", CHECKS, ids=_name)
def test_a_check_is_documented(check: ModuleType) -> None:
    text = check.CHECK.documentation
    assert text == check.__doc__, f"{_file(check)}: its documentation is not its docstring"
    first, _, rest = text.partition("\n\n")
    assert first.strip().endswith("."), f"{_file(check)}: no one-line summary"
    assert "\n" not in first.strip(), f"{_file(check)}: the summary is more than one line"
    headings = tuple(re.findall(r"^(\S.*):$", rest, re.MULTILINE))
    assert headings == SECTIONS, f"{_file(check)}: sections {headings}, not {SECTIONS}"
    bodies = re.split(r"^\S.*:$", rest, flags=re.MULTILINE)[1:]
    for heading, body in zip(headings, bodies, strict=True):
        assert re.search(r"^    \S", body, re.MULTILINE), f"{_file(check)}: “{heading}” is empty"


@pytest.mark.parametrize("check", CHECKS, ids=_name)
def test_a_check_is_named_as_its_file(check: ModuleType) -> None:
    assert check.CHECK.id == _name(check).replace("_", "-"), _file(check)
    known = {"glossary", "policy", "expansion", "source", "waivers"}
    assert set(check.CHECK.needs) <= known, _file(check)


@pytest.mark.parametrize("check", CHECKS, ids=_name)
def test_a_check_has_cases(check: ModuleType) -> None:
    path = FOLDER / f"{check.CHECK.id}.toml"
    assert path.is_file(), f"{_file(check)}: no case file {path.relative_to(ROOT)}"
    names = [case.name for case in load_cases(path)]
    bad = sum(name.startswith("bad") for name in names)
    good = len(names) - bad
    assert bad >= 3, f"{path.relative_to(ROOT)}: {bad} bad cases, at least 3"
    assert good >= 5, f"{path.relative_to(ROOT)}: {good} good cases, at least 5"


def test_a_case_file_has_a_check() -> None:
    known = {check.CHECK.id for check in CHECKS}
    left = sorted(path.name for path in FOLDER.glob("*.toml") if path.stem not in known)
    assert not left, f"tests/cases/{left}: there is no such check"


@pytest.mark.parametrize("reader", READERS, ids=_name)
def test_a_reader_has_a_sample(reader: ModuleType) -> None:
    sample = TESTS / "samples" / f"article.{reader.READER.suffixes[0].lstrip('.')}"
    assert sample.is_file(), f"{_file(reader)}: no sample {sample.relative_to(ROOT)}"
    assert (reader.__doc__ or "").strip(), f"{_file(reader)}: no documentation"


@pytest.mark.parametrize("made", GLOSSARIES, ids=_name)
def test_a_glossary_format_has_a_sample(made: ModuleType) -> None:
    # A format that shares its suffixes with others is told by its name: glossary.deepl.csv.
    suffix = next(iter(made.GLOSSARY_FORMAT.suffixes), f".{made.GLOSSARY_FORMAT.name}.csv")
    sample = TESTS / "samples" / f"glossary{suffix}"
    assert sample.is_file(), f"{_file(made)}: no sample {sample.relative_to(ROOT)}"
    assert (made.__doc__ or "").strip(), f"{_file(made)}: no documentation"


@pytest.mark.parametrize("made", FORMATS, ids=_name)
def test_a_report_format_has_a_golden_report(made: ModuleType) -> None:
    golden = TESTS / "golden" / f"report.{made.FORMAT.name}"
    assert golden.is_file(), f"{_file(made)}: no golden report {golden.relative_to(ROOT)}"
    assert (made.__doc__ or "").strip(), f"{_file(made)}: no documentation"


def test_a_report_format_is_called_as_its_module() -> None:
    assert name_formats() == tuple(made.FORMAT.name for made in FORMATS)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_file_is_short(path: Path) -> None:
    lines = (ROOT / path).read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES, f"{path}: {lines} lines, at most {MOST_LINES}"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_file_is_named_by_what_it_holds(path: Path) -> None:
    wrong = FORBIDDEN.intersection([path.stem, *path.parts])
    assert not wrong, f"{path}: {sorted(wrong)} says nothing"


def test_the_pipeline_reads_like_the_flow() -> None:
    lines = (SOURCE / "pipeline.py").read_text(encoding="utf-8").count("\n")
    assert lines < 100, f"src/transcheck/pipeline.py: {lines} lines, fewer than 100"


@pytest.mark.parametrize("path", [f for f in FILES if f.parts[0] == "src"], ids=str)
def test_only_the_command_line_prints(path: Path) -> None:
    if "cli" not in path.parts:
        text = (ROOT / path).read_text(encoding="utf-8")
        assert not re.search(r"^\s*print\(", text, re.MULTILINE), f"{path}: prints"


def test_import_contracts_are_kept() -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
            "--config",
            str(ROOT / "pyproject.toml"),
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
