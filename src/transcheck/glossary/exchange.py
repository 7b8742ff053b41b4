"""What every glossary format shares: the file, the languages asked for, what came of it.

A format is one module of `formats/` with a constant and two functions: GLOSSARY_FORMAT,
`read(file, pair) -> Reading` and `write(concepts, pair) -> Writing` (a format that is only
read has no `write`).
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from transcheck.glossary.issues import GlossaryIssue
from transcheck.glossary.native.records import read_bytes
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


def read_file(path: str) -> GlossaryFile:
    """Return a file with its digest; raise UsageError when it cannot be read."""
    content = read_bytes(path)
    return GlossaryFile(path, content, hashlib.sha256(content).hexdigest())


ALL = "mul"
"""BCP 47 for several languages at once: --source-lang mul."""


class Pair(Record, frozen=True):
    """The languages of a conversion, BCP 47: the one translated into, and from (None: all).

    `suffix` is that of the file to be written: .csv has commas, .tsv and .txt have tabs.
    """

    target: str = "en"
    source: str | None = None
    suffix: str = ".csv"


class Reading(Record, frozen=True):
    """The concepts of a file, what is wrong with it, and what transcheck has no place for.

    A file with `problems` is converted but not loaded; each loss is one line for an editor.
    """

    concepts: tuple[Concept, ...]
    problems: tuple[GlossaryIssue, ...] = ()
    losses: tuple[str, ...] = ()


class Writing(Record, frozen=True):
    """The bytes of a file, and what the format has no place for, one line each.

    `notes` say how the rest was written: which languages, which variant of the format.
    """

    content: bytes
    losses: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
