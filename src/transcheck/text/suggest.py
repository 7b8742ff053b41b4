"""The nearest known word to a mistyped one, for error messages."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return `Did you mean "fail-on"?`, or `otherwise` when nothing known is near."""
    from difflib import get_close_matches

    near = get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else otherwise
