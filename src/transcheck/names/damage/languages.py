"""What becomes of names on their way through a language: one table, asked by all of `names`."""

from __future__ import annotations

from functools import cache

from transcheck.model import Record
from transcheck.text.tags import primary

SERBIAN, CYRILLIC, ALBANIAN, LATIN, ALL = "serbian", "cyrillic", "albanian", "latin", "all"


class Habits(Record, frozen=True):
    """How a language treats foreign names.

    `damage` names its table of damage, which neighbours share: serbian, cyrillic or latin, or all
    where any of them may be. `readings` are the ears by which its respelt words are read. It
    `hears` names where it spells every foreign one as it sounds, in Latin letters; it is `slavic`
    where it leaves case endings on them.
    """

    damage: str
    readings: tuple[str, ...] = ()
    hears: bool = False
    slavic: bool = False


_HABITS = {
    "sr hr bs sh cnr sl": Habits(SERBIAN, (SERBIAN,), hears=True, slavic=True),
    "mk": Habits(SERBIAN, (SERBIAN, CYRILLIC), slavic=True),
    "ru uk bg be": Habits(CYRILLIC, (CYRILLIC,), slavic=True),
    "pl cs sk": Habits(LATIN, slavic=True),
    "sq": Habits(ALL, (ALBANIAN,)),
}
_UNKNOWN = Habits(ALL, (SERBIAN, CYRILLIC), slavic=True)
"""Where the language is not known, or said to be "und": any of them."""
_OTHER = Habits(LATIN)
_BY_LANGUAGE = {tag: habits for tags, habits in _HABITS.items() for tag in tags.split()}
_BY_LANGUAGE["und"] = _UNKNOWN


@cache
def habits_of(language: str | None) -> Habits:
    """Return the habits of a language (BCP 47), None when it is not known."""
    return _BY_LANGUAGE.get(primary(language), _OTHER) if language else _UNKNOWN
