"""The rows of the tested files in the company of all others: which concept each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.glossary import find_shipped, load_glossaries
from transcheck.model import Concept, Record


class Row(Record, frozen=True):
    """A row of a tested file: its concept, and the number of that in the index."""

    file: str
    number: int
    concept: Concept


class Company(Record, frozen=True):
    """The desk at which rows are tried, and where every row of it stands.

    `places` holds (`file:LINE`, name) of every concept by its id.
    """

    desk: Desk
    rows: tuple[Row, ...]
    places: dict[str, tuple[str, str]]

    def names(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Return the names of rows by their ids; what is in no row has none."""
        return tuple(self.places[id][1] for id in ids if id in self.places)


def gather(files: Sequence[str], beside: Sequence[str] = (), *, shipped: bool = True) -> Company:
    """Open a desk with the tested files, those `beside` them, and the shipped ones.

    A shipped file that is tested counts once. Raise UsageError where a file is no glossary.
    """
    own = {path.resolve(): str(path) for path in find_shipped()} if shipped else {}
    paths = [file for file in (*beside, *files) if Path(file).resolve() not in own]
    desk = open_desk(Settings(glossary=tuple(paths), no_glossaries=not shipped))
    numbers = {_key(one): number for number, one in reversed([*enumerate(desk.index.concepts)])}
    written = {Path(path).name: path for path in (*own.values(), *beside, *files)}
    places = {
        one.id: (f"{written.get(one.file, one.file)}:{one.row}", one.name)
        for one in desk.index.concepts
    }
    rows = [
        Row(file, number, desk.index.concepts[number])
        for file in files
        for one in load_glossaries([file], shipped=False).concepts
        if (number := numbers.get(_key(one))) is not None
    ]
    return Company(desk, tuple(rows), places)


def _key(concept: Concept) -> tuple[str, str, str]:
    return concept.name, concept.kind, concept.lang
