"""How checks are found, chosen and run: one that fails takes nothing else with it."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from transcheck.checks import find_checks, run_checks, select_checks
from transcheck.errors import UsageError
from transcheck.model import (
    Article,
    Certainty,
    CheckInfo,
    Concept,
    Context,
    Finding,
    Glossary,
    Policy,
    Role,
    Segment,
    Severity,
    Span,
)


def _finding(segment: int, start: int, end: int) -> Finding:
    return Finding(
        "stub", "other", Severity.MINOR, Certainty.CERTAIN, segment, Span(start, end), "x", "said"
    )


def _stub(id: str, *findings: Finding, needs: tuple[str, ...] = (), error: str = "") -> ModuleType:
    def find(context: Context) -> Iterator[Finding]:
        yield from findings
        if error:
            raise RuntimeError(error)

    module = ModuleType(id)
    module.CHECK = CheckInfo(id, "other", Severity.MINOR, "A stub.", needs)  # type: ignore[attr-defined]
    module.find = find  # type: ignore[attr-defined]
    return module


def _context(**given: object) -> Context:
    segments = (
        Segment("1", "See example.org for more.", protected=(Span(4, 15),)),
        Segment("2", "Photo: Archive", role=Role.FURNITURE),
        Segment("3", "All is well."),
    )
    return Context(Article("a.txt", "a", segments), **given)  # type: ignore[arg-type]


def test_every_check_is_found_in_order() -> None:
    names = [check.CHECK.id for check in find_checks()]
    assert names == sorted(names)
    assert {"encoding-damage", "untranslated", "repeated-word"} <= set(names)


def test_a_check_that_fails_is_skipped_and_the_others_go_on() -> None:
    modules = [_stub("bad", _finding(2, 0, 3), error="boom"), _stub("good", _finding(2, 4, 6))]
    findings, skipped, not_checked = run_checks(_context(), modules)
    assert [one.span for one in findings] == [Span(4, 6)]
    assert [(one.path, one.check) for one in skipped] == [("a.txt", "bad")]
    assert "boom" in skipped[0].reason
    assert not_checked == ()


def test_furniture_and_protected_spans_are_never_flagged() -> None:
    stub = _stub("stub", _finding(0, 0, 5), _finding(0, 0, 3), _finding(1, 0, 5), _finding(2, 0, 3))
    findings, _, _ = run_checks(_context(), [stub])
    assert [(one.segment, one.span) for one in findings] == [(0, Span(0, 3)), (2, Span(0, 3))]


@pytest.mark.parametrize(
    ("need", "given"),
    [
        ("glossary", {"glossary": Glossary((Concept("1", "Niš"),))}),
        ("policy", {"policy": Policy(("Kyiv",))}),
        ("source", {"article": Article("a.txt", "a", (Segment("1", "A", source="B"),) * 3)}),
    ],
)
def test_a_check_without_its_input_is_not_checked(need: str, given: dict[str, object]) -> None:
    stub = _stub("stub", _finding(2, 0, 1), needs=(need,))
    findings, skipped, not_checked = run_checks(_context(), [stub])
    assert (findings, skipped) == ((), ())
    assert [one.check for one in not_checked] == ["stub"]
    assert not_checked[0].reason
    article = given.pop("article", _context().article)
    findings, _, not_checked = run_checks(Context(article, **given), [stub])  # type: ignore[arg-type]
    assert (len(findings), not_checked) == (1, ())


def test_checks_are_chosen_by_id() -> None:
    checks = [_stub("one"), _stub("two"), _stub("three")]

    def ids(select: tuple[str, ...], ignore: tuple[str, ...]) -> list[str]:
        return [check.CHECK.id for check in select_checks(checks, select, ignore)]

    assert ids((), ()) == ["one", "two", "three"]
    assert ids(("three", "one"), ()) == ["one", "three"]
    assert ids((), ("two",)) == ["one", "three"]
    with pytest.raises(UsageError, match='Did you mean "three"'):
        ids(("thre",), ())
    with pytest.raises(UsageError, match='unknown check "zzz"'):
        ids((), ("zzz",))
    with pytest.raises(UsageError, match="no check is left"):
        ids(("one",), ("one",))
