"""Places of the Western Balkans: GeoNames', spelt as news print them, and Kosovo by hand.

In Kosovo the name is the Albanian one where most of a municipality are Albanians, the Serbian one
where most are Serbs, or what English itself says (North Mitrovica); both are admitted, and both
stand under `source` by their language. Where English has a name of its own, theirs are sources
only; so is another people's name elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.glossaries.geonames import COUNTRIES, list_places
from benchmarks.glossaries.hazards import why_left_out
from benchmarks.glossaries.rows import Row, unique
from benchmarks.glossaries.spelling import plain_forms, spell
from benchmarks.glossaries.tables import read_table, split_forms, split_sources

MOST_REFERENCES = 4
"""Places of one name that a row tells apart; a name of more is told as one of several."""


def list_balkan_places() -> Iterator[Row]:
    """Yield a row for each name, the largest place first; places of one name share a row."""
    rows: dict[str, Row] = {row.name: row for row in _of_kosovo()}
    more = {(row["country"], row["name"]): row for row in read_table("places")}
    for place in list_places():
        spelt = spell(place) if place.country != "XK" else None
        if spelt is None:
            continue
        name, admitted, sources = spelt
        own = more.pop((place.country, name), None)
        if own is None and why_left_out(name, place.population, place.country):
            continue
        ref = f"geonames:{place.number}"
        row = Row(name, admitted, (), sources, COUNTRIES[place.country], ref)
        if own:
            forms = (*split_forms(own["admitted"]), *admitted)
            sources = (*sources, *split_sources(own["sources"]))
            row = Row(name, unique(forms), (), sources, row.note, f"{ref} hand")
        rows[name] = _join(rows[name], row) if name in rows else row
    if more:
        raise SystemExit(f"GeoNames has no {', '.join(map(str, more))}: mend tables/places.csv")
    yield from rows.values()


def _join(one: Row, other: Row) -> Row:
    """Return one row for two places of one name; the note says in which countries they are."""
    if len(one.ref.split()) >= MOST_REFERENCES:
        return one
    joined = one.joined(other)
    note = one.note if other.note in one.note else f"{one.note}; {other.note}"
    return Row(one.name, joined.admitted, (), joined.sources, note, joined.ref)


def _of_kosovo() -> Iterator[Row]:
    for own in read_table("kosovo"):
        serbian, albanian = split_forms(own["sr"]), split_forms(own["sq"])
        printed = {"sr": serbian, "sq": albanian}.get(own["prints"])
        forms = (*printed, *serbian, *albanian) if printed else split_forms(own["prints"])
        plain = plain_forms(albanian, serbian) if printed else ()
        name, *admitted = unique((*forms, *plain))
        sources = [("sr", form) for form in serbian] + [("sq", form) for form in albanian]
        note = f"{own['note']}, Kosovo" if own["note"] else "Kosovo"
        ref = f"geonames:{own['geonames']} hand" if own["geonames"] else "hand"
        yield Row(name, tuple(admitted), (), tuple(sources), note, ref)
