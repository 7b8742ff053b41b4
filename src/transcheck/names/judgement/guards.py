"""Reasons to stay silent about two spellings, in a fixed order, each with a name.

The first guard that holds silences a pair; its name and words go into the report.
"""

from __future__ import annotations

from collections.abc import Callable

from transcheck.names.damage.endings import ending_rules
from transcheck.names.judgement.bearers import may_be_one_bearer
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.demonyms import is_demonym
from transcheck.names.words.lexicon import is_known_name, is_word
from transcheck.names.words.usage import Usage

Guard = Callable[[Pair], str | None]

_CASE_ENDINGS = frozenset(
    rule.damaged.rstrip("$") for rule in ending_rules() if rule.original == "$"
)


def silence(pair: Pair) -> tuple[str, str] | None:
    """Return the name of the first guard that holds and its reason, or None."""
    for name, guard in GUARDS.items():
        reason = guard(pair)
        if reason:
            return name, reason
    return None


def _two_terms(pair: Pair) -> str | None:
    one = pair.index.by_word.get(pair.one.text)
    other = pair.index.by_word.get(pair.other.text)
    if one and other and not one & other and not pair.is_one_given_name:
        return "both are names in the glossary"
    return None


def _other_given_name(pair: Pair) -> str | None:
    """Two people: their given names differ (Wayde and Wayne Sims stay apart by family name)."""
    if not pair.one.given or not pair.other.given:
        return None
    inflected = pair.cheapest.uses("ending")
    language = pair.languages.source
    if may_be_one_bearer(pair.one.given, pair.other.given, language, inflected=inflected):
        return None
    return "another given name"


def _given_and_family(pair: Pair) -> str | None:
    """A given name is no family name: Mark Rutte and a Mr Marko."""
    one, other = pair.one, pair.other
    if one.is_given_only == other.is_given_only:
        return None
    unexplained = pair.cheapest.uses("slip") or pair.cheapest.uses("ending")
    given = one if one.is_given_only else other
    person = not all(is_word(family) for family in given.family)
    if one.given or other.given or unexplained or person:
        return "a given name beside a family name"
    return None


def _woman(pair: Pair) -> str | None:
    """A woman's family name has an ending of its own: Petrov and Petrova, Ms Levina."""
    man, woman = sorted((pair.one, pair.other), key=lambda usage: len(usage.folded))
    tail = woman.folded[len(man.folded) :]
    stem = man.folded
    by_form = tail == "a" and stem.endswith(_MEN)
    by_form |= (stem[-1:] in "iy" and woman.folded == stem[:-1] + "aya") or tail in ("ova", "eva")
    by_title = bool(woman.titles & _WOMEN) and tail.startswith(("a", "o", "e"))
    if (by_form and woman.folded.startswith(stem[:-1])) or by_title:
        return "a woman's form of the name"
    return None


_MEN = ("ov", "ev", "in", "yn", "sk")
_WOMEN = frozenset("ms mrs miss lady madam queen princess duchess sister actress".split())


def _given_names(pair: Pair) -> str | None:
    """Two given names part in their ending (Jovan, Jovana); one that stands alone too is one."""
    alone = not (pair.one.is_given_only and pair.other.is_given_only)
    if alone and pair.one.family and pair.other.family and pair.cheapest.uses("ending"):
        return "two given names"
    return None


def _list(pair: Pair) -> str | None:
    """In a list of candidates or players, near names are other people."""
    segments = {unit.segment for unit, _ in pair.one.places if unit.in_list}
    if any(unit.segment in segments for unit, _ in pair.other.places if unit.in_list):
        return "both stand in one list of names"
    return None


def _ordinary_words(pair: Pair) -> str | None:
    doubtful = pair.one.is_doubtful or pair.other.is_doubtful
    if is_word(pair.one.text) and is_word(pair.other.text) and not doubtful:
        return "both are ordinary words"
    return None


