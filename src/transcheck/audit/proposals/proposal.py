"""A proposed row, and all that an editor is shown to judge it by."""

from __future__ import annotations

from transcheck.model import Record

PREFERRED, PART, OPEN, WRONG = "preferred", "part", "open", "wrong"
"""How a form seen stands to the row: its name; a part of it; another accepted form, or one of
which nobody can tell; damage of it."""


class Variant(Record, frozen=True):
    """A form as the archive has it: in how many articles, how often, and how it stands."""

    text: str
    articles: int
    places: int
    standing: str


class Quote(Record, frozen=True):
    """A place in an article: the words before, the form, the words after."""

    path: str
    line: int
    before: str
    text: str
    after: str
    standing: str


class Proposal(Record, frozen=True):
    """A name in no glossary, as the row that it would be; `articles` and `places` count it.

    `source` holds (language, form). `respelt` are the forms generated for it, each with how it
    comes about. `partial`: only a family name was seen.
    """

    name: str
    kind: str = ""
    admitted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    source: tuple[tuple[str, str], ...] = ()
    lang: str = ""
    note: str = ""
    ref: str = ""
    articles: int = 0
    places: int = 0
    variants: tuple[Variant, ...] = ()
    evidence: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    respelt: tuple[tuple[str, str], ...] = ()
    partial: bool = False

    @property
    def ways(self) -> int:
        """In how many ways the name is written, a part of it standing alone not counted."""
        return sum(variant.standing != PART for variant in self.variants)
