"""Names of countries and cities in CLDR, through babel (Unicode-3.0)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale
from babel.core import get_global

from benchmarks.glossaries.rows import Source

LOCALES = {
    "sr": "sr_Latn", "hr": "hr", "bs": "bs", "mk": "mk", "sq": "sq", "bg": "bg", "sl": "sl",
    "cs": "cs", "sk": "sk", "uk": "uk", "ru": "ru", "pl": "pl", "ro": "ro", "hu": "hu",
}  # fmt: skip
"""The languages that news are translated from here, and CLDR's names for them."""

_ASIDE = re.compile(r"\s*\(.*\)$")
_ABBREVIATED = re.compile(r"\b(?:о-ва?|SAR|PUP|RPA|SHBA|СА)\b|[,/]")


@cache
def english_territories() -> dict[str, str]:
    """Return the English names of countries and territories by their codes of two letters."""
    names = Locale.parse("en").territories
    return {code: _tidy(name) for code, name in sorted(names.items()) if code.isalpha()}


def territory_forms(code: str, english: Iterable[str]) -> tuple[Source, ...]:
    """Return what the languages call a territory, where they do not write it as English does."""
    found = ((tag, _locale(tag).territories.get(code)) for tag in LOCALES)
    return differing(found, english)


@cache
def english_cities() -> dict[str, str]:
    """Return the English names of the cities of the time zones: Europe/Vienna is Vienna."""
    named = _locale("en").time_zones
    zones = {str(zone) for tag in LOCALES for zone in _locale(tag).time_zones}
    return {
        zone: named.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        for zone in sorted(zones)
    }


def city_forms(zone: str, english: Iterable[str]) -> tuple[Source, ...]:
    """Return what the languages call the city of a time zone, where English does not."""
    found = ((tag, _locale(tag).time_zones.get(zone, {}).get("city")) for tag in LOCALES)
    return differing(found, english)


def country_of(zone: str) -> str | None:
    """Return the code of the territory that a time zone lies in."""
    code: str | None = get_global("zone_territories").get(zone)
    return code


def differing(
    found: Iterable[tuple[str, str | None]], english: Iterable[str]
) -> tuple[Source, ...]:
    """Return the forms worth a place in a row: no English ones, Bosnian ones only beside others.

    Croatian and Bosnian forms are left out where Serbian has the same.
    """
    known = {form.casefold() for form in english}
    forms = {tag: _tidy(form) for tag, form in found if form}
    kept = []
    for tag, form in forms.items():
        as_serbian = tag in ("hr", "bs") and form.casefold() == forms.get("sr", "").casefold()
        if form.casefold() in known or as_serbian or _ABBREVIATED.search(form):
            continue
        kept.append((tag, form))
    return tuple(kept)


def _tidy(form: str) -> str:
    """Return a name without an aside, Myanmar (Burma), and with a plain apostrophe and hyphen."""
    return _ASIDE.sub("", form).replace("’", "'").replace("‑", "-")


@cache
def _locale(tag: str) -> Locale:
    return Locale.parse(LOCALES.get(tag, tag))
