"""Nothing an article, a glossary or a file name holds acts where a report is read.

Escape sequences and direction marks, commands to the runner of a CI job, spreadsheet formulas, and
addresses that lead out of the repository; each in every format that could carry it.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from golden_report import FORMATS, golden_report, read_cells
from msgspec.structs import replace
from test_hostile_text import _hostile

from transcheck.model import Report, Skipped
from transcheck.reports.paths import relate
from transcheck.reports.table import COLUMNS, guard

RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
ESCAPES = (
    "\x1b]0;owned\x07", "\x1b]8;;http://x.example\x07link\x1b]8;;\x07", "\x1b[2J", "\x9b2J", "\x00",
    "\u202eevil\u202c", "\u2066x\u2069", "\ufeff", "\ud800", "\udfffx", "\ufffe", "\uffff",
)  # fmt: skip
COMMANDS = (
    "::stop-commands::x", "\n::add-mask::y", "\r::error::z", "\r\n  ::warning file=a::b",
    "\u2028::error::u", "\u2029::error::u", "\x85::error::u", "\x0b::error::u", "\x0c::error::u",
    "##vso[task.setvariable variable=a]b", "##[group]x", "\n##[add-mask]y", "a ##[error]z",
    "%0A::error::w", "%0D%0A::error::w",
)  # fmt: skip
FORMULAS = (
    "=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example")', "\t=1", "\r=1", "\n=1",
    " =1", "\u00a0=1", "＝1", "＋1", "－1", "＠1", "'=1", "=cmd|' /C calc'!A0", '"=1', "a,=1",
    "a\n=1", "a;=1", "http://x.example", "mailto:a@x.example", "internal:Sheet1!A1", "{=1}",
)  # fmt: skip
TEXTS = ("text", "checkstyle", "csv", "github", "gitlab", "json", "jsonl", "junit", "markdown",
         "rdjson", "sarif", "xlsx")  # fmt: skip


def test_every_format_is_looked_at() -> None:
    assert {*TEXTS, "html"} == set(FORMATS), "html: test_html_escaping and tests/browser"


def _raw(name: str, report: Report) -> str:
    """Return what a format writes, of a workbook its parts."""
    made = FORMATS[name].render(report)
    return read_cells(made) if isinstance(made, bytes) else str(made)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("payload", ESCAPES, ids=ascii)
def test_no_escape_sequence_or_direction_mark_is_written(name: str, payload: str) -> None:
    text = _raw(name, _hostile(payload))
    assert not RAW.search(text)
    text.encode()  # a lone surrogate cannot be


@pytest.mark.parametrize("name", ["checkstyle", "junit"])
@pytest.mark.parametrize("payload", (*ESCAPES, *COMMANDS, "]]>", "<!--", "&x;", "\"'<>"), ids=ascii)
def test_xml_stays_xml(name: str, payload: str) -> None:
    plain = ElementTree.fromstring(_raw(name, _hostile("x")))
    hostile = ElementTree.fromstring(_raw(name, _hostile(payload)))
    assert _shape(hostile) == _shape(plain)


def _shape(element: ElementTree.Element) -> list[str]:
    return [one.tag for one in element.iter() if one.tag != "file"]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("payload", COMMANDS, ids=ascii)
def test_no_line_commands_a_runner(name: str, payload: str) -> None:
    """Runners break lines at CR and LF; here at all that any program breaks them."""
    text = _raw(name, _hostile(payload))
    for line in text.splitlines():
        if name == "github":
            assert not re.match(r"\s*::(?!(error|warning|notice) (file|title)=)", line)
        else:
            assert not re.match(r"\s*::", line)
        assert "##[" not in line
        assert "##vso[" not in line


def _cells(name: str, report: Report) -> list[list[str]]:
    made = FORMATS[name].render(report)
    if isinstance(made, bytes):
        return [line.split("\t") for line in read_cells(made).splitlines()]
    return list(csv.reader(io.StringIO(str(made))))


@pytest.mark.parametrize("payload", FORMULAS, ids=ascii)
def test_no_csv_cell_is_a_formula(payload: str) -> None:
    text = _raw("csv", _hostile(payload))
    assert all(line.startswith('"') and line.endswith('"') for line in text.splitlines())
    rows = _cells("csv", _hostile(payload))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    for row in rows:
        for cell in row:
            assert not cell.lstrip(" \u00a0").startswith(
                ("=", "+", "-", "@", "\t", "\r", *"＝＋－＠")
            )
            assert "\n" not in cell


@pytest.mark.parametrize("cell", [*FORMULAS, "'", "''=1", "plain", "", "Rute", "a=b"], ids=ascii)
def test_taking_one_mark_off_gives_the_cell_back(cell: str) -> None:
    guarded = guard(cell)
    assert guarded in (cell, f"'{cell}")
    unmarked = guarded[1:] if re.match("'['\u00a0 ]*[=+@＝＋－＠\t\r-]", guarded) else guarded
    assert unmarked == cell


@pytest.mark.parametrize("payload", FORMULAS, ids=ascii)
def test_no_workbook_cell_is_a_formula_or_a_link(payload: str) -> None:
    from openpyxl import load_workbook

    made = FORMATS["xlsx"].render(_hostile(payload))
    sheet = load_workbook(io.BytesIO(made)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    assert sum(cell.data_type == "n" for cell in cells) == 20  # line and column of ten findings


def _with_path(path: str) -> Report:
    one = golden_report().articles[0]
    article = replace(one.article, path=path, id=path)
    skipped = (Skipped(path, "cannot be read"),)
    return replace(golden_report(), articles=(replace(one, article=article),), skipped=skipped)


def _uris(data: Any) -> list[str]:
    if isinstance(data, dict):
        own = [data["uri"]] if "uri" in data else []
        return own + [uri for value in data.values() for uri in _uris(value)]
    return [uri for value in data for uri in _uris(value)] if isinstance(data, list) else []


INSIDE = {
    "a/b.txt": "a/b.txt",
    "./a//b.txt": "a/b.txt",
    "a/../b.txt": "b.txt",
    "a b/č.txt": "a%20b/%C4%8D.txt",
    "100%.txt": "100%25.txt",
    "a#b?c.txt": "a%23b%3Fc.txt",
    "a\\b.txt": "a%5Cb.txt",
    "c:d.txt": "c%3Ad.txt",
    "..a.txt": "..a.txt",
    "<stdin>": "%3Cstdin%3E",
    "a\nb\x1b.txt": "a%0Ab%1B.txt",
    "javascript:x": "javascript%3Ax",
}
OUTSIDE = {
    "/home/anna/secret/b.txt": "b.txt",
    "../../anna/b.txt": "b.txt",
    "C:/Users/anna/b č.txt": "b%20%C4%8D.txt",
    "a/../../anna/b.txt": "b.txt",
    "/": "unnamed",
    "..": "unnamed",
    "//host/anna/b.txt": "b.txt",
}


@pytest.mark.parametrize("path", [*INSIDE, *OUTSIDE], ids=ascii)
def test_addresses_are_relative_and_encoded(path: str) -> None:
    text = str(FORMATS["sarif"].render(_with_path(path)))
    log = json.loads(text)
    uris = _uris(log["runs"][0]["results"]) + _uris(log["runs"][0]["invocations"])
    assert set(uris) == {(INSIDE | OUTSIDE)[path]}
    assert not any(uri.startswith("/") or "\\" in uri or ".." in uri.split("/") for uri in uris)
    told = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    outside = [one for one in told if one["descriptor"]["id"] == "outside-root"]
    assert len(outside) == (path in OUTSIDE)
    assert "anna" not in text
    assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"][
        "uriBaseId"
    ] == "SRCROOT"  # fmt: skip


@pytest.mark.parametrize("name", ["checkstyle", "github", "gitlab", "junit", "markdown", "rdjson"])
@pytest.mark.parametrize("path", OUTSIDE)
def test_no_report_for_a_pipeline_names_a_home(name: str, path: str) -> None:
    text = _raw(name, _with_path(path))
    assert "anna" not in text
    assert unquote(OUTSIDE[path]) in text


def test_an_absolute_path_below_the_folder_is_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    whole = os.path.realpath(tmp_path / "desk")
    assert relate(f"{whole}/a/b.txt").name == "a/b.txt"
    assert relate(f"{tmp_path / 'link'}/a/b.txt").name == "a/b.txt"
    assert not relate(f"{whole}er/b.txt").inside


@pytest.mark.parametrize(
    "text", ["[x](javascript:alert)", "[x](1)", "a [b] [c](https://x.example)", "\\[x](1)"]
)
def test_no_sarif_message_holds_a_link(text: str) -> None:
    log = json.loads(str(FORMATS["sarif"].render(_hostile(text))))
    (run,) = log["runs"]
    messages = [one["message"]["text"] for one in run["results"]]
    messages += [
        r["message"]["text"] for one in run["results"] for r in one.get("relatedLocations", ())
    ]
    messages += [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    for message in messages:
        assert not re.search(r"(?<!\\)(\\\\)*\[[^\]\\]*\]\(", message)
