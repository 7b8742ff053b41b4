"""Which cards stand beside their paragraph and which under it: a guess at heights, in pixels.

The page has no script to rely on, so the generator foresees where two cards would collide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from transcheck.model import Role
from transcheck.reports.html.cards import Card
from transcheck.reports.html.ledger import LISTED, Ledger

GAP = 12
RAISED = 14
CLOSEST = 330
# characters a line, height of a line, space below
SETTING = {
    Role.HEADLINE: (33, 41, 12),
    Role.STANDFIRST: (56, 32, 20),
    Role.FURNITURE: (84, 23, 6),
    Role.CAPTION: (84, 23, 16),
    Role.BYLINE: (84, 23, 16),
}
BODY = (66, 31, 20)
BUTTONS = 94
COUNTS = 84


@dataclass(frozen=True)
class Plan:
    """Whether each row's first card stands in the rail, and whether the ledger fits there."""

    in_rail: tuple[bool, ...]
    ledger_in_rail: bool


def plan_rail(
    rows: Sequence[tuple[Role, int, Sequence[Card]]], ledger: Ledger, changes: int
) -> Plan:
    """Place cards for `rows` of (role, characters, cards), top down, below What to change."""
    tops, at = [], 28
    for role, length, _ in rows:
        tops.append(at)
        at += _height(role, length)
    bottom = at
    panel = 56 + 51 * min(changes, 12) + COUNTS if changes else 0
    shift, free, last = 0, panel + GAP, -CLOSEST
    slack = 0
    chosen = []
    for top, (_, _, cards) in zip(tops, rows, strict=True):
        top += shift
        beside = bool(cards) and top - RAISED + slack >= free and top - last >= CLOSEST
        beside = beside and top + card_height(cards[0]) <= bottom + shift + 2 * CLOSEST // 3
        chosen.append(beside)
        if beside:
            # the buttons are a script's, and so is the room for them: it pushes the next card down
            slack = BUTTONS
            last, free = top, max(top, free) + card_height(cards[0]) + BUTTONS + GAP
        under = cards[1:] if beside else cards
        shift += sum(card_height(card) + 28 for card in under)
    first = next((top for top, beside in zip(tops, chosen, strict=True) if beside), None)
    needed = panel + 40 + _ledger_height(ledger, changes)
    fits = first is None or needed <= first - RAISED - GAP
    return Plan(tuple(chosen), fits)


def card_height(card: Card) -> int:
    """Guess the height of a card in the rail."""
    change = ceil((len(card.change.wrong_text) + len(card.change.right_text) + 4) / 24) or 1
    lines = sum(_lines(len(e.before + e.quote + e.after) + 4, 50) for e in card.evidence)
    notes = bool(card.same_here) + bool(card.elsewhere) + len(card.notes) + bool(card.more)
    message = _lines(len(card.message), 54)
    return 64 + 40 * change + 21 * message + 25 * lines + 21 * notes + (33 if notes else 0)


def _height(role: Role, length: int) -> int:
    width, line, below = SETTING.get(role, BODY)
    return _lines(length, width) * line + below


def _ledger_height(ledger: Ledger, changes: int) -> int:
    """Guess the height of the ledger: two columns of names, or a table when all is well."""
    names = min(len(ledger.confirmed), LISTED)
    height = 40 + (27 * ceil(names / 2) if changes else 36 * len(ledger.confirmed))
    for remarks in (ledger.left_alone, (*ledger.unknown, *ledger.not_checked)):
        height += 60 + sum(24 * _lines(len(r.what + r.why), 54) for r in remarks[:LISTED])
    return height


def _lines(length: int, width: int) -> int:
    return max(1, ceil(length / width))
