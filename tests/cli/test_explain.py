"""`transcheck explain` by fingerprint, and how probabilities are said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run

from transcheck.cli.chain import as_number, in_words
from transcheck.cli.subject import Subject, read_subject

TEXT = "Mark Rutte landed at noon. Rute left at one.\nRute did not come back.\n"
OPTIONS = ("--no-glossaries", "--source-lang", "sr")


def test_every_finding_is_explained_by_its_fingerprint_and_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    report = json.loads(run("a.txt", "--format", "json", *OPTIONS, folder=tmp_path).stdout)
    findings = report["articles"][0]["findings"]
    assert len(findings) == 2
    for finding in findings:
        place = f"a.txt:{finding['line']}:{finding['column']}"
        by_mark = run("explain", f"a.txt#{finding['fingerprint']}", *OPTIONS, folder=tmp_path)
        by_place = run("explain", place, *OPTIONS, folder=tmp_path)
        assert by_mark == by_place
        assert by_mark.code == 0
        assert by_mark.stdout.startswith(f"{place}: major name-respelt: ")


def test_it_is_the_same_every_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    once, again = (run("explain", "a.txt:2:1", folder=tmp_path) for _ in range(2))
    assert once == again


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("a.txt:3:45", Subject("a.txt", 3, 45)),
        ("a.txt:3:45:", Subject("a.txt", 3, 45)),
        ("C:\\texts\\a.txt:3:45", Subject("C:\\texts\\a.txt", 3, 45)),
        ("rows.jsonl:3:45[segments/2]", Subject("rows.jsonl", 3, 45, "segments/2")),
        ("a#b.txt:3:45", Subject("a#b.txt", 3, 45)),
        ("a.txt#0123456789ab", Subject("a.txt", fingerprint="0123456789ab")),
        ("r.html#f-0123456789ab-2", Subject("r.html", fingerprint="0123456789ab-2")),
        ("name-respelt", None),
        ("a.txt", None),
        ("a.txt:3", None),
        ("a.txt#somewhere", None),
    ],
)
def test_what_is_asked_about(text: str, subject: Subject | None) -> None:
    assert read_subject(text) == subject


@pytest.mark.parametrize(
    ("probability", "number", "words"),
    [
        (1.0, ">.99", "almost certainly"),
        (0.9999, ">.99", "almost certainly"),
        (0.974, ".97", "almost certainly"),
        (0.9, ".90", "very likely"),
        (0.7, ".70", "likely"),
        (0.5, ".50", "perhaps"),
        (0.2, ".20", "hardly"),
        (0.0, ".00", "almost certainly not"),
    ],
)
def test_a_probability_in_digits_and_in_words(probability: float, number: str, words: str) -> None:
    assert as_number(probability) == number
    assert in_words(probability) == words
