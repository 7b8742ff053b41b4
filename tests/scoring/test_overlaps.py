"""Overlapping findings become one, the gravest: as if each were compared with each."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.checks import find_checks
from transcheck.model import Article, Certainty, CheckInfo, Finding, Segment, Span
from transcheck.scoring import merge

CHECKS = [check.CHECK for check in find_checks()]
LENGTH = 2_000
ARTICLE = Article("a.txt", "a.txt", (Segment("1", "x" * LENGTH), Segment("2", "y" * LENGTH)))


def finding(check: CheckInfo, segment: int, start: int, length: int) -> Finding:
    span = Span(start, min(start + length, LENGTH))
    sure = Certainty.LIKELY
    return Finding(check.id, check.category, check.severity, sure, segment, span, "x", "")


findings = st.builds(
    finding,
    st.sampled_from(CHECKS),
    st.integers(0, 1),
    st.integers(0, LENGTH - 1),
    st.sampled_from((1, 8, 300, LENGTH)),
)


def belong_together(one: Finding, other: Finding) -> bool:
    covers = next(check.covers for check in CHECKS if check.id == one.check)
    names = one.check.startswith("name-") and other.check.startswith("name-")
    alike = names or one.category == other.category or one.span == other.span
    return one.segment == other.segment and one.span.overlaps(other.span) and (covers or alike)


@settings(deadline=None)
@given(st.lists(findings, max_size=30))
def test_of_those_that_belong_together_one_is_kept(found: list[Finding]) -> None:
    kept = merge(found, ARTICLE, CHECKS)
    places = {(one.check, one.segment, one.span) for one in kept}
    assert places <= {(one.check, one.segment, one.span) for one in found}
    for number, one in enumerate(kept):
        assert not any(belong_together(one, other) for other in kept[number + 1 :])
    for one in found:
        assert (one.check, one.segment, one.span) in places or any(
            belong_together(other, one) for other in kept
        )
