"""Names as rigour lists them: one line a Wikidata name item, the forms it has in all scripts.

rigour 1.8.2, data/names/persons.txt: MIT; the labels are Wikidata's, CC0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from transcheck.text.fold import normalise

_LATIN = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff'’-]{3,}")
_CYRILLIC = re.compile(r"[\u0400-\u045f\u0490\u0491'’]{3,}")
_FAR = re.compile("[āēīūģķļņǎǐǒǔǚⁱ\u1ea0-\u1eff\u0180-\u024f]")
"""Letters of Latvian, pinyin and Vietnamese: what those languages make of a name, not its own."""
_MOST_FORMS = 8


@dataclass(frozen=True)
class Item:
    """One name: its Latin forms and its Cyrillic ones, in lower case, in the list's order."""

    id: str
    latin: tuple[str, ...]
    cyrillic: tuple[str, ...]


@cache
def read_items() -> tuple[Item, ...]:
    """Read the items that have a Latin form; those with many are syllables of Chinese."""
    text = files("rigour").joinpath("data", "names", "persons.txt").read_text("utf-8")
    items = []
    for line in text.splitlines():
        forms, _, number = line.partition(" => ")
        words = [normalise(form) for form in forms.split(", ")]
        latin = tuple(word for word in words if _LATIN.fullmatch(word))
        if latin and len(latin) <= _MOST_FORMS:
            own = tuple(word for word in latin if not _FAR.search(word))
            cyrillic = tuple(word for word in words if _CYRILLIC.fullmatch(word))
            items.append(Item(number, own, cyrillic))
    return tuple(items)


def capitalise(word: str) -> str:
    """Return a name with its capitals: o'brien gives O'Brien, saint-denis Saint-Denis."""
    text = re.sub(r"(?:^|-|^[od]['’])[^\W\d_]", lambda match: match[0].upper(), word)
    return re.sub(r"^([OD])(['’])(\w)", lambda m: m[1] + m[2] + m[3].upper(), text)
