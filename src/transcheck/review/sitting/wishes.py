"""What an editor asks for, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from transcheck.model import Finding, Record, Waiver
from transcheck.review.decisions import Choice
from transcheck.review.sitting.rows import RowChange
from transcheck.review.sitting.sheets import Sheet
from transcheck.review.sitting.texts import TextChange


class Wish(Record, frozen=True):
    """A decision about one place, as the editor's page shows it.

    `article` is the key of the article, `seen` the number of its state on the page, `form` what
    is accepted or goes into the glossary; `admitted` may stand for it as well, and `beside` is
    another name, as in `Decision`.
    """

    article: str
    seen: int
    fingerprint: str
    decision: Choice
    form: str = ""
    reason: str = ""
    kind: str = ""
    admitted: str = ""
    beside: str = ""

    @property
    def says(self) -> tuple[str, ...]:
        """What it says, wherever it says it."""
        return (self.decision, self.form, self.reason, self.kind, self.admitted, self.beside)


class Refusal(Record, frozen=True):
    """A wish that was not fulfilled, and why, in one line."""

    wish: Wish
    why: str


@dataclass
class Act:
    """Places of one article decided alike in one step, and what was written for them."""

    number: int
    step: int
    sheet: Sheet
    wishes: list[Wish]
    findings: list[Finding]
    waivers: tuple[Waiver, ...] = ()
    row: RowChange | None = None
    text: TextChange | None = None

    @property
    def wish(self) -> Wish:
        """The first of its wishes: the others say the same of other places."""
        return self.wishes[0]

    @property
    def mends(self) -> bool:
        """Say whether it changes the text: a row may as well settle the form as it stands."""
        if self.wish.decision is Choice.GLOSSARY:
            return not self.wish.admitted and self.wish.form != self.findings[0].text
        return self.wish.decision is Choice.ACCEPT


@dataclass
class Outcome:
    """What was done of what was asked for, and what was not."""

    acts: list[Act] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def refuse(self, wishes: Iterable[Wish], why: str) -> None:
        """Note that wishes are not fulfilled."""
        self.refused += [Refusal(wish, why) for wish in wishes]
