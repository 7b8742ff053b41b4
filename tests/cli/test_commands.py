"""What every command says of itself, what a shell offers, and sizes that are refused."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from command_line import run

from transcheck.checks import find_checks
from transcheck.cli.commands import root
from transcheck.cli.output import MOST_ON_ONE_PAGE
from transcheck.model import CheckInfo
from transcheck.reports import find_formats
from transcheck.version import VERSION

CHECKS = [module.CHECK for module in find_checks()]
FORMATS = [module.FORMAT for module in find_formats()]


def _commands(command: click.Command, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(command, click.Group):
        return [path]
    inner = command.list_commands(click.Context(command))
    found = ((name, command.get_command(click.Context(command), name)) for name in inner)
    return [path, *(p for name, sub in found if sub for p in _commands(sub, (*path, name)))]


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("path", _commands(root), ids=" ".join)
def test_every_command_and_option_has_a_help(
    path: tuple[str, ...], option: str, tmp_path: Path
) -> None:
    outcome = run(*path, option, folder=tmp_path)
    assert (outcome.code, outcome.stderr) == (0, "")
    assert outcome.stdout.startswith("Usage: transcheck")
    listed = outcome.stdout.partition("Options:")[2]
    starts = re.findall(r"^  -[^\n]*", listed, re.MULTILINE)
    assert starts
    for start in starts:
        assert re.search(r"\S {2,}\S|^ {2}\S+( \S+)*$", start), start


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_explain(check: CheckInfo, tmp_path: Path) -> None:
    outcome = run("explain", check.id, folder=tmp_path)
    assert (outcome.code, outcome.stderr) == (0, "")
    assert outcome.stdout.startswith(f"{check.id} · {check.severity} · {check.category}")
    for heading in ("Wrong:", "Right:", "When it stays quiet:"):
        assert f"\n{heading}\n    " in outcome.stdout


def test_checks_lists_all_of_them(tmp_path: Path) -> None:
    lines = run("checks", folder=tmp_path).stdout.splitlines()
    assert [line.split()[0] for line in lines] == [check.id for check in CHECKS]
    assert all(line.endswith(".") for line in lines)
    rows = json.loads(run("checks", "--format", "json", folder=tmp_path).stdout)
    assert [row["id"] for row in rows] == [check.id for check in CHECKS]
    assert all(row["summary"] and row["category"] for row in rows)


@pytest.mark.parametrize(
    "words",
    [
        ("names", "Müller"),
        ("checks",),
        ("glossary", "lint", "é.csv"),
        ("glossary", "diff", "é.csv", "b.csv"),
        ("check", "é.csv"),
    ],
    ids=" ".join,
)
def test_json_is_utf_8_whatever_the_terminal_is(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "é.csv").write_text("name,kind\nMüller,town\n", "utf-8")
    (tmp_path / "b.csv").write_text("name\nÉcole\n", "utf-8")
    command = [sys.executable, "-m", "transcheck", *words, "--format", "json"]
    latin = os.environ | {"PYTHONIOENCODING": "latin-1"}
    made = subprocess.run(command, cwd=tmp_path, env=latin, capture_output=True, check=False)
    assert json.loads(made.stdout.decode("utf-8"))


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names of any bytes")
@pytest.mark.parametrize("command", ["lint", "diff"])
def test_a_file_name_that_is_no_text_stands_in_json(command: str, tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff.csv")
    (tmp_path / name).write_text("name,kind\nMüller,town\n", "utf-8")
    (tmp_path / "b.csv").write_text("name\nLund\n", "utf-8")
    words = [name] if command == "lint" else [name, "b.csv"]
    done = [sys.executable, "-m", "transcheck", "glossary", command, *words, "--format", "json"]
    made = subprocess.run(done, cwd=tmp_path, capture_output=True, check=False)
    assert made.returncode == 1, made.stderr
    assert name in json.dumps(json.loads(made.stdout), ensure_ascii=False)


def test_version(tmp_path: Path) -> None:
    assert run("--version", folder=tmp_path).stdout == f"transcheck, version {VERSION}\n"


def test_the_schema_of_the_settings_fits_what_show_lists(tmp_path: Path) -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads(run("config", "schema", folder=tmp_path).stdout)
    Draft202012Validator.check_schema(schema)
    settings = schema["$defs"]["Settings"]
    shown = run("config", "show", folder=tmp_path).stdout.splitlines()
    assert [line.split(" = ")[0] for line in shown] == list(settings["properties"])


SLOW = ("numpy", "sacrebleu", "jinja2", "rich", "trafilatura", "lxml", "multiprocessing")


def test_one_article_pays_for_no_slow_import(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The boat left Žabarina. In Zabarina people waited.\n", "utf-8")
    script = (
        "import sys\nfrom transcheck.cli import main\n"
        "try:\n    main(['a.txt', '--no-glossaries', '-o', 'r.json'])\n"
        f"finally:\n    print([m for m in {SLOW} if m in sys.modules])\n"
    )
    command = [sys.executable, "-c", script]
    made = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert made.returncode == 1, made.stderr
    assert made.stdout == "[]\n"


def _complete(*words: str, folder: Path | None = None) -> list[str]:
    given = {
        "_TRANSCHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(("transcheck", *words)),
        "COMP_CWORD": str(len(words)),
    }
    command = [sys.executable, "-c", "from transcheck.cli import main; main()"]
    made = subprocess.run(
        command, cwd=folder, env=os.environ | given, capture_output=True, text=True, check=False
    )
    assert made.stderr == ""
    return [line.removeprefix("plain,") for line in made.stdout.splitlines()]


def test_a_shell_completes_commands_and_values() -> None:
    assert _complete("ch") == ["check", "checks"]
    assert _complete("config", "s") == ["schema", "show"]
    assert _complete("check", "--form") == ["--format"]
    assert _complete("check", "--format", "json") == ["json", "jsonl"]
    assert _complete("check", "--select", "name-r") == ["name-rejected", "name-respelt"]
    assert _complete("explain", "name-res") == ["name-respelt"]
    assert _complete("check", "--fail-on", "m") == ["minor", "major"]
    assert _complete("check", "art") == ["file,art"]  # the shell offers its files
    assert _complete("waive", "--verdict", "acc") == ["accepted"]


def test_a_shell_completes_a_report_and_where_it_goes(tmp_path: Path) -> None:
    for name in ("names.sarif", "notes.txt", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "a.sarif").touch()

    def complete(typed: str) -> list[str]:
        return _complete("check", "--report", typed, folder=tmp_path)

    assert complete("json") == ["json=", "jsonl="]
    assert complete("sarif=n") == ["sarif=names.sarif", "sarif=new/", "sarif=notes.txt"]
    assert complete("sarif=new/") == ["sarif=new/a.sarif"]
    assert complete("sarif=./na") == ["sarif=./names.sarif"]
    assert complete("sarif=gone/") == [""]
    # bash takes "=" for the end of a word: then the shell offers its own files
    assert _complete("check", "--report", "sarif", "=", "na") == ["file,na"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script(shell: str) -> None:
    if shell == "bash" and not Path("/bin/bash").exists():
        pytest.skip("no bash here")
    command = [sys.executable, "-c", "from transcheck.cli import main; main()"]
    env = os.environ | {"_TRANSCHECK_COMPLETE": f"{shell}_source"}
    made = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert made.returncode == 0
    assert f"_TRANSCHECK_COMPLETE={shell}_complete" in made.stdout


def test_the_help_of_check_names_every_format(tmp_path: Path) -> None:
    words = run("check", "-h", folder=tmp_path).stdout.replace(",", " ").split()
    assert {form.name for form in FORMATS} <= set(words)


def test_a_file_over_20_mb_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(20_000_001)
    (tmp_path / "a.txt").write_text("All is well.\n", encoding="utf-8")
    outcome = run("check", "--no-glossaries", "big.txt", "a.txt", folder=tmp_path)
    assert outcome.code == 2
    assert "big.txt: is over 20 MB (20.0 MB). Split it" in outcome.stderr
    assert "1 of 2 articles could not be read" in outcome.stderr
    assert "All is well" not in outcome.stdout


def test_too_much_on_standard_input_is_refused(tmp_path: Path) -> None:
    outcome = run("check", "--no-glossaries", "-", folder=tmp_path, stdin=b"word " * 4_100_000)
    assert outcome.code == 2
    assert "<stdin>: is over 20 MB" in outcome.stderr


def test_html_of_many_articles_is_a_folder(tmp_path: Path) -> None:
    rows = (json.dumps({"id": f"r{n}", "text": "All is well."}) for n in range(120))
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert MOST_ON_ONE_PAGE < 120
    arguments = ("check", "--no-glossaries", "--format", "html", "rows.jsonl")
    refused = run(*arguments, folder=tmp_path)
    assert refused.code == 2
    assert refused.stdout == ""
    assert "more than 100 articles are too many for one page" in refused.stderr
    made = run(*arguments, "-o", "report", folder=tmp_path)
    assert made.code == 0
    assert (tmp_path / "report" / "index.html").is_file()
    assert len(list((tmp_path / "report").rglob("*.html"))) > 100
    again = run(*arguments, "-o", "report", folder=tmp_path)
    assert again.code == 0
