"""House rules as data: what one desk prints where a language leaves the choice."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from transcheck.model.record import Record


class Diacritics(StrEnum):
    """What a house does with the marks of names: Vučić or Vucic."""

    KEEP = "keep"
    STRIP = "strip"
    CONSISTENT = "consistent"


class Policy(Record, frozen=True, rename="kebab"):
    """The rules of one house.

    `preferred` forms make other admitted forms of those names a finding, and so do those of
    `preferred_from` in articles of that day or later: of several the latest, before `preferred`.
    `place_names` are languages (BCP 47): a place whose name in one of them the glossary admits
    is printed so (sq: Prishtina).
    `diacritics` says whether names keep their marks, lose them, or either throughout an
    article; where it says nothing, an article without any marks is taken to mean it. In the
    phrases of `exceptions` nothing is judged (chicken Kiev). With `expand_acronyms` an acronym
    is given in full where it stands first, except `known_acronyms`.
    """

    preferred: tuple[str, ...] = ()
    preferred_from: dict[str, date] = msgspec.field(default_factory=dict)
    place_names: tuple[str, ...] = ()
    diacritics: Diacritics | None = None
    exceptions: tuple[str, ...] = ()
    expand_acronyms: bool = False
    known_acronyms: tuple[str, ...] = ()

    @property
    def chooses_forms(self) -> bool:
        """Say whether the house prefers any form that the glossary does not."""
        strips = self.diacritics is Diacritics.STRIP
        return bool(self.preferred or self.preferred_from or self.place_names or strips)

    def preferred_on(self, day: date) -> tuple[str, ...]:
        """Return the forms preferred in an article of a day, from the first rule to the latest."""
        dated = sorted((start, form) for form, start in self.preferred_from.items() if start <= day)
        return (*self.preferred, *(form for _, form in dated))
