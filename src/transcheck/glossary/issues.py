"""What can be wrong with a glossary file: one record, printed as one line."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from transcheck.model import Record


class GlossaryIssue(Record, frozen=True):
    """One thing wrong in a glossary file, at the line an editor sees.

    `unusable` marks a file that cannot be read as a glossary at all: nothing after the fault
    was looked at. `column` is the one to mend, empty where the row or the file is at fault.
    """

    file: str
    line: int
    id: str
    message: str
    unusable: bool = False
    column: str = ""

    @property
    def shown(self) -> str:
        """Return the message with its column in front."""
        return f"column `{self.column}`: {self.message}" if self.column else self.message

    def __str__(self) -> str:
        """Return `file:LINE: id: message`, the column in front of the message."""
        return f"{self.file}:{self.line}: {self.id}: {self.shown}"


class IssueList(msgspec.Struct):
    """What is wrong in one file, in the order it was found."""

    file: str
    problems: list[GlossaryIssue] = msgspec.field(default_factory=list)

    def report(
        self, line: int, id: str, message: str, *, column: str = "", unusable: bool = False
    ) -> None:
        """Add a reason why the file cannot be loaded."""
        self.problems.append(GlossaryIssue(self.file, line, id, message, unusable, column))


def note_no_rows(path: str, problems: Sequence[GlossaryIssue]) -> tuple[GlossaryIssue, ...]:
    """Return what is wrong with a glossary that holds no name, beside what is known of it."""
    if problems:
        return tuple(problems)
    return (GlossaryIssue(path, 1, "no-rows", _NO_ROWS),)


_NO_ROWS = "the glossary holds no name, so it checks nothing: add a row, or leave the file out"
