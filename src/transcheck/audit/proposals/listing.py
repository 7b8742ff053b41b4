"""The proposals as a plain list: one name a line, with its counts and the forms seen."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.audit.proposals.proposal import PART, Proposal
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural


def make_list(proposals: Iterable[Proposal]) -> str:
    """Return one line a name: articles, places, name, kind, other forms with their counts."""
    return "".join(f"{show_controls(_line(one))}\n" for one in proposals)


def _line(one: Proposal) -> str:
    kind = f" ({one.kind})" if one.kind else ""
    counts = f"{plural(one.articles, 'article')}, {plural(one.places, 'place')}"
    forms = [
        f"{variant.text} {variant.places}"
        for variant in one.variants
        if variant.standing != PART and variant.text != one.name
    ]
    also = f"; also {', '.join(forms)}" if forms else ""
    return f"{one.name}{kind}: {counts}{also}"
