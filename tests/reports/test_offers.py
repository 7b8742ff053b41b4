"""What every format offers in the place of a finding is what `fix` writes there."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

import pytest
from golden_report import FORMATS, render

import transcheck
from transcheck.model import Certainty, Report
from transcheck.reports.html.index import make_rows
from transcheck.reports.html.run import gather_run
from transcheck.reports.replacements import fit, list_offers, list_replacements
from transcheck.review.decisions import Choice, Decision, Decisions
from transcheck.review.fixes.accepted import Accepted
from transcheck.review.fixes.choice import by_certainty
from transcheck.review.fixes.planning import plan

DESK = """name,kind,admitted,rejected
Mark Rutte,person,Rutte,Rute|Mark Rute
Ursula von der Leyen,person,von der Leyen,fon der Lajen
Conan O'Brien,person,O'Brien,O'Brian
Zvečan,place,,Zvecan
NATO,acronym,,OTAN
Volodymyr Zelensky,person,Zelensky,
"""
TEXT = (
    "MARK RUTE IN ZVECAN\n\n"
    "Fon der Lajen met Rute’s aide. The RUTE-Fon der Lajen talks in Zvecan 🎉 were long. "
    "“Fon der Lajen is here,” said Conan O’Brian of OTAN. Ru\u00adte and Mark\u00a0Rute stayed.\n"
)
FIXED = (
    "MARK RUTTE IN ZVEČAN\n\n"
    "Von der Leyen met Rutte’s aide. The RUTTE-von der Leyen talks in Zvečan 🎉 were long. "
    "“Von der Leyen is here,” said Conan O’Brien of NATO. Ru\u00adtte and Mark\u00a0Rutte stayed.\n"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return _check(tmp_path_factory.mktemp("offers"), "a.txt", TEXT)


def _check(folder: Path, name: str, text: str) -> Report:
    (folder / "desk.csv").write_text(DESK, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return transcheck.check_file(folder / name, glossary=folder / "desk.csv", shipped=False)


def _write(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    for start, end, written in sorted(edits, reverse=True):
        text = text[:start] + written + text[end:]
    return text


def test_fix_writes_it(report: Report) -> None:
    one = report.articles[0]
    checked = [(one.article, one.findings)]
    rule = by_certainty(Certainty.LIKELY)
    made = plan(one.article.path, TEXT.encode(), checked, rule, encoding=None)
    assert made.after.decode() == FIXED


def test_what_an_editor_accepted_by_its_name_is_fitted(report: Report) -> None:
    one = report.articles[0]
    path = one.article.path
    accepted = tuple(
        Decision(path=path, id=one.article.id, fingerprint=f.fingerprint, check=f.check,
                 text=f.text, decision=Choice.ACCEPT, suggestion=f.suggestions[0])
        for f in one.findings
    )  # fmt: skip
    rule = Accepted(Decisions("decisions.json", "", "", accepted))
    made = plan(path, TEXT.encode(), [(one.article, one.findings)], rule, encoding=None)
    assert made.after.decode() == FIXED


def test_json_offers_it(report: Report) -> None:
    found = json.loads(render(FORMATS["json"], report))["articles"][0]["findings"]
    assert _write(TEXT, ((f["start"], f["end"], f["suggestions"][0]) for f in found)) == FIXED


def test_sarif_offers_it(report: Report) -> None:
    (run,) = json.loads(render(FORMATS["sarif"], report))["runs"]
    held = TEXT.encode("utf-16-le").decode("utf-16-le")
    edits = []
    for result in run["results"]:
        (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
        region, text = replacement["deletedRegion"], replacement["insertedContent"]["text"]
        start, length = region["charOffset"], region["charLength"]
        start = len(TEXT.encode("utf-16-le")[: 2 * start].decode("utf-16-le"))
        edits.append((start, start + length, text))
    assert _write(held, edits) == FIXED


def test_rdjson_offers_it(report: Report) -> None:
    lines = [line.encode() for line in TEXT.split("\n")]
    edits = []
    for diagnostic in json.loads(render(FORMATS["rdjson"], report))["diagnostics"]:
        (suggestion,) = diagnostic["suggestions"]
        places = [suggestion["range"][side] for side in ("start", "end")]
        offsets = [
            sum(len(line.decode()) + 1 for line in lines[: place["line"] - 1])
            + len(lines[place["line"] - 1][: place["column"] - 1].decode())
            for place in places
        ]
        edits.append((offsets[0], offsets[1], suggestion["text"]))
    assert _write(TEXT, edits) == FIXED


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_offers_a_name_that_does_not_fit(name: str, report: Report) -> None:
    text = re.sub(r"</?b>", "", unescape(render(FORMATS[name], report)))
    assert "MARK RUTTE" in text
    assert "ZVEČAN" in text


def test_the_index_of_a_run_offers_it(report: Report) -> None:
    (row,) = make_rows(report, gather_run(report), ["a.html"])
    offered = {line.change.wrong_text: line.change.right_text for line in row.changes}
    assert offered["MARK RUTE"] == "MARK RUTTE"
    assert offered["Fon der Lajen"] == "von der Leyen"


def test_a_table_offers_it(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(render(FORMATS["csv"], report))))
    offered = {row["text"]: row["suggestion"] for row in rows}
    assert offered["ZVECAN"] == "ZVEČAN"
    assert offered["Conan O’Brian"] == "Conan O’Brien"


def test_what_is_told_together_is_told_by_name_where_the_places_differ(report: Report) -> None:
    one = report.articles[0]
    found = [f for f in one.findings if f.text == "Fon der Lajen"]
    assert [list_offers(one.article, f) for f in found] == [
        ("Von der Leyen",),
        ("von der Leyen",),
        ("Von der Leyen",),
    ]
    assert list_offers(one.article, *found) == ("von der Leyen",)
    assert '"Fon der Lajen"' in render(FORMATS["text"], report)


def test_what_fits_fits(report: Report) -> None:
    one = report.articles[0]
    for finding in one.findings:
        segment = one.article.segments[finding.segment]
        for offer in list_offers(one.article, finding):
            assert fit(segment, finding, offer) == offer


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Then the two Zelenskis met Volodymyr Zelensky in town.\n", ()),
        ("Then Zelenskis met Volodymyr Zelensky in town.\n", ("Zelensky",)),
    ],
)
def test_no_program_may_mend_what_fix_leaves(
    tmp_path: Path, text: str, offered: tuple[str, ...]
) -> None:
    one = _check(tmp_path, "a.txt", text).articles[0]
    (finding,) = (f for f in one.findings if f.text == "Zelenskis")
    assert list_replacements(finding, one.article) == offered
