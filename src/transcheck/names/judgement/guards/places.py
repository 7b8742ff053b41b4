"""Where two names stand to each other in the text, as guards ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from transcheck.model import Span
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.surroundings import before
from transcheck.names.words.units import Unit
from transcheck.names.words.usage import Usage

_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})[\"”»)]?[.!?…][\"”»)]?\s|\n")
_NEAR = 60
"""Characters between two names up to which what stands between them is read."""
_LONGEST = 2_000
"""Characters before a name in which its sentence begins: a line of a million letters has no end."""


def standings(usage: Usage) -> Iterator[tuple[str, Span]]:
    """Yield the text and the span of the whole name at each place of a spelling."""
    for unit, _ in usage.places:
        if unit.segment < len(usage.texts):
            yield usage.texts[unit.segment], unit.span


def gaps(pair: Pair) -> Iterator[str]:
    """Yield what stands between the two names wherever they stand near each other.

    Given names stand near each other where their full names do, and only before one family name.
    """
    if not pair.one.texts:
        return
    given = pair.one.is_given_only and pair.other.is_given_only
    for (a, _), (b, _) in product(pair.one.places, pair.other.places):
        if a.segment == b.segment and not (given and a.last.folded != b.last.folded):
            first, second = (a, b) if a.span.start < b.span.start else (b, a)
            if 0 < second.span.start - first.span.end <= _NEAR:
                yield pair.one.texts[a.segment][first.span.end : second.span.start]


def share_sentence(one: Unit, other: Unit, texts: Sequence[str]) -> bool:
    """Say whether two names stand in one sentence."""
    if one.segment != other.segment or one.segment >= len(texts):
        return False
    first, second = (one, other) if one.span.start < other.span.start else (other, one)
    return not _SENTENCE.search(texts[one.segment], first.span.end, second.span.start)


def sentence_around(unit: Unit, texts: Sequence[str]) -> str:
    """Return the sentence that a name stands in."""
    text = texts[unit.segment]
    floor = max(0, unit.span.start - _LONGEST)
    ends = (match.end() for match in _SENTENCE.finditer(text, floor, unit.span.start))
    start = max(ends, default=floor)
    end = _SENTENCE.search(text, unit.span.end)
    return text[start : end.start() if end else len(text)]


def leads(pair: Pair) -> Iterator[str]:
    """Yield what stands before each of the names, on its side of the sentence's end."""
    for usage in (pair.one, pair.other):
        for text, span in standings(usage):
            yield before(text, span.start)


def place_word(unit: Unit, texts: Sequence[str]) -> str | None:
    """Return the preposition of place right before a name, in lower case, if one stands there."""
    match = _PLACE_WORD.search(texts[unit.segment][: unit.span.start].lower())
    return match[1] if match else None


_PLACE_WORD = re.compile(r"\b(in|at|near|from|to|towards|around|outside) $")
