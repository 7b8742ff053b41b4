"""Countries and territories: CLDR's, under the names that English news print.

CLDR's English is not always theirs (Bosnia & Herzegovina, Hong Kong SAR China):
tables/countries.csv says what is written instead, what is left out, and why.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.glossaries.cldr import english_territories, territory_forms
from benchmarks.glossaries.rows import Row, unique
from benchmarks.glossaries.tables import read_table, split_forms, split_sources


def list_countries() -> Iterator[Row]:
    """Yield a row for each country and territory."""
    ours = {row["code"]: row for row in read_table("countries")}
    for code, english in english_territories().items():
        own = ours.get(code)
        if own and not own["name"]:
            continue
        name = own["name"] if own else english
        admitted = split_forms(own["admitted"]) if own else ()
        forms = territory_forms(code, (name, *admitted)) if not own or own["cldr"] != "no" else ()
        more = split_sources(own["sources"]) if own else ()
        yield Row(
            name,
            admitted,
            split_forms(own["rejected"]) if own else (),
            unique((*forms, *more)),
            ref=f"cldr:{code}" + (" hand" if more else ""),
        )


def print_names() -> dict[str, str]:
    """Return the name that news print for each territory: what notes say."""
    ours = {row["code"]: row["name"] for row in read_table("countries")}
    return {code: ours.get(code) or name for code, name in english_territories().items()} | {
        "CZ": "Czechia", "TR": "Turkey", "MM": "Myanmar", "CI": "Ivory Coast", "HK": "China",
        "MO": "China", "CV": "Cape Verde", "TL": "East Timor", "PS": "Palestine",
    }  # fmt: skip
