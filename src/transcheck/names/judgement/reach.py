"""Whether any name is near enough for the judgement to hold it POSSIBLE: to most forms none is.

What a name scores at most, whatever its damage turns out to be, is known from its letters and
from the stranger beside it; so is what its damage may cost, and most damage costs more.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from transcheck.names.damage import is_within, weigh
from transcheck.names.damage.endings import ending_rules
from transcheck.names.index import NameIndex
from transcheck.names.judgement.matches import (
    Match,
    find_matches,
    name_features,
    stranger_features,
    weigh_features,
)
from transcheck.names.judgement.nearby import Near, spell_alone
from transcheck.names.judgement.rating import POSSIBLE
from transcheck.names.judgement.weights import MATCH
from transcheck.text.fold import fold

_LEAST = math.log(POSSIBLE / (1 - POSSIBLE)) - 1e-9
"""The score of a name that is just POSSIBLE where there is no other; a hair less."""
_SLIPS = (
    max(MATCH["unexplained letters"], 3 * MATCH["unexplained letters"])
    + max(0.0, MATCH["letters swapped or doubled"], MATCH["slip in a consonant"])
    + max(0.0, MATCH["slip at the start"])
    + max(0.0, MATCH["slip in a recorded name"])
)
_CHANGED = max(0.0, _SLIPS) + max(0.0, MATCH["case ending"]) + max(0.0, MATCH["family name alone"])
_MARKED = MATCH["marks only"] + max(0.0, MATCH["other words agree"])
"""What the kind of the damage may add to a score: letters changed, or marks alone."""
_LONG_ENDING = max(0.0, MATCH["case ending of two letters"] + min(0.0, MATCH["case ending"]))
_LONG_ENDINGS = tuple(r.damaged.rstrip("$") for r in ending_rules() if len(r.damaged) > 2)


def find_possible(
    words: Sequence[str], index: NameIndex, language: str | None
) -> tuple[Match, ...]:
    """Return the names that a form may be, as `find_matches`; none when no one is POSSIBLE."""
    return _find(tuple(words), index, language)


@lru_cache(maxsize=16_384)
def _find(words: tuple[str, ...], index: NameIndex, language: str | None) -> tuple[Match, ...]:
    if len(words) == 1 and not _is_in_reach(words[0], index, language):
        return ()
    matches = find_matches(words, index, language)
    return matches if matches and matches[0].probability >= POSSIBLE else ()


def _is_in_reach(form: str, index: NameIndex, language: str | None) -> bool:
    """Say whether any name of a single word would be POSSIBLE, were it the only one."""
    spelt = spell_alone(index.near(fold(form), language), index)
    # Of two people of one family name, or two places of one name, either will do.
    names = {(spelling[-1], len(spelling) > 1): number for number, spelling in spelt}
    if not names:
        return False
    least = _LEAST - weigh_features(stranger_features((form,), index, language))
    written, plain = form.lower(), form.isascii()
    has_long_ending = written.endswith(_LONG_ENDINGS) or not plain
    changed = _CHANGED + (_LONG_ENDING if has_long_ending else 0.0)
    marked = max(changed, _MARKED)
    for (name, _), number in names.items():
        kind = changed if plain and name.isascii() else marked
        most = _most_cost(name, form, MATCH["start"] + kind - least)
        if most >= 0 and is_within(most, name.lower(), written, language):
            near = Near(index.entry(number), (name,), (weigh(name.lower(), written, language),))
            if weigh_features(name_features(near, (form,))) >= least:
                return True
    return False


def _most_cost(name: str, form: str, score: float) -> float:
    """Return what the damage of a name may cost, `score` being how far that leaves it above."""
    letters = max(len(name), len(form))
    score += MATCH["letters"] * math.log2(letters / 6)
    return score * max(4.0, letters) / -MATCH["cost per letter"]
