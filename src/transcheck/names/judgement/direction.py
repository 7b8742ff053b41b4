"""The second judgement: which of two spellings of one name is wrong.

A sum of antisymmetric evidence: every term changes its sign when the two change places. The
weights are log-odds and stand in one table; no single evidence decides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from transcheck.model import Concept
from transcheck.names.damage import Damage, damage_odds
from transcheck.names.damage.endings import has_own_endings, may_be_own_ending
from transcheck.names.damage.languages import habits_of
from transcheck.names.damage.marks import are_written_out
from transcheck.names.damage.romanisation import are_romanisations
from transcheck.names.index import bears
from transcheck.names.judgement.bearers import may_be_one_bearer
from transcheck.names.judgement.pair import Pair
from transcheck.names.judgement.standing import bare_places, count_places, differ_in_ending
from transcheck.names.judgement.weights import DIRECTION
from transcheck.names.words.lexicon import is_known_name, is_word
from transcheck.names.words.usage import Usage
from transcheck.text.fold import fold
from transcheck.text.letters import can_write

DECIDED = {"glossary": 6.0, "preferred": 4.0}
"""What a glossary or a house list says outright: set by hand, never fitted."""
WEIGHTS = {**DECIDED, **DIRECTION}
MOST_DAMAGE = 3.0
"""Bound on the log-odds of the damage, in nats: no spelling is surer than that by itself."""
MOST_DAMAGE_BESIDE_SLIP = 2.0
"""The same where no way explains every letter."""
HEARD = 0.1
"""Cost up to which the end of a name is lost to the ear: ie heard as i, e as nothing."""
AGAINST = 0.25
"""How much cheaper the rules must explain one way for what was learned of the other to be void."""


def weigh_sides(pair: Pair) -> dict[str, float]:
    """Return the evidence that `other` is the wrong one (negative: `one`), by name."""
    return {name: WEIGHTS[name] * value for name, value in differences(pair).items()}


def differences(pair: Pair) -> dict[str, float]:
    """Return by how much more speaks for `one` than for `other`, by name, without the weights."""
    one, other = pair.one, pair.other
    counts = math.log((count_places(one) + 0.5) / (count_places(other) + 0.5))
    values = {
        "glossary": _in_glossary(pair, one) - _in_glossary(pair, other),
        "preferred": _preferred(pair, one) - _preferred(pair, other),
        "capitals lost": _capitals_lost(pair),
        "marks lost": _marks_lost(pair),
        "marks of another language": _marks_elsewhere(pair),
        _name_damage(pair): _damage(pair),
        "counts": counts,
        "full name": _full_name(pair),
        "ending left on": _ending(pair),
        "stands bare": bare_places(one) - bare_places(other) if _may_be_cases(pair) else 0.0,
        "known": (_known(one) - _known(other)) / (1 + abs(counts)),
    }
    return {name: value for name, value in values.items() if value}


def probability_other_is_wrong(evidence: dict[str, float]) -> float:
    """Return P(`other` is the wrong one), 0..1."""
    return 1 / (1 + math.exp(-sum(evidence.values())))


def _in_glossary(pair: Pair, usage: Usage) -> float:
    if not usage.is_given_only:
        named = pair.index.named(usage.text, usage.given) is not None
        return float(named and not _is_another_bearer(pair, usage))
    family = pair.one.family | pair.other.family
    return float(pair.index.is_given_name_of(usage.text, family))


def _is_another_bearer(pair: Pair, usage: Usage) -> bool:
    """Say whether the article's own bearer, of another given name, has the other spelling.

    A surname alone is not Dmitry Grigorenko's where the article is about Petro Hryhorenko.
    """
    given = (pair.other if usage is pair.one else pair.one).given
    if usage.given or not given:
        return False
    numbers = pair.index.named_by(usage.text)
    return not any(_may_bear(pair.index.concepts[n], given, pair) for n in numbers)


def _may_bear(concept: Concept, given: Iterable[str], pair: Pair) -> bool:
    if concept.kind != "person" or bears(concept, given):
        return True
    own = [fold(word) for word in concept.name.split()[:-1]]
    source = pair.languages.source
    return not own or may_be_one_bearer(list(given), own, source, inflected=True)


def _preferred(pair: Pair, usage: Usage) -> float:
    """Of two forms of one concept, the house list's preferred one is right."""
    if not pair.index.share_concept(pair.one.text, pair.other.text):
        return 0.0
    return float(pair.index.is_preferred(usage.text))


def _capitals_lost(pair: Pair) -> float:
    """Capitals inside a name get lost (DeSantis, Desantis); they do not appear."""
    if not pair.is_case_variant:
        return 0.0
    inner = [sum(letter.isupper() for letter in u.text[1:]) for u in (pair.one, pair.other)]
    return float(inner[0] > inner[1]) - float(inner[0] < inner[1])


