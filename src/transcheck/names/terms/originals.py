"""Names that words may be a translation of: those of the glossary, and the article's full names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from transcheck.model import Article, Concept, Place, Record, Status
from transcheck.names.index import NameIndex
from transcheck.names.terms.reading import is_tied
from transcheck.names.words.meanings import meanings_of, names_meaning
from transcheck.names.words.tokens import Word
from transcheck.names.words.units import Unit

MOST_WORDS = 3
"""Words of a name that was translated: longer ones are descriptions and have accepted forms."""


class Original(Record, frozen=True):
    """A name that may have been translated: its words, its row, and where the article has it.

    `text` is the name to write; `is_foreign` when its words are another language's form of it.
    `places` are in text order.
    """

    text: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    concept: Concept | None = None
    places: Sequence[Place] = ()
    is_foreign: bool = False


def own_originals(units: Sequence[Unit], article: Article) -> dict[str, list[Original]]:
    """Return the full names of the article that have a word with a meaning, by first word."""
    places: dict[tuple[str, ...], list[Unit]] = {}
    for unit in units:
        if unit.given and any(meanings_of(word.folded) for word in unit.words):
            places.setdefault(tuple(word.folded for word in unit.words), []).append(unit)
    names: dict[str, list[Original]] = {}
    for folded, group in places.items():
        first = group[0]
        text = article.segments[first.segment].target[first.span.start : first.span.end]
        words = tuple(word.text for word in first.words)
        where = [unit.place for unit in group]
        names.setdefault(folded[0], []).append(Original(text, words, folded, None, where))
    return names


def find_originals(
    words: Sequence[Word],
    start: int,
    own: Mapping[str, list[Original]],
    places: Mapping[int, Sequence[Place]],
    index: NameIndex,
) -> list[Original]:
    """Return the names whose words those from `start` may be, each as it is or translated."""
    options = _options(words, start)
    found: dict[tuple[int, tuple[str, ...]], Original] = {}
    first = [word for word in options[0] if index.begins(word)] if len(options) > 1 else []
    for folded in product(first, *options[1:]) if first else ():
        for entry in index.entries_in(f"{' '.join(folded)} "):
            key = (entry.concept, entry.folded)
            if key not in found and len(entry.words) > 1 and entry.status is not Status.DEPRECATED:
                concept = index.concepts[entry.concept]
                name = entry.text if entry.lang is None else concept.name
                where = places.get(entry.concept, ())
                foreign = entry.lang is not None
                found[key] = Original(name, entry.words, entry.folded, concept, where, foreign)
    own_ones = [one for key in (options[0] if options else ()) for one in own.get(key, ())]
    return [*found.values(), *own_ones]


def _options(words: Sequence[Word], start: int) -> list[tuple[str, ...]]:
    """Return for each word of a run the folded words that it may be, itself first."""
    options: list[tuple[str, ...]] = []
    for word in words[start : start + MOST_WORDS]:
        meant = names_meaning(word.text.lower())
        if (options and not is_tied(word)) or not (word.is_capital or (options and meant)):
            break
        options.append((word.folded, *meant))
    return options
