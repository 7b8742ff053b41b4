"""What can go wrong that a user can mend: one clear line each (what, where, what to do)."""

from __future__ import annotations

from collections.abc import Iterable


class TranscheckError(Exception):
    """A failure with a place and a remedy. The command line prints it as one line."""

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        """Return `path:line: message. hint`, leaving out what is not known."""
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        end = "" if text.endswith("?") else "."
        return f"{text}{end} {self.hint}" if self.hint else text


class InputError(TranscheckError):
    """An article that cannot be read. It becomes an entry of `skipped`; the others go on."""


class UsageError(TranscheckError):
    """A wrong option, configuration or glossary: nothing is checked, exit 2."""


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return `Did you mean "fail-on"?`, or `otherwise` when nothing known is near."""
    from difflib import get_close_matches

    near = get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else otherwise
