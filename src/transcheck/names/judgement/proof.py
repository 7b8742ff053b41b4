"""What a ruling needs beside two high probabilities before it is called certain.

Four doubts that no probability of one pair shows, found on composed articles alone; what they
are worth is printed by benchmarks/calibration.
"""

from __future__ import annotations

from collections.abc import Mapping

from transcheck.names.damage import Damage
from transcheck.names.words.lexicon import is_recorded_name
from transcheck.names.words.usage import Usage

OUTRIGHT = ("glossary", "preferred")
LETTERS = (
    "marks lost",
    "marks of another language",
    "capitals lost",
    "ending left on",
    "stands bare",
)
FREQUENCY = ("counts", "full name")
LEAST_TOLD = 0.4
"""Log-odds from which the letters tell a side."""
OVERWHELMING = 3.0
"""Log-odds from which frequency alone does: 20 to 1, as nine places in full and one."""


def is_proven(right: Usage, wrong: Usage, sides: Mapping[str, float], damage: Damage) -> bool:
    """Say whether nothing is left to doubt that `wrong` should be `right`.

    `sides` are the terms of the second judgement, `damage` is what makes `wrong` of `right`.
    What a glossary or a house list says outright needs no further proof.
    """
    if any(sides.get(term, 0.0) > 0 for term in OUTRIGHT):
        return True
    doubts = (
        is_habit(sides, damage),
        are_both_borne(right, wrong),
        is_full_name_wrong(right, wrong, damage),
        sides.get("known", 0.0) < 0,  # dictionaries know the form held for wrong: Hermes, Hermès
    )
    return not any(doubts)


def is_habit(sides: Mapping[str, float], damage: Damage) -> bool:
    """Say whether a habit of romanisation parts the two, and nothing tells whose it is.

    Habits run both ways: of Kolesnichenko and Kolesnitschenko either may be what the bearer
    writes, and counts show only what the translator preferred.
    """
    told = sum(sides.get(term, 0.0) for term in LETTERS)
    often = sum(sides.get(term, 0.0) for term in FREQUENCY)
    return damage.uses("romanisation") and told < LEAST_TOLD and often < OVERWHELMING


def are_both_borne(right: Usage, wrong: Usage) -> bool:
    """Say whether people bear both names, as Dennis and Denis: they may be two.

    Names that part in marks or capitals are passed: those who lost them bear Kaspar.
    """
    same_letters = right.folded == wrong.folded
    return not same_letters and is_recorded_name(right.text) and is_recorded_name(wrong.text)


def is_full_name_wrong(right: Usage, wrong: Usage, damage: Damage) -> bool:
    """Say whether the form held for wrong alone stands in a full name.

    A case ending is left on full names as on others: Ilana Shora, and Shor once.
    """
    return wrong.full is not None and right.full is None and not damage.uses("ending")
