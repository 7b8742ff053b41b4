"""Line and column of every finding, in every format, against a count letter by letter."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from golden_report import FORMATS, golden_report, read_cells
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.model import Report
from transcheck.pipeline import check_article
from transcheck.readers import read_content

WORDS = (
    "they left", "🎉", "👩\u200d🚀 flew", "Zvečan", "Zvec\u030can", "e\u0301te\u0301", "ж", "字字",
    "\u00ad", "a\u00a0b", "\u200b", "so\tthen", "\u2028", "\x85", "\x0b", "\x0c", "x" * 300,
    "“no,”", "ﬁ", "İ", "\U0010ffff", "=1", "::x", "1,5",
)  # fmt: skip
ENDS = ("\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r", "\n\r", " \t\n\n")
ENCODINGS = (
    ("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    path = tmp_path_factory.mktemp("desk") / "desk.csv"
    path.write_text("name,rejected\nMark Rutte,Rute\n", encoding="utf-8")
    return open_desk(Settings(glossary=(str(path),), no_glossaries=True))


@st.composite
def texts(draw: st.DrawFn, suffix: str) -> str:
    """Make an article with some wrong names in it."""
    parts = [draw(st.sampled_from(("", "\t", " ", "\n", "\r\n")))]
    for _ in range(draw(st.integers(1, 12))):
        parts.append(draw(st.sampled_from(("then Rute left", *WORDS))))
        parts.append(draw(st.sampled_from((" ", " ", ", ", *ENDS))))
    text = "".join([*parts, "and Rute left", draw(st.sampled_from(("", *ENDS)))])
    if suffix != ".html":
        return text
    parts = re.split(r"(\s+)", text.replace("Rute", draw(st.sampled_from(("Rute", "R&#117;te")))))
    tag = draw(st.sampled_from(("<b title='Rute'>{}</b>", "<!-- Rute -->{}", "{}")))
    marked = "".join(
        tag.format(part) if "Rut" not in part and part.strip() else part for part in parts
    )
    return f"<article><h1>A day</h1>\r\n<p>It was a long day for them there: {marked}</p></article>"


class Place:
    """Where offsets of a text stand, counted by walking over it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.offset, self.length = _units(text[:start]), _units(text[start:end])
        self.line, self.column, self.line_text = 1, 0, ""
        at, line_start = 0, 0
        while at < start:
            if text[at] == "\r" and text[at + 1 : at + 2] == "\n":
                at += 1
            if text[at] in "\r\n":
                self.line, line_start = self.line + 1, at + 1
            at += 1
        before, here = text[line_start:start], text[start:end]
        self.column = len(before) + 1
        self.end_column = self.column + len(here)
        self.utf16 = _units(before) + 1, _units(before + here) + 1
        self.utf8 = len(before.encode()) + 1, len((before + here).encode()) + 1


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _check(name: str, content: bytes, desk: Desk) -> Report:
    articles, skipped = read_content(name, content, None)
    assert not skipped
    return replace(golden_report(), articles=(check_article(articles[0], desk)[0],), skipped=())


SUFFIXES = (".txt", ".md", ".html")


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_format_points_at_the_letters(data: st.DataObject, suffix: str, desk: Desk) -> None:
    _compare(data, suffix, desk)


@pytest.mark.long
@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=1_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_format_points_at_the_letters_of_3_000_articles(
    data: st.DataObject, suffix: str, desk: Desk
) -> None:
    _compare(data, suffix, desk)


