"""Reasons to stay silent about two spellings, in a fixed order, each with a name.

The first guard that holds silences a pair; its name and words go into the report. A guard takes
a pair and returns its reason in an editor's words, or None; `docs/guards.md` lists them all.
"""

from __future__ import annotations

from transcheck.names.judgement.guards.context import CONTEXT
from transcheck.names.judgement.guards.kind import KIND
from transcheck.names.judgement.guards.people import PEOPLE
from transcheck.names.judgement.guards.table import Guard
from transcheck.names.judgement.guards.words import WORDS
from transcheck.names.judgement.pair import Pair

__all__ = ["GUARDS", "Guard", "silence"]

GUARDS: dict[str, Guard] = {**CONTEXT, **PEOPLE, **KIND, **WORDS}
"""Every guard by its name: where the two stand, who bears them, what they name, which words."""


def silence(pair: Pair) -> tuple[str, str] | None:
    """Return the name of the first guard that holds and its reason, or None."""
    for name, guard in GUARDS.items():
        reason = guard(pair)
        if reason:
            return name, reason
    return None
