"""Learn the damage tables: `python -m benchmarks.training damage [--check]`.

Writes names/data/damage-*.txt; with --check it only reports, learning from four fifths of the
names and measuring on the fifth that was left out.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.training.learning import learn, written_costs
from benchmarks.training.pairs import UNCLEAR, NamePair, read_pairs, read_strangers
from benchmarks.training.written import written_table
from transcheck.names.damage import likelihood, segments
from transcheck.names.damage.segments import Piece, SegmentTable

DATA = Path(segments.__file__).parents[1] / "data"
FOLDS = 5
_SERBIAN = ("sr", "hr", "bs", "mk")
_CYRILLIC = ("ru", "uk", "bg")
_LETTERS = ("diacritics", "inflection", "slip")
_SOUTH = ("sr", "hr")
_DOUBT = 0.3
"""Weight of a pair of which the script does not tell the language."""


def learn_tables(keep: Callable[[str], bool] = lambda name: True) -> dict[str, list[Piece]]:
    """Return the pieces of every table, learned from the names that `keep` lets through."""
    pairs = [pair for pair in read_pairs() if keep(pair.original)]
    strangers = [pair for pair in read_strangers() if keep(pair[0])]
    heard = ("respelling", "romanisation")
    serbian = [p for p in pairs if p.phenomenon == "respelling" and p.language in _SERBIAN]
    cyrillic = [p for p in pairs if p.phenomenon in heard and p.language in _CYRILLIC]
    albanian = [p for p in pairs if p.phenomenon == "respelling" and p.language == "sq"]
    letters = [p for p in pairs if p.phenomenon in _LETTERS]
    south = [p for p in letters if p.language in _SOUTH or p.phenomenon != "inflection"]
    east = [p for p in letters if p.language in _CYRILLIC or p.phenomenon != "inflection"]
    endings = written_costs(written_table("latin"), ("marks", "ending"))
    turned = [(a, b) if n % 2 else (b, a) for n, (a, b) in enumerate(strangers)]
    return {
        "serbian": learn(_weigh(serbian), written_costs(written_table("serbian"))),
        "cyrillic": learn(_weigh(cyrillic[::2]), written_costs(written_table("cyrillic"))),
        "all": learn(
            _weigh([*serbian, *cyrillic[::4], *albanian]), written_costs(written_table("all"))
        ),
        "serbian-letters": learn(_weigh(south[::2]), endings),
        "cyrillic-letters": learn(_weigh(east[::2]), endings),
        "all-letters": learn(_weigh(letters[::3]), endings),
        "strangers": learn(
            [(a.lower(), b.lower(), 1.0) for a, b in turned], {}, window=2, fewest=6
        ),
    }


def _weigh(pairs: Iterable[NamePair]) -> list[tuple[str, str, float]]:
    return [
        (p.original.lower(), p.damaged.lower(), _DOUBT if p.source == UNCLEAR else 1.0)
        for p in pairs
    ]


def _check() -> None:
    """Learn from four fifths and print what the tables make of the fifth left out."""
    tables = learn_tables(lambda name: not _is_left_out(name))
    read = {name: segments.write_pieces(pieces) for name, pieces in tables.items()}

    def read_table(name: str, slip: float = segments.SLIP) -> SegmentTable:
        return kept.setdefault(name, SegmentTable(read[name], slip))

    kept: dict[str, SegmentTable] = {}
    likelihood.read_table = read_table  # type: ignore[assignment]
    odds = sorted(
        (likelihood.log_odds(a.lower(), b.lower(), "sr") for a, b in read_strangers()
         if _is_left_out(a)), reverse=True,
    )  # fmt: skip
    threshold = odds[len(odds) // 100]
    print(f"1 % of {len(odds)} pairs of strangers left out are above {threshold:.1f} nats")
    print(f"  {'damage':<16}{'group':<10}{'pairs':>8}{'above':>8}{'direction':>12}")
    groups = {"serbian": _SERBIAN, "cyrillic": _CYRILLIC, "albanian": ("sq",)}
    for phenomenon in ("respelling", "romanisation", *_LETTERS):
        for group, languages in groups.items():
            some = [
                pair
                for pair in read_pairs()
                if pair.phenomenon == phenomenon and pair.language in languages
                and pair.source != UNCLEAR and _is_left_out(pair.original)
            ]  # fmt: skip
            if some:
                _print_share(phenomenon, group, some, threshold)


def _print_share(phenomenon: str, group: str, pairs: list[NamePair], threshold: float) -> None:
    words = [(p.original.lower(), p.damaged.lower(), p.language) for p in pairs]
    above = sum(likelihood.log_odds(*pair) > threshold for pair in words) / len(words)
    right = sum(likelihood.damage_odds(*pair) > 0 for pair in words) / len(words)
    print(f"  {phenomenon:<16}{group:<10}{len(words):>8}{above:>8.3f}{right:>12.3f}")


def _is_left_out(name: str) -> bool:
    return zlib.crc32(name.lower().encode()) % FOLDS == 0


def main() -> None:
    """Write the tables, or only check them."""
    if "--check" in sys.argv:
        _check()
        return
    for name, pieces in learn_tables().items():
        path = DATA / f"damage-{name}.txt"
        path.write_text(segments.write_pieces(pieces), "utf-8")
        print(f"{path.name}: {len(pieces):,} pieces, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
