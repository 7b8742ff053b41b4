"""Where two names stand to each other in the text, as guards ask."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from transcheck.model import Span
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.surroundings import before
from transcheck.names.words.units import Unit
from transcheck.names.words.usage import Usage

_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})[\"”»)]?[.!?…][\"”»)]?\s|\n")
_NEAR = 60
"""Characters between two names up to which what stands between them is read."""
_USUAL, _LONGEST = 240, 2_000
"""Characters of a sentence before a name or behind it: most end within the first, a longer one
than the second is none. A line of a million letters has no end."""


def units(usage: Usage) -> list[Unit]:
    """Return the whole names that a spelling stands in, in text order."""
    return [unit for unit, _ in usage.places]


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
    for a, b in _meetings(units(pair.one), units(pair.other), _are_near):
        if given and a.last.folded != b.last.folded:
            continue
        first, second = _in_order(a, b)
        if first.span.end < second.span.start:
            yield pair.one.texts[a.segment][first.span.end : second.span.start]


def _are_near(one: Unit, other: Unit) -> bool:
    if one.segment != other.segment:
        return False
    first, second = _in_order(one, other)
    return second.span.start - first.span.end <= _NEAR


def in_one_sentence(
    ones: Sequence[Unit], others: Sequence[Unit], texts: Sequence[str]
) -> Iterator[tuple[Unit, Unit]]:
    """Yield the pairs of names that stand in one sentence; both come in text order."""
    return _meetings(ones, others, lambda one, other: _share_sentence(one, other, texts))


def _share_sentence(one: Unit, other: Unit, texts: Sequence[str]) -> bool:
    if one.segment != other.segment or one.segment >= len(texts):
        return False
    first, second = _in_order(one, other)
    start, end = first.span.end, second.span.start
    return end - start <= _LONGEST and not _SENTENCE.search(texts[one.segment], start, end)


def _meetings(
    ones: Sequence[Unit], others: Sequence[Unit], do_meet: Callable[[Unit, Unit], bool]
) -> Iterator[tuple[Unit, Unit]]:
    """Yield the pairs that meet, in any order: from each name outwards until one does not.

    A long text names two people thousands of times; of each place only the next ones count.
    """
    starts = [_start(unit) for unit in others]
    for one in ones:
        here = bisect_left(starts, _start(one))
        for ahead in (range(here, len(others)), range(here - 1, -1, -1)):
            for number in ahead:
                if not do_meet(one, others[number]):
                    break
                yield one, others[number]


def _start(unit: Unit) -> tuple[int, int]:
    first = unit.words[0]
    return first.segment, first.span.start


def _in_order(one: Unit, other: Unit) -> tuple[Unit, Unit]:
    return (one, other) if _start(one) < _start(other) else (other, one)


def sentence_around(unit: Unit, texts: Sequence[str]) -> str:
    """Return the sentence that a name stands in."""
    return sentence_at(texts[unit.segment], unit.span)


def sentence_at(text: str, span: Span) -> str:
    """Return the sentence of a text that a span lies in."""
    end = _SENTENCE.search(text, span.end, span.end + _LONGEST)
    return text[_sentence_start(text, span.start) : end.start() if end else span.end + _LONGEST]


def _sentence_start(text: str, place: int) -> int:
    for reach in (_USUAL, _LONGEST):
        floor = max(0, place - reach)
        ends = [match.end() for match in _SENTENCE.finditer(text, floor, place)]
        if ends:
            return ends[-1]
    return floor


def leads(pair: Pair) -> Iterator[str]:
    """Yield what stands before each of the names, on its side of the sentence's end."""
    for usage in (pair.one, pair.other):
        for text, span in standings(usage):
            yield before(text, span.start)


def place_word(unit: Unit, texts: Sequence[str]) -> str | None:
    """Return the preposition of place right before a name, in lower case, if one stands there."""
    start = unit.span.start
    match = _PLACE_WORD.search(texts[unit.segment][max(0, start - _PLACE_REACH) : start].lower())
    return match[1] if match else None


_PLACE_WORD = re.compile(r"\b(in|at|near|from|to|towards|around|outside) $")
_PLACE_REACH = 12
"""Characters of the longest of them and one before it."""
