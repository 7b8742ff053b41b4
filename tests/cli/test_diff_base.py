"""`check --diff-base`: what changed since a revision is checked, and only that."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from command_line import Outcome, run

BAD = "The boat left Žabarina on Friday. People in Zabarina waited.\n"
GOOD = "All is well in the harbour on Friday.\n"
ODD = ("two words.txt", "new\nline.txt", "-o.txt", "čamac “1”.txt", "a\tb.txt", "::error::x.txt")

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


def git(folder: Path, *arguments: str) -> None:
    named = ("-c", "user.name=Anna Lund", "-c", "user.email=anna@desk.example")
    subprocess.run(["git", *named, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(autouse=True)
def plain_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(variable, "/dev/null")


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with five bad articles on `main`, and on `work`, one commit behind it."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "desk").mkdir()
    for name in ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt"):
        (folder / "desk" / name).write_text(BAD + name + "\n", encoding="utf-8")
    (folder / "names.csv").write_text("name\nŽabarina\n", encoding="utf-8")
    (folder / "transcheck.toml").write_text("", encoding="utf-8")
    (folder / ".gitignore").write_text("ignored*\n", encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    git(folder, "branch", "work")
    (folder / "desk" / "e.txt").write_text("Changed on main.\n", encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "others went on")
    git(folder, "checkout", "-q", "work")
    return folder


@pytest.fixture
def desk(committed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(committed, tmp_path / "repository"))


def check(folder: Path, *arguments: str) -> Outcome:
    return run("check", "--no-glossaries", "--format", "json", *arguments, folder=folder)


def paths(outcome: Outcome) -> list[str]:
    return [one["path"] for one in json.loads(outcome.stdout)["articles"]]


def test_committed_staged_edited_new_and_renamed_files_are_checked(desk: Path) -> None:
    (desk / "desk" / "a.txt").write_text(GOOD, encoding="utf-8")
    git(desk, "commit", "-q", "-a", "-m", "a")
    (desk / "desk" / "b.txt").write_text(GOOD, encoding="utf-8")
    git(desk, "add", "desk/b.txt")
    (desk / "desk" / "c.txt").write_text(GOOD, encoding="utf-8")
    git(desk, "mv", "desk/d.txt", "desk/moved.txt")
    (desk / "desk" / "new.txt").write_text(GOOD, encoding="utf-8")
    (desk / "desk" / "ignored.txt").write_text(GOOD, encoding="utf-8")
    outcome = check(desk, "desk", "--diff-base", "main")
    new = ["a.txt", "b.txt", "c.txt", "ignored.txt", "moved.txt", "new.txt"]
    assert paths(outcome) == [f"desk/{name}" for name in new]
    assert '6 of 7 files changed since "main"; the others are not checked.\n' in outcome.stderr


def test_what_others_committed_meanwhile_is_no_change(desk: Path) -> None:
    outcome = check(desk, "desk", "--diff-base", "main")
    assert outcome.code == 0
    assert json.loads(outcome.stdout)["summary"]["passed"] is True
    assert paths(outcome) == []
    passed = 'Gate passed: none of 5 files changed since "main", so there was nothing to check.\n'
    assert outcome.stderr == passed


def test_a_change_that_is_taken_back_is_none(desk: Path) -> None:
    text = (desk / "desk" / "a.txt").read_text(encoding="utf-8")
    (desk / "desk" / "a.txt").write_text(GOOD, encoding="utf-8")
    git(desk, "commit", "-q", "-a", "-m", "a")
    (desk / "desk" / "a.txt").write_text(text, encoding="utf-8")
    assert paths(check(desk, "desk/a.txt", "--diff-base", "main")) == []


def test_only_named_paths_are_looked_at_from_any_folder(desk: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (desk / "desk" / name).write_text(GOOD, encoding="utf-8")
    assert paths(check(desk / "desk", "a.txt", "c.txt", "--diff-base", "HEAD")) == ["a.txt"]


def test_no_report_takes_the_place_of_an_article_that_did_not_change(desk: Path) -> None:
    before = (desk / "desk" / "a.txt").read_bytes()
    out = check(desk, "desk", "--diff-base", "work", "-o", "desk/a.txt")
    assert (out.code, "desk/a.txt: it is one of the articles" in out.stderr) == (2, True)
    assert (desk / "desk" / "a.txt").read_bytes() == before


def test_odd_names(desk: Path) -> None:
    for name in ODD:
        (desk / "desk" / name).write_text(GOOD, encoding="utf-8")
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", "odd")
    assert paths(check(desk, "desk", "--diff-base", "main")) == sorted(f"desk/{n}" for n in ODD)
    unchanged = check(desk, "desk", "--diff-base", "HEAD")
    assert paths(unchanged) == []
    assert "none of 11 files" in unchanged.stderr


def test_a_link_to_what_changed_has_changed(desk: Path) -> None:
    (desk / "links").mkdir()
    (desk / "links" / "a.txt").symlink_to("../desk/a.txt")
    (desk / "other").symlink_to("desk")
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", "links")
    assert paths(check(desk, "links", "other", "--diff-base", "HEAD")) == []
    (desk / "desk" / "a.txt").write_text(GOOD, encoding="utf-8")
    assert paths(check(desk, "links", "--diff-base", "HEAD")) == ["links/a.txt"]
    assert paths(check(desk, "other", "--diff-base", "HEAD")) == ["other/a.txt"]


def test_what_git_cannot_vouch_for_is_checked(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text(GOOD, encoding="utf-8")
    assert paths(check(desk, "../outside.txt", "--diff-base", "main")) == ["../outside.txt"]
    outcome = run(
        "check", "--no-glossaries", "-", "--diff-base", "main", folder=desk, stdin=GOOD.encode()
    )
    assert outcome.code == 0
    assert "Gate passed: nothing wrong found" in outcome.stderr


def _touch(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, encoding="utf-8")


RULES: dict[str, tuple[Callable[[Path], object], Iterable[str]]] = {
    "names.csv": (_touch("names.csv", "name\nZabarina\n"), ("--glossary", "names.csv")),
    "transcheck.toml": (_touch("transcheck.toml", 'fail-on = "minor"'), ()),
    "./transcheck.toml": (lambda folder: (folder / "transcheck.toml").unlink(), ()),
    "transcheck-waivers.toml": (_touch("transcheck-waivers.toml", ""), ()),
    "known.json": (
        _touch("known.json", '{"schema":"transcheck/baseline/1","signature":"","findings":[]}'),
        ("--baseline", "known.json"),
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_changed_rules_make_all_articles_stale(desk: Path, name: str) -> None:
    change, options = RULES[name]
    change(desk)
    outcome = check(desk, "desk", "--diff-base", "main", *options)
    assert len(paths(outcome)) == 5
    said = f'{Path(name)} changed since "main": all articles are checked.\n'
    assert outcome.stderr.startswith(said)


REFUSED = {
    "nope": 'git knows no revision "nope". Fetch it first; in CI fetch all history',
    "--all": 'git knows no revision "--all". ',
    "-o/dev/null": 'git knows no revision "-o/dev/null". ',
    "main...HEAD": "Name one end only, such as origin/main",
    "a\n::error::b": 'git knows no revision "a\\x0a::error::b". ',
    "": "--diff-base is empty. Name a branch",
}


@pytest.mark.parametrize("revision", REFUSED)
def test_a_revision_that_is_none_is_refused(desk: Path, revision: str) -> None:
    outcome = check(desk, "desk", f"--diff-base={revision}")
    assert outcome.code == 2
    assert outcome.stdout == ""
    assert REFUSED[revision] in outcome.stderr
    assert outcome.stderr.count("\n") == 1


def test_where_there_is_no_repository_commit_or_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")

    def said(revision: str = "HEAD") -> str:
        outcome = check(tmp_path, "a.txt", "--diff-base", revision)
        assert (outcome.code, outcome.stdout, outcome.stderr.count("\n")) == (2, "", 1)
        return outcome.stderr

    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "is in no git repository. Run it inside one" in said()
    git(tmp_path, "init", "-q", "-b", "main")
    assert 'git knows no revision "HEAD"' in said()
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "one")
    git(tmp_path, "checkout", "-q", "--orphan", "stranger")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "two")
    assert 'no commit that "main" and HEAD share is here. Fetch it first' in said("main")
    with monkeypatch.context() as patch:
        patch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own, for its own tests
        assert "which another user owns. `git config --global --add safe.directory" in said()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "needs git, which is not installed. Install it" in said()
