"""The page of the guards says what the guards say of themselves."""

from __future__ import annotations

from pathlib import Path

from benchmarks.guards import write_page

PAGE = Path(__file__).parents[2] / "docs" / "guards.md"


def test_the_page_of_the_guards_is_as_they_are() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == write_page(), "run: python -m benchmarks.guards --page > docs/guards.md"
