"""Which finding of an article a decision is about: by fingerprint, else by check and form.

A decision on one place covers one finding. Where its own sentence was written anew its
fingerprint is gone: then it goes to a finding of the same check and the same letters that
nothing else covers. Where a name was called damaged and the letters stay, another check of names
may have come to claim them. Places that a decision says were left open are none of these. When
more such places stand open than decisions look for one, nobody decided about some of them, and
which ones cannot be told: then all are asked again; so they are when a place that was left open
is gone and not seen to be mended, for it may have been written anew. To be asked twice costs a
key; a place that is silent though nobody looked at it is found by a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from transcheck.model import NAME_CHECKS, Article, Finding, Known, Waiver, says_damaged
from transcheck.waivers.leaving import Left
from transcheck.waivers.paths import is_glob

_DAMAGED = ""  # any check that calls a name damaged


def match_waivers(
    findings: Sequence[Finding], article: Article, waivers: Iterable[Waiver]
) -> dict[int, Waiver]:
    """Return the waiver of each finding that has one, by the finding's number."""
    waivers = list(waivers)
    matched: dict[int, Waiver] = {}
    by_mark = _number(findings, lambda finding: (finding.fingerprint,))
    left = Left(waivers, {mark for (mark,) in by_mark}, article)
    by_form = _number(findings, lambda finding: (finding.check, finding.text))
    names = [f if f.check.startswith(NAME_CHECKS) else None for f in findings]
    by_letters = _number(names, lambda finding: (finding.text,))
    lost: dict[tuple[str, str], list[Waiver]] = {}
    for waiver in waivers:
        if waiver.fingerprint:
            numbers = by_mark.get((waiver.fingerprint,), [])
            if left.lacks_twin(waiver):
                numbers = []
            if not numbers and _may_move(waiver, article):
                kind = _DAMAGED if says_damaged(waiver.check) else waiver.check
                lost.setdefault((kind, waiver.form), []).append(waiver)
        else:
            numbers = by_form.get((waiver.check, waiver.form), [])
        for number in numbers:
            matched.setdefault(number, waiver)
    for (kind, form), seeking in sorted(lost.items(), key=lambda one: one[0][0] == _DAMAGED):
        homes = by_letters.get((form,), []) if kind == _DAMAGED else by_form.get((kind, form), [])
        still_open = [
            number
            for number in homes
            if number not in matched and findings[number].fingerprint not in left.marks
        ]
        if len(still_open) <= len(seeking) and not left.lacks_any(seeking):
            matched.update(zip(still_open, seeking, strict=False))
    return matched


def match_known(findings: Sequence[Finding], known: Iterable[Known]) -> dict[int, Known]:
    """Return the entry of a baseline for each finding that has one, by the finding's number."""
    matched: dict[int, Known] = {}
    by_mark = _number(findings, lambda finding: (finding.fingerprint,))
    by_text = _number(findings, lambda finding: (finding.check, finding.text))
    lost: list[Known] = []
    for entry in known:
        number = _next(by_mark.get((entry.fingerprint,), []), matched)
        if number is None:
            lost.append(entry)
        else:
            matched[number] = entry
    for entry in lost:
        number = _next(by_text.get((entry.check, entry.text), []), matched)
        if number is not None:
            matched[number] = entry
    return matched


def _may_move(waiver: Waiver, article: Article) -> bool:
    """Say whether a waiver of one place is sure to be of this article, and knows its form."""
    one_article = article.row is None or bool(waiver.id)
    return waiver.knows_form and one_article and not is_glob(waiver.path)


def _next(numbers: Iterable[int], taken: Container[int]) -> int | None:
    return next((number for number in numbers if number not in taken), None)


def _number(
    findings: Sequence[Finding | None], key: Callable[[Finding], tuple[str, ...]]
) -> dict[tuple[str, ...], list[int]]:
    numbers: dict[tuple[str, ...], list[int]] = {}
    for number, finding in enumerate(findings):
        if finding is not None and not finding.advisory:
            numbers.setdefault(key(finding), []).append(number)
    return numbers
