"""Fold a name to plain lower-case letters, by table.

NFKD alone leaves đ, ł, ø and ı as they are and would lose them; the table does not. A folded
string may be longer or shorter than its original: never use its offsets.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = {
    "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe",
    "þ": "th", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e", "ĸ": "k", "ſ": "s",
    "ǆ": "dž", "ǉ": "lj", "ǌ": "nj",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
    "’": "'", "‘": "'", "ʼ": "'", "ʹ": "'", "`": "'", "´": "'",
    "‐": "-", "‑": "-", "–": "-", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
_TABLE = str.maketrans(_LETTERS)


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` in lower case without marks, joiners and soft hyphens."""
    lowered = text.casefold() if text.isascii() else text.lower().translate(_TABLE)
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return plain.translate(_TABLE)


_PRINTED = {
    "đ": "dj", "Đ": "Dj", "ð": "d", "Ð": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ə": "e", "Ə": "E",
}  # fmt: skip
_WITHOUT_MARKS = str.maketrans(_PRINTED)


def strip_marks(text: str) -> str:
    """Return a name as houses without marks print it: Vučić is Vucic, Đukanović Djukanovic.

    Letters of other scripts stay, with the marks that belong to them.
    """
    if text.isascii():
        return text
    capitals = len(text) > 1 and text.isupper()
    plain = "".join(map(_strip_letter, unicodedata.normalize("NFC", text)))
    return plain.upper() if capitals else plain


@lru_cache(maxsize=1024)
def _strip_letter(letter: str) -> str:
    if letter.isascii() or not unicodedata.name(letter, "").startswith("LATIN "):
        return letter
    decomposed = unicodedata.normalize("NFD", letter.translate(_WITHOUT_MARKS))
    return "".join(one for one in decomposed if not unicodedata.combining(one))


def normalise(text: str) -> str:
    """Return `text` composed (NFC), without soft hyphens and joiners: equal names are equal."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return composed.translate(_INVISIBLE) if any(c in composed for c in _JOINERS) else composed


_JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_INVISIBLE = dict.fromkeys(map(ord, _JOINERS))
