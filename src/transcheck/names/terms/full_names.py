"""The full names of an article, and which of them a pair of words is as another language hears it.

A text of a million letters has thousands of full names and of pairs: each half is asked for by
its spelling, once, and no pair is held against every name.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from transcheck.names.damage import weigh
from transcheck.names.words.sounds import are_near, shape_of
from transcheck.names.words.tokens import Word
from transcheck.names.words.units import Unit

MOST_COST = 0.1
"""Cost per letter up to which a word may be a name as it is heard."""
LEAST_AHEAD = 0.4
"""How much dearer the way back must be: Serbian makes Pens of Pence and never Pence of Pens."""
MOST_NAMES = 300
"""Full names of one article that words are held against, the first: only a book has more."""


class FullNames:
    """The names of two words in an article, by their given and their family names.

    `source` is the language that the words may have been heard in (BCP 47; None for any).
    """

    def __init__(self, units: Iterable[Unit], source: str | None) -> None:
        names: dict[tuple[str, ...], Unit] = {}
        for unit in units:
            if len(unit.words) == 2:
                names.setdefault((unit.words[0].text, unit.words[1].text), unit)
        self.families = {family for _, family in names}
        self._source = source
        self._units = list(islice(names.values(), MOST_NAMES))
        self._halves = [
            {unit.words[half].text: shape_of(unit.words[half].folded) for unit in self._units}
            for half in (0, 1)
        ]
        self._near: dict[tuple[int, str], set[str]] = {}

    def with_family(self, word: Word) -> Unit | None:
        """Return the first name whose family name a word is as it is heard."""
        heard = (unit for unit in self._units if is_heard(unit.last.text, word.text, self._source))
        return next(heard, None)

    def beside(self, one: Word, other: Word, start: int) -> Unit | None:
        """Return the first name that two words are: one half at least as it is heard.

        The half at `start` (0 or 1) is looked for first: the one that is seldom any name's.
        """
        first = self._near_to(start, (one, other)[start])
        second = self._near_to(1 - start, (one, other)[1 - start]) if first else first
        if not second:
            return None
        given, family = (second, first) if start else (first, second)
        for unit in self._units:
            own, last = unit.words[0].text, unit.words[1].text
            if own not in given or last not in family or (own, last) == (one.text, other.text):
                continue
            if self._may_be(own, one.text) and self._may_be(last, other.text):
                return unit
        return None

    def _near_to(self, half: int, word: Word) -> set[str]:
        """Return the given names (0) or the family names (1) that are worth weighing: few are."""
        key = (half, word.text)
        if key not in self._near:
            own, names = shape_of(word.folded), self._halves[half].items()
            self._near[key] = {text for text, right in names if are_near(right, own)}
        return self._near[key]

    def _may_be(self, right: str, wrong: str) -> bool:
        return right == wrong or is_heard(right, wrong, self._source)


@lru_cache(maxsize=8_192)
def is_heard(right: str, wrong: str, source: str | None) -> bool:
    """Say whether one is the other as the source language hears it, and never the reverse."""
    damage = weigh(right.lower(), wrong.lower(), source)
    by_ear = (
        damage.channel == "respelling" and not damage.uses("slip") and not damage.uses("ending")
    )
    if not by_ear or damage.cost > MOST_COST * max(4, len(wrong)):
        return False
    return weigh(wrong.lower(), right.lower(), source).cost - damage.cost >= LEAST_AHEAD
