"""Cyrillic names in Latin letters: Serbian and Macedonian one way, the others by several habits."""

from __future__ import annotations

import re

_SERBIAN = dict(
    zip("абвгдђежзијклмнопрстћуфхцчшѓќѕ", "abvgdđežzijklmnoprstćufhcčšđćz", strict=True)
) | {"љ": "lj", "њ": "nj", "џ": "dž", "ѓ": "gj", "ќ": "kj", "ѕ": "dz"}
_SHARED = dict(zip("абвгдезиклмнопрстуфхц", "abvgdeziklmnoprstufhc", strict=True))
_PRESS = _SHARED | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ы": "y", "э": "e", "ю": "yu", "я": "ya", "ё": "yo", "й": "y", "'": "", "’": "",
}  # fmt: skip
_SCHOLARLY = _SHARED | {
    "ж": "ž", "х": "h", "ц": "c", "ч": "č", "ш": "š", "щ": "šč", "ъ": "", "ь": "",
    "ы": "y", "э": "e", "ю": "ju", "я": "ja", "ё": "jo", "й": "j", "'": "", "’": "",
}  # fmt: skip
_PASSPORT = _PRESS | {"ю": "iu", "я": "ia", "й": "i", "ё": "e"}
_GERMAN = _PRESS | {
    "ж": "sch", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "в": "w",
    "ю": "ju", "я": "ja", "й": "i", "з": "s", "с": "s",
}  # fmt: skip
_POLISH = _PRESS | {
    "ж": "ż", "х": "ch", "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz", "в": "w", "ю": "ju",
    "я": "ja", "й": "j",
}  # fmt: skip
_OWN = {
    "ru": ({},),
    "uk": ({"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "yi", "є": "ye", "й": "y"},
           {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "i", "є": "ie", "й": "i"}),
    "bg": ({"ъ": "a", "щ": "sht", "х": "h", "ц": "ts"}, {"ъ": "u", "щ": "sht", "х": "kh"}),
}  # fmt: skip
HABITS = {
    "press": _PRESS, "passport": _PASSPORT, "scholarly": _SCHOLARLY, "german": _GERMAN,
    "polish": _POLISH,
}  # fmt: skip
_ENDS = {
    "ru": ((r"(?:iy|yy|ii|yi|ij|yj)$", ("y", "iy", "ii", "i", "ij", "yi")),),
    "uk": ((r"(?:yy|yi|yj|y)$", ("y", "yi", "yy", "iy", "yj")),),
    "bg": (),
}


def to_serbian(word: str) -> str | None:
    """Return a Cyrillic word in Serbian Latin letters, None when it has letters of others."""
    letters = [_SERBIAN.get(letter) for letter in word]
    return None if None in letters else "".join(letter or "" for letter in letters)


def language_of(word: str) -> str | None:
    """Return which of sr, uk, bg, ru a Cyrillic form is in, by its letters; None if unclear."""
    marks = set(word)
    if marks & set("ђћљњџјѓќѕ"):
        return None if marks & set("ыэёъьйщюяіїєґ") else "mk" if marks & set("ѓќѕ") else "sr"
    if marks & set("іїєґ"):
        return "uk"
    if "ъ" in marks and not marks & set("ыэ"):
        return "bg"
    return "ru" if marks & set("ыэёйьщюя") else None


def romanise(word: str, language: str) -> tuple[str, ...]:
    """Return a Cyrillic word in Latin letters by each habit, the press's first."""
    found: dict[str, None] = {}
    for own in _OWN[language]:
        for name, table in HABITS.items():
            letters = table | own
            if name == "scholarly":
                letters = letters | {"ї": "ji", "є": "je", "й": "j"}
            if all(letter in letters for letter in word):
                text = "".join(letters[letter] for letter in word)
                for changed in (text, *_with_ends(text, language)):
                    found.setdefault(changed)
    return tuple(found)


def _with_ends(text: str, language: str) -> list[str]:
    """Return the word with each way of writing an adjective's ending: -skiy, -sky, -skij."""
    if not re.search(r"sk(?:iy|yy|ii|yi|ij|yj|y|i)$", text):
        return []
    for pattern, ends in _ENDS[language]:
        if re.search(pattern, text):
            return [re.sub(pattern, end, text) for end in ends]
    return []