def _known(usage: Usage) -> float:
    """A known name is likelier right, the less the counts speak: Rafaj nine times, Rafael once."""
    return float(is_known_name(usage.text) and not is_word(usage.text))


def _marks_lost(pair: Pair) -> float:
    if not pair.is_marks_only or are_written_out(pair.one.text, pair.other.text):
        return 0.0
    return float(_mark_count(pair.one) > _mark_count(pair.other)) - float(
        _mark_count(pair.one) < _mark_count(pair.other)
    )


def _marks_elsewhere(pair: Pair) -> float:
    """Marks that the source does not write cannot have got lost from it: đ of Albanian.

    Not so of languages that write foreign names by ear: there every mark but their own is put
    back in translation, by who knows the name (Erdoğan, of Serbian Erdogan).
    """
    lost, source = _marks_lost(pair), pair.languages.source
    if not lost or source is None or habits_of(source).hears:
        return 0.0
    marked = pair.one if lost > 0 else pair.other
    return 0.0 if can_write(marked.text.lower(), source) else -lost


def _mark_count(usage: Usage) -> int:
    return sum(not letter.isascii() for letter in usage.text)


def _full_name(pair: Pair) -> float:
    """A full name is the better witness, but a case ending may stand on it as anywhere."""
    weight = 0.5 if pair.differs_in_ending else 1.0
    return weight * (float(pair.one.full is not None) - float(pair.other.full is not None))


def _may_be_cases(pair: Pair) -> bool:
    return habits_of(pair.languages.source).slavic and differ_in_ending(pair)


def _ending(pair: Pair) -> float:
    """The form without the ending is the name: Shor, not Shora; Hašek, not Haška.

    Romanian and Turkish leave none: Munteanu is a name beside Muntean.
    """
    one, other = pair.one.folded, pair.other.folded
    language = pair.languages.source
    if not pair.differs_in_ending or not (habits_of(language).slavic or has_own_endings(language)):
        return 0.0
    if pair.index.share_concept(pair.one.text, pair.other.text):
        return 0.0  # the glossary has both: Vlora, Vlorë
    if min(one, other, key=len).endswith("sk"):
        return 0.0
    if other.startswith(one) or one.startswith(other):
        lost = pair.backward if other.startswith(one) else pair.forward
        if lost.channel == "respelling" and not lost.uses("slip") and lost.cost <= HEARD:
            return 0.0  # Safdi may be Safdie as it is heard
        return float(other.startswith(one)) - float(one.startswith(other))
    return float(_is_case(pair.forward)) - float(_is_case(pair.backward))


def _is_case(damage: Damage) -> bool:
    return bool(damage.rules) and all(rule.channel == "ending" for rule in damage.rules)


def _name_damage(pair: Pair) -> str:
    """Return the term that the damage of a pair belongs to: each has a weight of its own."""
    language = pair.languages.source
    if language is None:
        return "damage, language unknown"
    return "damage by ear" if habits_of(language).hears else "damage"


def _is_neighbours(pair: Pair) -> bool:
    """Say whether the two are given names of Slavs, which their neighbours do not respell."""
    given = pair.one.is_given_only and pair.other.is_given_only
    family = pair.one.family | pair.other.family
    return given and all(name.endswith(_OF_NEIGHBOURS) for name in family)


_OF_NEIGHBOURS = ("ski", "ska", "ic", "ov", "ova", "ev", "eva")


def _damage(pair: Pair) -> float:
    """Return the joint log-odds that `other` came out of `one`, not `one` out of `other`.

    Marks, capitals and endings have terms of their own.
    """
    if pair.is_marks_only or pair.is_case_variant or pair.differs_in_ending:
        return 0.0
    if pair.forward.channel == pair.backward.channel == "romanisation":
        return 0.0  # habits run both ways
    slips = [rule.channel == "slip" for one in (pair.forward, pair.backward) for rule in one.rules]
    if all(slips):
        return 0.0  # nor does a slip of the keys know a direction
    one, other = pair.one.text.lower(), pair.other.text.lower()
    if are_romanisations(one, other, pair.languages.source) or _is_neighbours(pair):
        return 0.0
    if pair.languages.source is None and may_be_own_ending(one, other):
        return 0.0
    odds = damage_odds(one, other, pair.languages.source)
    ahead = min(pair.backward.cost, MOST_DAMAGE) - min(pair.forward.cost, MOST_DAMAGE)
    if abs(ahead) >= AGAINST and ahead * odds < 0:
        return 0.0  # what was learned says one thing, the rules of transcription the other
    is_explained = not (pair.forward.uses("slip") and pair.backward.uses("slip"))
    bound = MOST_DAMAGE if is_explained else MOST_DAMAGE_BESIDE_SLIP
    return max(-bound, min(bound, odds))
