"""Findings as LanguageTool's HTTP interface says them: one match a place, the best fix first.

The interface: https://languagetool.org/http-api/, as its clients read it. Issue types are those
of ITS 2.0 (W3C), Localization Quality Issue.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from transcheck.model import Article, ArticleReport, CheckInfo, Finding, Span
from transcheck.reports.replacements import list_offers
from transcheck.serve.question import Question
from transcheck.serve.units import Units
from transcheck.text.controls import show_controls
from transcheck.text.fold import fold
from transcheck.text.sentences import find_sentences

ISSUE_TYPES = {
    "spelling": "misspelling",
    "character-encoding": "characters",
    "punctuation": "typographical",
    "duplication": "duplication",
    "grammar": "grammar",
    "inconsistency": "inconsistency",
    "mistranslation": "mistranslation",
    "terminology": "terminology",
    "untranslated": "untranslated",
}
"""ITS 2.0's type of an issue, by MQM's category."""
CATEGORIES = {
    "spelling": "TYPOS",
    "character-encoding": "TYPOGRAPHY",
    "punctuation": "PUNCTUATION",
    "duplication": "REPETITIONS",
    "grammar": "GRAMMAR",
}
"""LanguageTool's own category, by which clients choose colours and switch kinds off."""
OTHER, UNCATEGORIZED = "MISC", "uncategorized"
AROUND = 40
MOST_REPLACEMENTS = 5


def make_matches(
    report: ArticleReport, checks: Iterable[CheckInfo], question: Question, findings: list[Finding]
) -> Iterator[dict[str, Any]]:
    """Yield one match for each place, in the order of the text."""
    infos = {check.id: check for check in checks}
    units, sentences = Units(question.whole), _Sentences(report.article)
    for finding in _one_a_place(findings):
        match = _match(finding, report.article, infos[finding.check], question, units)
        yield {**match, "sentence": sentences.around(finding)}


def category_of(category: str) -> str:
    """Return LanguageTool's category for one of MQM's."""
    return CATEGORIES.get(category, OTHER)


def name_category(category: str) -> str:
    """Return the name that a client shows for one of MQM's categories."""
    return category.replace("-", " ").capitalize()


def describe_check(check: CheckInfo) -> str:
    """Return what a check finds, in one sentence."""
    return check.documentation.strip().split("\n", 1)[0]


def _one_a_place(findings: list[Finding]) -> list[Finding]:
    """Of findings that overlap, keep the gravest: an add-on underlines a place once."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (-f.severity.rank, -f.certainty.rank)):
        at = bisect_left(kept, _place(finding), key=_place)
        beside = kept[max(0, at - 2) : at + 2]  # those that are kept stand apart
        if not any(f.segment == finding.segment and f.span.overlaps(finding.span) for f in beside):
            kept.insert(at, finding)
    return kept


def _place(finding: Finding) -> tuple[int, int, int]:
    return finding.segment, finding.span.start, finding.span.end


def _match(
    finding: Finding, article: Article, check: CheckInfo, question: Question, units: Units
) -> dict[str, Any]:
    segment = article.segments[finding.segment]
    raw = segment.locate(finding.span)
    fixes = list_offers(article, finding)
    start, end = question.place(raw.start), question.place(raw.end, end=True)
    left, right = max(0, start - AROUND), min(len(question.whole), end + AROUND)
    around = question.whole[left:right].replace("\n", " ").replace("\r", " ")
    return {
        "message": show_controls(_say(finding)),
        "shortMessage": check.id.replace("-", " ").capitalize(),
        "replacements": [{"value": one} for one in fixes[:MOST_REPLACEMENTS]],
        "offset": units.at(start),
        "length": units.at(end) - units.at(start),
        "context": {
            "text": around,
            "offset": units.at(start) - units.at(left),
            "length": units.at(end) - units.at(start),
        },
        "type": {"typeName": "Other"},
        "rule": {
            "id": check.id,
            "description": describe_check(check),
            "issueType": ISSUE_TYPES.get(check.category, UNCATEGORIZED),
            "category": {"id": category_of(check.category), "name": name_category(check.category)},
            "isPremium": False,
        },
        "ignoreForIncompleteSentence": _is_half_typed(raw.end, finding.text, fixes, question),
        "contextForSureMatch": -1,
    }


def _is_half_typed(end: int, text: str, fixes: Iterable[str], question: Question) -> bool:
    """Say whether a name may still be typed: nothing follows, and the right one begins so."""
    begun = fold(text)
    longer = any(fold(fix).startswith(begun) and len(fold(fix)) > len(begun) for fix in fixes)
    return end == len(question.text) and longer


def _say(finding: Finding) -> str:
    """Return what happened and the first reason for it, as two sentences."""
    said = finding.message.strip().rstrip(".")
    reason = next((one.reason for one in finding.evidence if one.reason), "")
    sentences = [said, reason] if reason and reason not in said else [said]
    words = ". ".join(one[:1].upper() + one[1:] for one in sentences if one)
    return f"{words}. [{finding.certainty.value}]"


class _Sentences:
    """Tells the sentence that a finding stands in; a paragraph is cut into sentences once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._cut: dict[int, list[Span]] = {}

    def around(self, finding: Finding) -> str:
        """Return the sentence of a finding, the whole paragraph where none is told."""
        text = self._article.segments[finding.segment].target
        if finding.segment not in self._cut:
            self._cut[finding.segment] = list(find_sentences(text, "en"))
        spans = self._cut[finding.segment]
        at = bisect_right(spans, finding.span.start, key=lambda span: span.start) - 1
        told = at >= 0 and finding.span.start < spans[at].end
        return text[spans[at].start : spans[at].end] if told else text
