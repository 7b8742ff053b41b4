"""Particles before a family name that stands alone: fon der Lajen is von der Leyen, not fon der."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from transcheck.model import Article, Form, Mention, Span
from transcheck.names.words.lexicon import PARTICLES
from transcheck.names.words.units import Unit

_PARTICLES = re.compile(rf"(?:\b(?:{'|'.join(sorted(PARTICLES))})[ -])*$", re.IGNORECASE)
_RIGHT = (Form.EXACT, Form.ADMITTED)


def widen(
    mentions: Iterable[Mention], units: Sequence[Unit], article: Article
) -> Iterator[Mention]:
    """Yield the mentions, those of a damaged family name with the particles before it.

    Only where the name has as many particles of its own, and other ones.
    """
    alone = {unit.place: unit.last.particles for unit in units if unit.last.particles}
    for mention in mentions:
        particles = alone.get(mention.place) if alone else None
        yield _widen(mention, particles, article) if particles else mention


def _widen(mention: Mention, particles: str, article: Article) -> Mention:
    own = _own_particles(mention)
    text = article.segments[mention.segment].target
    start = text.rfind(particles, 0, mention.span.start)
    written = text[start : mention.span.start]
    same_number = len(re.findall(r"\w+", own)) == len(particles.split())
    if mention.form in _RIGHT or not same_number or own == written:
        return mention
    span = Span(start, mention.span.end)
    return replace(mention, name=own + mention.name, span=span, text=text[span.start : span.end])


def _own_particles(mention: Mention) -> str:
    """Return what stands between the given names and the family name: "von der ", "al-"."""
    whole = next((one.text for one in mention.evidence if one.kind == "glossary"), "")
    before = whole.removesuffix(mention.name)
    if not mention.concept.startswith("person:") or before == whole:
        return ""
    found = _PARTICLES.search(before)
    return found[0] if found else ""
