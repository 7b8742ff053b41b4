"""What programs read follows the schema of its format, whatever the articles hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from golden_report import FORMATS, SAMPLES, TESTS, golden_report, render
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree
from msgspec.structs import replace
from report_sample import make_article, make_findings, make_report, report_article
from test_hostile_text import PAYLOADS, _hostile

import transcheck
from transcheck.model import Article, Report, Segment, Skipped

SCHEMAS = TESTS / "schemas"
WAIVER = {"kind": "waiver", "reason": "A quotation", "by": "Anna Lund", "expires": "2031-01-31"}
BASELINE = {"kind": "baseline", "reason": None, "by": None, "expires": None}


def _json_errors(name: str, draft: Any = Draft202012Validator) -> Callable[[str], list[str]]:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    draft.check_schema(schema)
    validator = draft(schema)
    return lambda text: [error.message for error in validator.iter_errors(json.loads(text))]


def _xml_errors(text: str) -> list[str]:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    schema.validate(etree.fromstring(text.encode()))
    return [str(error) for error in schema.error_log]


def _checkstyle_errors(text: str) -> list[str]:
    """Checkstyle has no schema: files that hold errors, with what its readers ask for."""
    root = etree.fromstring(text.encode())
    wrong = [] if root.tag == "checkstyle" and root.get("version") else ["no root"]
    for file in root:
        if file.tag != "file" or not file.get("name") or not len(file):
            wrong.append(etree.tostring(file))
        for error in file:
            keys = set(error.keys()) - {"column"}
            if keys != {"line", "severity", "message", "source"} or not error.get("message"):
                wrong.append(etree.tostring(error))
            if int(error.get("line")) < 1 or int(error.get("column", 1)) < 1:
                wrong.append(etree.tostring(error))
            if error.get("severity") not in ("error", "warning", "info"):
                wrong.append(etree.tostring(error))
    return wrong


ERRORS = {
    "sarif": _json_errors("sarif-schema-2.1.0.json", Draft4Validator),
    "rdjson": _json_errors("rdjson.json"),
    "gitlab": _json_errors("gitlab.json"),
    "junit": _xml_errors,
    "checkstyle": _checkstyle_errors,
}


def waived_report() -> Report:
    """The golden report, one finding waived and one in the baseline."""
    one = golden_report().articles[0]
    first, second, *rest = one.findings
    marked = (replace(first, waived=WAIVER), replace(second, waived=BASELINE), *rest)
    return replace(golden_report(), articles=(replace(one, findings=marked),))


def rows_report() -> Report:
    """A finding in a row of JSONL."""
    line = "Kovalčik said so."
    segment = Segment(id="1", target=line, field="text")
    article = Article(path="wire.jsonl", id="row-7", segments=(segment,), row=7)
    found = make_findings(article, "Kovalčik", "Kowalczyk", "name-respelt")
    return make_report(report_article(article, found))


REPORTS = {
    "the golden one": golden_report,
    "waived findings": waived_report,
    "a row of JSONL": rows_report,
    "no article": lambda: make_report(skipped=(Skipped("gone.txt", "no such file or folder"),)),
    "nothing found": lambda: make_report(report_article(make_article())),
}


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize("kind", REPORTS)
def test_a_report_follows_the_schema(name: str, kind: str) -> None:
    assert ERRORS[name](FORMATS[name].render(REPORTS[kind]())) == []


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_hostile_text_breaks_no_schema(name: str, payload: str) -> None:
    assert ERRORS[name](FORMATS[name].render(_hostile(payload))) == []


def test_the_page_of_formats_has_them_all() -> None:
    table = (TESTS.parent / "docs" / "formats.md").read_text(encoding="utf-8")
    heads = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`(\w+)`", " ".join(heads))) == sorted(FORMATS)


@pytest.mark.parametrize("name", ["sarif", "rdjson", "gitlab", "junit"])
def test_the_schema_refuses_what_is_wrong(name: str) -> None:
    text = FORMATS[name].render(golden_report())
    right = {"gitlab": "fingerprint", "junit": "testcase"}.get(name, "message")
    assert ERRORS[name](re.sub(rf"\b{right}\b", f"{right}x", text))


def test_sarif_marks_what_is_waived_and_what_is_known() -> None:
    results = _results(waived_report())
    assert [one["baselineState"] for one in results] == ["new", "unchanged", "new", "new", "new"]
    assert [len(one["suppressions"]) for one in results] == [1, 0, 0, 0, 0]
    suppression = results[0]["suppressions"][0]
    assert suppression["kind"] == "external"
    assert suppression["justification"] == "A quotation"
    assert suppression["properties"] == {"by": "Anna Lund", "expires": "2031-01-31"}
    assert [one["level"] for one in results[:2]] == ["note", "note"]
    assert not {"baselineState", "suppressions"} & set(_results(golden_report())[0])


@pytest.mark.parametrize("name", ["checkstyle", "gitlab", "rdjson", "junit"])
def test_a_pipeline_is_not_told_again_of_what_is_waived(name: str) -> None:
    assert "Rajt" in FORMATS[name].render(golden_report())
    assert "Rajt" not in FORMATS[name].render(waived_report())


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_a_table_says_what_is_waived_and_why(name: str) -> None:
    text = render(FORMATS[name], waived_report())
    assert "waived by Anna Lund: A quotation, until 2031-01-31" in text
    assert "in the baseline" in text


def test_sarif_rules_carry_the_documentation() -> None:
    driver = _run(golden_report())["tool"]["driver"]
    report = golden_report()
    assert [rule["id"] for rule in driver["rules"]] == [info.id for info in report.checks]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"].endswith(".")
        assert "**Why it matters:**" in rule["help"]["markdown"]
        assert "\n    " not in rule["help"]["markdown"]
    for one in _results(report):
        assert driver["rules"][one["ruleIndex"]]["id"] == one["ruleId"]


def test_sarif_points_at_the_evidence_and_offers_the_fix() -> None:
    text = (SAMPLES / "report-article.txt").read_text(encoding="utf-8")
    lines = text.splitlines()
    respelt = next(one for one in _results(golden_report()) if one["ruleId"] == "name-respelt")
    (related,) = respelt["relatedLocations"]
    region = related["physicalLocation"]["region"]
    line = lines[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "Andrew Wright"
    replacement = respelt["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": "Wright"}
    gone = replacement["deletedRegion"]
    assert text[gone["charOffset"] :][: gone["charLength"]] == "Rajt"


def _many(count: int) -> Report:
    one = golden_report().articles[0]
    mild = next(f for f in one.findings if f.check == "repeated-word")
    grave = next(f for f in one.findings if f.check == "name-respelt")
    findings = (*(replace(mild, fingerprint=f"{n:012x}") for n in range(count - 1)), grave)
    return replace(golden_report(), skipped=(), articles=(replace(one, findings=findings),))


@pytest.mark.parametrize(
    ("count", "kept", "said"),
    [
        (5_000, 5_000, ""),
        (5_001, 5_001, "GitHub shows the 5,000 gravest of these 5,001 results"),
        pytest.param(
            25_003,
            25_000,
            "3 results of 25,003 left out, the mildest: GitHub takes 25,000",
            marks=pytest.mark.long,
        ),
    ],
)
def test_sarif_keeps_to_what_github_takes(count: int, kept: int, said: str) -> None:
    run = _run(_many(count))
    assert len(run["results"]) == kept
    assert run["results"][-1]["ruleId"] == "name-respelt"
    told = run["invocations"][0]["toolExecutionNotifications"]
    cut = [one["message"]["text"] for one in told if one["descriptor"]["id"] == "results-cut"]
    assert len(cut) == bool(said)
    assert all(text.startswith(said) for text in cut)


def test_sarif_says_what_was_not_checked() -> None:
    (invocation,) = _run(golden_report())["invocations"]
    assert invocation["executionSuccessful"] is False
    first = invocation["toolExecutionNotifications"][0]
    assert first["level"] == "error"
    assert first["message"]["text"] == "letters/gone.txt: no such file or folder"
    done = _run(replace(golden_report(), skipped=()))["invocations"][0]
    assert done["executionSuccessful"] is True
    assert any("house forms" in n["message"]["text"] for n in done["toolExecutionNotifications"])


def test_gitlab_fingerprints_are_unique() -> None:
    one = golden_report().articles[0]
    twice = (one, replace(one, article=replace(one.article, path="other.txt", id="other.txt")))
    same = (*twice, one)  # the same article again: nothing tells its findings from the first ones
    issues = json.loads(FORMATS["gitlab"].render(replace(golden_report(), articles=same)))
    assert len(issues) == 16
    assert len({issue["fingerprint"] for issue in issues}) == 16


def test_junit_names_are_unique_and_counts_are_true() -> None:
    one = golden_report().articles[0]
    clean = replace(one, findings=())
    articles = (one, clean, replace(one, article=replace(one.article, id="row-2")))
    skipped = (Skipped("gone.txt", "no such file"), Skipped("gone.txt", "failed", "untranslated"))
    report = replace(golden_report(), articles=articles, skipped=skipped)
    suite = etree.fromstring(FORMATS["junit"].render(report).encode())[0]
    cases = suite.findall("testcase")
    names = [case.get("name") for case in cases]
    assert names == [
        "report-article.txt", "report-article.txt (2)", "report-article.txt row-2", "gone.txt",
        "gone.txt untranslated",
    ]  # fmt: skip
    assert [len(case.findall("failure")) for case in cases] == [1, 0, 1, 0, 0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("5", "2", "2")
    passed = replace(report, summary=replace(report.summary, passed=True))
    assert "<failure" not in FORMATS["junit"].render(passed)


def test_a_row_of_jsonl_is_its_line() -> None:
    report = rows_report()
    (result,) = _results(report)
    location = result["locations"][0]
    assert location["physicalLocation"]["region"] == {"startLine": 7}
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "row-7/text"
    assert "fixes" not in result
    (diagnostic,) = json.loads(FORMATS["rdjson"].render(report))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 7}}
    assert "suggestions" not in diagnostic
    for name in ("checkstyle", "gitlab", "rdjson", "sarif"):
        assert "row-7, text: " in FORMATS[name].render(report)


def _run(report: Report) -> dict[str, Any]:
    (run,) = json.loads(FORMATS["sarif"].render(report))["runs"]
    return dict(run)


def _results(report: Report) -> list[dict[str, Any]]:
    return list(_run(report)["results"])


@pytest.mark.parametrize(
    ("name", "text", "fixed"),
    [
        ("a.md", "Mark Rutte met **Rute** today.", True),
        ("a.md", "Mark Rutte met Mark **Rute** today.", False),
        ("a.txt", "Mark Rutte met Mark Rute today.", True),
    ],
)
def test_no_fix_reaches_over_markup(tmp_path: Path, name: str, text: str, fixed: bool) -> None:
    path = tmp_path / name
    path.write_text(f"# A head\n\n{text}\n", encoding="utf-8")
    glossary = tmp_path / "g.csv"
    glossary.write_text("name,rejected\nMark Rutte,Mark Rute\nRutte,Rute\n", encoding="utf-8")
    report = transcheck.check_file(path, glossary=glossary, shipped=False)
    results = [one for one in _results(report) if one["ruleId"] == "name-rejected"]
    assert results
    assert all(("fixes" in one) is fixed for one in results)
