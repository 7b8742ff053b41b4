"""The rows of the tested files in the company of all others: which concept each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.glossary import find_shipped, load_glossaries
from transcheck.glossary.precedence import keep_language
from transcheck.model import Concept, Record
from transcheck.model.policy import Diacritics


class Row(Record, frozen=True):
    """A row of a tested file: its concept, and the number of that in the index."""

    file: str
    number: int
    concept: Concept


class Company(Record, frozen=True):
    """The desk at which rows are tried, and where every row of it stands.

    `places` holds (`file:LINE`, name) of every concept by its id. `files` are those tested, and
    `beside` those named beside them. `untried` rows are of another language than English.
    """

    desk: Desk
    rows: tuple[Row, ...]
    places: dict[str, tuple[str, str]]
    files: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    shipped: bool = True
    untried: int = 0

    def others(self, row: Row, ids: Sequence[str], suggestions: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the other rows that were meant, by their ids or what they write.

        Of several people of one family name the first.
        """
        index = self.desk.index_for()
        named = [index.named_by(text) for text in suggestions]
        found = [min(numbers) for numbers in named if numbers and row.number not in numbers]
        ids = (*ids, *(index.concepts[number].id for number in found))
        return tuple(dict.fromkeys(id for id in ids if id in self.places and id != row.concept.id))


def gather(files: Sequence[str], beside: Sequence[str] = (), *, shipped: bool = True) -> Company:
    """Open a desk with the tested files, those `beside` them, and the shipped ones.

    A shipped file that is tested counts once. Raise UsageError where a file is no glossary.
    """
    own = {path.resolve(): str(path) for path in find_shipped()} if shipped else {}
    paths = [file for file in (*beside, *files) if Path(file).resolve() not in own]
    # One sentence shows no house's marks: what a house that keeps them is told.
    keeping = Settings(diacritics=Diacritics.KEEP, no_glossaries=not shipped)
    desk = open_desk(replace(keeping, glossary=tuple(paths)))
    concepts = desk.glossary.concepts
    numbers = {_key(one): number for number, one in reversed([*enumerate(concepts)])}
    written = {Path(path).name: path for path in (*own.values(), *beside, *files)}
    places = {
        one.id: (f"{written.get(one.file, one.file)}:{one.row}", one.name) for one in concepts
    }
    written_there = [
        (file, one) for file in files for one in load_glossaries([file], shipped=False).concepts
    ]
    rows = [
        Row(file, number, concepts[number])
        for file, one in written_there
        if (number := numbers.get(_key(one))) is not None
    ]
    kept = keep_language(tuple(one for _, one in written_there), "en")
    untried = len(written_there) - len(kept)
    return Company(desk, tuple(rows), places, tuple(files), tuple(beside), shipped, untried)


def _key(concept: Concept) -> tuple[str, str, str]:
    return concept.name, concept.kind, concept.lang
