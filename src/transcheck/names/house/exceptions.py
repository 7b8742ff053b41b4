"""Phrases in which a house keeps another form: chicken Kiev in a house that writes Kyiv."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from transcheck.model import Article, LeftAlone, Place, Segment, Span

_REASON = "this house keeps the phrase as it is"


def allow_phrases(
    article: Article, phrases: Sequence[str]
) -> tuple[Article, tuple[LeftAlone, ...]]:
    """Return the article with the phrases masked, and a note on each that stands in it.

    A phrase is found as whole words in any capitals.
    """
    if not phrases:
        return article, ()
    pieces = "|".join(re.escape(one) for one in sorted(phrases, key=lambda one: (-len(one), one)))
    pattern = re.compile(rf"(?<!\w)(?:{pieces})(?!\w)", re.IGNORECASE)
    segments: list[Segment] = []
    places: dict[str, list[Place]] = {}
    for number, segment in enumerate(article.segments):
        found = [Span(*match.span()) for match in pattern.finditer(segment.target)]
        segments.append(_mask(segment, found) if found else segment)
        for span in found:
            text = segment.target[span.start : span.end]
            places.setdefault(text, []).append(Place(number, span))
    if not places:
        return article, ()
    notes = (
        LeftAlone(text, "house-exception", _REASON, tuple(where)) for text, where in places.items()
    )
    return replace(article, segments=tuple(segments)), tuple(notes)


def _mask(segment: Segment, spans: Sequence[Span]) -> Segment:
    return replace(segment, protected=tuple(sorted((*segment.protected, *spans))))
