"""The learned models: what a piece of a name becomes, and how likely, piece by piece.

A name is cut into pieces of up to four letters, each of which becomes another with a probability
of its own; the likeliest cut counts (Brill and Moore, "An improved error model for noisy channel
spelling correction", ACL 2000). Letters that stay as they are have a probability too: a Serb who
hears Rogers does not write g. `python -m benchmarks.training damage` writes the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from transcheck.model import Record

_DATA = Path(__file__).parents[1] / "data"
SLIP = 7.0
"""Cost of a letter that no piece explains, in nats: 1 in 1,000."""
_LIMIT = 30.0
KEPT = 0.05
_FARTHEST = 5
LONGEST = 4
_Row = tuple[str, float, float]
_Step = tuple[int, int, str, str, float]
_START: _Step = (0, 0, "", "", 0.0)


class Piece(Record, frozen=True):
    """`original` becomes `damaged`, the ends of a word being ^ and $.

    `cost` is -log of the probability, in nats. `odds` says how much oftener this happens than
    the reverse: log(count of this / count of the reverse).
    """

    original: str
    damaged: str
    cost: float
    odds: float = 0.0


class Change(Record, frozen=True):
    """`original` became `damaged`; it begins at `start`, the ^ of the original being 0."""

    start: int
    original: str
    damaged: str


class SegmentTable:
    """Pieces by their original; `slip` is the cost of a letter that none explains.

    `text` are the lines of a table's file, sorted. They are read by their first letter when a
    name asks for it: an article asks for a handful of names.
    """

    def __init__(self, text: str, slip: float = SLIP) -> None:
        self.slip = slip
        self._text = f"\n{text}"
        self._read: dict[str, dict[str, list[_Row]]] = {}

    def becomes(self, original: str) -> list[_Row]:
        """Return what a piece becomes: (damaged, cost, odds)."""
        letter = original[:1] or "\t"
        rows = self._read.get(letter)
        if rows is None:
            rows = self._read[letter] = self._read_letter(letter)
        return rows.get(original, _NOTHING)

    def odds(self, original: str, damaged: str) -> float:
        """Return the log-odds of a change over its reverse, 0 where it is in no table."""
        return next((row[2] for row in self.becomes(original) if row[0] == damaged), 0.0)

    def _read_letter(self, letter: str) -> dict[str, list[_Row]]:
        start = self._text.find(f"\n{letter}")
        rows: dict[str, list[_Row]] = {}
        if start < 0:
            return rows
        end = self._text.index("\n", self._text.rfind(f"\n{letter}") + 1)
        for line in self._text[start + 1 : end].split("\n"):
            one, other, cost, odds = line.split("\t")
            rows.setdefault(one, []).append((other, int(cost) / 100, int(odds) / 100))
        return rows


_NOTHING: list[_Row] = []


@cache
def read_table(name: str, slip: float = SLIP) -> SegmentTable:
    """Read a table of the package by name; kept in memory from then on."""
    return SegmentTable((_DATA / f"damage-{name}.txt").read_text("utf-8"), slip)


def write_pieces(pieces: Iterable[Piece]) -> str:
    """Return the lines of a table: original, damaged, cost and odds, tab between them.

    Sorted; cost and odds in hundredths of a nat.
    """
    return "".join(
        f"{one}\t{other}\t{round(100 * cost)}\t{round(100 * odds)}\n"
        for one, other, cost, odds in sorted(
            (p.original, p.damaged, p.cost, p.odds) for p in pieces
        )
    )


@lru_cache(maxsize=16_384)
def align(original: str, damaged: str, table: SegmentTable) -> tuple[float, tuple[Change, ...]]:
    """Return -log P(`damaged` | `original`) and what changes, in the order of the name.

    Both in lower case. Infinity and nothing where the two have too little in common.
    """
    source, target = f"^{original}$", f"^{damaged}$"
    rows, columns = len(source) + 1, len(target) + 1
    infinite, slip = float("inf"), table.slip
    best = [[infinite] * columns for _ in range(rows)]
    back = [[_START] * columns for _ in range(rows)]
    best[0][0] = 0.0
    for i, one in enumerate(source):
        row, below, under = best[i], best[i + 1], back[i + 1]
        kept, pieces = _pieces_at(source, i, target, table)
        inner = 0 < i < rows - 2
        swapped = source[i + 1 : i + 2] + one
        for j in range(max(0, i - _FARTHEST), min(columns - 1, i + _FARTHEST + 1)):
            here = row[j]
            if here > _LIMIT:
                continue
            other = target[j]
            if one == other:
                if here + kept < below[j + 1]:
                    below[j + 1], under[j + 1] = here + kept, (i, j, "", "", 0.0)
            elif (cost := here + slip) < _LIMIT:
                within = 0 < j < columns - 2
                if inner and cost < below[j]:
                    below[j], under[j] = cost, (i, j, one, "", slip)
                if within and i and cost < row[j + 1]:
                    row[j + 1], back[i][j + 1] = cost, (i, j, "", other, slip)
                if inner and within:
                    if cost < below[j + 1]:
                        below[j + 1], under[j + 1] = cost, (i, j, one, other, slip)
                    if target.startswith(swapped, j) and cost < best[i + 2][j + 2]:
                        step = (i, j, swapped[::-1], swapped, slip)
                        best[i + 2][j + 2], back[i + 2][j + 2] = cost, step
            for piece, becomes, price in pieces:
                if target.startswith(becomes, j):
                    a, b = i + len(piece), j + len(becomes)
                    if here + price < best[a][b]:
                        best[a][b], back[a][b] = here + price, (i, j, piece, becomes, price)
    total = best[-1][-1]
    return (total, _trace(back)) if total < infinite else (infinite, ())


def _pieces_at(
    source: str, start: int, target: str, table: SegmentTable
) -> tuple[float, list[tuple[str, str, float]]]:
    """Return what a letter costs that stays, and the pieces from it on that `target` may have."""
    kept, pieces = KEPT, []
    for end in range(start + 1, min(start + LONGEST, len(source)) + 1):
        piece = source[start:end]
        for becomes, cost, _ in table.becomes(piece):
            if becomes == piece:
                kept = cost
            elif becomes in target:
                pieces.append((piece, becomes, cost))
    return kept, pieces


def _trace(back: Sequence[Sequence[_Step]]) -> tuple[Change, ...]:
    changes, i, j = [], len(back) - 1, len(back[0]) - 1
    while i or j:
        i, j, original, damaged, _ = back[i][j]
        if original or damaged:
            changes.append(Change(i, original, damaged))
    return tuple(changes[::-1])
