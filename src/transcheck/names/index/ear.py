"""What the ear makes of a name: keys of its consonants, and a rough spelling by sound.

After the chapters on foreign names in Pravopis srpskoga jezika (Matica srpska, 2010): English,
German, French, Italian, Spanish, Dutch, Polish, Hungarian. Serbian writes one letter a sound, so
a respelt name has one key, while a foreign spelling may be heard in several ways. Marks get
lost, so all hissing sounds (s, z, š, ž, c, č, ć, dž) are one sound here, written s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from transcheck.names.index.graphemes import VOWELS, list_graphemes, split_graphemes

MOST_KEYS = 8
_MOST_KEPT = 2 * MOST_KEYS
_MOST_REMEMBERED = 16_384
_OPENING_VOWEL = "a"
_UNHEARD = ("", _OPENING_VOWEL)
"""Keys without a consonant: all names would share them."""

# How a respelt name is read: Serbian letters, Cyrillic ones written in Latin again, Albanian.
_HEARD = {
    "serbian": (("dz", "s"), ("x", "ks"), ("w", "v"), ("q", "k")),
    "cyrillic": (
        ("shch", "s"), ("sch", "s"), ("dzh", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"),
        ("kh", "h"), ("ts", "s"), ("tz", "s"), ("dz", "s"), ("x", "ks"), ("w", "v"), ("q", "k"),
    ),
    "albanian": (
        ("xh", "s"), ("zh", "s"), ("sh", "s"), ("dh", "d"), ("th", "t"), ("gj", "d"), ("q", "s"),
        ("x", "s"), ("w", "v"),
    ),
}  # fmt: skip
_CONSONANT = frozenset("bdfghklmnpqrstvwx")


class Heard(NamedTuple):
    """A glossary's word as it may be heard: `keys` of consonants, and the rough `spelling`."""

    keys: tuple[str, ...]
    spelling: str


_Ranks = dict[str, int]
"""The keys that a word may have so far, and how unlikely each is."""


@lru_cache(maxsize=_MOST_REMEMBERED)
def hear(folded: str) -> Heard:
    """Return what the ear makes of a word of a glossary, its likeliest keys first."""
    return next(hear_all((folded,)))


def hear_all(words: Iterable[str]) -> Iterator[Heard]:
    """Yield the same for each word; of words in order, what begins alike is heard once."""
    graphemes = list_graphemes()
    before: list[str] = []
    heard: list[_Ranks] = []
    for folded in words:
        opening = _OPENING_VOWEL if folded[:1] in VOWELS else ""
        spelt = [opening, *split_graphemes(folded)]
        same = _count_same(before, spelt)
        del heard[same:]
        if not heard:
            heard.append({opening: 0})
        for place in range(len(heard), len(spelt)):
            one = graphemes[spelt[place]]
            joined = place > 1 and not (one.is_vowel or graphemes[spelt[place - 1]].is_vowel)
            heard.append(_extend(heard[-1], one.sounds, joined))
        before = spelt
        ranks = heard[-1]
        keys = sorted([key for key in ranks if key not in _UNHEARD])
        keys.sort(key=ranks.__getitem__)
        spelling = "".join([graphemes[one].spelling for one in spelt[1:]])
        yield Heard(tuple(keys[:MOST_KEYS]), _single(spelling))


def _count_same(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many graphemes two words begin with alike."""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same


def _extend(ranks: _Ranks, sounds: tuple[str, ...], joined: bool) -> _Ranks:
    """Return the keys with one more sound, the likeliest kept.

    Of two equal sounds that are `joined`, with no vowel between them, one is heard.
    """
    if len(sounds) == 1 and not joined and "" not in ranks:
        return {key + sounds[0]: rank for key, rank in ranks.items()} if sounds[0] else ranks
    longer: _Ranks = {}
    for more, sound in enumerate(sounds):
        for key, rank in ranks.items():
            new = key if joined and sound and key.endswith(sound[0]) else key + sound[:1]
            new = (new + sound[1:]) or _OPENING_VOWEL
            if longer.get(new, 99) > rank + more:
                longer[new] = rank + more
    if len(longer) <= _MOST_KEPT:
        return longer
    kept = sorted(longer, key=lambda key: (longer[key], key))[:_MOST_KEPT]
    return {key: longer[key] for key in kept}


@lru_cache(maxsize=_MOST_REMEMBERED)
def read(folded: str, reading: str) -> dict[str, str]:
    """Return the keys of a word that was respelt by ear, each with its rough spelling.

    `reading` is serbian, cyrillic or albanian. Cyrillic has one letter for h and g in most
    languages, so either may stand for the other: Gukstra is Hoekstra.
    """
    text = folded
    for one, sound in _HEARD[reading]:
        text = text.replace(one, sound)
    if reading == "cyrillic" and ("g" in text or "h" in text):
        return dict(map(_hear_letters, (text.replace("h", "g"), text.replace("g", "h"), text)))
    return dict((_hear_letters(text),))


_PLAIN = str.maketrans("zcjy", "ssii")


def _hear_letters(text: str) -> tuple[str, str]:
    """Return the consonants of a word in Serbian letters, and its rough spelling."""
    spelling = _single(text.translate(_PLAIN))
    consonants = "".join([letter for letter in spelling if letter in _CONSONANT])
    return (_OPENING_VOWEL if spelling[:1] in VOWELS else "") + consonants, spelling


def _single(text: str) -> str:
    """Return a word with doubled letters once."""
    return "".join(map(itemgetter(0), groupby(text)))