def _compare(data: st.DataObject, suffix: str, desk: Desk) -> None:
    text = data.draw(texts(suffix))
    encoding, mark = data.draw(st.sampled_from(ENCODINGS))
    name = f"news/a{suffix}"
    report = _check(name, mark + text.encode(encoding), desk)
    report = replace(report, summary=replace(report.summary, passed=False))
    said = {key: _said(key, report) for key in FORMATS if key != "html"}
    found = json.loads(said["json"])["articles"][0]["findings"]
    assert found
    places = [Place(text, one["start"], one["end"]) for one in found]
    for one, place in zip(found, places, strict=True):
        if one["text"] == "Rute":
            assert text[one["start"] : one["end"]] in ("Rute", "R&#117;te")
        assert (one["line"], one["column"]) == (place.line, place.column)
    counts = [one["certainty"] != "possible" for one in found]
    sure = [place for place, shown in zip(places, counts, strict=True) if shown]
    lines = [place.line for place in sure]
    points = [(place.line, place.column) for place in sure]

    (run,) = json.loads(said["sarif"])["runs"]
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in run["results"]]
    assert [(r["startLine"], r["startColumn"]) for r in regions] == [
        (place.line, place.utf16[0]) for place in sure
    ]
    assert [(r["charOffset"], r["charLength"]) for r in regions] == [
        (place.offset, place.length) for place in sure
    ]
    ranges = [one["location"]["range"] for one in json.loads(said["rdjson"])["diagnostics"]]
    assert [(r["start"]["line"], r["start"]["column"]) for r in ranges] == [
        (place.line, place.utf8[0]) for place in sure
    ]
    one_line = [(r["start"]["line"] == r["end"]["line"]) for r in ranges]
    for place, region, span, whole in zip(sure, regions, ranges, one_line, strict=True):
        if whole:
            assert (region["endColumn"], span["end"]["column"]) == (place.utf16[1], place.utf8[1])
    errors = ElementTree.fromstring(said["checkstyle"]).findall("file/error")
    assert [(int(e.get("line", 0)), int(e.get("column", 0))) for e in errors] == points
    assert [one["location"]["lines"]["begin"] for one in json.loads(said["gitlab"])] == lines
    rows = list(csv.DictReader(io.StringIO(said["csv"])))
    all_points = [(place.line, place.column) for place in places]
    assert [(int(row["line"]), int(row["column"])) for row in rows] == all_points
    cells = [row.split("\t")[1:3] for row in said["xlsx"].splitlines()[1:]]
    assert [(int(line), int(column)) for line, column in cells] == all_points
    told = re.findall(rf"^{name}:(\d+):(\d+): ", said["junit"], re.MULTILINE)
    assert sorted((int(line), int(column)) for line, column in told) == sorted(points)
    heads = re.findall(rf"^{name}:(\d+):(\d+): ", said["text"], re.MULTILINE)
    others = re.findall(r"\(also (.*?)(?: and \d+ more)?\)", said["text"])
    told = [*heads, *(one.split(":") for group in others for one in group.split(", "))]
    assert {(int(line), int(column)) for line, column in told} <= set(points)
    assert heads
    annotated = re.findall(r"line=(\d+),endLine=(\d+)(?:,col=(\d+))?", said["github"])
    expected = [
        (str(p.line), str(p.column)) if whole else (str(p.line), "")
        for p, whole in zip(sure, one_line, strict=True)
    ]
    assert sorted((line, column) for line, _, column in annotated) == sorted(expected)


def _said(name: str, report: Report) -> str:
    made = FORMATS[name].render(report)
    return read_cells(made) if isinstance(made, bytes) else str(made)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_is_at_the_line_of_its_file(end: str, desk: Desk) -> None:
    rows = [{"id": "a", "text": "All is well."}, {"id": "b", "text": "🎉 Rute\nleft. Rute."}]
    text = end.join(json.dumps(row, ensure_ascii=False) for row in rows)
    articles, _ = read_content("r.jsonl", text.encode(), None)
    one = check_article(articles[1], desk)[0]
    report = replace(golden_report(), articles=(one,), skipped=())
    for issue in json.loads(_said("gitlab", report)):
        assert issue["location"]["lines"] == {"begin": 2}
    found = json.loads(_said("json", report))["articles"][0]["findings"]
    assert [(f["line"], f["column"]) for f in found if f["text"] == "Rute"] == [(2, 3), (2, 14)]
