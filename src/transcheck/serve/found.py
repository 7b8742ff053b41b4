"""What a client is shown of a text: what counts, is wanted, and was not decided already.

A client that follows an editor's typing asks twice: for a paragraph that was changed, and for
what only the whole text shows (`textLevelOnly`). The second answer leaves out what the
paragraphs show by themselves, so that nothing is underlined twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from transcheck.desk import Desk
from transcheck.errors import InputError
from transcheck.model import Article, ArticleReport
from transcheck.pipeline import check_article
from transcheck.readers.formats.plain import read_text
from transcheck.serve.matches import category_of, make_matches
from transcheck.serve.question import TEXT_LEVEL, Question
from transcheck.text.tags import group

UNTOLD = "auto"
"""The language of a client that leaves it to the server."""


class Found(msgspec.Struct, frozen=True):
    """The matches of a text; whether a check failed; the language it is in, where it is foreign."""

    matches: list[dict[str, Any]] = []
    incomplete: bool = False
    foreign: str | None = None


def find_matches(question: Question, desk: Desk) -> Found:
    """Return what a question is answered, one match a place, in the order of the text."""
    try:
        article = replace(read_text(question.text, "<request>"), id="<request>")
    except InputError:  # no text, no fault
        return Found()
    report, skipped = check_article(article, desk)
    read = report.languages.article
    other = read and group(read) != group(report.languages.target)
    if question.language.lower() == UNTOLD and other:
        return Found(foreign=read)
    decided = _list_decided(desk)
    matches = _match(report, question, desk, decided)
    if question.mode == TEXT_LEVEL and matches:
        alone = sorted(map(_reach, _find_alone(article, question, desk, decided)))
        matches = [one for one in matches if not _touches(_reach(one), alone)]
    return Found(matches, bool(skipped))


def _find_alone(
    article: Article, question: Question, desk: Desk, decided: Container[str]
) -> Iterator[dict[str, Any]]:
    """Yield what each paragraph shows by itself."""
    for segment in article.segments:
        report, _ = check_article(replace(article, segments=(segment,)), desk)
        yield from _match(report, question, desk, decided)


def _match(
    report: ArticleReport, question: Question, desk: Desk, decided: Container[str]
) -> list[dict[str, Any]]:
    wanted = [
        finding
        for finding in report.findings
        if finding.counts(desk.settings.min_certainty)
        and finding.fingerprint not in decided
        and question.wants(finding.check, category_of(finding.category))
    ]
    return list(make_matches(report, (check.CHECK for check in desk.checks), question, wanted))


def _list_decided(desk: Desk) -> frozenset[str]:
    """Return the places that somebody decided in some file: the text in a CMS has no path."""
    waivers = desk.verdicts.waivers.waivers if desk.verdicts.waivers else ()
    return frozenset(w.fingerprint for w in waivers if w.fingerprint and w.holds_on(desk.today))


def _reach(match: dict[str, Any]) -> tuple[int, int]:
    return match["offset"], match["offset"] + match["length"]


def _touches(reach: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    """Say whether a place overlaps one of others, which stand apart from each other."""
    start, end = reach
    at = bisect_left(others, reach)
    return any(start < last and first < end for first, last in others[max(0, at - 1) : at + 1])
