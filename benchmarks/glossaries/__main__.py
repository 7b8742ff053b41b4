"""python -m benchmarks.glossaries [--into FOLDER] [--hand FOLDER]."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.glossaries.balkans import list_balkan_places
from benchmarks.glossaries.cities import list_cities
from benchmarks.glossaries.claims import Claims
from benchmarks.glossaries.countries import list_countries
from benchmarks.glossaries.rows import Row, write_rows

SHIPPED = Path(__file__).parents[2] / "glossaries"
BUILT: dict[str, Callable[[], Iterable[Row]]] = {
    "countries.csv": list_countries,
    "cities.csv": list_cities,
    "places-balkans.csv": list_balkan_places,
}
"""In this order a place, and a form that two have, goes to the first that asks."""


def build(into: Path, hand: Path = SHIPPED) -> dict[str, int]:
    """Write the built glossaries into a folder; return how many rows each has."""
    claims = Claims(path for path in sorted(hand.glob("*.csv")) if path.name not in BUILT)
    admitted = {name: list(claims.admit(rows())) for name, rows in BUILT.items()}
    for name, rows in admitted.items():
        write_rows(into / name, claims.give_sources(rows))
    return {name: len(rows) for name, rows in admitted.items()}


def main() -> None:
    """Build and say how much."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.glossaries")
    parser.add_argument("--into", type=Path, default=SHIPPED, help="folder to write to")
    parser.add_argument(
        "--hand", type=Path, default=SHIPPED, help="folder of the hand-written ones"
    )
    asked = parser.parse_args()
    for name, count in build(asked.into, asked.hand).items():
        print(f"{asked.into / name}: {count} rows")


if __name__ == "__main__":
    main()
