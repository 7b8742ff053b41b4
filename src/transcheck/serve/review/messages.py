"""What the page and its server say to each other, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from transcheck.errors import UsageError
from transcheck.review.decisions import Choice
from transcheck.review.sitting.wishes import Act, Refusal, Wish

MOST_DECISIONS = 10_000
Message = TypeVar("Message", bound=msgspec.Struct)


class Entering(msgspec.Struct, forbid_unknown_fields=True):
    """The token of the printed address."""

    token: str


class Deciding(msgspec.Struct, forbid_unknown_fields=True):
    """Decisions of one step."""

    decisions: list[Wish]


class Undoing(msgspec.Struct, forbid_unknown_fields=True):
    """Acts to take back, by their numbers."""

    acts: list[int]


def read_message(body: bytes, kind: type[Message]) -> Message:
    """Return the message in a body. Raise UsageError, in one line, when it is none."""
    try:
        found = msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as error:
        raise UsageError(f"the request is not as it should be: {error}") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise UsageError("the request is not JSON") from None
    count = len(getattr(found, "decisions", getattr(found, "acts", ())))
    if count > MOST_DECISIONS:
        raise UsageError(f"{count:,} decisions at once", hint=f"At most {MOST_DECISIONS:,}")
    return found


def tell_acts(acts: Iterable[Act]) -> list[dict[str, Any]]:
    """Return what a page needs to take acts back: their numbers, with the places it knows."""
    return [
        {
            "act": act.number,
            "places": [[wish.article, wish.fingerprint] for wish in act.wishes],
        }
        for act in acts
    ]


def tell_refused(refused: Iterable[Refusal]) -> list[dict[str, Any]]:
    """Return which places were not decided, and why."""
    return [
        {"article": one.wish.article, "fingerprint": one.wish.fingerprint, "why": one.why}
        for one in refused
    ]


def tell_kept(acts: Iterable[Act]) -> dict[str, dict[str, Any]]:
    """Return what was decided so far, as the page keeps it: by article and place.

    Only what was skipped is still a finding; what was written can be taken back all the same,
    and stands under its number.
    """
    kept: dict[str, dict[str, Any]] = {}
    for act in acts:
        here = kept.setdefault(act.sheet.key, {})
        entry = {"decision": act.wish.decision.value, "step": act.step, "act": act.number}
        if act.wish.decision is Choice.SKIP:
            here |= {finding.fingerprint: entry for finding in act.findings}
        else:
            here[f"act-{act.number}"] = entry
    return kept