def _word_by_slip(pair: Pair) -> str | None:
    """An ordinary word becomes a name by respelling (Tramp), not by a slip (Truce)."""
    if not (pair.one.is_doubtful or pair.other.is_doubtful) or pair.is_folded_equal:
        return None
    doubtful = pair.one if pair.one.is_doubtful else pair.other
    damage = pair.backward if doubtful is pair.one else pair.forward
    if pair.languages.source:
        damage = pair.cheapest
    if damage.channel != "respelling" or damage.uses("slip") or damage.cost > 0.5:
        return f"{doubtful.text} is an ordinary word"
    return None


def _two_known_names(pair: Pair) -> str | None:
    if pair.is_folded_equal or pair.is_one_given_name:
        return None
    if pair.index.share_concept(pair.one.text, pair.other.text):
        return None
    if _is_heard_alone(pair) or _is_long_and_near(pair):
        return None
    if is_known_name(pair.one.text) and is_known_name(pair.other.text):
        return "both are known names"
    return None


def _is_long_and_near(pair: Pair) -> bool:
    """Say whether two long names differ too little to be two: Tutankhamun and Tutankhamen."""
    long = min(len(pair.one.text), len(pair.other.text)) >= LONG
    near = pair.cheapest.cost / pair.letters <= 0.08
    return long and near and not pair.differs_in_ending and not pair.cheapest.uses("ending")


LONG = 9
"""Letters from which two known names so near are nearly always one name in two spellings: among
the 13,540 of this length in our list, the near pairs are Belarussian and Belarusian, not people."""


def _is_heard_alone(pair: Pair) -> bool:
    """Say whether one has a full name and the other, alone, is how the source hears it."""
    full, alone = pair.one, pair.other
    if full.full is None:
        full, alone = alone, full
    damage = pair.forward if full is pair.one else pair.backward
    heard = damage.channel == "respelling" and not damage.uses("slip") and damage.cost <= 0.35
    return bool(pair.languages.source and full.full and not alone.given and heard)


def _demonym(pair: Pair) -> str | None:
    one, other = sorted((pair.one, pair.other), key=lambda usage: len(usage.folded))
    if one.given & other.given:
        return None
    if is_demonym(one.folded, other.folded):
        return f"{other.text} beside {one.text}: adjective, people or plural"
    return None


def _clipping(pair: Pair) -> str | None:
    """A short form is not a wrong one: Juve and Juventus; a case ending is."""
    short, long = sorted((pair.one.folded, pair.other.folded), key=len)
    tail = long[len(short) :]
    if len(tail) > 1 and long.startswith(short) and tail not in _CASE_ENDINGS:
        return "one is a short form of the other"
    return None


def _short(pair: Pair) -> str | None:
    shortest = min(len(pair.one.folded), len(pair.other.folded))
    if shortest < 4 and not pair.is_folded_equal and not _is_heard_alone(pair):
        return "too short to be compared"
    return None


def _one_name(pair: Pair) -> str | None:
    """Two parts of one double name are two names, and Gjakova/Đakovica gives both on purpose."""
    if _stand_together(pair.one, pair.other):
        return "both stand in one name"
    if _stand_side_by_side(pair.one, pair.other):
        return "both forms are given side by side"
    return None


def _stand_together(one: Usage, other: Usage) -> bool:
    units = {id(unit) for unit, _ in one.places}
    return any(id(unit) in units for unit, _ in other.places)


def _stand_side_by_side(one: Usage, other: Usage) -> bool:
    """Say whether a slash or a bracket joins the two: Gjakova/Đakovica, Pristina (Priština)."""
    words = {(w.segment, w.span.end): w for w in (*one.words, *other.words)}
    for usage, partner in ((one, other), (other, one)):
        for word in usage.words:
            if word.gap in _JOINTS:
                before = words.get((word.segment, word.span.start - len(word.gap)))
                if before is not None and before.text == partner.text:
                    return True
    return False


_JOINTS = ("/", " / ", " (", " [", " – ", " or ")


GUARDS: dict[str, Guard] = {
    "two-terms": _two_terms,
    "other-given-name": _other_given_name,
    "given-and-family": _given_and_family,
    "woman": _woman,
    "given-names": _given_names,
    "list": _list,
    "one-name": _one_name,
    "ordinary-words": _ordinary_words,
    "word": _word_by_slip,
    "too-short": _short,
    "demonym": _demonym,
    "two-known-names": _two_known_names,
    "clipping": _clipping,
}
