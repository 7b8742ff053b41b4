"""The second judgement: which of two spellings of one name is wrong.

A sum of antisymmetric evidence: every term changes its sign when the two change places. The
weights are log-odds and stand in one table; no single evidence decides.
"""

from __future__ import annotations

import math

from transcheck.names.judgement.pair import Pair
from transcheck.names.words.lexicon import is_known_name, is_word
from transcheck.names.words.usage import Usage

WEIGHTS = {
    "glossary": 4.0,
    "preferred": 3.0,
    "capitals lost": 1.5,
    "marks lost": 2.5,
    "damage": 3.0,
    "damage, language unknown": 1.2,
    "counts": 0.8,
    "full name": 1.0,
    "ending left on": 0.6,
    "known": 0.8,
    "later": 0.1,
}
MOST_DAMAGE = {"damage": 1.1, "damage, language unknown": 1.0}
"""Bounds on the difference of the two costs, by whether the source language is known."""
MOST_DAMAGE_IN_ENDING = 0.2
"""Endings come and go in both directions: where only they differ, damage says little."""


def weigh_sides(pair: Pair) -> dict[str, float]:
    """Return the evidence that `other` is the wrong one (negative: `one`), by name."""
    one, other = pair.one, pair.other
    damage = "damage" if pair.languages.source is not None else "damage, language unknown"
    values = {
        "glossary": _in_glossary(pair, one) - _in_glossary(pair, other),
        "preferred": _preferred(pair, one) - _preferred(pair, other),
        "capitals lost": _capitals_lost(pair),
        "marks lost": _marks_lost(pair),
        damage: _damage(pair, MOST_DAMAGE[damage]),
        "counts": math.log((one.count + 0.5) / (other.count + 0.5)),
        "full name": _full_name(pair),
        "ending left on": _ending(pair),
        "known": _known(one) - _known(other),
        "later": 1.0 if one.first < other.first else -1.0,
    }
    return {name: WEIGHTS[name] * value for name, value in values.items() if value}


def probability_other_is_wrong(evidence: dict[str, float]) -> float:
    """Return P(`other` is the wrong one), 0..1."""
    return 1 / (1 + math.exp(-sum(evidence.values())))


def _in_glossary(pair: Pair, usage: Usage) -> float:
    if not usage.is_given_only:
        return float(pair.index.named(usage.text, usage.given) is not None)
    family = pair.one.family | pair.other.family
    return float(pair.index.is_given_name_of(usage.text, family))


def _preferred(pair: Pair, usage: Usage) -> float:
    """Of two forms of one concept, the house list's preferred one is right."""
    if not pair.index.share_concept(pair.one.text, pair.other.text):
        return 0.0
    return float(pair.index.is_preferred(usage.text))


def _capitals_lost(pair: Pair) -> float:
    """Capitals inside a name get lost (DeSantis, Desantis); they do not appear."""
    if not pair.is_case_variant:
        return 0.0
    inner = [sum(letter.isupper() for letter in u.text[1:]) for u in (pair.one, pair.other)]
    return float(inner[0] > inner[1]) - float(inner[0] < inner[1])


def _known(usage: Usage) -> float:
    return float(is_known_name(usage.text) and not is_word(usage.text))


def _marks_lost(pair: Pair) -> float:
    if not pair.is_folded_equal:
        return 0.0
    return float(_mark_count(pair.one) > _mark_count(pair.other)) - float(
        _mark_count(pair.one) < _mark_count(pair.other)
    )


def _mark_count(usage: Usage) -> int:
    return sum(not letter.isascii() for letter in usage.text)


def _full_name(pair: Pair) -> float:
    """A full name is the better witness, but a case ending may stand on it as anywhere."""
    weight = 0.5 if pair.differs_in_ending else 1.0
    return weight * (float(pair.one.full is not None) - float(pair.other.full is not None))


def _ending(pair: Pair) -> float:
    """The form without the ending is the name: Shor, not Shora."""
    one, other = pair.one.folded, pair.other.folded
    if not pair.differs_in_ending or min(one, other, key=len).endswith("sk"):
        return 0.0
    return float(other.startswith(one)) - float(one.startswith(other))


def _damage(pair: Pair, most: float) -> float:
    """Return how much cheaper `other` comes out of `one` than `one` out of `other`."""
    if pair.is_folded_equal or pair.is_case_variant:
        return 0.0
    if pair.differs_in_ending:
        most = MOST_DAMAGE_IN_ENDING
    difference = min(pair.backward.cost, 3.0) - min(pair.forward.cost, 3.0)
    return max(-most, min(most, difference))
