"""What is kept of an archive: its names with some places each, and how often they stand where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from transcheck.audit.proposals.sightings import Judged, Reading, Sighting
from transcheck.names.words.tokens import Word

MOST_KEPT = 8
"""Places of one spelling that are looked at: enough to tell its kind and its damage by."""


@dataclass
class Spelled:
    """One whole name as it is written: in how many articles, how often, and some places."""

    text: str
    words: tuple[str, ...]
    sort: str = "name"
    articles: Counter[int] = field(default_factory=Counter)
    count: int = 0
    firm: bool = False
    hints: Counter[str] = field(default_factory=Counter)
    meanings: Counter[str] = field(default_factory=Counter)
    places: list[tuple[int, Sighting]] = field(default_factory=list)

    def add(self, article: int, sighting: Sighting) -> None:
        """Count one more place."""
        fresh = article not in self.articles
        self.articles[article] += 1
        self.count += 1
        self.firm |= sighting.firm
        self.hints.update(sighting.hints)
        if sighting.meaning:
            self.meanings[sighting.meaning] += 1
        if len(self.places) < MOST_KEPT and (fresh or self.count <= MOST_KEPT // 2):
            self.places.append((article, sighting))

    @property
    def last(self) -> str:
        """The family name, or the only word."""
        return self.words[-1]

    @property
    def rank(self) -> tuple[int, int, str]:
        """The commonest first, then by the alphabet."""
        return -len(self.articles), -self.count, self.text


@dataclass
class Archive:
    """The names of all articles by their spelling, and what single articles tell of them.

    `articles` are what the articles are called, `sources` counts the languages they came from.
    """

    articles: list[str] = field(default_factory=list)
    spelled: dict[str, Spelled] = field(default_factory=dict)
    judged: dict[Judged, set[int]] = field(default_factory=dict)
    sources: Counter[str] = field(default_factory=Counter)

    @property
    def source(self) -> str | None:
        """The language that three in five articles came from, of the half or more that tell it."""
        known = self.sources
        best = min(known, key=lambda tag: (-known[tag], tag), default=None)
        if best is None or 2 * known.total() < len(self.articles):
            return None
        return best if 5 * known[best] >= 3 * known.total() else None

    def add(self, reading: Reading) -> None:
        """Take the names of one more article; what it was read for can be forgotten then."""
        number = len(self.articles)
        alone = reading.id == reading.path
        self.articles.append(reading.path if alone else f"{reading.path} ({reading.id})")
        if reading.source:
            self.sources[reading.source] += 1
        for sighting in reading.sightings:
            one = self.spelled.get(sighting.text)
            if one is None:
                words = _join_hyphened(sighting.unit.words)
                one = Spelled(sighting.text, words, sighting.sort)
                self.spelled[sighting.text] = one
            one.add(number, sighting)
        for pair in reading.judged:
            self.judged.setdefault(pair, set()).add(number)

    def articles_of_words(self) -> dict[str, set[int]]:
        """Return the articles in which each word of a name stands."""
        standing: dict[str, set[int]] = {}
        for one in self.spelled.values():
            for word in one.words:
                standing.setdefault(word, set()).update(one.articles)
        return standing


def gather(readings: Iterable[Reading]) -> Archive:
    """Join what articles were read for, one by one; the same text counts once."""
    archive = Archive()
    seen: set[str] = set()
    for reading in readings:
        if reading.digest not in seen:
            seen.add(reading.digest)
            archive.add(reading)
    return archive


def _join_hyphened(words: Iterable[Word]) -> tuple[str, ...]:
    """Return the words of a name, a double-barrelled one as one: Ana, Lund-Kovač."""
    joined: list[str] = []
    for word in words:
        if joined and word.gap in ("-", "‑"):
            joined[-1] += f"-{word.text}"
        else:
            joined.append(word.text)
    return tuple(joined)
