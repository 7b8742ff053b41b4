"""The Arabic article before a family name: al-Asad, El Asad, ar-Rashid, Ash-Shami.

Its vowel, its capital, its hyphen, and whether its l becomes the sound behind it are a choice of
romanisation: no damage by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.text.fold import fold

_PLAIN = frozenset(("al", "el", "ul"))
_VOWELS = frozenset("aeu")
_SUN = frozenset("t th d dh r z s sh n".split())
"""Sounds that the l of the article becomes, as they are written."""


def is_article(words: Sequence[str], place: int) -> bool:
    """Say whether the word at a place may be the Arabic article of the word behind it.

    Ash before Shami, not before Carter; the first word of a whole name (Al Gore) is the caller's
    to leave out.
    """
    if place + 1 >= len(words):
        return False
    word = words[place].lower()
    if word in _PLAIN:
        return True
    return word[:1] in _VOWELS and fold(word[1:]) in _SUN and _begins(words[place + 1], word[1:])


def has_article_joined(one: str, other: str) -> bool:
    """Say whether a folded form is the other with the article written together: Alkubaysi."""
    return one[:2] in _PLAIN and one[2:] == other


def _begins(word: str, sound: str) -> bool:
    return fold(word).startswith(fold(sound))
