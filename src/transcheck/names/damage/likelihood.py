"""How likely a form is damage of a name, rather than a stranger's name that looks alike.

Two channels with tables learned from pairs (names/data/README.md): respelling by the ear of the
source language, and letters (marks, case endings, slips), which leaves all else as it is. Beside
them a table of what tells look-alike names of different people apart.
"""

from __future__ import annotations

from functools import cache, lru_cache

from transcheck.names.damage.endings import ending_rules
from transcheck.names.damage.languages import ALL, LATIN, habits_of
from transcheck.names.damage.script import in_latin
from transcheck.names.damage.segments import SegmentTable, align, read_table
from transcheck.text.fold import fold

STRANGERS_SLIP = 5.5
"""Cost of any letter changed between strangers' names, in nats; chosen by cross-validation."""
CHANCE = {"marks": 6.0, "ending": 4.5}
"""How much rarer strangers' names differ in marks only, or in a case ending only, in nats."""
UNLIKE = 20.0
"""Most that any stranger's name costs, in nats: one out of the blue, about 3 a letter."""
UNEXPLAINED = -60.0


@lru_cache(maxsize=32_768)
def log_probability(original: str, damaged: str, language: str | None) -> float:
    """Return log P(`damaged` | `original`) by the likelier channel, in nats; -60 at the lowest.

    Both in lower case; `language` (BCP 47) is the one translated from, None for any.
    """
    damaged = in_latin(damaged, language)
    costs = (align(original, damaged, table)[0] for table in _channels(language))
    return max(UNEXPLAINED, -min(costs))


@lru_cache(maxsize=32_768)
def log_odds(one: str, other: str, language: str | None) -> float:
    """Return log P(damage) / P(two strangers' names) of two forms, whichever is the damaged one.

    In nats: 0 when nothing is known, above 4 one in a hundred look-alike strangers.
    """
    one, other = in_latin(one, language), in_latin(other, language)
    if one == other:
        return -UNEXPLAINED
    same = max(log_probability(one, other, language), log_probability(other, one, language))
    return same - _log_strangers(one, other)


@lru_cache(maxsize=32_768)
def damage_odds(one: str, other: str, language: str | None) -> float:
    """Return the log-odds that `other` came out of `one`, not `one` out of `other`, in nats.

    The sum over the pieces that changed of log(count of the change / count of its reverse) in
    the learning pairs, by the likelier channel: Serbian makes t of tt, hardly ever tt of t. The
    sign turns with the sides.
    """
    one, other = in_latin(one, language), in_latin(other, language)
    heard, letters = _channels(language)
    tables = (letters,) if fold(one) == fold(other) else (heard, letters)
    ways = [(table, *way) for table in tables for way in ((one, other, 1), (other, one, -1))]
    table, right, wrong, sign = min(
        ways, key=lambda way: (align(way[1], way[2], way[0])[0], way[1])
    )
    changes = align(right, wrong, table)[1]
    return sign * sum(table.odds(change.original, change.damaged) for change in changes)


def _log_strangers(one: str, other: str) -> float:
    table = read_table("strangers", STRANGERS_SLIP)
    cost = min(align(one, other, table)[0], align(other, one, table)[0], UNLIKE)
    if fold(one) == fold(other):
        cost += CHANCE["marks"]
    elif _is_ending(one, other) or _is_ending(other, one):
        cost += CHANCE["ending"]
    return -cost


def _is_ending(original: str, damaged: str) -> bool:
    """Say whether `damaged` is `original` in another case, its marks apart."""
    for cut in range(max(2, len(original) - 3), len(original) + 1):
        change = f"{original[cut:]}$", f"{damaged[cut:]}$"
        if change in _endings() and fold(original[:cut]) == fold(damaged[:cut]):
            return True
    return False


@cache
def _endings() -> frozenset[tuple[str, str]]:
    return frozenset((rule.original, rule.damaged) for rule in ending_rules())


def _channels(language: str | None) -> tuple[SegmentTable, SegmentTable]:
    group = habits_of(language).damage
    name = ALL if group == LATIN else group
    return read_table(name), read_table(f"{name}-letters")
