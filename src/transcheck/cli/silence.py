"""Why nothing was found at a place of an article: what stands there, which guard held it back."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import Article, Place, Role
from transcheck.names import Trace
from transcheck.names.words.lexicon import is_known_name, is_title, is_word
from transcheck.text.tags import group, language_name


def explain_silence(place: Place, article: Article, trace: Trace) -> Iterator[str]:
    """Yield what stands at a place where nothing was found and why it is silent."""
    segment = article.segments[place.segment]
    text = segment.target[place.span.start : place.span.end]
    languages = trace.names.languages
    if segment.role is Role.FURNITURE:
        yield f'"{text}" stands in the furniture of the page, which is not judged.'
    elif any(place.span.overlaps(span) for span in segment.protected):
        yield f'"{text}" is protected (a link, code, or left as it was on purpose) and not judged.'
    elif languages.article and group(languages.article) != group(languages.target):
        read, target = language_name(languages.article), language_name(languages.target)
        yield f"The article reads as {read}, not {target}: its names were not judged."
    else:
        lines = [*_confirmed(place, trace), *_left_alone(place, trace)]
        yield from lines or [_as_word(text)]


def _confirmed(place: Place, trace: Trace) -> Iterator[str]:
    for name in trace.names.confirmed:
        if any(_overlaps(one, place) for one in name.places):
            yield f'"{name.name}" was confirmed by {name.by}.'


def _left_alone(place: Place, trace: Trace) -> Iterator[str]:
    """Yield what the report says of a place; pairs are told with what was not followed."""
    pairs = {held.guard for held in trace.silenced_at(place)}
    for note in trace.names.left_alone:
        if note.guard in pairs or not any(_overlaps(one, place) for one in note.places):
            continue
        if note.guard == "in-no-glossary":
            yield f'"{note.text}" is {note.reason}.'
        else:
            yield f'"{note.text}" was left alone by guard {note.guard}: {note.reason}.'


def _as_word(text: str) -> str:
    if not text[:1].isupper():
        return f'"{text}" is a word in lower case: only names are judged.'
    if is_title(text):
        return f'"{text}" is a title, no part of a name.'
    if is_word(text):
        name = "that is also a name" if is_known_name(text) else "with a capital"
        return f'"{text}" is an ordinary English word {name}; nothing says that a name is meant.'
    return f'"{text}" is written one way, and no glossary or other place speaks against it.'


def _overlaps(one: Place, other: Place) -> bool:
    return one.segment == other.segment and one.span.overlaps(other.span)
