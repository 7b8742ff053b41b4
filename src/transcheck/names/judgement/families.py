"""Whether a form may rather be the name of another family than a damaged one of the glossary.

Most of the people in the news are in no glossary, and families are called nearly alike: Gashi and
Gashaj, Majer and Majerova, Filatov and Filatova. Such a form alone is no proof of damage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transcheck.model import Concept
from transcheck.names.damage.languages import SERBIAN, habits_of
from transcheck.names.damage.romanisation import is_romanisation_of
from transcheck.names.damage.rules import Rule
from transcheck.names.judgement.nearby import Near
from transcheck.names.words.lexicon import is_recorded_name
from transcheck.names.words.tokens import split_words
from transcheck.text.fold import fold
from transcheck.text.tags import primary

_OWNERS = re.compile(r"j?[eo]v\$")
_WIVES = re.compile(r"j?[eo]v[aá]\$")
"""Endings of what is somebody's: they make family names too, Zhukov and Majerova."""
_MENS = ("ov", "ev", "in", "yn")
_CYRILLIC = ("ru", "uk", "be", "bg")


def may_be_another(
    near: Near, words: Sequence[str], concept: Concept, language: str | None
) -> bool:
    """Say whether a form may as well be another name, if nothing else in the article tells."""
    if is_right_elsewhere(near, words, concept) or _is_twice_damaged(near):
        return True
    if concept.kind != "person":
        return False
    if _is_albanian_neighbour(near.right[-1], words[-1]):
        return True
    rules = near.damage[-1].rules
    if len(words) > 1:
        hers = words[0].endswith("a") and any(map(_is_wifes, rules))
        return hers or _are_borne_together(near, words)
    return _makes_family(rules) or _is_hers(near) or _is_eastern(near, language)


def is_right_elsewhere(near: Near, words: Sequence[str], concept: Concept) -> bool:
    """Say whether a form is another romanisation of the Cyrillic original that the row holds.

    The name must be one of it itself: Трамп is not the original of Trump.
    """
    right = [word.lower() for word in near.right]
    for term in concept.sources:
        if primary(term.lang) not in _CYRILLIC:
            continue
        original = split_words(term.text)[-len(words) :]
        if len(original) == len(right) and all(
            word.lower() == own
            or (
                is_romanisation_of(word.lower(), cyrillic, term.lang)
                and is_romanisation_of(own, cyrillic, term.lang)
            )
            for word, own, cyrillic in zip(words, right, original, strict=True)
        ):
            return True
    return False


def _are_borne_together(near: Near, words: Sequence[str]) -> bool:
    """Say whether people bear every word that only a case and more would explain: Elona Seri."""
    return all(
        is_recorded_name(word) and damage.uses("ending") and len(damage.rules) > 1
        for word, damage in zip(words, near.damage, strict=True)
    )


def _is_twice_damaged(near: Near) -> bool:
    """Say whether a single word would have both a slip and a case ending: two accidents."""
    damage = near.damage[0]
    return len(near.damage) == 1 and damage.uses("slip") and damage.uses("ending")


def _is_wifes(rule: Rule) -> bool:
    return rule.channel == "ending" and _WIVES.fullmatch(rule.damaged) is not None


def _makes_family(rules: Sequence[Rule]) -> bool:
    """Say whether an ending makes family names of names: -ova, -ov; -a where another has -i.

    Trumpov is what is Trump's; Yershov is nothing of Hersh, who would be heard first.
    """
    return any(
        _is_wifes(rule)
        or (_OWNERS.fullmatch(rule.damaged) and len(rules) > 1)
        or (rule.original, rule.damaged) in _VOWELS
        for rule in rules
        if rule.channel == "ending"
    )


_VOWELS = {("i$", "a$")}


def _is_hers(near: Near) -> bool:
    """Say whether a form in -ova or -ina is a woman's of that family, however it is spelt."""
    hers = any(r.channel == "ending" and r.damaged == "a$" for r in near.damage[-1].rules)
    return hers and fold(near.right[-1]).endswith(_MENS)


def _is_eastern(near: Near, language: str | None) -> bool:
    """Say whether -ich stands for -ić, as Russians and Americans write it: Pavlovich."""
    marks = any(r.damaged == "ch" and r.channel == "marks" for r in near.damage[-1].rules)
    return marks and habits_of(language).damage != SERBIAN


def _is_albanian_neighbour(right: str, form: str) -> bool:
    """Say whether -aj parts the two, which makes another Albanian family: Gashi and Gashaj."""
    one, other = sorted((fold(right), fold(form)), key=lambda name: name.endswith("aj"))
    if one.endswith("aj") or not other.endswith("aj"):
        return False
    return one[-1:] in _AT_THE_END and one[-2:-1] not in "aeo" and one[:-1] == other[:-2]


_AT_THE_END = "aiu"
