"""A text that is good for one check of names is good for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefile import Case, all_cases, check, run

from transcheck.checks import find_checks

CHECKS = [module.CHECK.id for module in find_checks()]
NAME_CHECKS = [id for id in CHECKS if id.startswith(("name-", "acronym-"))]
GOOD = [case for case in all_cases() if case.check in NAME_CHECKS and not case.marks]


@pytest.mark.parametrize("case", GOOD, ids=[f"{case.check}-{case.name}" for case in GOOD])
def test_no_check_of_names_finds_anything(case: Case, tmp_path: Path) -> None:
    report = check(case, tmp_path)
    found = [(f.check, f.text) for f in report.findings if f.check in NAME_CHECKS]
    assert found == [], case.text


def test_every_check_of_names_has_a_case_file() -> None:
    assert {case.check for case in all_cases()} >= set(NAME_CHECKS)


@pytest.mark.parametrize("check", NAME_CHECKS)
def test_every_check_of_names_has_enough_cases(check: str) -> None:
    cases = [case for case in all_cases() if case.check == check]
    assert sum(bool(case.marks) for case in cases) >= 8
    assert sum(not case.marks for case in cases) >= 15


def test_a_bad_text_is_not_good(tmp_path: Path) -> None:
    bad = next(case for case in all_cases() if case.check == "name-diacritics" and case.marks)
    assert run(bad, tmp_path)
