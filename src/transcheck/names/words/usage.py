"""How an article uses each name: how often, alone or in full, beside which other words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain

from transcheck.model import Place
from transcheck.names.words.lexicon import is_word
from transcheck.names.words.subjects import does_something
from transcheck.names.words.texts import NO_TEXTS, Texts
from transcheck.names.words.tokens import Run, Word, is_upper
from transcheck.names.words.units import Unit, is_no_name


@dataclass
class Usage:
    """One spelling of a name word and its places, in text order.

    `given` holds the folded words before it in full names, `family` the ones after it. A
    doubtful one is an ordinary word with a capital inside a sentence: Tramp, Committee. `texts`
    are the segments of the article, by number: what stands around its places.
    """

    text: str
    folded: str
    places: list[tuple[Unit, int]] = field(default_factory=list)
    given: set[str] = field(default_factory=set)
    family: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    alone: int = 0
    is_doubtful: bool = False
    texts: Texts = NO_TEXTS

    @property
    def count(self) -> int:
        """How often it stands in the article."""
        return len(self.places)

    @property
    def words(self) -> list[Word]:
        """The word at each of its places."""
        return [unit.words[position] for unit, position in self.places]

    @cached_property
    def first(self) -> Place:
        """Where it stands first."""
        unit, position = self.places[0]
        return Place(unit.segment, unit.words[position].span)

    @property
    def is_given_only(self) -> bool:
        """Say whether it always stands before a family name."""
        return bool(self.family) and not self.given and not self.alone

    @cached_property
    def full(self) -> Unit | None:
        """The first full name it ends, if any."""
        return next((u for u, position in self.places if position and _ends(u, position)), None)


def _ends(unit: Unit, position: int) -> bool:
    return position == len(unit.words) - 1


def survey(
    units: Sequence[Unit], runs: Iterable[Run], texts: Sequence[str] = ()
) -> dict[str, Usage]:
    """Return the usage of every name word, by its spelling, in text order.

    A family name that is also an ordinary word (Flake) counts alone only where a full name
    has shown it to be one, or its capital inside a sentence; at the head of one, only before
    a verb.
    """
    runs, article = list(runs), Texts(texts)
    usages: dict[str, Usage] = {}
    anchored = _anchored_words(units, runs)
    for unit in chain(units, anchored):
        for position, word in enumerate(unit.words):
            usage = usages.get(word.text)
            if usage is None:
                usage = usages[word.text] = Usage(word.text, word.folded, texts=article)
            usage.places.append((unit, position))
            _note_neighbours(usage, unit, position)
    sure = set(usages)
    for word in _lone_words(runs):
        if word.text not in sure:
            usage = Usage(word.text, word.folded, is_doubtful=True, texts=article)
            usage = usages.setdefault(word.text, usage)
            usage.places.append((Unit((word,)), 0))
            usage.alone += 1
    subjects = _subjects(runs, usages, texts)
    for word in subjects:
        usage = usages[word.text]
        usage.places.append((Unit((word,)), 0))
        usage.alone += 1
    for text in {unit.last.text for unit in anchored} | {word.text for word in subjects}:
        usages[text].places.sort(key=_where)
    return usages


def _where(standing: tuple[Unit, int]) -> tuple[int, int]:
    return _start(standing[0])


def all_units(usages: Mapping[str, Usage]) -> list[Unit]:
    """Return every name that the usages stand in, in text order."""
    units = {id(unit): unit for usage in usages.values() for unit, _ in usage.places}
    return sorted(units.values(), key=_start)


def _start(unit: Unit) -> tuple[int, int]:
    first = unit.words[0]
    return first.segment, first.span.start


def _note_neighbours(usage: Usage, unit: Unit, position: int) -> None:
    if len(unit.words) == 1:
        usage.alone += 1
        if unit.title:
            usage.titles.add(unit.title.lower())
    elif _ends(unit, position):
        usage.given.update(word.folded for word in unit.given)
    else:
        usage.family.add(unit.last.folded)


def _anchored_words(units: Sequence[Unit], runs: Iterable[Run]) -> list[Unit]:
    family = {unit.last.text for unit in units if unit.given and is_word(unit.last.text)}
    if not family:
        return []
    taken = {(unit.segment, word.span.start) for unit in units for word in unit.words}
    return [
        Unit((word,))
        for run in runs
        for word in run
        if word.text in family and (word.segment, word.span.start) not in taken
    ]


def _lone_words(runs: Iterable[Run]) -> Iterator[Word]:
    """Yield ordinary words whose capital, inside a sentence, only a name explains."""
    for run in runs:
        rest = run if len(run) == 1 else [word for word in run if not is_no_name(word.text)]
        if len(rest) == 1 and not rest[0].first and _may_be_lone(rest[0].text):
            yield rest[0]


@lru_cache(maxsize=65_536)
def _may_be_lone(text: str) -> bool:
    return len(text) > 3 and is_word(text) and not is_upper(text) and not is_no_name(text)


def _subjects(runs: Iterable[Run], usages: Mapping[str, Usage], texts: Sequence[str]) -> list[Word]:
    """Return the doubtful words that open a sentence and do something there: Tramp said."""
    doubtful = {text for text, usage in usages.items() if usage.is_doubtful}
    if not doubtful:
        return []
    opening = [run[0] for run in runs if len(run) == 1 and run[0].first]
    return [
        word
        for word in opening
        if word.text in doubtful
        and word.segment < len(texts)
        and does_something(texts[word.segment], word.span.end)
    ]
