"""The paragraphs of an article in which names are looked for; what is asked of each is kept."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from transcheck.model import Article, Role, Segment, Span
from transcheck.names.words.tokens import Word, find_words
from transcheck.names.words.units import Unit

_UNREAD = (Role.FURNITURE, Role.BYLINE)
_TITLE_CASE = 0.7
"""Share of capitalised words from which a line is set as a title: its capitals say nothing."""


class Paragraphs:
    """One article by its paragraphs. `titles` are the numbers of those that are set as titles."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._words: dict[int, tuple[list[int], list[Word]]] = {}

    @cached_property
    def titles(self) -> frozenset[int]:
        """Return where capitals stand for other reasons than names: headlines, lists."""
        segments = enumerate(self.article.segments)
        return frozenset(number for number, segment in segments if _is_set_as_title(segment))

    def texts(self) -> Iterator[tuple[int, str]]:
        """Yield the running text by paragraph: no furniture, no bylines, no titles."""
        for number, segment in enumerate(self.article.segments):
            if segment.role not in _UNREAD and number not in self.titles:
                yield number, segment.target

    def is_read(self, number: int) -> bool:
        """Say whether names are looked for in a paragraph at all."""
        return self.article.segments[number].role not in _UNREAD

    def capitals(self, number: int, span: Span) -> tuple[Word, ...]:
        """Return the capitalised words of a stretch."""
        if number not in self._words:
            segment = self.article.segments[number]
            words = find_words(segment.target, number, segment.protected)
            self._words[number] = [word.span.start for word in words], words
        starts, words = self._words[number]
        inside = words[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return tuple(word for word in inside if word.is_capital)

    def line(self, unit: Unit) -> int:
        """Return the line of the file that a name stands on, from 1; 0 where there is none."""
        article = self.article
        if article.row is not None or not article.lines:
            return article.row or 0
        place = article.segments[unit.segment].locate(unit.span)
        return bisect_right(article.lines, place.start)


def _is_set_as_title(segment: Segment) -> bool:
    words = [word for word in segment.target.split() if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    few = segment.role is Role.HEADLINE or len(words) < 5
    return few or capitals >= _TITLE_CASE * len(words)
