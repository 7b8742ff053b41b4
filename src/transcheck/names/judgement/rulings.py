"""Which spellings of an article are one name, which of them is right, and how surely.

Pairs are judged, then decided by cluster, so that Zelenskyi → Zelenskyy → Zelensky ends at one
form. Given names are decided only together with the family name that follows.
"""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from msgspec.structs import replace

from transcheck.model import Certainty, Languages, Record
from transcheck.names.damage import Damage
from transcheck.names.index import NameIndex
from transcheck.names.judgement.candidates import find_candidates, limit_names
from transcheck.names.judgement.clusters import (
    Terms,
    gather,
    pair_up,
    share_of_best,
    stand,
    subtract,
)
from transcheck.names.judgement.direction import probability_other_is_wrong
from transcheck.names.judgement.guards import silence
from transcheck.names.judgement.likeness import may_be_one_name, probability_of_one_name
from transcheck.names.judgement.pair import Pair
from transcheck.names.judgement.proof import is_proven
from transcheck.names.words.heard_names import is_heard_as
from transcheck.names.words.usage import Usage

ONE_NAME = 0.5
"""Least P(one name) of a ruling, likely or certain."""
SURE_OF_SIDE = 0.55
"""Least P(side) of a ruling that says which form is right; below it the name is in two ways."""
SURE_OF_BEST = 0.5
"""The same among all forms of a name: below it another form is likelier right than the best."""
SURE_AGAINST_GRAMMAR = 0.98
"""The same where the form held for right has a case ending that the other lacks."""
CERTAIN = (0.85, 0.85)
"""Least P(one name) and P(side) of a certain ruling, which must be proven besides (proof.py).

Fitted on composed articles only; what they hold to is printed by `python -m
benchmarks.calibration`: goal .97 for certain findings, .90 for likely ones.
"""
SHORT_GIVEN = 4
"""Given names this short are told apart by one letter: Kim Yong and Kim Jong."""
MOST_FORMS = 5
"""More near spellings than that in one article are a list of names, not damage."""
MOST_GIVEN = 30
"""More words than that before one family name are a line of capitals, not given names."""


class Ruling(Record, frozen=True):
    """`wrong` should be `right`; `is_open` when the side cannot be told.

    `same` and `side` are the two probabilities, `sides` the terms of the second one, by name, as
    log-odds. `best` is P(no third form of the name is the right one); of two forms it is `side`.
    It is `contested` when a third form is about as likely to be the right one.
    """

    right: Usage
    wrong: Usage
    same: float
    side: float
    sides: dict[str, float]
    pair: Pair
    best: float = 1.0
    contested: bool = False

    @property
    def damage(self) -> Damage:
        """`wrong` explained as damage of `right`."""
        return self.pair.forward if self.wrong is self.pair.other else self.pair.backward

    @property
    def is_open(self) -> bool:
        """Say whether it cannot be told which of the two is wrong."""
        least = SURE_AGAINST_GRAMMAR if self._adds_ending or self._is_half_marked else SURE_OF_SIDE
        return self.contested or self.side < least or self._is_unexplained

    @property
    def _is_unexplained(self) -> bool:
        """Say whether only the right form could have come of the wrong one, not the reverse."""
        told = self.sides.get("glossary", 0.0) > 0 or self.pair.is_marks_only
        return not told and self.damage.cost == math.inf > self.pair.cheapest.cost

    @property
    def _adds_ending(self) -> bool:
        """Say whether a case ending alone makes the right form of the wrong one: Sabalenku."""
        back = self.pair.backward if self.damage is self.pair.forward else self.pair.forward
        only = bool(back.rules) and all(rule.channel == "ending" for rule in back.rules)
        return only and not self.damage.uses("ending")

    @property
    def _is_half_marked(self) -> bool:
        """Say whether the right form too has lost a mark: Ivaniševic."""
        text = self.right.text.lower()
        return text.endswith("ic") and not text.isascii() and self.sides.get("glossary", 0.0) <= 0

    @property
    def certainty(self) -> Certainty:
        """Both judgements must be sure of a certain ruling, and the letters prove it."""
        sure = self.same >= CERTAIN[0] and min(self.side, self.best) >= CERTAIN[1]
        if sure and is_proven(self.right, self.wrong, self.sides, self.damage):
            return Certainty.CERTAIN
        return Certainty.LIKELY if self.same >= ONE_NAME else Certainty.POSSIBLE


class Silenced(Record, frozen=True):
    """A pair that reads like one name but was left alone, and why."""

    pair: Pair
    guard: str
    reason: str


def decide(
    usages: Mapping[str, Usage], languages: Languages, index: NameIndex
) -> tuple[list[Ruling], list[Silenced]]:
    """Return the rulings on an article's spellings and the pairs left alone."""
    silenced: list[Silenced] = []
    family = [_settle(usage, index) for usage in limit_names(list(usages.values()))]
    pairs = [
        Pair(a, b, languages, index)
        for a, b in find_candidates(family, languages.source)
        if not (a.is_given_only and b.is_given_only)
    ]
    rulings = list(_rule(_linked(pairs, silenced), silenced, languages, index))
    given = [usage for usage in family if usage.is_given_only]
    pairs = list(_given_name_pairs(given, rulings, languages, index))
    rulings += _rule(_linked(pairs, silenced), silenced, languages, index)
    return rulings, silenced


