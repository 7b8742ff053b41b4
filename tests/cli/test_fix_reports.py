"""`fix` on a report and on decisions: what was seen is fixed, if it is still there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Outcome, run

DESK = "name,kind,rejected\nZvečan,place,Zvecan\nMark Rutte,person,Rute\n"
A = "Rute left Zvecan.\n"
ROWS = '{"id": "1", "segments": ["Rute \\u0026 Zvecan", "Rute"]}\n{"id": "2", "text": "Rute"}\n'
RUN = ("--no-glossaries", "--glossary", "desk.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "desk.csv").write_text(DESK, encoding="utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "news" / "b.html").write_text(
        "<h1>A day</h1><p>It is said that he left Zve<b>ca</b>n early, then R&#117;te left it too.",
        encoding="utf-8",
    )
    (tmp_path / "news" / "r.jsonl").write_text(ROWS, encoding="utf-8")
    _check(tmp_path)
    return tmp_path


def _check(folder: Path) -> None:
    assert run("check", *RUN, "news", "-o", "report.json", folder=folder).code == 1


def _fix(folder: Path, *arguments: str) -> Outcome:
    outcome = run("fix", "--report", "report.json", *arguments, folder=folder)
    assert "Traceback" not in outcome.stderr
    return outcome


def _read(folder: Path, name: str) -> str:
    return (folder / "news" / name).read_text(encoding="utf-8")


def test_what_a_report_found_is_fixed_where_it_stands(folder: Path) -> None:
    assert _fix(folder, "--write").code == 0
    assert _read(folder, "a.txt") == "Rutte left Zvečan.\n"
    assert "Zve<b>&#269;a</b>n early, then R&#117;tte left" in _read(folder, "b.html")
    assert _read(folder, "r.jsonl") == ROWS.replace("Rute", "Rutte").replace("Zvecan", "Zvečan")


def test_a_report_is_fixed_in_the_files_that_are_named(folder: Path) -> None:
    assert _fix(folder, "--write", "news/a.txt").code == 0
    assert _read(folder, "a.txt") == "Rutte left Zvečan.\n"
    assert _read(folder, "r.jsonl") == ROWS


def test_a_file_that_changed_since_is_refused_and_the_others_are_fixed(folder: Path) -> None:
    changed = "Rute left Zvecan at noon.\n"
    (folder / "news" / "a.txt").write_text(changed, encoding="utf-8")
    outcome = _fix(folder, "--write")
    assert outcome.code == 2
    assert "news/a.txt: was changed since it was checked. Check it again\n" in outcome.stderr
    assert _read(folder, "a.txt") == changed
    assert "Rutte" in _read(folder, "r.jsonl")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\0\0"])
def test_a_file_that_cannot_be_read_any_more_is_refused(folder: Path, content: bytes) -> None:
    (folder / "news" / "a.txt").write_bytes(content)
    outcome = _fix(folder, "--write")
    assert outcome.code == 2
    assert "news/a.txt: was changed since it was checked. Check it again\n" in outcome.stderr
    assert "Rutte" in _read(folder, "r.jsonl")


def test_a_report_is_read_in_the_encoding_that_it_was_made_in(tmp_path: Path) -> None:
    (tmp_path / "desk.csv").write_text(DESK, encoding="utf-8")
    (tmp_path / "a.txt").write_bytes("čaša, Rute left.".encode("cp1250"))
    options = (*RUN, "--encoding", "cp1250")
    run("check", *options, "a.txt", "-o", "report.json", folder=tmp_path)
    outcome = _fix(tmp_path, "--write")
    assert outcome.code == 2
    assert "a.txt: byte 0 (0xE8) is not UTF-8. Try --encoding cp1250\n" in outcome.stderr
    assert _fix(tmp_path, "--write", "--encoding", "cp1250").code == 0
    assert (tmp_path / "a.txt").read_bytes() == "čaša, Rutte left.".encode("cp1250")


def test_a_file_that_a_report_does_not_have_is_said(folder: Path) -> None:
    (folder / "c.txt").write_text("Rute left.\n", encoding="utf-8")
    outcome = _fix(folder, "c.txt")
    assert outcome.code == 2
    assert "c.txt: is not in report.json. Check it again\n" in outcome.stderr


def test_a_place_that_is_not_there_is_refused(folder: Path) -> None:
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    report["articles"][0]["findings"][0]["start"] += 1
    (folder / "report.json").write_text(json.dumps(report), encoding="utf-8")
    outcome = _fix(folder, "--write")
    assert outcome.code == 2
    assert "news/a.txt: “Rute” does not stand where the report says" in outcome.stderr
    assert _read(folder, "a.txt") == A


def _decide(folder: Path, identity: str | None = None, **decided: object) -> None:
    """Write decisions on all findings of news/a.txt and of row 2."""
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    made = [
        {key: article[key] for key in ("path", "id")}
        | {key: finding[key] for key in ("fingerprint", "check", "text")}
        | {"suggestion": finding["suggestions"][0], "reason": "", "name": "", "kind": ""}
        | {"decision": "accept"}
        | decided
        for article in report["articles"]
        for finding in article["findings"]
        if article["path"] == "news/a.txt" or article["id"] == "2"
    ]
    data = {
        "schema": "transcheck/decisions/1",
        "report": identity or _identity(report),
        "signature": report["signature"],
        "decisions": made,
    }
    (folder / "decisions.json").write_text(json.dumps(data), encoding="utf-8")


def _identity(report: dict[str, object]) -> str:
    from transcheck.reports.identity import report_id

    articles = report["articles"]
    assert isinstance(articles, list)
    return report_id(article["path"] for article in articles)


def _apply(folder: Path, *arguments: str) -> Outcome:
    return run("fix", *RUN, "--decisions", "decisions.json", *arguments, folder=folder)


def test_what_was_accepted_is_fixed_and_nothing_else(folder: Path) -> None:
    _decide(folder)
    assert _apply(folder, "news", "--write").code == 0
    assert _read(folder, "a.txt") == "Rutte left Zvečan.\n"
    assert _read(folder, "r.jsonl") == ROWS.replace('"text": "Rute"', '"text": "Rutte"')
    assert "Zve<b>ca</b>n" in _read(folder, "b.html")


def test_decisions_go_with_the_report_that_they_were_made_on(folder: Path) -> None:
    _decide(folder)
    assert _fix(folder, "--decisions", "decisions.json", "--write").code == 0
    assert _read(folder, "a.txt") == "Rutte left Zvečan.\n"
    assert "Zve<b>ca</b>n" in _read(folder, "b.html")


def test_decisions_on_another_report_are_refused(folder: Path) -> None:
    _decide(folder, "0123456789ab")
    for outcome in (_apply(folder, "news"), _fix(folder, "--decisions", "decisions.json")):
        assert outcome.code == 2
        assert "decisions.json: made on another report" in outcome.stderr


def test_decisions_applied_twice_say_that_their_places_are_gone(folder: Path) -> None:
    _decide(folder)
    _apply(folder, "news", "--write")
    outcome = _apply(folder, "news", "--write")
    assert outcome.code == 0
    assert outcome.stdout == ""
    assert outcome.stderr.count("is no longer in the report\n") == 3
    assert "Nothing to fix.\n" in outcome.stderr


@pytest.mark.parametrize(
    ("decided", "text"),
    [
        ({"suggestion": None}, "Rutte left Zvečan.\n"),
        ({"suggestion": "Ana Lund"}, "Ana Lund left Ana Lund.\n"),
        ({"decision": "skip"}, A),
        ({"decision": "not-an-error", "reason": "so"}, A),
        ({"decision": "glossary", "name": "Ana Lund", "suggestion": "Ana Lund"},
         "Ana Lund left Ana Lund.\n"),
        ({"decision": "glossary", "name": "Ana Lund", "suggestion": None}, A),
    ],
)  # fmt: skip
def test_each_decision_does_what_it_says(
    folder: Path, decided: dict[str, object], text: str
) -> None:
    _decide(folder, **decided)
    assert _apply(folder, "news", "--write").code == 0
    assert _read(folder, "a.txt") == text
