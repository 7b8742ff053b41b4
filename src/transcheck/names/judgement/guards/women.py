"""The guard of women's family names: Petrov and Petrova are two, unless the text has one man only.

A man's name in -ov, -ev, -in has the same -a in the genitive: the visit of Pietro Parolina.
"""

from __future__ import annotations

import re

from transcheck.model import Span
from transcheck.names.judgement.guards.places import sentence_around, sentence_at
from transcheck.names.judgement.pair import Pair
from transcheck.names.judgement.standing import stands_oblique
from transcheck.names.words.usage import Usage

_MEN = ("ov", "ev", "in", "yn", "sk")
_WOMENS_TITLES = frozenset("ms mrs miss lady madam queen princess duchess sister actress".split())
_MENS_TITLES = frozenset(
    "mr sir lord king prince duke pope cardinal archbishop bishop patriarch metropolitan father "
    "brother imam".split()
)
_WOMAN = r"she|herself|woman|wife|widow|daughter|sister|mother|girl|lady|née"
_HERSELF = re.compile(rf"\b(?:{_WOMAN})\b", re.I)
_SHE = re.compile(rf"\b(?:{_WOMAN}|her|hers)\b", re.I)
_HE = re.compile(r"\b(?:he|him|himself)\b", re.I)


def woman(pair: Pair) -> str | None:
    """A woman's family name has an ending of its own: Petrov and his daughter Petrova."""
    man, lady = sorted((pair.one, pair.other), key=lambda usage: len(usage.folded))
    tail = lady.folded[len(man.folded) :]
    stem = man.folded
    in_a = tail == "a" and stem.endswith(_MEN)
    by_form = len(stem) > 4 and stem[-1] in "iy" and lady.folded == stem[:-1] + "aya"
    by_form |= tail in ("ova", "eva") or (in_a and not _is_one_man(man, lady))
    by_title = bool(lady.titles & _WOMENS_TITLES) and tail.startswith(("a", "o", "e"))
    if (by_form or by_title) and lady.folded.startswith(stem[:-1]):
        return "a woman's form of the name"
    return None


def is_said_of_her(text: str, span: Span) -> bool:
    """Say whether a woman's title stands before a name, or "she" in its sentence.

    Not "her": she who appoints her adviser is another.
    """
    lead = text[max(0, span.start - 20) : span.start].rstrip(" .").rpartition(" ")[2].lower()
    return lead in _WOMENS_TITLES or _HERSELF.search(sentence_at(text, span)) is not None


def _is_one_man(man: Usage, lady: Usage) -> bool:
    """Say whether the form in -a stands for the man, by a name, a title or "he" beside it.

    What a woman may share with him, his title, counts only behind a preposition.
    """
    if lady.titles & _WOMENS_TITLES or (lady.given and not lady.given & man.given):
        return False
    if any(name.endswith("a") for name in lady.given):
        return False
    around = [sentence_around(unit, lady.texts) for unit, _ in lady.places if lady.texts]
    if any(map(_SHE.search, around)):
        return False
    if lady.given or lady.titles & _MENS_TITLES:
        return True
    shared = bool(lady.titles & man.titles) or any(map(_HE.search, around))
    return shared and stands_oblique(lady)
