"""The words of a glossary that a damaged word may have been: near in letters or in sound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import marisa_trie
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from transcheck.names.index.ear import read
from transcheck.names.index.edits import lose_letters, most_edits
from transcheck.names.index.sounds import SoundRows
from transcheck.names.index.stems import find_stems

MOST_APART = 0.4
"""Share of letters in which two rough spellings by sound may differ, besides equal keys."""
LOSSES = ">I"
"""How a word's number is packed: the big end first, so that near rows share their beginning."""
_ENDING = 0.1
"""How far a word with an ending is from the one without, beside shares of letters."""
_MOST_KEPT = 8_192
_SERBIAN = frozenset(("sr", "hr", "bs", "sh", "cnr", "sl"))
_CYRILLIC = frozenset(("ru", "uk", "bg", "be"))
_distance = OSA.distance
_SHARE = OSA.normalized_distance


class NearWords:
    """The vocabulary of a glossary and what its words are found by.

    `words` numbers the folded words; `losses` leads to those numbers from a word that has lost
    letters, `sounds` from a key of consonants to words and their rough spellings.
    """

    def __init__(
        self, words: marisa_trie.Trie, losses: marisa_trie.RecordTrie, sounds: SoundRows
    ) -> None:
        self.words = words
        self.losses = losses
        self.sounds = sounds
        self.find = lru_cache(maxsize=_MOST_KEPT)(self._find)
        self.edits = lru_cache(maxsize=_MOST_KEPT)(self._edits)

    def _find(self, folded: str, language: str | None) -> tuple[str, ...]:
        """Return the words that may be this one damaged, the nearest first."""
        found = {word: edits / len(folded) for word, edits in self.edits(folded)}
        stems, bare = find_stems(folded)
        for word in bare:
            if word in self.words:
                found[word] = min(found.get(word, 1.0), _ENDING)
        for key, forms in _hear_all((folded, *stems), language).items():
            spellings, heard = self.sounds.get(key)
            for form in forms:
                near = extract(form, spellings, scorer=_SHARE, score_cutoff=MOST_APART, limit=None)
                for _, apart, place in near:
                    word = heard[place]
                    found[word] = min(found.get(word, 1.0), apart)
        found.pop(folded, None)
        return tuple(sorted(found, key=lambda word: (found[word], word)))

    def _edits(self, folded: str) -> tuple[tuple[str, int], ...]:
        """Return the words within the edits a word of this length may have, with their number."""
        most = most_edits(folded)
        if not most:
            return ()
        numbers: set[int] = set()
        get = self.losses.get
        for left in lose_letters(folded, most):
            numbers.update(number for (number,) in get(left, ()))
        words = map(self.words.restore_key, sorted(numbers))
        counted = [(word, _distance(folded, word, score_cutoff=most)) for word in words]
        return tuple(pair for pair in counted if 0 < pair[1] <= most)


def _hear_all(forms: Iterable[str], language: str | None) -> dict[str, set[str]]:
    """Return the rough spellings by sound of all forms, by key."""
    heard: dict[str, set[str]] = {}
    for form in forms:
        for reading in readings(language):
            for key, spelling in read(form, reading).items():
                heard.setdefault(key, set()).add(spelling)
    return heard


def readings(language: str | None) -> tuple[str, ...]:
    """Return how the letters of a respelt word may be read, by the language it went through."""
    primary = (language or "").partition("-")[0].lower()
    if primary in _SERBIAN:
        return ("serbian",)
    if primary in _CYRILLIC:
        return ("cyrillic",)
    if primary == "sq":
        return ("albanian",)
    return ("serbian", "cyrillic") if primary in ("", "und", "mk") else ()


def compile_edits(vocabulary: Sequence[str]) -> tuple[marisa_trie.Trie, marisa_trie.RecordTrie]:
    """Return the trie of the folded words of a glossary, and of what each may have lost."""
    words = marisa_trie.Trie(vocabulary)
    rows = (
        (left, number)
        for word in vocabulary
        for number in ((words[word],),)
        for left in lose_letters(word, most_edits(word))
    )
    return words, marisa_trie.RecordTrie(LOSSES, rows)
