"""Cyrillic left in the text: the same name in Latin letters, as its language writes it there."""

from __future__ import annotations

from functools import lru_cache

from transcheck.names.damage.languages import CYRILLIC, habits_of

_SHARED = dict(zip("абвгдезиклмнопрстуфхц", "abvgdeziklmnoprstufhc", strict=True))
_SERBIAN = _SHARED | {
    "ђ": "đ", "ж": "ž", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "ć", "ч": "č", "џ": "dž", "ш": "š",
    "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
}  # fmt: skip
_PRESS = _SHARED | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ы": "y", "э": "e", "ю": "yu", "я": "ya", "ё": "yo", "й": "y", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g", "ў": "w",
}  # fmt: skip
_OWN = {
    "uk": {"г": "h", "и": "y"}, "be": {"г": "h"},
    "bg": {"ъ": "a", "щ": "sht", "х": "h"},
}  # fmt: skip


def is_cyrillic(text: str) -> bool:
    """Say whether a form has any Cyrillic letter."""
    return not text.isascii() and any("\u0400" <= letter <= "\u052f" for letter in text)


@lru_cache(maxsize=4_096)
def in_latin(text: str, language: str | None) -> str:
    """Return a lower-case form with its Cyrillic letters in Latin ones; others stay.

    Serbian and Macedonian by their own Latin alphabets, Bulgarian by its law of 2009, others as
    the English press romanises. Without a language the letters themselves tell.
    """
    if not is_cyrillic(text):
        return text
    tag = (language or "").partition("-")[0].lower()
    eastern = habits_of(language).damage == CYRILLIC or any(
        letter in "ыэёйьщюяъіїєґў" for letter in text
    )
    table = _PRESS | _OWN.get(tag, {}) if eastern else _SERBIAN
    return "".join(table.get(letter, letter) for letter in text)
