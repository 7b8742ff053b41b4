"""The first judgement: whether two spellings are one name.

A logistic sum of stated weights over what an editor would ask too: how cheaply the damage
explains itself, how long the name is, who stands beside it.
"""

from __future__ import annotations

import math

from transcheck.names.judgement.pair import Pair
from transcheck.names.words.given_names import same_given_name
from transcheck.names.words.lexicon import is_known_name, is_word

WEIGHTS = {
    "start": 3.0,
    "cost per letter": -20.0,
    "marks only": 1.5,
    "forms of one concept": 5.0,
    "one given name in two languages": 5.0,
    "same given name": 2.0,
    "same title": 0.5,
    "alone beside a full name": 0.5,
    "unexplained letters": -0.7,
    "case ending": -0.3,
    "short": -0.8,
    "long": 0.5,
    "same segment": -0.6,
    "both often": -0.5,
    "once beside often": 0.6,
    "one is a word": -0.7,
    "one is another known name": -0.4,
}


def probability_of_one_name(pair: Pair) -> float:
    """Return P(one name), 0..1; 0 where damage alone makes it too unlikely to weigh."""
    if not pair.is_explicable:
        return 0.0
    return 1 / (1 + math.exp(-sum(WEIGHTS[k] * value for k, value in features(pair).items())))


def features(pair: Pair) -> dict[str, float]:
    """Return what the judgement looks at, by name; 0 where it does not apply."""
    one, other, damage = pair.one, pair.other, pair.cheapest
    shortest = min(len(one.folded), len(other.folded))
    known = is_known_name(one.text) or is_known_name(other.text)
    return {
        "start": 1.0,
        "cost per letter": min(damage.cost, 9.0) / pair.letters,
        "marks only": float(pair.is_folded_equal),
        "forms of one concept": float(pair.index.share_concept(one.text, other.text)),
        "one given name in two languages": float(pair.is_one_given_name),
        "same given name": float(_share_given_name(pair)),
        "same title": float(bool(one.titles & other.titles)),
        "alone beside a full name": float(_alone_beside_full(pair)),
        "unexplained letters": float(damage.uses("slip")),
        "case ending": float(damage.uses("ending")),
        "short": float(shortest <= 4 and not pair.is_folded_equal),
        "long": float(shortest >= 8),
        "same segment": float(_share_segment(pair)),
        "both often": float(min(one.count, other.count) >= 3),
        "once beside often": float(
            min(one.count, other.count) == 1 < max(one.count, other.count) - 2
        ),
        "one is a word": float(is_word(one.text) or is_word(other.text)),
        "one is another known name": float(known),
    }


def _share_given_name(pair: Pair) -> bool:
    return any(same_given_name(a, b) for a in pair.one.given for b in pair.other.given)


def _alone_beside_full(pair: Pair) -> bool:
    """A person comes in full first and by the family name after that."""
    one, other = pair.one, pair.other
    return (one.full is None) != (other.full is None) and not (one.given and other.given)


def _share_segment(pair: Pair) -> bool:
    segments = {unit.segment for unit, _ in pair.one.places}
    return any(unit.segment in segments for unit, _ in pair.other.places)
