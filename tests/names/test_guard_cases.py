"""Every guard has cases of its own and works on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefile import GUARDS as FOLDER
from casefile import Case, check, load_cases, run

from transcheck.names.judgement.guards import GUARDS
from transcheck.names.terms.asides import ASIDES

IDS = [*ASIDES, *GUARDS]
CASES = {path.stem: load_cases(path) for path in sorted(FOLDER.glob("*.toml"))}


def test_every_guard_has_a_case_file_and_every_file_a_guard() -> None:
    assert sorted(CASES) == sorted(set(IDS))


@pytest.mark.parametrize("guard", IDS)
def test_a_guard_has_good_cases_and_damage_beside_them(guard: str) -> None:
    assert {bool(case.marks) for case in CASES[guard]} == {True, False}


@pytest.mark.parametrize("guard", IDS)
def test_the_report_names_the_guard(guard: str, tmp_path: Path) -> None:
    assert any(guard in _left_alone(case, tmp_path) for case in CASES[guard] if not case.marks)


def _left_alone(case: Case, folder: Path) -> set[str]:
    return {note.guard for note in check(case, folder).left_alone}


@pytest.mark.parametrize("guard", [*GUARDS])
def test_without_the_guard_a_good_text_has_a_finding(
    guard: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(GUARDS, guard)
    good = [case for case in CASES[guard] if not case.marks]
    assert any(run(case, tmp_path) for case in good), f"nothing needs the guard {guard}"
