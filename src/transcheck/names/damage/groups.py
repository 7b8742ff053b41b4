"""Languages that damage names alike: one table of damage for each group."""

from __future__ import annotations

from transcheck.text.tags import primary

SERBIAN, CYRILLIC, LATIN, ALL = "serbian", "cyrillic", "latin", "all"

_GROUPS = dict.fromkeys(("sr", "hr", "bs", "sh", "cnr", "sl", "mk"), SERBIAN)
_GROUPS |= dict.fromkeys(("ru", "uk", "bg", "be"), CYRILLIC)
_GROUPS |= {"": ALL, "sq": ALL}


def damage_group(language: str | None) -> str:
    """Return the group of a language (BCP 47): serbian, cyrillic or latin; all when unknown."""
    return _GROUPS.get(primary(language or ""), LATIN)
