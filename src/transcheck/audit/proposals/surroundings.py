"""What stands around a name and says what it is: a title, a preposition, a verb, a credit."""

from __future__ import annotations

import re

from transcheck.model import Span
from transcheck.names.matched import is_located
from transcheck.names.words.subjects import does_something
from transcheck.names.words.surroundings import kinds_around
from transcheck.names.words.units import Unit

_TITLE = re.compile(r"((?:[A-Za-z][\w-]+ ){1,3})$")
_TOWARDS = re.compile(r"\b(?:to|from|of|into|towards?|between|across|around|through|over) $")
_STATE = re.compile(r", (?:in )?[A-ZČĆŠĐŽ][\w-]+(?:,|\.| )")
_THE = re.compile(r"\bthe $")
_CREDIT = re.compile(
    r"(?i:photo|foto|source|izvor|illustration|image|video|picture|by|credit|via)(?: by)?:? ?"
    r"[“\"(]?$"
)
_BRACKETED = re.compile(r"[(/] ?$")


def hints_at(text: str, unit: Unit) -> tuple[str, ...]:
    """Return what the place of a name says of its kind, each once, in a fixed order."""
    span, before = unit.span, text[max(0, unit.span.start - 24) : unit.span.start]
    found = {f"kind:{kind}" for kind in kinds_around(text, span)}
    if unit.title:
        found.add(f"title:{unit.title.lower()}")
    if does_something(text, span.end):
        found.add("acts")
    if unit.last.possessive:  # in Lund's opinion
        return tuple(sorted(found))
    if is_located(text, span):
        found.add("in")
    if _TOWARDS.search(before):
        found.add("towards")
    if _STATE.match(text, span.end):
        found.add("state")
    if _THE.search(before):
        found.add("the")
    return tuple(sorted(found))


def is_credit(text: str, span: Span) -> bool:
    """Say whether a name only signs: (Reuters), Photo: Beta, SARAJEVO (AFP) -."""
    before = text[max(0, span.start - 16) : span.start]
    if _CREDIT.search(before) and len(text) < 120:
        return True
    after = text[span.end : span.end + 3]
    alone = _BRACKETED.search(before) is not None and after[:1] in (")", "/")
    return alone and (span.start < 30 or span.end > len(text) - 4)
