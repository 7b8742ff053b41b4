"""Where the places of a spelling stand: as a subject, behind a preposition, in furniture.

Slavic languages leave the bare name to the subject and set endings behind prepositions; a photo
credit is not judged, but it is a witness.
"""

from __future__ import annotations

import re

from transcheck.names.damage.rules import VOWELS
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.lexicon import is_recorded_name, is_title
from transcheck.names.words.surroundings import before
from transcheck.names.words.units import Unit
from transcheck.names.words.usage import Usage

_PREPOSITIONS = frozenset(
    "of to on with by from for against at in about into between after before without near behind "
    "under over through until towards toward than via".split()
)
_LAST_WORD = re.compile(r"([^\W\d_]+)\.? $")


def count_places(usage: Usage) -> int:
    """Return how often a spelling stands in the article: in furniture too, not in links."""
    return max(usage.count, usage.texts.count_word(usage.text))


def bare_places(usage: Usage) -> float:
    """Return how far it stands as names do without an ending, -1 (behind prepositions) to 1."""
    values = [_position(usage, number) for number in range(len(usage.places))]
    return sum(values) / (1 + len(values))


def stands_oblique(usage: Usage) -> bool:
    """Say whether it stands behind a preposition everywhere."""
    return all(_position(usage, number) < 0 for number in range(len(usage.places)))


def _position(usage: Usage, number: int) -> float:
    unit, _ = usage.places[number]
    if unit.segment >= len(usage.texts):
        return 0.0
    lead = before(usage.texts[unit.segment], unit.span.start)
    while (word := _LAST_WORD.search(lead)) and is_title(word[1]):
        lead = lead[: word.start()]
    if word is None:
        return 1.0
    return -1.0 if word[1].lower() in _PREPOSITIONS and not _is_uninflected(unit) else 0.0


def _is_uninflected(unit: Unit) -> bool:
    """Say whether its given name has no ending: Branimir Brstina is a name, Branimira a case."""
    given = unit.given[0].text if unit.given else ""
    return given[-1:] not in VOWELS and is_recorded_name(given)


def differ_in_ending(pair: Pair) -> bool:
    """Say whether a case ending may part the two."""
    return pair.differs_in_ending or pair.cheapest.uses("ending")
