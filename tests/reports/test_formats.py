"""Every report format, byte for byte on one report, and that all of them tell the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html import unescape

import pytest
from golden_report import (
    ARTICLE,
    FORMATS,
    GLOSSARY,
    GOLDEN,
    SAMPLES,
    describe_sheet,
    golden_report,
    render,
)
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from transcheck.model import Certainty, Report, Severity
from transcheck.reports.position import locate
from transcheck.reports.schema import load_schema

SHOWING_ALL = {name for name, form in FORMATS.items() if form.FORMAT.all_findings}
VALIDATOR = Draft202012Validator(load_schema())


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str, update_golden: bool) -> None:
    path = GOLDEN / f"report.{name}"
    made = FORMATS[name].render(golden_report())
    data = made if isinstance(made, bytes) else made.encode()
    if update_golden:
        path.write_bytes(data)
    golden = path.read_bytes()
    if FORMATS[name].FORMAT.binary:
        assert describe_sheet(data) == describe_sheet(golden), (
            f"{path.name}: pytest --update-golden"
        )
    else:
        assert data.decode() == golden.decode(), f"{path.name}: pytest --update-golden rewrites it"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_every_finding(name: str) -> None:
    report = golden_report()
    text = unescape(render(FORMATS[name], report)).replace('\\"', '"')
    text = re.sub(r"<[^>]*>", "", text) if name == "html" else text
    assert len(report.articles[0].findings) >= 5
    for finding in report.articles[0].findings:
        assert finding.text in text, finding
        assert finding.suggestions[0] in text, finding


def test_every_format_tells_every_place() -> None:
    report = golden_report()
    one = report.articles[0]
    at = [locate(one.article, f.segment, f.span) for f in one.findings]
    rendered = {name: render(form, report) for name, form in FORMATS.items()}
    whole = json.loads(rendered["json"])["articles"][0]["findings"]
    first_line = json.loads(rendered["jsonl"].splitlines()[0])
    assert [f["start"] for f in whole] == [place.start for place in at]
    assert first_line["findings"] == whole
    places = re.findall(r"(?<=\.txt:)\d+:\d+|(?<=also )\d+:\d+", rendered["text"])
    assert sorted(places) == sorted(f"{place.line}:{place.column}" for place in at)
    found = re.findall(r"line=(\d+),endLine=\d+,col=(\d+)", rendered["github"])
    assert sorted(found) == sorted((str(place.line), str(place.column)) for place in at)
    assert len(re.findall(r"`(?:report-article\.txt)?:\d+`", rendered["markdown"])) == len(at)
    marks = set(re.findall(r'<mark[^>]*data-fingerprint="([^"]+)"', rendered["html"]))
    assert marks == {f["fingerprint"] for f in whole}


def test_json_and_jsonl_are_one_report_and_follow_the_schema() -> None:
    report = golden_report()
    whole = json.loads(render(FORMATS["json"], report))
    VALIDATOR.validate(whole)
    *articles, run = map(json.loads, render(FORMATS["jsonl"], report).splitlines())
    assert articles == whole.pop("articles")
    assert run == whole
    schema = VALIDATOR.schema
    for part, data in (("article", articles[0]), ("run", run)):
        Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}).validate(data)


def test_the_schema_is_strict_and_described() -> None:
    whole = json.loads(render(FORMATS["json"], golden_report()))
    Draft202012Validator.check_schema(VALIDATOR.schema)
    for name, part in VALIDATOR.schema["$defs"].items():
        assert part["description"], name
        if "properties" in part:
            assert part["additionalProperties"] is False, name
            assert part["required"] == list(part["properties"]), name
    finding = whole["articles"][0]["findings"][0]
    for broken in ({"severity": "grave"}, {"start": None}, {"extra": 1}, {"line": 0}):
        whole["articles"][0]["findings"][0] = finding | broken
        assert not VALIDATOR.is_valid(whole), broken
    whole["articles"][0]["findings"][0] = {k: v for k, v in finding.items() if k != "waived"}
    assert not VALIDATOR.is_valid(whole)


def _with(report: Report, **changes: object) -> Report:
    """Return the report with its first finding changed."""
    one = report.articles[0]
    findings = (replace(one.findings[0], **changes), *one.findings[1:])
    return replace(report, articles=(replace(one, findings=findings),))


@pytest.mark.parametrize("name", FORMATS)
def test_possible_findings_stay_out_of_what_people_read(name: str) -> None:
    report = _with(golden_report(), certainty=Certainty.POSSIBLE, message="a tentative remark")
    assert ("a tentative remark" in render(FORMATS[name], report).lower()) is (name in SHOWING_ALL)
    report = replace(report, min_certainty=Certainty.POSSIBLE)
    assert "a tentative remark" in render(FORMATS[name], report).lower()


def test_github_levels() -> None:
    report = golden_report()
    lines = render(FORMATS["github"], report).splitlines()
    kinds = [re.match(r"::(\w+) ", line)[1] for line in lines]
    assert kinds == ["error"] * 5 + ["warning"]
    assert "letters/gone.txt" in lines[0]
    mild = render(FORMATS["github"], _with(report, severity=Severity.NEUTRAL)).splitlines()
    assert mild[-1].startswith("::notice ")


def test_github_puts_the_gravest_first_and_counts_the_rest() -> None:
    one = golden_report().articles[0]
    many = tuple(replace(one.findings[0], concept=f"c{n}", text=f"t{n}") for n in range(14))
    grave = replace(one.findings[0], severity=Severity.CRITICAL, message="the gravest")
    mild = tuple(replace(f, severity=Severity.NEUTRAL) for f in many)
    report = replace(
        golden_report(), skipped=(), articles=(replace(one, findings=(*many, grave, *mild)),)
    )
    lines = render(FORMATS["github"], report).splitlines()
    assert "the gravest" in lines[0]
    assert lines[-1].startswith("::notice title=transcheck::")
    assert lines[-1].endswith("5 more errors, 5 more notices; the report has all of them")
    assert sum(line.startswith("::notice") for line in lines) == 10


@pytest.mark.parametrize("notices", range(8, 12))
def test_github_leaves_out_no_notice_uncounted(notices: int) -> None:
    one = golden_report().articles[0]
    many = tuple(replace(one.findings[0], concept=f"c{n}", text=f"t{n}") for n in range(11))
    mild = tuple(replace(f, severity=Severity.NEUTRAL) for f in many[:notices])
    report = replace(golden_report(), skipped=(), articles=(replace(one, findings=many + mild),))
    *listed, last = render(FORMATS["github"], report).splitlines()
    shown = sum(line.startswith("::notice") for line in listed)
    left = re.search(r"(\d+) more notice", last)
    assert shown + (int(left[1]) if left else 0) == notices


def test_github_lists_what_a_log_can_hold() -> None:
    one = golden_report().articles[0]
    many = tuple(replace(one.findings[0], concept=f"c{n}", text=f"t{n}") for n in range(1700))
    report = replace(golden_report(), skipped=(), articles=(replace(one, findings=many),))
    lines = render(FORMATS["github"], report).splitlines()
    assert [line.split()[0] for line in lines] == ["::error"] * 500 + ["::notice"]
    said = "Not shown here: 1,690 more errors (1,200 of these not in the log); the report has all"
    assert said in lines[-1]


RUNS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "4711", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
)


@pytest.mark.parametrize("name", ["text", "json", "html", "sarif"])
def test_two_processes_write_the_same_bytes(name: str) -> None:
    options = ["--no-glossaries", "--glossary", GLOSSARY, "--format", name]
    command = [sys.executable, "-m", "transcheck", "check", ARTICLE, *options]
    env = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    made = [
        subprocess.run(command, cwd=SAMPLES, env=env | run, capture_output=True, check=False)
        for run in RUNS
    ]
    assert made[0].returncode == 1
    assert len(made[0].stdout) > 500
    assert made[0].stdout == made[1].stdout
