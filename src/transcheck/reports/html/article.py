"""The view of one article: everything its template shows, computed beforehand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from msgspec.structs import replace

from transcheck.model import ArticleReport, Report, Role
from transcheck.reports.html.anchors import Anchors, Fingerprints
from transcheck.reports.html.cards import Card, make_card
from transcheck.reports.html.grouping import Standing, count_places
from transcheck.reports.html.ledger import Ledger, make_ledger
from transcheck.reports.html.marks import find_marks
from transcheck.reports.html.rail import plan_rail
from transcheck.reports.html.rows import Row, make_rows, place_cards
from transcheck.reports.html.run import Run
from transcheck.reports.html.verdicts import ScoreView, Verdict, judge_article, show_score
from transcheck.reports.identity import article_key
from transcheck.reports.verdict import signature_line
from transcheck.text.plural import plural
from transcheck.text.tags import show_tag

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class ArticleView:
    """One article, ready to be set."""

    slug: str
    key: str
    path: str
    signature: str
    title: str
    kicker: str
    lang: str
    source_lang: str
    words: int
    verdict: Verdict
    score: ScoreView
    errors: int
    review: int
    waived: int
    places: int
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    ledger: Ledger
    ledger_in_rail: bool
    anchors: Anchors
    compact: bool


def make_article(
    report: Report, run: Run, index: int, slug: str, prefix: str, taken: Fingerprints
) -> ArticleView:
    """Build the view of the report's article at `index`."""
    one, groups = report.articles[index], run.groups[index]
    anchors = Anchors(one.article, prefix)
    ids = {group.number: tuple(taken.name(f) for f in group.findings) for group in groups}
    cards = tuple(
        make_card(group, ids[group.number], one.article, anchors, run.elsewhere(group, index))
        for group in groups
    )
    marks = find_marks(one, groups, ids, anchors)
    ledger = make_ledger(one, report, anchors)
    rows = make_rows(one, cards, marks, anchors)
    plan = plan_rail([(row.role, row.length, row.under) for row in rows], ledger, len(cards))
    errors = count_places(groups, Standing.ERROR)
    return ArticleView(
        slug=slug,
        key=article_key(one.article.path, one.article.id),
        path=one.article.id,
        signature=signature_line(replace(report, articles=(one,))),
        title=title_of(one),
        kicker=_kicker(one),
        lang=_tag(one.languages.target),
        source_lang=_tag(one.languages.source),
        words=one.words,
        verdict=judge_article(one, groups, report),
        score=show_score(one.score, errors),
        errors=errors,
        review=count_places(groups, Standing.REVIEW),
        waived=count_places(groups, Standing.WAIVED),
        places=sum(len(group.findings) for group in groups if group.is_decided_here),
        rows=place_cards(rows, plan.in_rail),
        cards=cards,
        ledger=ledger,
        ledger_in_rail=plan.ledger_in_rail,
        anchors=anchors,
        compact=len(groups) > 40,
    )


def title_of(one: ArticleReport) -> str:
    """Return the headline, else the title that came with the file, else the file's name."""
    heads = (s.target.strip() for s in one.article.segments if s.role is Role.HEADLINE)
    title = next((head for head in heads if head), "") or one.article.metadata.get("title", "")
    name = one.article.id.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return " ".join(title.split()) or name or one.article.id


def languages_of(one: ArticleReport) -> str:
    """Return `sr → en`, with a question mark for a source language that is not known."""
    return f"{show_tag(one.languages.source)} → {one.languages.target}"


def _kicker(one: ArticleReport) -> str:
    desk = one.article.metadata.get("desk", "")
    parts = (desk, languages_of(one), plural(one.words, "word"))
    return " · ".join(part for part in parts if part)


def _tag(language: str | None) -> str:
    """Return a language tag a browser understands, else nothing."""
    return language if language and LANGUAGE_TAG.fullmatch(language) else ""
