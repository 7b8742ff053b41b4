"""Cities of the world: those of CLDR's time zones, and a table of exonyms that CLDR lacks.

Outside the Western Balkans English news leave marks out (Asuncion, Chisinau): the name is without
them and the marked form is admitted. tables/zones.csv says which zones are no cities of the news
and what is written otherwise; tables/exonyms-*.csv hold capitals and cities by hand;
tables/lookalikes.csv large cities that are nearly another's name: with both known, neither is
taken for the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.glossaries.cldr import LOCALES, city_forms, country_of, differing, english_cities
from benchmarks.glossaries.countries import print_names
from benchmarks.glossaries.rows import Row, unique
from benchmarks.glossaries.tables import read_table, split_forms, split_sources
from transcheck.text.fold import fold

TABLES = ("exonyms-west", "exonyms-east", "exonyms-world")


def list_cities() -> Iterator[Row]:
    """Yield a row for each city; what both sources have is joined."""
    rows: dict[str, Row] = {}
    for row in (*_of_cldr(), *_by_hand(), *_like_them()):
        rows[row.name] = rows[row.name].joined(row) if row.name in rows else row
    yield from rows.values()


def _of_cldr() -> Iterator[Row]:
    ours = {row["zone"]: row for row in read_table("zones")}
    countries = print_names()
    if unknown := ours.keys() - english_cities().keys():
        raise SystemExit(f"CLDR has no {', '.join(sorted(unknown))}: mend tables/zones.csv")
    for zone, english in english_cities().items():
        own = ours.get(zone)
        if own and not own["name"]:
            continue
        name = own["name"] if own else _without_marks(english)
        admitted = split_forms(own["admitted"]) if own else (english,) if english != name else ()
        more = split_sources(own["sources"]) if own else ()
        forms = () if own and own["cldr"] == "no" else city_forms(zone, (name, *admitted))
        note = countries.get(country_of(zone) or "", "")
        ref = f"cldr:{zone}" + (" hand" if more else "")
        yield Row(name, admitted, (), unique((*forms, *more)), note, ref)


def _by_hand() -> Iterator[Row]:
    for table in TABLES:
        for row in read_table(table):
            english = (row["name"], *split_forms(row["admitted"]))
            found = [(tag, form) for tag in LOCALES for form in split_forms(row.get(tag) or "")]
            other = split_sources(row["other"])
            first = [(tag, form) for tag, form in found if split_forms(row[tag])[0] == form]
            second = [one for one in found if one not in first]
            kept = differing(first, english)
            more = [one for one in (*second, *other) if one[1] not in english]
            yield Row(row["name"], english[1:], (), unique((*kept, *more)), row["where"], "hand")


def _like_them() -> Iterator[Row]:
    """Yield large cities that the program would take for another, damaged (strangers.py)."""
    for row in read_table("lookalikes"):
        yield Row(row["name"], (), (), (), row["where"], f"geonames:{row['geonames']}")


def _without_marks(name: str) -> str:
    plain = "".join(c if c.isascii() else _plain(c) for c in name)
    return plain.replace("’", "'")


def _plain(letter: str) -> str:
    folded = fold(letter) if letter.isalpha() else letter
    return folded.upper() if letter.isupper() else folded
