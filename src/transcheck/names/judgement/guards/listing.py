"""Lists of names: in one line with commas, or one name a line with a number, a dash or a result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from transcheck.names.judgement.guards.places import sentence_around
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.units import Unit

LEAST_LINES = 3
"""Lines of one shape in a row that make a list."""
LONGEST_ITEM = 90
"""Characters of a line up to which it may be an item."""

LEAST_NEXT = 3
"""Names behind a comma in one sentence that make it a list."""
_NEXT = re.compile(r"(?:[,;]| ·| /) (?=[^\W\d_a-z])")

_SHAPES = {
    "number": re.compile(r"\s*\d{1,3}[.)]?\s+\S"),
    "dash": re.compile(r"\s*[-–—•*]\s+\S"),
    "result": re.compile(
        r"\s*[^\W\d_a-z][^.!?:;]*\s(?:\(?\d[\d.,:%–-]*\)?|\([^()]+\))"
        r"(?: (?:points|votes|pts|goals|percent))?\s*$"
    ),
}
"""How an item looks: a number or a dash before the name, a result or a bracket behind it."""
_NUMBER = re.compile(r"(?:^|[\s(,;])(\d{1,3})[.)]?\s+$")


def share_list(pair: Pair) -> bool:
    """Say whether two spellings stand in one list as two of its names, under two numbers."""
    texts = pair.one.texts
    listed = [
        (a, b)
        for (a, _), (b, _) in product(pair.one.places, pair.other.places)
        if _are_listed(a, b, texts)
    ]
    same_number = any((n := _number(a, texts)) and n == _number(b, texts) for a, b in listed)
    return bool(listed) and not same_number


def _are_listed(one: Unit, other: Unit, texts: Sequence[str]) -> bool:
    if one.segment == other.segment:
        return all(unit.in_list and _is_item(unit, texts) for unit in (one, other))
    first, last = sorted((one.segment, other.segment))
    if last >= len(texts):
        return False
    shape = _shape(texts[first])
    if shape is None or any(_shape(text) != shape for text in texts[first + 1 : last + 1]):
        return False
    around = texts[max(0, first - LEAST_LINES) : last + 1 + LEAST_LINES]
    return sum(_shape(text) == shape for text in around) >= LEAST_LINES


def _is_item(unit: Unit, texts: Sequence[str]) -> bool:
    """Say whether the sentence around a name lists names: a long paragraph holds many others."""
    text = texts[unit.segment] if unit.segment < len(texts) else ""
    return not text or len(_NEXT.findall(sentence_around(unit, texts))) >= LEAST_NEXT


def _shape(text: str) -> str | None:
    if len(text) > LONGEST_ITEM:
        return None
    return next((name for name, pattern in _SHAPES.items() if pattern.match(text)), None)


def _number(unit: Unit, texts: Sequence[str]) -> str | None:
    if unit.segment >= len(texts):
        return None
    match = _NUMBER.search(texts[unit.segment][: unit.span.start])
    return match[1] if match else None
