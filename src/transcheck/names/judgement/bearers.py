"""Whether two full names may be one person's: what their given names say."""

from __future__ import annotations

from collections.abc import Collection

from transcheck.names.damage import weigh
from transcheck.names.words.given_names import share_given_name
from transcheck.names.words.heard_names import is_heard_as

NEAR = 0.12
"""Cost per letter up to which two given names may be one, damaged: Džo and Joe."""


def may_be_one_bearer(
    one: Collection[str], other: Collection[str], language: str | None, *, inflected: bool
) -> bool:
    """Say whether any two of the given names may be one.

    An ending counts only where the family name carries one too (Ilana Shora, Ilan Shor):
    Marko is not Mark, and Jovana is not Jovan.
    """
    return share_given_name(one, other) or any(
        is_heard_as(a, b) or is_heard_as(b, a) or _is_damaged(a, b, language, inflected)
        for a in one
        for b in other
    )


def _is_damaged(one: str, other: str, language: str | None, inflected: bool) -> bool:
    damage = min(weigh(one, other, language), weigh(other, one, language), key=lambda d: d.cost)
    if damage.uses("slip") or (damage.uses("ending") and not inflected):
        return False
    return damage.cost / max(4.0, (len(one) + len(other)) / 2) <= NEAR
