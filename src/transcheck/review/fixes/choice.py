"""Which findings are fixed, with what, and why the others are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from transcheck.model import Article, Certainty, Finding, Place, Record
from transcheck.reports.replacements import is_unsure_of_number, list_offers, stands_open
from transcheck.review.fixes.rewriting import Fix
from transcheck.text.changes import find_changes


class Left(Record, frozen=True):
    """A finding of an article (by its number in the file) that is not fixed, and why.

    A reason that holds for this place alone is `said` for itself; `refused` is what was to be
    fixed and cannot be.
    """

    number: int
    article: Article
    finding: Finding
    reason: str
    said: bool = False
    refused: bool = False


Answer = tuple[str | None, str]
"""What to write in the place of a finding, or why nothing is written."""
Rule = Callable[[Article, Finding], Answer]
"""How it is decided what is written in the place of a finding."""


def by_certainty(least: Certainty) -> Rule:
    """Return the rule of a run without an editor: sure enough, and one suggestion only."""

    def decide(article: Article, finding: Finding) -> Answer:
        if finding.certainty.rank < least.rank:
            likely = finding.certainty is Certainty.LIKELY
            return None, "likely (--likely fixes those too)" if likely else "possible"
        offers = list_offers(article, finding)
        if len(offers) != 1:
            return None, "with several suggestions" if offers else "without a suggestion"
        if is_unsure_of_number(article.segments[finding.segment], finding, offers[0]):
            return None, "in what may be a plural"
        return offers[0], ""

    return decide


def choose(
    articles: Iterable[tuple[int, Article, Sequence[Finding]]], rule: Rule
) -> tuple[list[Fix], list[Left]]:
    """Return what is fixed in the articles of a file, and what is left.

    Of findings that overlap the surer one is fixed, then the longer, then the first. What a
    waiver or a baseline covers, what is said for information and what stands in a protected
    place is never touched.
    """
    fixes: list[Fix] = []
    left: list[Left] = []
    for number, article, findings in articles:
        taken: list[Finding] = []
        for finding in sorted(findings, key=_precedence):
            replacement, reason = _decide(article, finding, rule)
            rival = next((one for one in taken if _overlap(one, finding)), None)
            if replacement is None:
                left.append(Left(number, article, finding, reason))
            elif rival is not None:
                overlap = f"it overlaps “{rival.text}”, which is fixed first"
                left.append(Left(number, article, finding, overlap, said=True))
            else:
                taken.append(finding)
                fixes.append(Fix(number, finding, replacement))
    fixes.sort(key=lambda fix: (fix.article, fix.finding.segment, fix.finding.span))
    return fixes, left


def count_left(left: Iterable[Left]) -> Counter[str]:
    """Return how many findings are left for each reason that is not told one by one."""
    return Counter(one.reason for one in left if not one.said)


def _decide(article: Article, finding: Finding, rule: Rule) -> Answer:
    replacement, reason = rule(article, finding)
    if finding.waived is not None:
        return None, "waived"
    if finding.advisory:
        return None, "for information"
    segment = article.segments[finding.segment]
    if not stands_open(segment, finding):
        return None, "in no place that a fix may touch"
    if replacement is not None and not find_changes(finding.text, replacement, segment.target):
        return None, "that stand as suggested"
    return replacement, reason


def _precedence(finding: Finding) -> tuple[int, int, Place]:
    span = finding.span
    return (-finding.certainty.rank, span.start - span.end, Place(finding.segment, span))


def _overlap(one: Finding, other: Finding) -> bool:
    return one.segment == other.segment and one.span.overlaps(other.span)
