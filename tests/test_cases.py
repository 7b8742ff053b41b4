"""Every case of every check, through the whole pipeline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from casefile import Case, all_cases, load_cases, run

from transcheck.checks import find_checks
from transcheck.model import CheckInfo, Span

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=[f"{case.check}-{case.name}" for case in CASES])
def test_case(case: Case, tmp_path: Path) -> None:
    found = run(case, tmp_path)
    where = f"tests/cases/{case.check}.toml {case.name} {case.note}"
    shown = [(case.text[span.start : span.end], one.message) for span, one in found]
    wanted = [case.text[mark.start : mark.end] for mark in case.marks]
    assert [span for span, _ in found] == list(case.marks), f"{where}: {shown}, not {wanted}"
    for position, (_, one) in enumerate(found):
        if case.suggestions is not None:
            first = one.suggestions[0] if one.suggestions else ""
            assert first == case.suggestions[position], where
        if case.severity is not None:
            assert one.severity == case.severity, where
        if case.certainty is not None:
            assert one.certainty == case.certainty, where


EXAMPLES = [check.CHECK for check in find_checks() if not check.CHECK.needs]


@pytest.mark.parametrize("info", EXAMPLES, ids=[info.id for info in EXAMPLES])
def test_the_documented_example_is_true(info: CheckInfo, tmp_path: Path) -> None:
    wrong, right = (
        " ".join(re.search(rf"^{heading}:\n(.*?)\n\n", info.documentation, re.M | re.S)[1].split())
        for heading in ("Wrong", "Right")
    )
    for text, times in ((wrong, True), (right, False)):
        case = Case(info.id, "documentation", text, (), source_lang="sr", shipped=True)
        found = [one.text for _, one in run(case, tmp_path)]
        assert bool(found) is times, f"{info.id}: {found} in “{text}”"


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ('[[bad]]\ntext = "No mark."', "a bad text has marks"),
        ('[[good]]\ntext = "A [[mark]]."', "a good one has none"),
        ('[[bad]]\ntext = "A [[mark]]."\nsugestions = ["x"]', "unknown key"),
        ('[[bad]]\ntext = "A [[mark]]."\nsuggestions = ["x", "y"]', "one suggestion"),
        ('[[ugly]]\ntext = "A."', "unknown table"),
    ],
)
def test_a_wrong_case_file_is_named(tmp_path: Path, written: str, complaint: str) -> None:
    path = tmp_path / "some-check.toml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(ValueError, match=complaint) as raised:
        load_cases(path)
    assert "some-check.toml" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "mark"),
    [("All is well here.", Span(0, 3)), ("The the bridge is open.", Span(8, 14))],
)
def test_a_finding_that_is_missed_or_elsewhere_fails_the_case(
    tmp_path: Path, text: str, mark: Span
) -> None:
    case = Case(check="repeated-word", name="bad-1", text=text, marks=(mark,))
    with pytest.raises(AssertionError, match=r"repeated-word\.toml bad-1"):
        test_case(case, tmp_path)
