"""Marks lost on the way: caron, acute, cedilla, and đ written dj, d or gj.

Marks get lost in translation; they do not appear. Letters of other languages (ł, ø, ı, ß, ă, ș)
fall to their plain neighbours the same way.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from transcheck.names.damage.rules import Rule, parse
from transcheck.text.fold import fold

CHANNEL = "marks"

_LETTERS = "čćšžđáàâäãåąăāçćďéèêëęěėíìîïıłľĺñńňóòôöõøőřŕśşșťţțúùûüůűýÿżźžğģķļņæœßðþ"

_ASCII_HABITS = """
0.05 đ>dj đ>gj č>ch š>sh ž>zh ć>ch ü>ue ö>oe ä>ae å>aa ø>oe ß>s ñ>ny ć>c ş>sh ç>ch č>ç ć>ç ć>q
0.15 ć>č č>ć ś>š ń>ň š>ś
"""


def mark_rules() -> list[Rule]:
    """Return the rules by which letters lose their marks."""
    lost = [Rule(letter, fold(letter), 0.02, CHANNEL) for letter in _LETTERS]
    return lost + parse(_ASCII_HABITS, CHANNEL)


def say_marks_lost(rules: Iterable[Rule]) -> str:
    """Say in an editor's words how marks go: lost, or đ written dj; they do not come back."""
    lost = dict.fromkeys((one.original, one.damaged) for one in rules if one.channel == CHANNEL)
    spelt = [f"{one} becomes {other}" for one, other in lost if len(other) > len(one)]
    if not spelt:
        return "marks get lost in translation; they do not appear"
    return f"{' and '.join(spelt)} where marks get lost, never the reverse"


_WRITTEN_OUT = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
)


def are_written_out(one: str, other: str) -> bool:
    """Say whether one of two forms writes out what the other marks: Mærsk, Maersk; Müller, Mueller.

    Both are accepted in German and the languages of Scandinavia: neither is damage.
    """
    plain, marked = sorted((one.lower(), other.lower()), key=str.isascii, reverse=True)
    return plain.isascii() and not marked.isascii() and marked.translate(_WRITTEN_OUT) == plain


_NAMES = {
    "\u030c": "caron", "\u0301": "acute", "\u0300": "grave", "\u0327": "cedilla",
    "\u0308": "umlaut", "\u0302": "circumflex", "\u0303": "tilde", "\u030a": "ring",
    "\u0328": "ogonek", "\u0306": "breve", "\u030b": "double acute", "\u0326": "comma below",
    "\u0307": "dot", "\u0304": "macron",
}  # fmt: skip


def name_lost_marks(right: str, wrong: str) -> str:
    """Return which marks `wrong` lacks beside `right`: "its caron", "its marks"."""
    lost = _marks_of(right)
    for mark in _marks_of(wrong):
        if mark in lost:
            lost.remove(mark)
    kinds = list(dict.fromkeys(lost))
    if len(kinds) != 1:
        return "its marks"
    return f"its {kinds[0]}" if len(lost) == 1 else f"its {kinds[0]}s"


def _marks_of(text: str) -> list[str]:
    found = []
    for letter in unicodedata.normalize("NFD", text):
        if letter in _NAMES:
            found.append(_NAMES[letter])
        elif letter in "đĐłŁøØ":
            found.append("stroke")
    return found
