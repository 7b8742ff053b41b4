"""Whether the given name of a full name is another one than that of a person in the glossary.

Marko is not Mark and Jovana is not Jovan, but Ilana Shora is Ilan Shor, Zoranom Milanović is Zoran
and Brank Zabrel is Branko.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from transcheck.names.damage import Damage
from transcheck.names.damage.rules import VOWELS, Rule
from transcheck.names.index import NameIndex
from transcheck.names.words.lexicon import is_recorded_name, is_word
from transcheck.text.fold import fold

BARE_COST = 0.3
"""What a last vowel costs that was taken for an ending."""
_LEAST_BARE = 3
_NO_NAMES = frozenset(("u$", "om$", "em$", "ovi$", "jem$", "ju$"))
"""Endings of men's cases with which nobody is called: Zoranom, Andreju."""
_OF_NAMES = frozenset(("o$", "i$", "e$"))
"""Endings that rather make another name: Marko of Mark, Pauli, Helene."""


def is_other_given(
    words: Sequence[str], right: Sequence[str], damage: Sequence[Damage], index: NameIndex
) -> bool:
    """Say whether the given name is another one: Marko is not Mark, Jovana is not Jovan.

    An ending on it counts where the family name has one too (Ilana Shora), where that is as it
    should be and the given name's own vowel changed (Angele Merkel) or nobody is called so
    (Zoranom), or where the family name is damaged to just that bearer (Juliana Asanzh).
    """
    inflected = [one.uses("ending") for one in damage]
    if inflected[-1] or not any(inflected[:-1]):
        return False
    if damage[-1].rules:
        return not _are_damaged_together(words, damage, index)
    return any(
        one and name[-1:].lower() not in VOWELS and not _is_in_a_case(word, own)
        for one, name, word, own in zip(
            inflected[:-1], right[:-1], words[:-1], damage[:-1], strict=True
        )
    )


def _are_damaged_together(words: Sequence[str], damage: Sequence[Damage], index: NameIndex) -> bool:
    """Say whether both halves are explained without a slip, and nobody bears the family name."""
    family = words[-1]
    if is_recorded_name(family) or index.holders(family):
        return False  # a name of its own, or right by another form of the row
    if any(one.uses("slip") for one in damage):
        return False
    return all(_ending(one) not in _OF_NAMES for one in damage[:-1])


def _is_in_a_case(given: str, damage: Damage) -> bool:
    """Say whether a given name is in a case that is no name of its own."""
    return _ending(damage) in _NO_NAMES and not damage.uses("slip") and not is_recorded_name(given)


def _ending(damage: Damage) -> str:
    """Return the ending that is left on a word, "" if none."""
    return next((rule.damaged for rule in damage.rules if rule.channel == "ending"), "")


def lose_vowel(
    words: Sequence[str], right: Sequence[str], damage: tuple[Damage, ...], index: NameIndex
) -> tuple[Damage, ...]:
    """Return the damage of a full name, a given name without its last vowel being in a case.

    Who takes the vowel for an ending leaves Brank Zabrel of Branko. The family name must be as it
    should be, and nobody may be called so: Franc is not Franco.
    """
    given, own = words[0], right[0]
    bare = given.lower() == own[:-1].lower() and own[-1] in "ao" and len(given) >= _LEAST_BARE
    if not bare or any(one.rules for one in damage[1:]):
        return damage
    borne = is_recorded_name(given) or index.is_given_name(fold(given))
    if borne or is_word(given):  # Franc and Mart are words too
        return damage
    rule = Rule(f"{own[-1]}$", "$", BARE_COST, "ending")
    return (replace(damage[0], cost=BARE_COST, channel="ending", rules=(rule,)), *damage[1:])
