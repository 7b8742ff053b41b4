"""Lists of names: in one line with commas, or one name a line with a number, a dash or a result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from transcheck.names.judgement.guards.places import sentence_around, units
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
_REACH = 60
"""Characters before a name in which its number stands."""
_NUMBER = re.compile(r"(?:^|[\s(,;])(\d{1,3})[.)]?\s+$")


def share_list(pair: Pair) -> bool:
    """Say whether two spellings stand in one list as two of its names, under two numbers."""
    same_number = [*_in_one_line(pair), *_line_by_line(pair)]
    return bool(same_number) and not any(same_number)


def _in_one_line(pair: Pair) -> Iterator[bool]:
    """Yield for each line that lists both whether they bear one number there."""
    texts = pair.one.texts
    ones, others = (
        _by_line(unit for unit in units(usage) if unit.in_list) for usage in (pair.one, pair.other)
    )
    for line in ones.keys() & others.keys():
        mine, theirs = (
            {_number(unit, texts) for unit in side[line] if _is_item(unit, texts)}
            for side in (ones, others)
        )
        if mine and theirs:
            yield any(mine & theirs)


def _line_by_line(pair: Pair) -> Iterator[bool]:
    """Yield for each list that has both, on lines of their own, whether they bear one number."""
    texts = pair.one.texts
    ones, others = (
        _by_line(unit for unit in units(usage) if unit.segment < len(texts))
        for usage in (pair.one, pair.other)
    )
    for lines in _lists(sorted(ones.keys() | others.keys()), texts):
        mine, theirs = (_lines_by_number(side, lines, texts) for side in (ones, others))
        if _are_two(mine.pop(None, set()), theirs.pop(None, set())):
            yield any(_are_two(mine[number], theirs[number]) for number in mine.keys() & theirs)


def _by_line(some: Iterable[Unit]) -> dict[int, list[Unit]]:
    lines: dict[int, list[Unit]] = {}
    for unit in some:
        lines.setdefault(unit.segment, []).append(unit)
    return lines


def _lists(lines: Iterable[int], texts: Sequence[str]) -> Iterator[list[int]]:
    """Cut line numbers, in order, into those that stand in one list; leave out the others."""
    groups: list[list[int]] = []
    for line in lines:
        shape = _shape(texts[line])
        if groups and shape and _go_on(shape, texts, groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        if len(group) > 1:
            first, last = max(0, group[0] - LEAST_LINES), group[-1] + LEAST_LINES
            shape = _shape(texts[group[0]])
            if sum(_shape(text) == shape for text in texts[first : last + 1]) >= LEAST_LINES:
                yield group


def _go_on(shape: str, texts: Sequence[str], first: int, last: int) -> bool:
    return all(_shape(texts[number]) == shape for number in range(first, last))


def _lines_by_number(
    side: Mapping[int, Sequence[Unit]], lines: Iterable[int], texts: Sequence[str]
) -> dict[str | None, set[int]]:
    """Return on which lines a name stands under which number; under None all of them."""
    found: dict[str | None, set[int]] = {}
    for line in lines:
        for unit in side.get(line, ()):
            for number in (None, _number(unit, texts)):
                found.setdefault(number, set()).add(line)
    return found


def _are_two(ones: set[int], others: set[int]) -> bool:
    """Say whether there is a line of the one and another line of the other."""
    return bool(ones and others) and len(ones | others) > 1


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
    text, start = texts[unit.segment], unit.span.start
    match = _NUMBER.search(text, max(0, start - _REACH), start)
    return match[1] if match else None
