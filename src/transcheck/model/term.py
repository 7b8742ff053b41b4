"""Glossaries, in the words of ISO 30042 (TBX)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from transcheck.model.record import Record


class Status(StrEnum):
    """Whether a term may be used (ISO 30042 administrative status)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


class Term(Record, frozen=True, gc=False):
    """One form of a concept in one language."""

    text: str
    lang: str
    status: Status = Status.PREFERRED


class Concept(Record, frozen=True, gc=False):
    """One thing with a name, and the forms its name may or may not take (ISO 30042).

    `file` and `row` say which glossary line it stands on (1 is the header); `shipped` that the
    glossary came with transcheck: it knows names, not what this desk prints.
    """

    id: str
    name: str
    kind: str = ""
    terms: tuple[Term, ...] = ()
    lang: str = "en"
    note: str = ""
    ref: str = ""
    file: str = ""
    row: int = 0
    shipped: bool = False

    @property
    def admitted(self) -> tuple[str, ...]:
        """Other forms the target language may use."""
        return self._forms(Status.ADMITTED)

    @property
    def rejected(self) -> tuple[str, ...]:
        """Forms that are wrong wherever they stand."""
        return self._forms(Status.DEPRECATED)

    @property
    def sources(self) -> tuple[Term, ...]:
        """Forms in other languages."""
        return tuple(term for term in self.terms if term.lang != self.lang)

    def _forms(self, status: Status) -> tuple[str, ...]:
        return tuple(t.text for t in self.terms if t.status is status and t.lang == self.lang)


class Glossary(Record, frozen=True):
    """Concepts in order of precedence, and the (name, digest) of each file they came from."""

    concepts: Sequence[Concept] = ()
    files: tuple[tuple[str, str], ...] = ()
