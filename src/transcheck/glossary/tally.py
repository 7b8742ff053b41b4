"""What a conversion has to leave behind, counted, one line for an editor each."""

from __future__ import annotations

from transcheck.text.controls import show_controls
from transcheck.text.plural import plural

_MOST_EXAMPLES = 3
_LONGEST_EXAMPLE = 40


class Tally:
    """Counts of what is lost and why, in the order in which it was first met."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}
        self._examples: dict[tuple[str, str], dict[str, None]] = {}

    def add(self, thing: str, why: str, count: int = 1, *, example: str = "") -> None:
        """Count `thing`, a noun in the singular; `why` is said of many ("them", "stand")."""
        if not count:
            return
        key = (thing, why)
        self._counts[key] = self._counts.get(key, 0) + count
        if example:
            # One more than is shown tells that there are others.
            seen = self._examples.setdefault(key, {})
            if len(seen) <= _MOST_EXAMPLES:
                seen.setdefault(_shorten(example))

    def lines(self) -> tuple[str, ...]:
        """Return `14 rejected forms: …`, with a few examples where there are any."""
        return tuple(
            f"{plural(count, thing)}{self._show(thing, why)}: {why}"
            for (thing, why), count in self._counts.items()
        )

    def _show(self, thing: str, why: str) -> str:
        seen = list(self._examples.get((thing, why), ()))
        if not seen:
            return ""
        more = ", …" if len(seen) > _MOST_EXAMPLES else ""
        return f" ({', '.join(seen[:_MOST_EXAMPLES])}{more})"


def _shorten(example: str) -> str:
    if len(example) > _LONGEST_EXAMPLE:
        example = example[:_LONGEST_EXAMPLE] + "…"
    return show_controls(example)
