"""The words of a glossary that a damaged word may have been: near in letters or in sound."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from transcheck.names.damage.languages import habits_of
from transcheck.names.index.ear import read
from transcheck.names.index.edits import most_edits
from transcheck.names.index.losses import Losses
from transcheck.names.index.numbered import NumberedWords
from transcheck.names.index.sounds import SoundRows
from transcheck.names.index.stems import find_stems

MOST_APART = 0.4
"""Share of letters in which two rough spellings by sound may differ, besides equal keys."""
_ENDING = 0.1
"""How far a word with an ending is from the one without, beside shares of letters."""
_MOST_KEPT = 8_192
_distance = OSA.distance
_SHARE = OSA.normalized_distance


class NearWords:
    """The vocabulary of a glossary and what its words are found by.

    `words` numbers the folded words; `losses` leads to those numbers from a word that has lost
    letters, `sounds` from a key of consonants, with the words' rough spellings.
    """

    def __init__(self, words: NumberedWords, losses: Losses, sounds: SoundRows) -> None:
        self.words = words
        self._losses = losses
        self._sounds = sounds
        self.find = lru_cache(maxsize=_MOST_KEPT)(self._find)
        self.edits = lru_cache(maxsize=_MOST_KEPT)(self._edits)
        self._heard = lru_cache(maxsize=_MOST_KEPT)(self._hear)

    def forget(self) -> None:
        """Forget what was asked."""
        self.find.cache_clear()
        self.edits.cache_clear()
        self._heard.cache_clear()
        self._sounds.get.cache_clear()

    def _find(self, folded: str, language: str | None) -> tuple[int, ...]:
        """Return the numbers of this word and of those it may be, damaged: the nearest first."""
        return self._heard(folded, habits_of(language).readings)

    def _hear(self, folded: str, readings: tuple[str, ...]) -> tuple[int, ...]:
        number = self.words.number
        found = {near: edits / len(folded) for near, edits in self.edits(folded)}
        stems, bare = find_stems(folded)
        for near in map(number, bare):
            if near is not None:
                found[near] = min(found.get(near, 1.0), _ENDING)
        for key, forms in _hear_all((folded, *stems), readings).items():
            spellings, words = self._sounds.get(key)
            for form in forms:
                for _, apart, place in extract(
                    form, spellings, scorer=_SHARE, score_cutoff=MOST_APART, limit=None
                ):
                    near = words[place]
                    if apart < found.get(near, 1.0):
                        found[near] = apart
        own = number(folded)
        if own is not None:
            found[own] = -1.0
        return tuple(sorted(sorted(found), key=found.__getitem__))

    def _edits(self, folded: str) -> tuple[tuple[int, int], ...]:
        """Return the words within the edits a word of this length may have, with their number."""
        most = most_edits(folded)
        if not most:
            return ()
        word = self.words.word
        near = self._losses.find(folded, most)
        counted = [(one, _distance(folded, word(one), score_cutoff=most)) for one in near]
        return tuple([pair for pair in counted if 0 < pair[1] <= most])


def _hear_all(forms: Iterable[str], readings: Iterable[str]) -> dict[str, set[str]]:
    """Return the rough spellings by sound of all forms, by key."""
    heard: dict[str, set[str]] = {}
    for form in forms:
        for reading in readings:
            for key, spelling in read(form, reading).items():
                heard.setdefault(key, set()).add(spelling)
    return heard
