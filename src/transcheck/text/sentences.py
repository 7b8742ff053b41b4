"""The sentences of a passage, without the blanks around them."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import Span


def find_sentences(text: str, language: str) -> Iterator[Span]:
    """Yield the sentences of `text` by the rules of a language (BCP 47)."""
    from sentencex import get_sentence_boundaries

    for found in get_sentence_boundaries(language, text):
        span = trim(text, found["start_index"], found["end_index"])
        if span.start < span.end:
            yield span


def trim(text: str, start: int, end: int) -> Span:
    """Return the stretch from `start` to `end` without the blanks at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
