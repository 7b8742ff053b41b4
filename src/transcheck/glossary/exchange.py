"""What every glossary format shares: the file, the languages asked for, what came of it.

A format is one module of `formats/` with a constant and two functions: GLOSSARY_FORMAT,
`read(file, pair) -> Reading` and `write(concepts, pair) -> Writing` (a format that is only
read has no `write`).
"""

from __future__ import annotations

from pathlib import Path

from transcheck.glossary.issues import GlossaryIssue
from transcheck.model import Concept, Record


class GlossaryFormat(Record, frozen=True):
    """A glossary format: its name for --from and --to, what it is, and its file suffixes.

    A format that shares its suffixes with others (DeepL and Google both write .csv) claims none.
    """

    name: str
    title: str
    suffixes: tuple[str, ...] = ()


class GlossaryFile(Record, frozen=True):
    """A glossary as it stands on the disk: its bytes and their SHA-256.

    `shipped` ones came with transcheck.
    """

    path: str
    content: bytes
    digest: str = ""
    shipped: bool = False

    @property
    def name(self) -> str:
        """Its name without the folder."""
        return Path(self.path).name


class Pair(Record, frozen=True):
    """The languages of a conversion, BCP 47: the one translated into, and from (None: all)."""

    target: str = "en"
    source: str | None = None


class Reading(Record, frozen=True):
    """The concepts of a file, what is wrong with it, and what transcheck has no place for.

    A file with `problems` is converted but not loaded; each loss is one line for an editor.
    """

    concepts: tuple[Concept, ...]
    problems: tuple[GlossaryIssue, ...] = ()
    losses: tuple[str, ...] = ()


class Writing(Record, frozen=True):
    """The bytes of a file, and what the format has no place for, one line each."""

    content: bytes
    losses: tuple[str, ...] = ()
