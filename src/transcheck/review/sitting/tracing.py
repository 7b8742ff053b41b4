"""A finding on a page that is older than the article: where it stands now, if it still does."""

from __future__ import annotations

from difflib import SequenceMatcher

from transcheck.model import ArticleReport, Finding


def find_print(report: ArticleReport, fingerprint: str) -> Finding | None:
    """Return the finding of a fingerprint."""
    return next((one for one in report.findings if one.fingerprint == fingerprint), None)


def trace(finding: Finding, then: ArticleReport, now: ArticleReport) -> Finding | None:
    """Return the same finding in the article as it reads now, None when it is no longer there.

    A fingerprint hangs on the words beside it, and on twins before it: after a change there, the
    place decides, carried along with the text around it.
    """
    if then is now:
        return finding
    old, new = then.article.segments, now.article.segments
    if len(old) != len(new):
        found = find_print(now, finding.fingerprint)
        return found if found and _alike(finding, found) else None
    start = _carry(finding.span.start, old[finding.segment].target, new[finding.segment].target)
    return next(
        (
            one
            for one in now.findings
            if one.segment == finding.segment and one.span.start == start and _alike(finding, one)
        ),
        None,
    )


def _alike(one: Finding, other: Finding) -> bool:
    return (one.check, one.text) == (other.check, other.text)


def _carry(offset: int, old: str, new: str) -> int | None:
    """Return where an offset of a text is in its new version, None where that was changed."""
    if old == new:
        return offset
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for old_start, new_start, length in matcher.get_matching_blocks():
        if old_start <= offset < old_start + length:
            return new_start + offset - old_start
    return offset - len(old) + len(new) if offset == len(old) else None
