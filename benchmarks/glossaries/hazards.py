"""Which small places would raise false alarms, and are left out.

A name of a glossary is also looked for damaged: a village called like people are (Maglić), or
like a word but for its marks, would claim strangers. Towns of TOWN people and more are in the news
often enough to be worth it, unless they lose their marks to somebody's name.
"""

from __future__ import annotations

from transcheck.names.words.lexicon import is_known_name, is_recorded_name, is_word
from transcheck.text.fold import fold

LEAST_PEOPLE = 1_000
LEAST_PEOPLE_IN_SLOVENIA = 3_000
TOWN = 10_000
LEAST_LETTERS, LEAST_LETTERS_OF_TOWNS = 5, 4
_FAMILY = ("ić", "ič", "ski")
_PARTS = frozenset(("Velika", "Polje", "Luka", "Brdo", "Gradac", "Selo", "Varoš", "Centar"))
"""Places called like a part of longer names: Velika Kladuša, Roško Polje."""


def why_left_out(name: str, population: int, country: str) -> str | None:
    """Return why a place is left out, None when it is a row."""
    least = LEAST_PEOPLE_IN_SLOVENIA if country == "SI" else LEAST_PEOPLE
    if population < least:
        return "few people"
    if name in _PARTS:
        return "part of longer names"
    if " " in name or "-" in name:
        return None
    plain = fold(name).capitalize()
    town = population >= TOWN
    if len(plain) < (LEAST_LETTERS_OF_TOWNS if town else LEAST_LETTERS):
        return "short"
    if name.endswith(_FAMILY) and not town:
        return "family name"
    if not name.isascii() and (is_word(plain) or is_recorded_name(plain)):
        return "another name without its marks"
    if not town and (is_word(plain) or is_recorded_name(name) or is_known_name(name)):
        return "word or name of people"
    return None
