"""Words a few letters apart, found by the letters that both can lose.

Two words within n edits are equal once each has lost up to n letters (Garbe, SymSpell, 2012;
Bocek, Hunt and Stiller, "Fast similarity search in large dictionaries", 2007). Distances are
optimal string alignments: a letter too many, too few, another one, or two swapped.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

LEAST_LETTERS = 3
"""Words shorter than this are near no word: an and and, ark and mark."""


MOST_LETTERS = 32
"""Longer words are no words of names, and have too many letters to lose."""


def most_edits(word: str) -> int:
    """Return how many edits a word may be away from another: 1 from 4 letters, 2 from 8 to 32."""
    size = len(word)
    if not 4 <= size <= MOST_LETTERS:
        return 0
    return 1 if size < 8 else 2


def lose_letters(word: str, most: int) -> AbstractSet[str]:
    """Return the word without each choice of up to `most` (0 to 2) of its letters."""
    if not most:
        return {word}
    size = range(len(word))
    once = {word[:n] + word[n + 1 :] for n in size}
    if most == 1:
        return once | {word}
    twice = {word[:n] + word[n + 1 : m] + word[m + 1 :] for m in size for n in range(m)}
    return twice | once | {word}
