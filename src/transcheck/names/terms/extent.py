"""How far a damaged name reaches: fon der Lajen with its particles, kovid-19 with its figures."""

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
    """Yield the mentions, those of a damaged name with all that is written of it there.

    Particles only where the name has as many of its own, and other ones.
    """
    alone = {unit.place: unit.last.particles for unit in units if unit.last.particles}
    for mention in mentions:
        if mention.form in _RIGHT:
            yield mention
            continue
        text = article.segments[mention.segment].target
        particles = alone.get(mention.place) if alone else None
        widened = _take_particles(mention, particles, text) if particles else mention
        yield _take_figures(widened, text) if mention.name[-1:].isdigit() else widened


def _take_particles(mention: Mention, particles: str, text: str) -> Mention:
    own = _own_particles(mention)
    start = text.rfind(particles, 0, mention.span.start)
    written = text[start : mention.span.start]
    same_number = len(re.findall(r"\w+", own)) == len(particles.split())
    if not same_number or own == written:
        return mention
    span = Span(start, mention.span.end)
    return replace(mention, name=own + mention.name, span=span, text=text[start : span.end])


def _take_figures(mention: Mention, text: str) -> Mention:
    """Return a mention with the figures that its name ends in, where they stand there."""
    figures = mention.name[len(mention.name.rstrip("-0123456789")) :]
    start, end = mention.span.start, mention.span.end + len(figures)
    if text[mention.span.end : end] != figures or text[end : end + 1].isalnum():
        return mention
    return replace(mention, span=Span(start, end), text=text[start:end])


def _own_particles(mention: Mention) -> str:
    """Return what stands between the given names and the family name: "von der ", "al-"."""
    whole = next((one.text for one in mention.evidence if one.kind == "glossary"), "")
    before = whole.removesuffix(mention.name)
    if not mention.concept.startswith("person:") or before == whole:
        return ""
    found = _PARTICLES.search(before)
    return found[0] if found else ""
