"""Where the names of an article stand: its words, the runs they form, the names in those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transcheck.model import Article, Record, Role, Span
from transcheck.names.index import NameIndex
from transcheck.names.terms.asides import find_titles
from transcheck.names.words.tokens import Run, Word, find_runs, find_stretches
from transcheck.names.words.units import Unit, find_units
from transcheck.names.words.usage import Usage, all_units, survey


class Survey(Record, frozen=True):
    """The words of an article in stretches, its capitalised runs and the names they hold.

    `usages` tells how each spelling is used; `titles` holds the foreign titles by segment, in
    which nothing is judged. Furniture is left out.
    """

    texts: Sequence[Sequence[Word]]
    runs: Sequence[Run]
    units: list[Unit]
    usages: Mapping[str, Usage]
    titles: Mapping[int, Sequence[Span]]

    @property
    def every_unit(self) -> list[Unit]:
        """Every name that a usage stands in, doubtful ones too, in text order."""
        return all_units(self.usages)


def survey_article(article: Article, index: NameIndex) -> Survey:
    """Find where names stand in an article; the glossary tells which small words are of names."""
    titles = find_titles(article)
    texts = [
        stretch
        for number, segment in enumerate(article.segments)
        if segment.role is not Role.FURNITURE
        for stretch in find_stretches(
            segment.target, number, (*segment.protected, *titles.get(number, ())), index.vocabulary
        )
    ]
    runs = [run for words in texts for run in find_runs(words)]
    units = find_units(runs)
    usages = survey(units, runs, [segment.target for segment in article.segments])
    return Survey(texts, runs, units, usages, titles)
