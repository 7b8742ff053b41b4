"""One form, one place: what the hand-written glossaries hold already, and which row has a form.

A place that a hand row names is left out. A source form that is English for something else, that
is somebody's name, or that another row has, is left out of its row: Alžir is Algeria, not Algiers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.glossaries.rows import Row, Source
from transcheck.glossary import load_glossaries
from transcheck.text.fold import fold


class Claims:
    """The forms that are taken, in the order in which rows ask for them."""

    def __init__(self, hand: Iterable[Path]) -> None:
        concepts = load_glossaries([*map(str, hand)], shipped=False).concepts
        self._english = {f: c.id for c in concepts for f in (c.name, *c.admitted, *c.rejected)}
        self._folded = {fold(c.name) for c in concepts if c.kind == "place"}
        self._sources = {t.text: c.id for c in concepts for t in c.sources}

    def admit(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows whose place no row has yet, with those of their forms that are free."""
        for row in rows:
            folded = fold(row.name)
            if folded in self._folded or any(form in self._english for form in row.english):
                continue
            if row.name in self._sources:
                continue
            admitted = tuple(form for form in row.admitted if form not in self._sources)
            self._folded.add(folded)
            self._english.update(dict.fromkeys(row.english, row.name))
            yield replace(row, admitted=admitted)

    def give_sources(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows with the source forms that are theirs alone; call it with all rows."""
        for row in rows:
            kept = tuple(one for one in row.sources if self._is_free(one, row))
            self._sources.update((form, row.name) for _, form in kept)
            yield replace(row, sources=kept)

    def _is_free(self, source: Source, row: Row) -> bool:
        _, form = source
        if self._english.get(form, row.name) != row.name:
            return False
        return self._sources.get(form, row.name) == row.name and not is_somebody(form)


def is_somebody(form: str) -> bool:
    """Say whether a source form would be read as a person's name, or another thing's: Siri."""
    return form in _SOMEBODY


_SOMEBODY = frozenset(
    """Aman Anatolie Cita Daka Darvin Dominika Esen Francie Galac Gent Gucia Haga Halič Indi Kili
    Kito Komori Libi Mesina Milán Nica Petrič Poloni Raka Reka Riad Ruan Sana Saska Serbi Siri
    Siria Sofie Virginie Vratislav Zenta""".split()
)
"""Given and family names among the forms of CLDR and of the tables."""
