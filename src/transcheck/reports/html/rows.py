"""The rows of an article's view: its paragraphs with their marks and the cards beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from transcheck.model import ArticleReport, Role
from transcheck.reports.html.anchors import Anchors
from transcheck.reports.html.cards import Card
from transcheck.reports.html.grouping import Standing
from transcheck.reports.html.marking import Mark, Piece, cut_pieces

Note = tuple[str, Card, bool]
"""Place numbers of a finding, its card, and whether the card stands at this paragraph."""


@dataclass(frozen=True)
class Row:
    """A paragraph with its marks and its cards; of furniture, `lines` one after another.

    `led`: a line leads from it to a card in the rail. `source` is what it was translated from.
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
    source: str = ""

    @property
    def role(self) -> Role:
        """What it is on the page; a headline further down is set as running text."""
        return Role.BODY if self.kind == "subhead" else Role(self.kind)

    @property
    def length(self) -> int:
        """How many letters it holds, at least one."""
        return sum(len(piece.text) for line in self.lines for piece in line) or 1


def make_rows(
    one: ArticleReport, cards: Sequence[Card], marks: Sequence[Sequence[Mark]], anchors: Anchors
) -> list[Row]:
    """Build the rows of one article, furniture lines that follow each other as one."""
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
            source="" if segment.role is Role.FURNITURE else (segment.source or "").strip(),
        )
        rows.append(row)
        seen.add(kind)
    return rows


def place_cards(rows: Sequence[Row], in_rail: Sequence[bool]) -> tuple[Row, ...]:
    """Put each row's first card in the rail where there is room, and note who leads there."""
    placed = [
        replace(row, beside=row.under[:1], under=row.under[1:]) if beside else row
        for row, beside in zip(rows, in_rail, strict=True)
    ]
    numbers = {card.group.number for row in placed for card in row.beside}
    return tuple(
        replace(row, led=any(card.group.number in numbers for _, card, _ in row.notes))
        for row in placed
    )


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
