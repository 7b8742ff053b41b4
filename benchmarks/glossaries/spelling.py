"""How a place of GeoNames is written: GeoNames at times has lost a mark, or romanised a name.

What its Cyrillic name is in Latin letters decides where it is the same name but for marks; where
there is none, the one marked form among its other names.
"""

from __future__ import annotations

import re

from benchmarks.glossaries.geonames import Place
from benchmarks.glossaries.letters import (
    ALBANIAN,
    BALKAN,
    from_macedonian,
    from_serbian,
    officially,
    skeleton,
)
from benchmarks.glossaries.rows import Source, unique
from transcheck.names.words.lexicon import is_recorded_name, is_word
from transcheck.text.fold import fold

_PART = re.compile(r"-|Fshat|Qendër")
"""What marks a part of a town or its rural commune: Fier-Çifçi, Patos Fshat."""


def spell(place: Place) -> tuple[str, tuple[str, ...], tuple[Source, ...]] | None:
    """Return the name, the admitted forms and the sources of a place; None when unsure."""
    if place.country == "AL":
        return _albanian(place)
    if place.country == "MK":
        return _macedonian(place)
    name = _serbian(place)
    return (name, (), ()) if BALKAN.fullmatch(name) else None


def _serbian(place: Place) -> str:
    if not place.name.isascii():
        return place.name
    wanted = fold(place.name)
    found = [from_serbian(form) for form in place.cyrillic]
    for form in (*found, *place.others):
        if form and fold(form) == wanted and not form.isascii() and BALKAN.fullmatch(form):
            return form
    return place.name


def _macedonian(place: Place) -> tuple[str, tuple[str, ...], tuple[Source, ...]] | None:
    """Return both romanisations: news print Kočani, Kochani and Kocani alike."""
    wanted = {skeleton(name) for name in (place.name, *place.others) if name[:1] < "Ѐ"}
    if place.name[:1] < "Ѐ":
        wanted = {skeleton(place.name)}
    for form in place.cyrillic:
        name = from_macedonian(form)
        if name and skeleton(name) in wanted and BALKAN.fullmatch(name):
            if name.isascii() and any(map(_has_marks, place.others)):
                return None
            ascii_form, official = _plain(name), officially(form) or name
            admitted = unique(f for f in (official, ascii_form) if f != name and not _is_taken(f))
            return name, admitted, (("mk", form),)
    return None if place.cyrillic or not BALKAN.fullmatch(place.name) else (place.name, (), ())


def _has_marks(form: str) -> bool:
    """Say whether a Latin form has a mark that its Cyrillic form has lost: Belčišta."""
    return not _MARKS.isdisjoint(form.lower())


_MARKS = frozenset("čšž")


def _albanian(place: Place) -> tuple[str, tuple[str, ...], tuple[Source, ...]] | None:
    """Return the indefinite name; news print it without marks too, or with its article."""
    if not ALBANIAN.fullmatch(place.name) or _PART.search(place.name):
        return None
    admitted = [_plain(place.name)]
    if place.name.endswith("ë") and place.name[:-1] + "a" in place.others:
        admitted += [place.name[:-1] + "a", _plain(place.name[:-1] + "a")]
    kept = unique(f for f in admitted if f != place.name and not _is_taken(f) and len(f) > 3)
    return place.name, kept, ()


def plain_forms(forms: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Return Albanian forms as news without marks print them.

    Not what another language's name is without its marks: Zvecan is Zvečan damaged.
    """
    damaged = {fold(form) for form in others}
    return tuple(f for f in map(_plain, forms) if fold(f) not in damaged and not _is_taken(f))


def _is_taken(form: str) -> bool:
    """Say whether a form is an English word, or somebody's name: Kline."""
    return " " not in form and (is_word(form) or is_recorded_name(form))


def _plain(name: str) -> str:
    folded = fold(name)
    return "".join(f.upper() if c.isupper() else f for c, f in zip(name, folded, strict=True))