def _settle(usage: Usage, index: NameIndex) -> Usage:
    """Return an ordinary word as a name where the glossary has it as one."""
    if usage.is_doubtful and index.named_by(usage.text):
        return dataclasses.replace(usage, is_doubtful=False)
    return usage


def _linked(pairs: Iterable[Pair], silenced: list[Silenced]) -> list[tuple[Pair, float]]:
    """Return the pairs judged to be one name, noting those that a guard silences."""
    linked = []
    for pair in pairs:
        same = probability_of_one_name(pair) if may_be_one_name(pair) else 0.0
        if same < ONE_NAME:
            continue
        held = silence(pair)
        if held:
            silenced.append(Silenced(pair, *held))
        else:
            linked.append((pair, same))
    return linked


def _given_name_pairs(
    given: list[Usage], rulings: list[Ruling], languages: Languages, index: NameIndex
) -> Iterator[Pair]:
    """Yield pairs of given names that stand before one family name."""
    right = {ruling.wrong.folded: ruling.right.folded for ruling in rulings}
    family = {usage.text: {right.get(name, name) for name in usage.family} for usage in given}
    bearers = Counter(chain.from_iterable(family.values()))
    family = {
        text: {name for name in names if bearers[name] <= MOST_GIVEN}
        for text, names in family.items()
    }
    for position, one in enumerate(given):
        for other in given[position + 1 :]:
            if not family[one.text] & family[other.text]:
                continue
            pair = Pair(one, other, languages, index)
            if pair.is_folded_equal or pair.is_one_given_name or _is_explained(pair, rulings):
                yield pair


def _is_explained(pair: Pair, rulings: list[Ruling]) -> bool:
    """Say whether damage without a slip makes one given name of the other.

    An ending counts only where the family name lost one too, or where it stands once beside
    many: Jovan and Jovana are two people.
    """
    damage = pair.cheapest
    one, other = pair.one.text, pair.other.text
    if is_heard_as(one, other) or is_heard_as(other, one):
        return True
    if damage.uses("slip"):
        return False
    family = pair.one.family | pair.other.family
    inflected = any(r.wrong.folded in family and r.pair.cheapest.uses("ending") for r in rulings)
    counts = sorted((pair.one.count, pair.other.count))
    once = counts[0] == 1 and counts[1] > 2
    short = min(len(pair.one.text), len(pair.other.text)) <= SHORT_GIVEN
    return inflected or (not short and (once or not damage.uses("ending")))


def _rule(
    linked: list[tuple[Pair, float]],
    silenced: Iterable[Silenced],
    languages: Languages,
    index: NameIndex,
) -> Iterator[Ruling]:
    likeness = {(pair.one.text, pair.other.text): same for pair, same in linked}
    apart = {frozenset((s.pair.one.text, s.pair.other.text)) for s in silenced}
    surest = sorted(linked, key=lambda item: -item[1])
    for forms in gather((pair for pair, _ in surest), apart):
        if len(forms) > MOST_FORMS and not any(index.named(usage.text) for usage in forms):
            continue
        yield from _rule_cluster(_Cluster(forms, likeness, languages, index))


def _rule_cluster(cluster: _Cluster) -> Iterable[Ruling]:
    """Return what is said of one name: the best form against each other one.

    Where none is the best, each other form stands open beside the commonest, the first of equals.
    """
    best = max(cluster.forms, key=lambda form: sum(cluster.standing[form.text].values()))
    rulings = cluster.rule(best)
    if cluster.best >= SURE_OF_BEST and min(one.side for one in rulings) >= SURE_OF_SIDE:
        return rulings
    common = min(cluster.forms, key=lambda form: (-form.count, form.first))
    return [replace(one, contested=True) for one in cluster.rule(common)]


@dataclasses.dataclass
class _Cluster:
    """The spellings of one name, and P(one name) of the pairs that linked them."""

    forms: Sequence[Usage]
    likeness: Mapping[tuple[str, str], float]
    languages: Languages
    index: NameIndex

    @cached_property
    def standing(self) -> dict[str, Terms]:
        """How each form stands against all others."""
        return stand(self.forms, self.languages, self.index)

    @cached_property
    def best(self) -> float:
        """P(the best form is the right one)."""
        return share_of_best(self.standing)

    def rule(self, right: Usage) -> list[Ruling]:
        """Return the ruling on each other form if this one is held for right."""
        return [self._judge(right, usage) for usage in self.forms if usage is not right]

    def _judge(self, right: Usage, wrong: Usage) -> Ruling:
        pair = pair_up(right, wrong, self.languages, self.index)
        same = self.likeness.get((pair.one.text, pair.other.text))
        same = probability_of_one_name(pair) if same is None else same
        sides = subtract(self.standing[right.text], self.standing[wrong.text])
        side = probability_other_is_wrong(sides)
        return Ruling(right, wrong, same, side, sides, pair, self.best)
