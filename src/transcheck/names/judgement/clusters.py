"""Spellings of one name together: which belong to it, and how each stands against all others."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Sequence

from transcheck.model import Languages
from transcheck.names.index import NameIndex
from transcheck.names.judgement.direction import weigh_sides
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.usage import Usage

Terms = dict[str, float]
"""Evidence for one side by name, as log-odds."""


def gather(pairs: Iterable[Pair], apart: Container[frozenset[str]]) -> list[list[Usage]]:
    """Join linked pairs, the surest first, into groups of spellings, in text order.

    Two that a guard holds `apart` never meet in one group, whatever is near to both.
    """
    group: dict[str, list[Usage]] = {}
    for pair in pairs:
        one = group.setdefault(pair.one.text, [pair.one])
        other = group.setdefault(pair.other.text, [pair.other])
        if one is other or any(frozenset((a.text, b.text)) in apart for a in one for b in other):
            continue
        one += other
        for usage in other:
            group[usage.text] = one
    unique = {id(members): members for members in group.values() if len(members) > 1}
    groups = [sorted(members, key=lambda usage: usage.first) for members in unique.values()]
    return sorted(groups, key=lambda members: members[0].first)


def pair_up(one: Usage, other: Usage, languages: Languages, index: NameIndex) -> Pair:
    """Return two spellings as a pair, in the order of the text."""
    first, second = (one, other) if one.first <= other.first else (other, one)
    return Pair(first, second, languages, index)


def stand(cluster: Sequence[Usage], languages: Languages, index: NameIndex) -> dict[str, Terms]:
    """Return how each spelling stands against all of its cluster, term by term.

    Of two spellings the difference of their standings is the evidence of the pair; of more,
    what all pairs say of the two is pooled.
    """
    share = 1 / len(cluster)
    standing: dict[str, Terms] = {usage.text: {} for usage in cluster}
    for position, one in enumerate(cluster):
        for other in cluster[position + 1 :]:
            for name, weight in weigh_sides(Pair(one, other, languages, index)).items():
                for usage, own in ((one, weight), (other, -weight)):
                    terms = standing[usage.text]
                    terms[name] = terms.get(name, 0.0) + share * own
    return standing


def subtract(one: Terms, other: Terms) -> Terms:
    """Return the evidence for one spelling over another."""
    names = dict.fromkeys((*one, *other))
    values = {name: one.get(name, 0.0) - other.get(name, 0.0) for name in names}
    return {name: value for name, value in values.items() if abs(value) > 1e-9}


def share_of_best(standing: dict[str, Terms]) -> float:
    """Return P(the best spelling of a cluster is the right one), 0..1."""
    sums = [sum(terms.values()) for terms in standing.values()]
    return 1 / sum(math.exp(one - max(sums)) for one in sums)
