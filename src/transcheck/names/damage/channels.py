"""Which channels explain a form as damage of another, and how cheaply."""

from __future__ import annotations

from functools import cache, lru_cache

from transcheck.model import Record
from transcheck.names.damage.alignment import align
from transcheck.names.damage.endings import ending_rules, has_own_endings
from transcheck.names.damage.forms import name_channel
from transcheck.names.damage.languages import ALL, CYRILLIC, LATIN, SERBIAN, habits_of
from transcheck.names.damage.likelihood import damage_odds, log_probability
from transcheck.names.damage.marks import mark_rules
from transcheck.names.damage.respelling import cyrillic_rules, serbian_rules
from transcheck.names.damage.romanisation import romanisation_rules
from transcheck.names.damage.rules import Rule, RuleTable, index
from transcheck.names.damage.script import in_latin
from transcheck.names.damage.wording import describe_rules

_LIMIT = 2.0
# Above this no other evidence could make two forms one name (names/judgement/likeness.py).
_LIMIT_PER_LETTER = 0.36
# Romanisation runs both ways in Cyrillic only; Serbian makes v of w and never w of v.
_SURCHARGE = {CYRILLIC: 0.0, ALL: 0.15, LATIN: 0.15, SERBIAN: 0.3}


class Damage(Record, frozen=True):
    """One form explained as damage of another.

    `cost` is 0 for equal forms, about 1 for one unexplained letter; `channel` is the one that
    explains most: marks, respelling, romanisation, ending or slip. `language` is the one
    translated from.
    """

    cost: float
    channel: str
    rules: tuple[Rule, ...]

    original: str = ""
    damaged: str = ""
    language: str | None = None

    @property
    def log_probability(self) -> float:
        """The learned log P(damaged | original) in nats, worked out when it is asked for."""
        return log_probability(self.original, self.damaged, self.language)

    @property
    def odds(self) -> float:
        """The log-odds, in nats, that the damage ran this way and not the other."""
        return damage_odds(self.original, self.damaged, self.language)

    def describe(self) -> str:
        """Say in an editor's words what happened: "Serbian writes tt as t"."""
        return describe_rules(self.rules, self.language)

    def uses(self, channel: str) -> bool:
        """Say whether a channel has a part in the explanation."""
        return any(rule.channel == channel for rule in self.rules)


@lru_cache(maxsize=32_768)
def weigh(original: str, damaged: str, language: str | None) -> Damage:
    """Explain `damaged` as what became of `original` (both in lower case, with their marks).

    `language` (BCP 47) is the one translated from; None uses the habits of all. Cyrillic left
    in the text is read in Latin letters first.
    """
    damaged = in_latin(damaged, language)
    cost, steps = _align(original, damaged, language, _LIMIT)
    return Damage(cost, name_channel(steps), tuple(steps), original, damaged, language)


@lru_cache(maxsize=32_768)
def is_within(limit: float, original: str, damaged: str, language: str | None) -> bool:
    """Say whether `weigh` comes to a cost of at most `limit`: the lower, the sooner told."""
    return _align(original, in_latin(damaged, language), language, min(limit, _LIMIT))[0] <= limit


def _align(
    original: str, damaged: str, language: str | None, limit: float
) -> tuple[float, list[Rule]]:
    letters = max(4.0, (len(original) + len(damaged)) / 2)
    limit = min(limit, letters * _LIMIT_PER_LETTER)
    return align(original, damaged, _table_of(language), limit)


@cache
def _table_of(language: str | None) -> RuleTable:
    own = language if has_own_endings(language) else None
    return _table(habits_of(language).damage, own)


@cache
def _table(group: str, language: str | None) -> RuleTable:
    rules = [*mark_rules(), *ending_rules(language)]
    rules += romanisation_rules(surcharge=_SURCHARGE[group])
    if group in (SERBIAN, ALL):
        rules += serbian_rules()
    if group in (CYRILLIC, ALL):
        rules += cyrillic_rules()
    return index(rules)
