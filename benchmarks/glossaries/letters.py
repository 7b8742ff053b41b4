"""Serbian and Macedonian Cyrillic in Latin letters, and what an alphabet holds."""

from __future__ import annotations

import re

from transcheck.text.fold import fold

_SERBIAN = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(),
        strict=True,
    )
)
_MACEDONIAN = {**_SERBIAN, "ѓ": "gj", "ќ": "kj", "ѕ": "dz"} | {"ђ": "", "ћ": ""}
_OFFICIAL = {**_MACEDONIAN, "ж": "zh", "ч": "ch", "џ": "dzh", "ш": "sh"}

BALKAN = re.compile(r"[A-ZČĆŽŠĐ][a-zčćžšđ]+(?:[ -][A-ZČĆŽŠĐa-zčćžšđ][a-zčćžšđ]*)*")
"""A name in the letters of Serbian, Croatian, Slovene and romanised Macedonian."""
ALBANIAN = re.compile(r"[A-ZÇË][a-zçë]+(?:[ -][A-ZÇËa-zçë][a-zçë]*)*")


def from_serbian(form: str) -> str | None:
    """Return Serbian Cyrillic in Latin letters; None where a letter is not Serbian."""
    return _romanise(form, _SERBIAN)


def from_macedonian(form: str) -> str | None:
    """Return Macedonian Cyrillic as scholars and Serbian write it: Kočani, Štip."""
    return _romanise(form, _MACEDONIAN)


def officially(form: str) -> str | None:
    """Return Macedonian Cyrillic as its passports write it: Kochani, Shtip."""
    return _romanise(form, _OFFICIAL)


def skeleton(form: str) -> str:
    """Return a name without marks and without the habits that romanisations part in."""
    folded = fold(form)
    for pair, letter in (("dzh", "dz"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("dj", "d")):
        folded = folded.replace(pair, letter)
    return folded


def _romanise(form: str, table: dict[str, str]) -> str | None:
    letters = []
    for letter in form:
        latin = letter if letter in " -" else table.get(letter.lower())
        if not latin:
            return None
        letters.append(latin.capitalize() if letter.isupper() else latin)
    return "".join(letters)
