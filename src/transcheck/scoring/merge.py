"""One thing wrong is one finding: the rule by which overlapping findings become one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from transcheck.model import Article, CheckInfo, Finding, says_damaged
from transcheck.text.fingerprint import fingerprint


def merge(
    findings: Iterable[Finding], article: Article, checks: Iterable[CheckInfo]
) -> tuple[Finding, ...]:
    """Return the findings to report, in the order of their places, with fingerprints.

    A finding inside one of a check that `covers` is dropped: it belongs to the larger damage.
    Of two that overlap and say the same of it (equal category or equal span) the more severe
    stays, then the more certain, then the longer, then the check that comes first by id.
    """
    covering = {check.id for check in checks if check.covers}
    ranked = sorted(findings, key=lambda finding: _rank(finding, covering))
    kept: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in ranked:
        if not any(_owns(other, finding, covering) for other in kept[finding.segment]):
            kept[finding.segment].append(finding)
    ordered = sorted((f for group in kept.values() for f in group), key=_position)
    return _with_fingerprints(ordered, article)


def _rank(finding: Finding, covering: set[str]) -> tuple[bool, int, int, int, str, int]:
    return (
        finding.check not in covering,
        -finding.severity.rank,
        -finding.certainty.rank,
        finding.span.start - finding.span.end,
        finding.check,
        finding.span.start,
    )


def _owns(kept: Finding, other: Finding, covering: set[str]) -> bool:
    if not kept.span.overlaps(other.span):
        return False
    if kept.check in covering:
        return True
    names = kept.check.startswith("name-") and other.check.startswith("name-")
    return names or kept.category == other.category or kept.span == other.span


def _position(finding: Finding) -> tuple[int, int, int, str]:
    return finding.segment, finding.span.start, finding.span.end, finding.check


def _with_fingerprints(findings: list[Finding], article: Article) -> tuple[Finding, ...]:
    seen: defaultdict[str, int] = defaultdict(int)
    signed = []
    for finding in findings:
        text = article.segments[finding.segment].target
        kind = "name" if says_damaged(finding.check) else finding.check
        words = fingerprint(kind, text, finding.span)
        seen[words] += 1
        mark = words if seen[words] == 1 else f"{words}-{seen[words]}"
        signed.append(replace(finding, fingerprint=mark))
    return tuple(signed)
