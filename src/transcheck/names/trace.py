"""Everything an article's names were decided from: what `transcheck explain` shows.

The way through an article keeps its steps here; what was rejected on it is asked again of the
same judgements, place by place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from transcheck.model import Names, Place, Record
from transcheck.names.damage.rules import Rule
from transcheck.names.damage.wording import name_speller
from transcheck.names.index import NameIndex
from transcheck.names.judgement.candidates import find_candidates
from transcheck.names.judgement.likeness import WEIGHTS, features, probability_of_one_name
from transcheck.names.judgement.matches import Match, find_matches
from transcheck.names.judgement.pair import Pair
from transcheck.names.judgement.rulings import Ruling, Silenced
from transcheck.names.judgement.weights import MATCH
from transcheck.names.terms.matching import Hit
from transcheck.names.words.tokens import split_words
from transcheck.names.words.units import Unit
from transcheck.names.words.usage import Usage

LEAST_SHOWN = 0.01
"""Pairs and glossary names less likely than that are not worth a line."""
Terms = list[tuple[str, float]]
"""The terms of a judgement by name, as log-odds, the strongest first."""


class Trace(Record, frozen=True):
    """The names of one article, and the steps by which they were found."""

    names: Names
    index: NameIndex | None = None
    hits: Sequence[Hit] = ()
    units: Sequence[Unit] = ()
    usages: Mapping[str, Usage] = {}
    rulings: Sequence[Ruling] = ()
    silenced: Sequence[Silenced] = ()

    def usages_at(self, place: Place) -> list[Usage]:
        """Return the spellings that stand at a place, in text order."""
        return [usage for usage in self.usages.values() if _stands_at(usage, place)]

    def rulings_at(self, place: Place) -> list[Ruling]:
        """Return the rulings on the spellings at a place, as the wrong one or one of two."""
        texts = {usage.text for usage in self.usages_at(place)}
        return [
            ruling
            for ruling in self.rulings
            if ruling.wrong.text in texts or (ruling.is_open and ruling.right.text in texts)
        ]

    def silenced_at(self, place: Place) -> list[Silenced]:
        """Return the pairs with a spelling at a place that a guard held back."""
        texts = {usage.text for usage in self.usages_at(place)}
        return [s for s in self.silenced if {s.pair.one.text, s.pair.other.text} & texts]

    def unlike_at(self, place: Place) -> list[tuple[Usage, Pair, float]]:
        """Return near spellings that were not judged to be one name with those at a place.

        Each with the pair and its P(one name), the likeliest first.
        """
        here = {usage.text for usage in self.usages_at(place)}
        held = {frozenset((s.pair.one.text, s.pair.other.text)) for s in self.silenced}
        held |= {frozenset((r.right.text, r.wrong.text)) for r in self.rulings}
        found = []
        for one, other in self._near(here):
            if frozenset((one.text, other.text)) in held or self.index is None:
                continue
            pair = Pair(one, other, self.names.languages, self.index)
            same = probability_of_one_name(pair)
            if same >= LEAST_SHOWN:
                found.append((other if one.text in here else one, pair, same))
        return sorted(found, key=lambda item: (-item[2], item[0].text))

    def _near(self, texts: set[str]) -> list[tuple[Usage, Usage]]:
        pairs = find_candidates(list(self.usages.values()), self.names.languages.source)
        return [(a, b) for a, b in pairs if (a.text in texts) != (b.text in texts)]

    def matches_at(self, place: Place) -> list[Match]:
        """Return the glossary's names that the name at a place may be, the likeliest first."""
        mention = next((m for m in self.names.mentions if m.place == place), None)
        unit = next((u for u in self.units if _overlap(u.place, place)), None)
        if self.index is None or (mention is None and unit is None):
            return []
        words = split_words(mention.text) if mention else ()
        if unit is not None and not mention:
            words = tuple(word.text for word in unit.words)
        return match_form(words, self.index, self.names.languages.source)


def match_form(words: Sequence[str], index: NameIndex, language: str | None) -> list[Match]:
    """Return the names of the glossary that a form may be, the likeliest first."""
    if not words:
        return []
    found = find_matches(words, index, language)
    return [match for match in found if match.probability >= LEAST_SHOWN]


def _stands_at(usage: Usage, place: Place) -> bool:
    places = (Place(unit.segment, unit.words[n].span) for unit, n in usage.places)
    return any(_overlap(one, place) for one in places)


def _overlap(one: Place, other: Place) -> bool:
    return one.segment == other.segment and one.span.overlaps(other.span)


def likeness_terms(pair: Pair) -> Terms:
    """Return the terms of the first judgement: one name or two."""
    return _strongest({name: WEIGHTS[name] * value for name, value in features(pair).items()})


def match_terms(match: Match) -> Terms:
    """Return the terms by which a form was taken for a name of the glossary."""
    return _strongest({name: MATCH[name] * value for name, value in match.features.items()})


def side_terms(ruling: Ruling) -> Terms:
    """Return the terms of the second judgement: which side is wrong."""
    return _strongest(ruling.sides)


def _strongest(terms: Mapping[str, float]) -> Terms:
    used = [(name, weight) for name, weight in terms.items() if weight]
    return sorted(used, key=lambda term: (-abs(term[1]), term[0]))


_CHANNELS = {
    "marks": "marks lost",
    "respelling": "spelling by ear",
    "romanisation": "romanisation",
    "ending": "case ending left on",
    "slip": "slip of the keys",
}


def name_channel(channel: str, language: str | None) -> str:
    """Return how a name was damaged, in words: `Serbian spelling by ear`."""
    words = _CHANNELS.get(channel, channel)
    if channel != "respelling" or not language:
        return words
    return f"{name_speller(language)} {words}"


def list_changes(rules: Iterable[Rule]) -> str:
    """Return the letters that changed, from left to right: `tt → t, + a at the end`."""
    return ", ".join(map(_change, rules))


def _change(rule: Rule) -> str:
    at_end = " at the end" if rule.original.endswith("$") or rule.damaged.endswith("$") else ""
    original, damaged = rule.original.strip("^$"), rule.damaged.strip("^$")
    if original and damaged:
        return f"{original} → {damaged}{at_end}"
    return f"{original} lost{at_end}" if original else f"+ {damaged}{at_end}"
