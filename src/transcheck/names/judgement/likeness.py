"""The first judgement: whether two spellings are one name.

A logistic regression over what an editor would ask too: how cheaply the damage explains itself,
how long the name is, who stands beside it.
"""

from __future__ import annotations

import math
from functools import lru_cache

from transcheck.names.damage import is_within
from transcheck.names.judgement.pair import Pair
from transcheck.names.judgement.weights import LIKENESS
from transcheck.names.words.given_names import share_given_name
from transcheck.names.words.lexicon import is_word

_USUAL_LETTERS = 7.0
DECIDED = {
    "forms of one concept": 5.0,
    "one given name in two languages": 5.0,
    "ending and unexplained letters": -0.5,
}
"""Set by hand, never fitted: what a glossary or the table of given names says outright, and that
a case ending beside a slip is two accidents in one word, which composed articles do not have."""
WEIGHTS = {**LIKENESS, **DECIDED}


def probability_of_one_name(pair: Pair) -> float:
    """Return P(one name), 0..1; 0 where damage alone makes it too unlikely to weigh."""
    if not pair.is_explicable:
        return 0.0
    return 1 / (1 + math.exp(-sum(WEIGHTS[k] * value for k, value in features(pair).items())))


def may_be_one_name(pair: Pair) -> bool:
    """Say whether P(one name) may be a half or more; asked first, for most pairs are far from it.

    Damage that costs more than everything else could make up for is not weighed at all.
    """
    one, other = pair.one.text.lower(), pair.other.text.lower()
    longest = max(len(one), len(other))
    word = is_word(pair.one.text) or is_word(pair.other.text)
    most, language = _most_cost(pair.letters, longest, word), pair.languages.source
    if is_within(most, one, other, language) or is_within(most, other, one, language):
        return True
    return _share_more(pair)


def _share_more(pair: Pair) -> bool:
    """Say whether more than their letters may make the two one name.

    İ in lower case is two letters, whose damage costs more than any mark's: equal when folded.
    """
    both_given = pair.one.is_given_only and pair.other.is_given_only
    concept = pair.index.share_concept(pair.one.text, pair.other.text)
    return pair.is_folded_equal or both_given or concept or _share_neighbour(pair)


_BESIDE_DAMAGE = (
    "unexplained letters",
    "case ending",
    "ending and unexplained letters",
    "alone beside a full name",
    "same segment",
    "once beside often",
)
"""What may speak for two spellings whose damage is not yet weighed and that share no more."""
_DEAREST_MARK = 0.15
"""Most that a letter costs that only lost or changed its mark; few letters have one."""


@lru_cache(maxsize=1_024)
def _most_cost(letters: float, longest: int, word: bool) -> float:
    """Return a cost of damage above which two spellings that share no more are two names."""
    rest = WEIGHTS["start"] + sum(max(0.0, WEIGHTS[name]) for name in _BESIDE_DAMAGE)
    rest += WEIGHTS["letters"] * math.log2(letters / _USUAL_LETTERS)
    rest += WEIGHTS["one is a word"] * word
    most = rest * letters / -WEIGHTS["cost per letter"]
    # A little more, for sums of fractions; and marks alone have a weight of their own.
    return max(most + 0.01, _DEAREST_MARK * longest)


def features(pair: Pair) -> dict[str, float]:
    """Return what the judgement looks at, by name; 0 where it does not apply."""
    one, other, damage = pair.one, pair.other, pair.cheapest
    rarer, commoner = sorted((one.count, other.count))
    return {
        "start": 1.0,
        "cost per letter": min(damage.cost, 9.0) / pair.letters,
        "marks only": float(pair.is_marks_only),
        "forms of one concept": float(pair.index.share_concept(one.text, other.text)),
        "one given name in two languages": float(pair.is_one_given_name),
        "same given name or title": float(_share_neighbour(pair)),
        "alone beside a full name": float(_alone_beside_full(pair)),
        "unexplained letters": float(damage.uses("slip")),
        "case ending": float(damage.uses("ending")),
        "ending and unexplained letters": float(damage.uses("ending") and damage.uses("slip")),
        "letters": math.log2(pair.letters / _USUAL_LETTERS),
        "same segment": float(_share_segment(pair)),
        "both often": math.log(rarer),
        "once beside often": float(rarer == 1 < commoner - 2),
        "one is a word": float(is_word(one.text) or is_word(other.text)),
    }


def _share_neighbour(pair: Pair) -> bool:
    """Say whether both stand behind one given name or one title."""
    one, other = pair.one, pair.other
    return bool(one.titles & other.titles) or share_given_name(one.given, other.given)


def _alone_beside_full(pair: Pair) -> bool:
    """A person comes in full first and by the family name after that."""
    one, other = pair.one, pair.other
    return (one.full is None) != (other.full is None) and not (one.given and other.given)


def _share_segment(pair: Pair) -> bool:
    segments = {unit.segment for unit, _ in pair.one.places}
    return any(unit.segment in segments for unit, _ in pair.other.places)
