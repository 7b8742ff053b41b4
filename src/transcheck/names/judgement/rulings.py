"""Which spellings of an article are one name, which of them is right, and how surely.

Pairs are judged, then decided by cluster, so that Zelenskyi → Zelenskyy → Zelensky ends at one
form. Given names are decided only together with the family name that follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from transcheck.model import Certainty, Languages, Record
from transcheck.names.damage import Damage
from transcheck.names.judgement.candidates import find_candidates, limit_names
from transcheck.names.judgement.direction import probability_other_is_wrong, weigh_sides
from transcheck.names.judgement.guards import silence
from transcheck.names.judgement.likeness import probability_of_one_name
from transcheck.names.judgement.pair import Pair
from transcheck.names.terms.index import NameIndex
from transcheck.names.words.usage import Usage

ONE_NAME = 0.5
SHORT_GIVEN = 4
"""Given names this short are told apart by one letter: Kim Yong and Kim Jong."""
MOST_FORMS = 5
"""More near spellings than that in one article are a list of names, not damage."""
SURE_OF_SIDE = 0.53
SURE_OF_SIDE_IN_ENDING = 0.62
"""Where only the endings differ, the evidence of the side is weak and must be clearer."""
SURE_OF_BEST = 0.7
"""The best of three forms and more is picked for its luck too: it must win clearly."""
CERTAIN = (0.85, 0.85)
"""Least P(one name) and P(side) of a certain ruling: measured precision 1.00, goal .97."""


class Ruling(Record, frozen=True):
    """`wrong` should be `right`; `is_open` when the side cannot be told.

    `same` and `side` are the two probabilities, `sides` the terms of the second one. It is
    `contested` when a third form of the name is about as likely to be the right one.
    """

    right: Usage
    wrong: Usage
    same: float
    side: float
    sides: dict[str, float]
    pair: Pair
    contested: bool = False

    @property
    def damage(self) -> Damage:
        """`wrong` explained as damage of `right`."""
        return self.pair.forward if self.wrong is self.pair.other else self.pair.backward

    @property
    def is_open(self) -> bool:
        """Say whether it cannot be told which of the two is wrong."""
        ending = self.pair.differs_in_ending
        return self.contested or self.side < (SURE_OF_SIDE_IN_ENDING if ending else SURE_OF_SIDE)

    @property
    def certainty(self) -> Certainty:
        """Both judgements must be sure for a ruling to be certain."""
        if self.same >= CERTAIN[0] and self.side >= CERTAIN[1]:
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
    family = limit_names(list(usages.values()))
    for usage in family:
        usage.is_doubtful = usage.is_doubtful and usage.text not in index.by_name
    pairs = [
        Pair(a, b, languages, index)
        for a, b in find_candidates(family)
        if not (a.is_given_only and b.is_given_only)
    ]
    rulings = list(_rule(_linked(pairs, silenced), languages, index))
    given = [usage for usage in family if usage.is_given_only]
    pairs = list(_given_name_pairs(given, rulings, languages, index))
    rulings += _rule(_linked(pairs, silenced), languages, index)
    return rulings, silenced


def _linked(pairs: Iterable[Pair], silenced: list[Silenced]) -> list[tuple[Pair, float]]:
    """Return the pairs judged to be one name, noting those that a guard silences."""
    linked = []
    for pair in pairs:
        same = probability_of_one_name(pair)
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
    if damage.uses("slip"):
        return False
    family = pair.one.family | pair.other.family
    inflected = any(r.wrong.folded in family and r.pair.cheapest.uses("ending") for r in rulings)
    counts = sorted((pair.one.count, pair.other.count))
    once = counts[0] == 1 and counts[1] > 2
    short = min(len(pair.one.text), len(pair.other.text)) <= SHORT_GIVEN
    return inflected or (not short and (once or not damage.uses("ending")))


def _rule(
    linked: list[tuple[Pair, float]], languages: Languages, index: NameIndex
) -> Iterator[Ruling]:
    same = {(pair.one.text, pair.other.text): value for pair, value in linked}
    for cluster in _clusters(pair for pair, _ in linked):
        if len(cluster) > MOST_FORMS and not any(index.named(usage.text) for usage in cluster):
            continue
        right = _preferred(cluster, languages, index)
        rulings = []
        for usage in cluster:
            if usage is not right:
                pair = _ordered(right, usage, languages, index)
                value = same.get((pair.one.text, pair.other.text))
                likeness = probability_of_one_name(pair) if value is None else value
                side, sides = _side(pair, usage)
                rulings.append(Ruling(right, usage, likeness, side, sides, pair))
        contested = len(rulings) > 1 and min(r.side for r in rulings) < SURE_OF_BEST
        yield from (replace(ruling, contested=contested) for ruling in rulings)


def _side(pair: Pair, wrong: Usage) -> tuple[float, dict[str, float]]:
    """Return P(`wrong` is the wrong one of the pair) and the evidence for it."""
    sides = weigh_sides(pair)
    side = probability_other_is_wrong(sides)
    if wrong is pair.other:
        return side, sides
    return 1 - side, {name: -value for name, value in sides.items()}


def _ordered(right: Usage, usage: Usage, languages: Languages, index: NameIndex) -> Pair:
    one, other = (right, usage) if right.first <= usage.first else (usage, right)
    return Pair(one, other, languages, index)


def _clusters(pairs: Iterable[Pair]) -> list[list[Usage]]:
    """Join linked pairs into groups of spellings, in text order."""
    group: dict[str, list[Usage]] = {}
    for pair in pairs:
        one = group.setdefault(pair.one.text, [pair.one])
        other = group.setdefault(pair.other.text, [pair.other])
        if one is not other:
            one += other
            for usage in other:
                group[usage.text] = one
    unique = {id(members): members for members in group.values()}
    return [sorted(members, key=lambda usage: usage.first) for members in unique.values()]


def _preferred(cluster: list[Usage], languages: Languages, index: NameIndex) -> Usage:
    """Return the spelling for which most evidence speaks, the earlier one of equals."""
    totals = {usage.text: 0.0 for usage in cluster}
    for position, one in enumerate(cluster):
        for other in cluster[position + 1 :]:
            weight = sum(weigh_sides(Pair(one, other, languages, index)).values())
            totals[one.text] += weight
            totals[other.text] -= weight
    return max(cluster, key=lambda usage: totals[usage.text])
