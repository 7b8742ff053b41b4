"""The page an editor accepts rows from: one file, no network, readable without scripts.

What is accepted is kept in the browser and saved as a native glossary, for `glossary accept`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from transcheck.audit.proposals.proposal import (
    OPEN,
    PART,
    PREFERRED,
    WRONG,
    Proposal,
    Quote,
    Variant,
)
from transcheck.audit.proposals.sheet import row_of
from transcheck.reports.html.page import (
    SHARED_SCRIPTS,
    join_scripts,
    open_templates,
    read_asset,
)
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE = "transcheck.audit.proposals.page"
KINDS = ("", "person", "place", "org", "product", "event", "demonym", "acronym")
_STYLES = ("tokens.css", "page.css", "card.css", "decide.css")
_WORDS = {
    PREFERRED: "the proposed form",
    PART: "a part of the name",
    OPEN: "another form, not decided",
    WRONG: "damaged",
}
_MOST_EVIDENCE = 4


@dataclass(frozen=True)
class Form:
    """A form seen, with how it stands and its counts, in words."""

    text: str
    standing: str
    words: str
    counts: str


@dataclass(frozen=True)
class Card:
    """One proposal as it is set: `row` holds the eight cells of its row."""

    number: int
    key: str
    one: Proposal
    row: tuple[str, ...]
    counts: str
    forms: tuple[Form, ...]
    evidence: tuple[str, ...]
    more: tuple[str, ...]
    quotes: tuple[Quote, ...]


def make_page(proposals: Sequence[Proposal], articles: int, signature: str) -> str:
    """Return the page; the same proposals give the same bytes."""
    cards = tuple(_cards(proposals))
    several = sum(one.ways > 1 for one in proposals)
    text = (
        _environment()
        .get_template("proposals.html")
        .render(
            title=f"{plural(len(cards), 'name')} in no glossary",
            cards=cards,
            articles=plural(articles, "article"),
            several=several,
            once=len(cards) - several,
            kinds=KINDS,
            store=_digest("\n".join(card.key for card in cards)),
            full_signature=signature,
        )
    )
    # a lone surrogate cannot be written as UTF-8: show it as a question mark
    return text.encode("utf-8", "replace").decode("utf-8")


@cache
def _environment() -> Environment:
    style = "".join(map(read_asset, _STYLES)) + read_asset("proposals.css", PACKAGE)
    script = join_scripts([*map(read_asset, SHARED_SCRIPTS), read_asset("proposals.js", PACKAGE)])
    return open_templates(style, script, PACKAGE)


def _cards(proposals: Sequence[Proposal]) -> Iterator[Card]:
    for number, one in enumerate(proposals, 1):
        respelt = [f"{way}: {form}" for way, form in one.respelt]
        lines = tuple(show_controls(line) for line in one.evidence)
        yield Card(
            number=number,
            key=_digest(f"{one.name}\n{one.kind}"),
            one=one,
            row=row_of(one),
            counts=f"{plural(one.articles, 'article')}, {plural(one.places, 'place')}",
            forms=tuple(
                Form(
                    show_controls(variant.text),
                    variant.standing,
                    _WORDS[variant.standing],
                    _count(variant),
                )
                for variant in one.variants
            ),
            evidence=lines[:_MOST_EVIDENCE],
            more=(*lines[_MOST_EVIDENCE:], *map(show_controls, respelt)),
            quotes=tuple(map(_show, one.quotes)),
        )


def _count(variant: Variant) -> str:
    if variant.places < 2:
        return "once" if variant.places else "nowhere whole"
    return f"{variant.places:,} in {plural(variant.articles, 'article')}"


def _show(quote: Quote) -> Quote:
    return Quote(
        path=show_controls(quote.path),
        line=quote.line,
        before=_open(show_controls(quote.before)),
        text=show_controls(quote.text),
        after=_close(show_controls(quote.after)),
        standing=quote.standing,
    )


def _open(before: str) -> str:
    """Show where a quotation begins inside a sentence."""
    return f"…{before}" if before[:1].islower() or before[:1].isdigit() else before


def _close(after: str) -> str:
    return after if after.rstrip('"”’»)')[-1:] in (".", "!", "?", ":") else f"{after}…"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
