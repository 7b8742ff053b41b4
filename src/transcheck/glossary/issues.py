"""What can be wrong with a glossary file: one record, printed as one line."""

from __future__ import annotations

import msgspec

from transcheck.model import Record


class GlossaryIssue(Record, frozen=True):
    """One thing wrong in a glossary file, at the line an editor sees.

    `unusable` marks a file that cannot be read as a glossary at all: nothing after the fault
    was looked at.
    """

    file: str
    line: int
    id: str
    message: str
    unusable: bool = False

    def __str__(self) -> str:
        """Return `file:LINE: id: message`."""
        return f"{self.file}:{self.line}: {self.id}: {self.message}"


class IssueList(msgspec.Struct):
    """What is wrong in one file, in the order it was found."""

    file: str
    problems: list[GlossaryIssue] = msgspec.field(default_factory=list)

    def report(self, line: int, id: str, message: str, *, unusable: bool = False) -> None:
        """Add a reason why the file cannot be loaded."""
        self.problems.append(GlossaryIssue(self.file, line, id, message, unusable))
