"""What a translation engine takes as a glossary, and which terms it would refuse."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.errors import UsageError
from transcheck.model import Record
from transcheck.text.expressions import compile_late
from transcheck.text.plural import plural

# What DeepL's own client refuses: C0 and C1 controls and the line ends of Unicode.
_CONTROLS = compile_late("[\x00-\x1f\x80-\x9f\u2028\u2029]")


class Engine(Record, frozen=True):
    """The limits of one engine, in bytes of UTF-8; 0 is no limit.

    `folds_case`: it takes “Lund” and “LUND” for one source term.
    """

    title: str
    most_bytes: int = 0
    most_term_bytes: int = 0
    folds_case: bool = False

    def refuse(self, term: str) -> str | None:
        """Return why a term cannot be in its glossary, None when it can."""
        if _CONTROLS.search(term):
            return "a control character or a line end in a term"
        if self.most_term_bytes and len(term.encode()) > self.most_term_bytes:
            return f"a term over {self.most_term_bytes:,} bytes"
        return None

    def key(self, term: str) -> str:
        """Return what must be unique among its source terms."""
        return term.casefold() if self.folds_case else term

    def check_size(self, content: bytes) -> bytes:
        """Return a file as it is; raise UsageError when it is too large for the engine."""
        if self.most_bytes and len(content) > self.most_bytes:
            message = (
                f"the glossary has {len(content):,} bytes, {self.title} takes at most "
                f"{self.most_bytes:,}"
            )
            raise UsageError(message, hint="Split it by kind, and convert the parts")
        return content


def name_some(names: list[str]) -> str:
    """Return up to ten names for a sentence, the long ones cut, and how many more there are."""
    shown = ", ".join(f"“{_cut(name)}”" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown


_MOST_NAMED = 10
_LONGEST = 60


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def leave_out(noun: str, names: list[str], why: str) -> Iterator[str]:
    """Yield the line that names what is left out and says why; none when it is nothing."""
    if names:
        yield f"{plural(len(names), noun)} ({name_some(names)}): left out, {why}"


def list_refused(refused: dict[str, list[str]], title: str) -> Iterator[str]:
    """Yield a line for each reason why an engine does not take something, with the names."""
    for reason, names in refused.items():
        yield from leave_out("pair", names, f"{title} does not take {reason}")
