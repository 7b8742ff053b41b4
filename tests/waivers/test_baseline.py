"""Baselines: one line a finding, the same bytes, and what they know."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import transcheck
from transcheck.errors import UsageError
from transcheck.waivers import Verdicts, read_baseline
from transcheck.waivers.baseline import write_baseline

TEXT = "The boat left Žabarina on Friday. People in Zabarina waited. In Zabarina it\u202e rained.\n"


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return two articles with findings, checked."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a\u202e.txt"):
        Path(name).write_text(TEXT, encoding="utf-8")
    files = ("b.txt", "a\u202e.txt")
    return [transcheck.check_file(name, shipped=False).articles[0] for name in files]


def test_one_finding_is_one_line_and_the_order_is_that_of_the_paths(articles) -> None:
    text, count = write_baseline(articles, "signed")
    assert (text, count) == write_baseline(articles[::-1], "signed")
    assert count == 4
    lines = [line for line in text.splitlines() if line.startswith("  {")]
    assert [json.loads(line.rstrip(","))["path"] for line in lines] == ["a\u202e.txt"] * 2 + [
        "b.txt"
    ] * 2
    assert "\u202e" not in text
    assert json.loads(text)["signature"] == "signed"


def test_all_that_a_baseline_holds_is_known(articles, tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    path.write_text(write_baseline(articles, "")[0], encoding="utf-8")
    verdicts = Verdicts(None, read_baseline(str(path)), date(2027, 1, 1))
    for one in articles:
        found = verdicts.apply(one.findings, one.article)
        assert {f.waived["kind"] for f in found if f.waived} == {"baseline"}
        assert all(f.waived for f in found)
    assert verdicts.count_unmatched(articles) == 0
    assert verdicts.count_unmatched(articles[:1]) == 0


def test_nothing_found_is_a_baseline_too(tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    path.write_text(write_baseline([], "")[0], encoding="utf-8")
    assert read_baseline(str(path)).findings == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not valid JSON"),
        ("[]", "is no baseline"),
        ("null", "is no baseline"),
        ("{}", "is no baseline"),
        ('{"schema": 3}', 'is of the schema "3"'),
        (
            '{"schema": "transcheck/baseline/2", "new": 1}',
            'is of the schema "transcheck/baseline/2"',
        ),
        ('{"schema": "transcheck/baseline/1"}', 'missing required field "signature"'),
        (
            '{"schema": "transcheck/baseline/1", "signature": "", "findings": [{"path": 1}]}',
            "findings[0].path",
        ),
        ("\udcff", "is not UTF-8"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "base.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError) as raised:
        read_baseline(str(path))
    assert said in str(raised.value)
    assert "transcheck baseline" in str(raised.value)
