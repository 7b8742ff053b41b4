"""One thing wrong is one finding: the rule by which overlapping findings become one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from transcheck.model import Article, CheckInfo, Finding, says_damaged
from transcheck.text.fingerprint import fingerprint

_PART = 256
"""Letters of a part of a segment, for finding neighbours fast in a paragraph of thousands."""


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
    kept: list[Finding] = []
    around: defaultdict[tuple[int, int], list[Finding]] = defaultdict(list)
    for finding in ranked:
        parts = _parts(finding)
        if not any(_owns(other, finding, covering) for part in parts for other in around[part]):
            kept.append(finding)
            for part in parts:
                around[part].append(finding)
    return _with_fingerprints(sorted(kept, key=_position), article)


def _parts(finding: Finding) -> list[tuple[int, int]]:
    """Return the parts of the article that a finding touches: only there can others overlap it."""
    first, last = finding.span.start // _PART, finding.span.end // _PART
    return [(finding.segment, number) for number in range(first, last + 1)]


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
