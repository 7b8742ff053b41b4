"""Forms of the glossary that stand there on purpose, place by place: quoted, foreign, in capitals.

What the guards are to pairs of spellings, these are to single places of a term.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from transcheck.model import Article, Form, LeftAlone, Place, Span
from transcheck.names.index import NameIndex
from transcheck.names.terms.matching import Hit
from transcheck.names.words.surroundings import foreign_titles, why_aside
from transcheck.names.words.tokens import Word

ASIDES = {
    "foreign-title": "a title in another language keeps its own spelling",
    "alias": "the text announces it as another form of the name",
    "language": "the text says that this is the name in another language",
    "quoted": "it stands alone in quotation marks",
    "bracketed": "it stands alone in brackets",
    "foreign": "it is part of a name in another language",
    "body": "it is part of the name of a body",
    "capitals": "the capitals of this article carry no marks",
}
"""Why a place is left alone, by the name under which the report says so."""

_ON_PURPOSE = {
    Form.RESPELT: ("alias", "language", "quoted", "bracketed", "foreign", "body"),
    Form.FOLDED: ("alias",),
}


def set_aside(
    hits: Iterable[Hit], texts: Sequence[Sequence[Word]], article: Article, index: NameIndex
) -> tuple[list[Hit], list[LeftAlone]]:
    """Return the hits to be judged and notes on those left alone."""
    kept, notes = [], []
    hits = list(hits)
    lost = any(hit.form is Form.FOLDED for hit in hits)
    marked = lost and _has_marked_capitals(texts)
    for hit in hits:
        why = _why(hit, article.segments[hit.segment].target, marked, index)
        if why is None:
            kept.append(hit)
        else:
            text = " ".join(word.text for word in hit.words)
            notes.append(LeftAlone(text, why, ASIDES[why], (Place(hit.segment, hit.span),)))
    return kept, notes


def find_titles(article: Article) -> dict[int, tuple[Span, ...]]:
    """Return the quotations left in another language by the number of their segment."""
    return {
        number: tuple(found)
        for number, segment in enumerate(article.segments)
        if (found := foreign_titles(segment.target))
    }


def note_titles(titles: Mapping[int, Iterable[Span]], article: Article) -> list[LeftAlone]:
    """Return a note for each title that was left alone."""
    notes = []
    for number, spans in titles.items():
        text = article.segments[number].target
        for span in spans:
            words, reason = text[span.start : span.end], ASIDES["foreign-title"]
            notes.append(LeftAlone(words, "foreign-title", reason, (Place(number, span),)))
    return notes


def _why(hit: Hit, text: str, marked: bool, index: NameIndex) -> str | None:
    if hit.form is Form.FOLDED and not marked and all(word.is_upper for word in hit.words):
        return "capitals"
    reasons = _ON_PURPOSE.get(hit.form, ())
    if index.concepts[hit.entry.concept].kind == "person":
        reasons = reasons[:1]
    why = why_aside(text, hit.span) if reasons else None
    return why if why in reasons else None


def _has_marked_capitals(texts: Iterable[Iterable[Word]]) -> bool:
    """Say whether any word in capitals keeps its marks: ŠABAC GETS ITS TRAIN BACK."""
    return any(
        not word.text.isascii() and len(word.text) > 3 and word.is_upper
        for words in texts
        for word in words
    )
