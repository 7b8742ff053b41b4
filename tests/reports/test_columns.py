"""Columns in code points, UTF-16 units and UTF-8 bytes, in every format that says one."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from golden_report import FORMATS, read_cells

import transcheck
from transcheck.model import Report, Span
from transcheck.reports.position import Unit, measure

LINE = "Zvečan 🎉 Brčko Rute"
# What stands before it in the file changes no column: a head, other widths, other line ends.
FILES = {
    "plain.txt": f"Глава 🎉\r\n\r\n{LINE}\r\n",
    "old.txt": f"Head\r\r{LINE}",
    "page.html": f"<article><h1>Head “of” it</h1>\n<p>\n{LINE}\n</p></article>",
    "marked.md": f"# Глава *one*\n\n{LINE}\n",
}
_MARKED = "Zvečan <b>🎉</b> Br&ccaron;ko <i>Rute</i>"
COLUMNS = {Unit.CODE_POINTS: 16, Unit.UTF16: 17, Unit.UTF8: 21}


def _check(folder: Path, name: str, text: str) -> Report:
    (folder / "names.csv").write_text("name,rejected\nRutte,Rute\n", encoding="utf-8")
    (folder / name).write_bytes(text.encode())
    report = transcheck.check_file(folder / name, glossary=folder / "names.csv", shipped=False)
    assert [f.text for f in report.articles[0].findings] == ["Rute"]
    return report


def test_the_line_itself() -> None:
    """From 0, Rute stands at 15, 16 and 20; columns count from 1."""
    before = LINE[: LINE.index("Rute")]
    assert len(before) == 15
    assert len(before.encode("utf-16-le")) // 2 == 16
    assert len(before.encode()) == 20


@pytest.mark.parametrize("name", FILES)
def test_columns_in_three_units(tmp_path: Path, name: str) -> None:
    text = FILES[name]
    one = _check(tmp_path, name, text).articles[0]
    (finding,) = one.findings
    at = text.index("Rute")
    encoded = {
        Unit.CODE_POINTS: text[:at],
        Unit.UTF16: text[:at].encode("utf-16-le")[::2],
        Unit.UTF8: text[:at].encode(),
    }
    for unit, column in COLUMNS.items():
        region = measure(one.article, finding.segment, finding.span, unit)
        assert (region.column, region.end_column) == (column, column + 4), unit
        assert (region.line, region.end_line) == (3, 3)
        assert (region.offset, region.length) == (len(encoded[unit]), 4), unit


@pytest.mark.parametrize(
    ("name", "line", "columns"),
    [
        ("a.html", f"<article><p>{_MARKED} x</p></article>", (45, 46, 49)),
        ("a.md", "Zve**čan** 🎉 [Brčko](x) *Rute*", (26, 27, 31)),
    ],
)  # fmt: skip
def test_markup_before_it_counts(
    tmp_path: Path, name: str, line: str, columns: tuple[int, ...]
) -> None:
    one = _check(tmp_path, name, line).articles[0]
    (finding,) = one.findings
    before = line[: line.index("Rute")]
    assert columns == (
        len(before) + 1,
        len(before.encode("utf-16-le")) // 2 + 1,
        len(before.encode()) + 1,
    )
    for unit, column in zip(COLUMNS, columns, strict=True):
        assert measure(one.article, finding.segment, finding.span, unit).column == column


def _said(name: str, report: Report) -> str:
    made = FORMATS[name].render(report)
    return read_cells(made) if isinstance(made, bytes) else str(made)


def test_each_format_counts_in_its_own_unit(tmp_path: Path) -> None:
    report = _check(tmp_path, "plain.txt", FILES["plain.txt"])
    said = {name: _said(name, report) for name in FORMATS}
    (result,) = json.loads(said["sarif"])["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (17, 21)
    (diagnostic,) = json.loads(said["rdjson"])["diagnostics"]
    assert diagnostic["location"]["range"]["start"] == {"line": 3, "column": 21}
    assert diagnostic["location"]["range"]["end"] == {"line": 3, "column": 25}
    error = ElementTree.fromstring(said["checkstyle"]).find("file/error")
    assert error is not None
    assert (error.get("line"), error.get("column")) == ("3", "16")
    rows = list(csv.DictReader(io.StringIO(said["csv"])))
    assert (rows[0]["line"], rows[0]["column"]) == ("3", "16")
    assert said["xlsx"].splitlines()[1].split("\t")[1:3] == ["3", "16"]
    assert "plain.txt:3:16: " in said["junit"]
    assert "plain.txt:3:16: " in said["text"]
    assert re.search(r"line=3,endLine=3,col=16,endColumn=20", said["github"])
    (issue,) = json.loads(said["gitlab"])
    assert issue["location"]["lines"] == {"begin": 3}
    (finding,) = json.loads(said["json"])["articles"][0]["findings"]
    assert (finding["line"], finding["column"]) == (3, 16)


def _cut(line: str, start: int, end: int, text: str, encoding: str, width: int) -> str:
    """Replace columns of a line as a program does that holds it in that encoding."""
    held = line.encode(encoding)
    first, last = (start - 1) * width, (end - 1) * width
    return (held[:first] + text.encode(encoding) + held[last:]).decode(encoding)


@pytest.mark.parametrize("name", FILES)
def test_a_fix_lands_on_the_word(tmp_path: Path, name: str) -> None:
    report = _check(tmp_path, name, FILES[name])
    line = FILES[name].splitlines()[2]
    right = line.replace("Rute", "Rutte")
    (result,) = json.loads(_said("sarif", report))["runs"][0]["results"]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    region, text = replacement["deletedRegion"], replacement["insertedContent"]["text"]
    columns = region["startColumn"], region["endColumn"]
    assert _cut(line, *columns, text, "utf-16-le", 2) == right
    held = FILES[name].encode("utf-16-le")
    first = 2 * region["charOffset"]
    last = first + 2 * region["charLength"]
    whole = held[:first] + text.encode("utf-16-le") + held[last:]
    assert whole.decode("utf-16-le") == FILES[name].replace("Rute", "Rutte")
    (diagnostic,) = json.loads(_said("rdjson", report))["diagnostics"]
    (suggestion,) = diagnostic["suggestions"]
    place = suggestion["range"]
    columns = place["start"]["column"], place["end"]["column"]
    assert _cut(line, *columns, suggestion["text"], "utf-8", 1) == right


def test_a_passage_over_lines_ends_where_it_ends(tmp_path: Path) -> None:
    text = "Head\n\nThe 🎉 sat sat\nby the\ndoor.\n"
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    article = transcheck.check_file(path, shipped=False).articles[0].article
    target = article.segments[1].target
    region = measure(article, 1, Span(4, len(target) - 1), Unit.UTF8)
    assert (region.line, region.column, region.end_line, region.end_column) == (3, 5, 5, 5)
