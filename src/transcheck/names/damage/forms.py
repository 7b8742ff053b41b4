"""Which channel explains most of a damage, and in which form a name so stands."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.model import Form
from transcheck.names.damage.rules import Rule

_FORMS = {
    "marks": Form.FOLDED, "respelling": Form.RESPELT, "romanisation": Form.RESPELT,
    "ending": Form.INFLECTED, "slip": Form.MISSPELT,
}  # fmt: skip
_PER_RULE = 0.1
"""Weight of a rule beside its cost: what costs nothing explains something too."""


def name_channel(rules: Iterable[Rule]) -> str:
    """Return the channel that explains most; of nothing, that of marks."""
    weights: dict[str, float] = {}
    for rule in rules:
        weights[rule.channel] = weights.get(rule.channel, 0.0) + _PER_RULE + rule.cost
    return max(sorted(weights), key=lambda channel: weights[channel]) if weights else "marks"


def name_form(rules: Iterable[Rule]) -> Form:
    """Return the form that the channel makes; a case ending counts but beside a greater slip."""
    rules = list(rules)
    channel = name_channel(rules)
    if channel != "slip" and any(rule.channel == "ending" for rule in rules):
        return Form.INFLECTED
    return _FORMS[channel]
