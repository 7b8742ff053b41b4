"""Damage made by rule: lost marks, case endings, typing slips."""

from __future__ import annotations

import random
from collections.abc import Iterator

from transcheck.text.fold import fold

_KEYS = ("qwertzuiop", "qwertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm")
_VOWELS = "aeiou"
_SOFT = "čćđšžcjyź"
_SOFTENED = {"k": "c", "g": "z", "h": "s"}
_EAST = ("a", "u", "om", "ovi", "em", "ova", "ová", "owi", "iem", "e", "i", "ovo")
_POSSESSIVE = ("", "a", "e", "i", "im", "ih", "o", "og", "oj", "om", "u")


def lose_marks(word: str, rng: random.Random) -> Iterator[str]:
    """Yield a marked word without its marks, with đ as dj, with a part of them, with others."""
    yield fold(word)
    if "đ" in word:
        yield fold(word.replace("đ", "dj"))
    marked = [n for n, letter in enumerate(word) if not letter.isascii()]
    if len(marked) > 1:
        lost = rng.choice(marked)
        yield word[:lost] + fold(word[lost]) + word[lost + 1 :]
    if word.endswith("ić") and rng.random() < 0.2:
        yield word[:-1] + "č"


def decline_serbian(word: str) -> Iterator[str]:
    """Yield the oblique cases of a name as Serbian, Croatian and Bosnian write them.

    Browne and Alt, A Handbook of Bosnian, Serbian and Croatian, 2004, sections on nouns.
    """
    stem, last = word[:-1], word[-1]
    if len(word) < 6:  # as an acronym is declined: OEBS-a
        yield from (f"{word}-{ending}" for ending in ("a", "u", "om"))
    if word.endswith(("ski", "ški", "čki")):
        yield from (stem + ending for ending in ("og", "om", "im"))
    elif word.endswith(("ska", "ška", "čka")):
        yield from (stem + ending for ending in ("e", "oj", "u", "om"))
    elif last == "a":
        yield from (stem + ending for ending in ("e", "i", "u", "om", "o"))
        yield from (stem + ending for ending in ("in", "inog", "inom"))
        if word[-2] in _SOFTENED:
            yield word[:-2] + _SOFTENED[word[-2]] + "i"
    elif last == "o":
        yield from (stem + ending for ending in ("a", "u", "om", "ov", "ovog"))
    elif last in "iyeu":
        yield from (word + ending for ending in ("ja", "ju", "jem", "jev", "jeva", "jevom", "a"))
        if last == "e":
            yield from (stem + ending for ending in ("a", "u", "om", "ova", "i"))
    else:
        yield from (word + ending for ending in ("a", "u", "e", "i", "ima"))
        soft = "e" if last in _SOFT else "o"
        yield word + soft + "m"
        yield from (f"{word}{soft}v{ending}" for ending in _POSSESSIVE)
        if word.endswith(("ac", "ec")):
            yield from (word[:-2] + "c" + ending for ending in ("a", "u", "em"))
        if word.endswith(("ak", "ek", "ar", "er")):
            yield from (word[:-2] + last + ending for ending in ("a", "u", "om"))


def decline_east(word: str) -> Iterator[str]:
    """Yield the oblique cases of Russian and Ukrainian names, romanised; Czech, Polish ones."""
    stem, last = word[:-1], word[-1]
    if word.endswith(("sky", "skiy", "skyy", "ski", "skyi")):
        root = word[: word.rindex("sk") + 2]
        ends = "ogo omu im om oho omu ym aya oy oi ého ému iego iemu".split()
        yield from (root + ending for ending in ends)
    elif last == "a":
        yield from (stem + ending for ending in ("y", "i", "u", "oy", "oyu", "e", "ou", "ovi"))
        yield from (stem + ending for ending in ("ę", "ą", "ie"))
    elif last == "o":
        yield from (stem + ending for ending in ("a", "u", "om"))
    elif last not in "eiuy":
        yield from (word + ending for ending in _EAST)
        if word.endswith(("ets", "ec")):
            yield from (word[: -len("ets" if last == "s" else "ec")] + "tsa",)


def decline_albanian(word: str) -> Iterator[str]:
    """Yield the definite and oblique forms of Albanian: -i, -u, -it, -in, -ja, -ës."""
    last = word[-1]
    if last in "aeë":
        yield from (word[:-1] + ending for ending in ("a", "ës", "ën"))
    elif last in "khg":
        yield from (word + ending for ending in ("u", "ut", "un"))
    elif last not in _VOWELS:
        yield from (word + ending for ending in ("i", "it", "in", "-i", "-it"))


def slip(word: str, rng: random.Random) -> str:
    """Return a word with one typing slip: swapped, dropped, doubled or neighbouring letters."""
    at = rng.randrange(1, len(word) - 1) if len(word) > 3 else 1
    kind = rng.choice(("swap", "drop", "double", "near", "single"))
    if kind == "swap" and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "near":
        near = [row[max(0, p - 1) : p] + row[p + 1 : p + 2] for row in _KEYS
                if (p := row.find(word[at])) >= 0]  # fmt: skip
        if near:
            return word[:at] + rng.choice(near[0]) + word[at + 1 :]
    if kind == "single":
        for n in range(1, len(word)):
            if word[n] == word[n - 1]:
                return word[:n] + word[n + 1 :]
    return word[:at] + word[at] + word[at:]
