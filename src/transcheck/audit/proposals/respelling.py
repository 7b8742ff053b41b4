"""What a name may become on its way: as Serbian hears it, and without its marks.

The likeliest outcome by the learned tables of `names`, cut piece by piece; given names from the
table of names by ear. Where the likeliest is hardly likelier than others there is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from transcheck.names.damage.segments import read_table
from transcheck.names.words.heard_names import heard_forms
from transcheck.text.fold import fold

MOST_DOUBT = 0.3
"""Cost in nats a letter above which a spelling by ear is too unsure to be written into a row."""
_UNSURE = re.compile(r"gh|[aeiou][^aeiou]e$")
"""Letters that English says in many ways or in none: nobody can tell by rule."""
_LONGEST = 4
NOTHING: Mapping[str, str] = {}
_KEPT = 0.05
_UNHEARD = 6.0
_NO_SERBIAN = frozenset("qwxy")
_FOREIGN = re.compile(
    r"[qwxyáâàäãåçéèêëìíîïñòóôöøõùúûüłńśźżğışțăřěňť]|([bcdfgklmnprstvz])\1|[tpscgk]h|ck|tz|cz|sz|ee|oo"
    r"|ou|ea|eau|c(?=[rlaou])|ce$|ie"
)
"""Letters by which a name shows that it was not written by a Serb."""


def without_marks(name: str) -> str:
    """Return a name with plain letters, capitals kept: Žižek, Zizek."""
    return "".join(_plain(letter) for letter in name)


def by_ear(name: str, seen: Mapping[str, str] = NOTHING) -> str | None:
    """Return how Serbian writes a foreign name, None where it is at home there or unsure.

    `seen` holds spellings by ear that an archive shows, by the word they are of.
    """
    words = name.split()
    if any(word.lower().endswith("ić") for word in words) or not all(map(_is_plain, words)):
        return None
    heard = [seen.get(word) or _hear(word) for word in words]
    whole = [one for one in heard if one is not None]
    return " ".join(whole) if len(whole) == len(heard) and whole != words else None


def _is_plain(word: str) -> bool:
    return all(letter.isalpha() or letter in "'’-" for letter in word) and not word.isupper()


def _plain(letter: str) -> str:
    folded = fold(letter)
    if not folded or letter.isascii():
        return letter
    return folded.capitalize() if letter.isupper() else folded


def _hear(word: str) -> str | None:
    if word[0].islower():
        return word
    known = heard_forms(word)
    if known:
        return known[0]
    if _UNSURE.search(word.lower()):
        return None
    if not _FOREIGN.search(word.lower()):
        return word
    cost, heard = _likeliest(word.lower())
    if word[-1] == "s" and heard[-1:] not in ("s", "z", "š"):
        return None
    if cost > MOST_DOUBT * len(word) or set(heard) & _NO_SERBIAN or _has_double(heard):
        return None
    return "-".join(part[:1].upper() + part[1:] for part in heard.split("-"))


def _has_double(word: str) -> bool:
    return any(a == b and a not in "aeiou" for a, b in pairwise(word))


@cache
def _likeliest(word: str) -> tuple[float, str]:
    """Return the cheapest cut of a word into learned pieces: its cost and what becomes of it."""
    table, text = read_table("serbian"), f"^{word}$"
    best: list[tuple[float, str]] = [(float("inf"), "")] * (len(text) + 1)
    best[0] = (0.0, "")
    for start in range(len(text)):
        cost, done = best[start]
        for end in range(start + 1, min(start + _LONGEST, len(text)) + 1):
            piece = text[start:end]
            rows = [(becomes, price) for becomes, price, _ in table.becomes(piece)]
            if end == start + 1 and not any(becomes == piece for becomes, _ in rows):
                rows.append((piece, _UNHEARD if rows else _KEPT))
            for becomes, price in rows:
                whole = done + becomes
                if _has_double(whole[-4:]) or (_NO_SERBIAN & set(becomes)):
                    continue
                best[end] = min(best[end], (cost + price, whole))
    cost, heard = best[-1]
    return cost, heard.strip("^$")
