"""The view of one article: everything its template shows, computed beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from msgspec.structs import replace as replace_record

from transcheck.model import ArticleReport, Report, Role
from transcheck.reports.html.anchors import Anchors, Fingerprints
from transcheck.reports.html.cards import Card, make_card
from transcheck.reports.html.grouping import Standing, count_places
from transcheck.reports.html.ledger import Ledger, make_ledger
from transcheck.reports.html.marking import Mark, Piece, cut_pieces
from transcheck.reports.html.marks import find_marks
from transcheck.reports.html.rail import plan_rail
from transcheck.reports.html.run import Run
from transcheck.reports.html.verdicts import ScoreView, Verdict, judge_article, show_score
from transcheck.reports.verdict import signature_line

Note = tuple[str, Card, bool]

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Row:
    """A paragraph with its marks and its cards; of furniture, `lines` one after another.

    `led`: a line leads from it to a card in the rail.
    """

    kind: str
    anchor: str
    label: str
    lines: tuple[tuple[Piece, ...], ...]
    beside: tuple[Card, ...]
    under: tuple[Card, ...]
    standing: str
    notes: tuple[Note, ...]
    first: bool = False
    led: bool = False


@dataclass(frozen=True)
class ArticleView:
    """One article, ready to be set."""

    slug: str
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
    rows = _rows(one, cards, marks, anchors)
    plan = plan_rail([(_role(row), _length(row), row.under) for row in rows], ledger, len(cards))
    placed = tuple(
        replace(row, beside=row.under[:1], under=row.under[1:]) if beside else row
        for row, beside in zip(rows, plan.in_rail, strict=True)
    )
    in_rail = {card.group.number for row in placed for card in row.beside}
    placed = tuple(
        replace(row, led=any(card.group.number in in_rail for _, card, _ in row.notes))
        for row in placed
    )
    errors = count_places(groups, Standing.ERROR)
    return ArticleView(
        slug=slug,
        path=one.article.id,
        signature=signature_line(replace_record(report, articles=(one,))),
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
        rows=placed,
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
    return f"{one.languages.source or '?'} → {one.languages.target}"


def _kicker(one: ArticleReport) -> str:
    words = "1 word" if one.words == 1 else f"{one.words:,} words"
    parts = (one.article.metadata.get("desk", ""), languages_of(one), words)
    return " · ".join(part for part in parts if part)


def _tag(language: str | None) -> str:
    """Return a language tag a browser understands, else nothing."""
    return language if language and LANGUAGE_TAG.fullmatch(language) else ""


def _rows(
    one: ArticleReport, cards: Sequence[Card], marks: Sequence[Sequence[Mark]], anchors: Anchors
) -> list[Row]:
    rows: list[Row] = []
    seen: set[str] = set()
    notes = _notes(cards)
    for index, segment in enumerate(one.article.segments):
        here = [mark for mark in marks[index] if mark.is_finding]
        quiet = [mark for mark in marks[index] if not mark.is_finding]
        pieces = cut_pieces(segment.target, here, quiet)
        owned = tuple(card for _, card, first in notes.get(index, ()) if first)
        kind = segment.role.value
        if segment.role is Role.HEADLINE and kind in seen:
            kind = "subhead"
        if segment.role is Role.FURNITURE and rows and rows[-1].kind == kind and not owned:
            rows[-1] = replace(rows[-1], lines=(*rows[-1].lines, pieces))
            continue
        row = Row(
            kind=kind,
            anchor=anchors.segment(index),
            label=anchors.label(index),
            lines=(pieces,),
            beside=(),
            under=owned,
            standing=_worst(card.group.standing for _, card, _ in notes.get(index, ())),
            notes=tuple(notes.get(index, ())),
            first=kind not in seen,
        )
        rows.append(row)
        seen.add(kind)
    return rows


def _worst(standings: Iterable[Standing]) -> str:
    found = set(standings)
    return next((standing.value for standing in Standing if standing in found), "")


def _notes(cards: Sequence[Card]) -> dict[int, list[Note]]:
    """List each segment's findings: place numbers, card, and whether the card stands here."""
    notes: dict[int, list[Note]] = {}
    for card in cards:
        labels: dict[int, list[str]] = {}
        for index, finding in enumerate(card.group.findings):
            labels.setdefault(finding.segment, []).append(card.group.label(index))
        for number, (segment, found) in enumerate(labels.items()):
            label = found[0] if len(found) == 1 else f"{found[0]} to {found[-1]}"
            notes.setdefault(segment, []).append((label, card, number == 0))
    return notes


def _role(row: Row) -> Role:
    return Role.BODY if row.kind == "subhead" else Role(row.kind)


def _length(row: Row) -> int:
    return sum(len(piece.text) for line in row.lines for piece in line) or 1
