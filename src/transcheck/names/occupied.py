"""Which places of an article are taken: fast also on a line of a million letters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from transcheck.model import Place, Span


class Occupied:
    """The spans taken in each segment, joined where they overlap."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._ends: dict[int, list[int]] = {}
        self._starts: dict[int, list[int]] = {}
        for place in sorted(places):
            starts = self._starts.setdefault(place.segment, [])
            ends = self._ends.setdefault(place.segment, [])
            if ends and place.span.start < ends[-1]:
                ends[-1] = max(ends[-1], place.span.end)
            else:
                starts.append(place.span.start)
                ends.append(place.span.end)

    def holds(self, place: Place) -> bool:
        """Say whether any taken span overlaps this one."""
        ends = self._ends.get(place.segment)
        if not ends:
            return False
        first = bisect_left(ends, place.span.start + 1)
        return first < len(ends) and self._starts[place.segment][first] < place.span.end

    def covers(self, place: Place) -> bool:
        """Say whether the place lies inside a taken span and is not the whole of it."""
        ends = self._ends.get(place.segment, [])
        first = bisect_left(ends, place.span.end)
        if first == len(ends):
            return False
        taken = Span(self._starts[place.segment][first], ends[first])
        return taken.start <= place.span.start and taken != place.span
