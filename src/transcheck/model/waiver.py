"""What a newsroom decided about findings: waivers, entries of a baseline, and what lapsed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from transcheck.model.record import Record

NAME_CHECKS = ("name-", "acronym-")
"""How the ids of checks begin whose findings a waiver may also know by their form."""


MILDER_CHECKS = ("name-inconsistent", "name-house-form")
"""Checks of names that call a form merely one of two."""


def says_damaged(check: str) -> bool:
    """Say whether a check calls a form of a name wrong, and not merely one of two.

    Which of these checks claims a place can hang on sentences elsewhere (a name once found in
    full is respelt, else misspelt): to an editor who says that the form stays it is all one.
    """
    return check.startswith("name-") and check not in MILDER_CHECKS


class Verdict(StrEnum):
    """Why a finding does not count: it is right as it stands, or wrong and stays."""

    NOT_AN_ERROR = "not-an-error"
    ACCEPTED = "accepted"


class Waiver(Record, frozen=True):
    """A decision that a finding shall not count, with its reason.

    `path` is the article's, relative to the folder of the waiver file; it may be a glob. `id` is
    that of a row. With a `fingerprint` it is of one place; without one, of `form`, in exactly
    these letters, wherever `check` finds it in the article. `left_open` are the places it could
    be taken for that nobody had decided about when it was made. `line` is where it stands in its
    file.
    """

    path: str
    reason: str
    fingerprint: str = ""
    check: str = ""
    form: str = ""
    id: str = ""
    verdict: Verdict = Verdict.NOT_AN_ERROR
    by: str = ""
    expires: date | None = None
    left_open: tuple[str, ...] = ()
    line: int = 0

    @property
    def subject(self) -> tuple[str, ...]:
        """What it is about: two waivers of one subject are one too many."""
        if self.fingerprint:
            return self.path, self.id, self.fingerprint
        return self.path, self.id, self.check, self.form

    @property
    def knows_form(self) -> bool:
        """Say whether it can be told by check and form: names only."""
        return bool(self.form) and self.check.startswith(NAME_CHECKS)

    def holds_on(self, day: date) -> bool:
        """Say whether it is in force: up to and on the day it expires."""
        return self.expires is None or day <= self.expires


class Known(Record, frozen=True):
    """One finding of a baseline: known when the baseline was made, and so not new."""

    path: str
    id: str
    fingerprint: str
    check: str
    text: str


class Lapsed(Record, frozen=True):
    """A waiver that waives nothing any more: `expired`, or its finding is gone.

    `article` is the number in the run of the article it is of, `file` the waiver file's name.
    """

    waiver: Waiver
    article: int
    file: str
    expired: bool
