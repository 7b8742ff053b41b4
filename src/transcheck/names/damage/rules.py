"""Rules of damage: a piece of the original, what it becomes, what that costs, by which channel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from transcheck.model import Record
from transcheck.text.fold import fold

VOWELS = frozenset("aeiouyáéíóúàèìòùâêîôûäöüëïãõåæøăąęěůűőıəœ")


class Rule(Record, frozen=True):
    """`original` becomes `damaged`; `cost` is 0 for what always happens, 1 for a wrong letter."""

    original: str
    damaged: str
    cost: float
    channel: str


Choices = Mapping[str, tuple[Rule, ...]]
"""Rules by the first letter of what they make of a place; under "" those that make nothing.

Those stand under every other letter too.
"""


class RuleTable:
    """Rules by the first letter of the original."""

    def __init__(self, by_first: dict[str, tuple[Rule, ...]]) -> None:
        self.by_first = by_first
        self.beginning = lru_cache(maxsize=4_096)(self._find)

    def _find(self, letters: str) -> Choices:
        """Return the rules whose original may stand where these one or two letters do."""
        found: dict[str, list[Rule]] = {}
        for rule in self.by_first.get(letters[:1], ()):
            if rule.original[:2] in (letters, letters[:1]):
                found.setdefault(rule.damaged[:1], []).append(rule)
        silent = found.pop("", [])
        return {"": tuple(silent)} | {one: (*some, *silent) for one, some in found.items()}


def parse(text: str, channel: str) -> list[Rule]:
    """Read a table of lines `cost  original>damaged original>damaged …`."""
    rules = []
    for line in text.strip().splitlines():
        cost, *pairs = line.split()
        for pair in pairs:
            original, _, damaged = pair.partition(">")
            rules.append(Rule(original, damaged, float(cost), channel))
    return rules


def with_lost_marks(rules: Iterable[Rule], surcharge: float) -> list[Rule]:
    """Add to each rule the same with the marks of its outcome lost: sch>š, sch>s."""
    rules = list(rules)
    plain = [
        Rule(rule.original, fold(rule.damaged), rule.cost + surcharge, rule.channel)
        for rule in rules
        if not rule.damaged.isascii() and fold(rule.damaged) != rule.original
    ]
    return rules + plain


def mirrored(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules and their mirror images: habits that run both ways."""
    rules = list(rules)
    return rules + [Rule(r.damaged, r.original, r.cost, r.channel) for r in rules]


def index(rules: Iterable[Rule]) -> RuleTable:
    """Index rules by first letter, the cheapest of equal ones kept."""
    cheapest: dict[tuple[str, str], Rule] = {}
    for rule in rules:
        key = (rule.original, rule.damaged)
        if key not in cheapest or rule.cost < cheapest[key].cost:
            cheapest[key] = rule
    table: dict[str, list[Rule]] = {}
    for rule in cheapest.values():
        table.setdefault(rule.original[:1], []).append(rule)
    return RuleTable({first: tuple(group) for first, group in table.items()})
