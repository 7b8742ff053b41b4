"""The cases in which Serbian, Croatian and Bosnian leave a name: Rutteu, Vučića, Zvečanu, Anu.

Singular of the regular nouns and of surnames that are adjectives (Browne and Alt, A Handbook of
Bosnian, Serbian and Croatian, 2004, sections 3 and 4). `endings` reads cases back; this makes them.
"""

from __future__ import annotations

from transcheck.text.fold import fold

_SOFT = ("ć", "č", "š", "ž", "đ", "j", "lj", "nj", "c", "ch", "sh")
_ADJECTIVES = ("ski", "ški", "čki", "cki")
_PLURALS = ("ci", "ći", "ani", "ovi", "uzi")
_IN_A = ("e", "i", "u", "om")
_FLEETING = {"Aleksandar": "Aleksandr", "Petar": "Petr", "Dimitar": "Dimitr"}
_MEN_IN_A = frozenset(
    "Aleksa Andrija Blagoja Borja Dragiša Foma Griša Hamza Ilija Ilya Isa Ivica Jakša Jeremija "
    "Joshua Jovica Kosta Kuzma Luka Ljubiša Matija Mika Mirza Misha Miša Musa Mustafa Nebojša "
    "Nikita Nikola Pajica Perica Radiša Sasha Saša Sava Siniša Staniša Toma Tomica Vanja Zakaria "
    "Zija Žika".split()
)
"""Given names in -a of men; all others in -a are women's."""


def decline_person(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return a person's name (given names, family name) in other cases, word by word.

    A woman's family name stays as it is: Anu Brnabić. Particles and initials do too.
    """
    given, family = words[0], words[-1]
    is_woman = is_woman_by_name(words)
    cases = []
    if not is_woman and family[-1:].isalpha() and not family.isupper() and not decline(family):
        return ()
    for place in (0, -1):
        changed = list(words)
        changed[0] = _pick(given, place)
        if not is_woman:
            changed[-1] = _pick(family, place)
        cases.append(tuple(changed))
    return tuple(dict.fromkeys(cases))


def is_woman_by_name(words: tuple[str, ...]) -> bool:
    """Say whether a full name is a woman's by the ending of its first word."""
    return len(words) > 1 and words[0].endswith("a") and words[0] not in _MEN_IN_A


def decline(word: str, *, town: bool = False) -> tuple[str, ...]:
    """Return a name of one word in its other cases, the genitive first.

    A `town` loses its last vowel: Skopja, Sarajevu; a person keeps e, i and u: Ruttea, Kurtija.
    None for a vowel with a mark, which Serbian writes otherwise.
    """
    last = fold(word[-1])
    if last in "aeiou" and not word[-1].isascii():
        return ()
    if word.endswith(_ADJECTIVES) and not town:
        return tuple(word[:-1] + ending for ending in ("og", "om", "im"))
    if last == "a":
        return tuple(word[:-1] + ending for ending in _IN_A)
    if last == "o" or (last == "e" and town):
        return tuple(word[:-1] + ending for ending in ("a", "u", "om" if last == "o" else "em"))
    if town and word.endswith(_PLURALS):
        return (word + "ma",)
    if last in "iy":
        return tuple(word + ending for ending in ("ja", "ju", "jem"))
    stem = _FLEETING.get(word, word)
    if word.endswith("ac") and len(word) > 4:
        stem = word[:-2] + "c"
    by = "em" if stem.endswith(_SOFT) else "om"
    return tuple(stem + ending for ending in ("a", "u", by))


def _pick(word: str, place: int) -> str:
    """Return one case of a word of a full name; what takes none stays: initials, XIV."""
    article, hyphen, name = word.rpartition("-")  # al-Assad
    if len(name) < 3 or not name[0].isupper() or name.isupper() or not name[-1].isalpha():
        return word
    cases = decline(name)
    return article + hyphen + cases[place] if cases else word
