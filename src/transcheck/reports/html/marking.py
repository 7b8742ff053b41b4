"""An article's text in pieces: plain, or marked as wrong, as proof, as confirmed, as unknown."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.model import Span


@dataclass(frozen=True)
class Mark:
    """A stretch to mark. `kind` is err, rev, waived, other, proof, ok or new.

    `words` are what a screen reader says beside the number; `first` is the place that carries
    the tick of a confirmed name.
    """

    span: Span
    kind: str
    label: str = ""
    words: str = ""
    fingerprint: str = ""
    anchor: str = ""
    link: str = ""
    first: bool = False

    @property
    def is_finding(self) -> bool:
        """Whether the mark is a finding's own place."""
        return bool(self.fingerprint)


@dataclass(frozen=True)
class Piece:
    """Text with at most one mark around it; `last` is the piece that carries the number."""

    text: str
    mark: Mark | None = None
    inner: tuple[Piece, ...] = ()
    begins: bool = True
    last: bool = True


def cut_pieces(text: str, findings: Sequence[Mark], quiet: Sequence[Mark]) -> tuple[Piece, ...]:
    """Cut a segment's text at its marks. Findings come first; a quiet mark in their way is left.

    The text of all pieces together is the text itself: nothing is lost and nothing is added.
    """
    taken = _Taken(findings)
    kept = [*findings, *(mark for mark in quiet if taken.take(mark.span))]
    inside = [mark for mark in kept if 0 <= mark.span.start <= mark.span.end <= len(text)]
    inside.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    return _nest(text, 0, len(text), [(mark, mark.span.start, mark.span.end) for mark in inside])


class _Taken:
    """Stretches that are marked already, apart and in order, so that each is found quickly."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((mark.span.start, mark.span.end) for mark in marks):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def take(self, span: Span) -> bool:
        """Take a stretch if it is free and not empty."""
        at = bisect_left(self._starts, span.end)
        if span.end <= span.start or (at and self._ends[at - 1] > span.start):
            return False
        self._starts.insert(at, span.start)
        self._ends.insert(at, span.end)
        return True


Open = tuple[Mark, int, int]


def _nest(text: str, start: int, end: int, marks: Sequence[Open]) -> tuple[Piece, ...]:
    """Set marks inside one another; one that would cross another's end is continued after it."""
    pieces: list[Piece] = []
    at = start
    queue = deque(marks)
    while queue:
        mark, low, high = queue.popleft()
        if low > at:
            pieces.append(Piece(text[at:low]))
        inner: list[Open] = []
        while queue and (queue[0][1] < high or queue[0][1:] == (low, high)):
            inner.append(queue.popleft())
        queue.extendleft(reversed([(one, high, b) for one, _, b in inner if b > high]))
        within = [(one, a, min(b, high)) for one, a, b in inner]
        pieces.append(
            Piece(
                text[low:high],
                mark,
                _nest(text, low, high, within) if within else (),
                begins=low == mark.span.start,
                last=high == mark.span.end,
            )
        )
        at = high
    if at < end:
        pieces.append(Piece(text[at:end]))
    return tuple(pieces)
