"""The proposals as CSV to edit: the eight columns of a glossary, then what to decide by."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.audit.proposals.proposal import Proposal, Variant
from transcheck.glossary.native.cells import join_list, join_sources, write_line
from transcheck.glossary.native.sheet import COLUMNS
from transcheck.text.controls import show_controls

MORE = ("accept", "articles", "places", "variants", "evidence")
"""The columns behind those of a glossary; an editor writes x into `accept`."""
_MOST_QUOTED = 2


def make_sheet(proposals: Iterable[Proposal]) -> str:
    """Return the proposals as CSV; each row is a glossary row as soon as it is accepted."""
    return write_line((*COLUMNS, *MORE)) + "".join(map(_line, proposals))


def row_of(one: Proposal) -> tuple[str, ...]:
    """Return the eight cells of the row that a proposal would be."""
    return (
        one.name,
        one.kind,
        join_list(one.admitted),
        join_list(one.rejected),
        join_sources(one.source),
        one.lang,
        one.note,
        one.ref,
    )


def _line(one: Proposal) -> str:
    told = show_controls("; ".join(_told(one)))
    variants = ", ".join(map(_variant, one.variants))
    return write_line((*row_of(one), "", str(one.articles), str(one.places), variants, told))


def _variant(one: Variant) -> str:
    return f"{one.text} {one.places} in {one.articles}"


def _told(one: Proposal) -> list[str]:
    quotes = [
        f"{quote.path}{f':{quote.line}' if quote.line else ''} "
        f"“{quote.before[-40:].lstrip()}{quote.text}{quote.after[:40].rstrip()}”"
        for quote in one.quotes[:_MOST_QUOTED]
    ]
    respelt = [f"{way}: {form}" for way, form in one.respelt]
    return [*one.evidence, *respelt, *quotes]
