"""What the ear makes of a name: keys of its consonants, and a rough spelling by sound.

After the chapters on foreign names in Pravopis srpskoga jezika (Matica srpska, 2010): English,
German, French, Italian, Spanish, Dutch, Polish, Hungarian. Serbian writes one letter a sound, so
a respelt name has one key, while a foreign spelling may be heard in several ways. Marks get
lost, so all hissing sounds (s, z, š, ž, c, č, ć, dž) are one sound here, written s.
"""

from __future__ import annotations

from functools import cache, lru_cache

MOST_KEYS = 8
_MOST_KEPT = 2 * MOST_KEYS
_MOST_REMEMBERED = 16_384
_VOWELS = frozenset("aeiouy")

# A spelling and what it may sound like, the likeliest first; - is silent.
_CONSONANTS = """
tsch>s dsch>s sch>s,sk tch>s cch>k,s ch>s,k,h chr>kr chl>kl ck>k cz>s sz>s zh>s ts>s,ts tz>s dz>s
dj>s,d dg>s,dg sh>s,sh ph>f,v,p th>t,d gh>g,- kh>h,k rh>r wh>v wr>r kn>n,kn gn>n,gn gl>l,gl lh>l
nh>n dh>d bh>b dt>t,d qu>kv,k cqu>k gu>g,gv ll>l,- ff>f,v
aw>-,v ow>-,v ew>-,v igh>-,g ough>-,f,g augh>-,f,g
ci>s,k ce>s,k cy>s,k sci>s sce>s ge>s,g gi>s,g gy>s,g,d ti>t,s
b>b c>k,s d>d f>f g>g h>h,- j>s,-,h k>k l>l m>m n>n p>p q>k,s r>r s>s t>t v>v,f w>v,- x>ks,s,h z>s
"""
# Vowels, by the vowel that Serbian most often writes for them; only for the rough spelling.
_VOWEL_SOUNDS = """
eaux>o eau>o ough>o augh>o igh>ai ee>i oo>u ou>u ai>e ay>e ei>ai ea>i au>o aw>o ow>o eu>u ew>u
oe>e ae>e ue>e ie>i y>i ey>i
"""
_SILENT_AT_END = frozenset("tdszxp")
_OPENING_VOWEL = "a"

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


@cache
def _graphemes(table: str) -> dict[str, tuple[str, ...]]:
    pairs = (item.split(">") for item in table.split())
    return {one: tuple(s.strip("-") for s in sounds.split(",")) for one, sounds in pairs}


class Heard:
    """A glossary's word as it may be heard: `keys` of consonants, and the rough `spelling`."""

    __slots__ = ("keys", "spelling")

    def __init__(self, keys: tuple[str, ...], spelling: str) -> None:
        self.keys = keys
        self.spelling = spelling


@lru_cache(maxsize=_MOST_REMEMBERED)
def hear(folded: str) -> Heard:
    """Return what the ear makes of a word of a glossary, its likeliest keys first."""
    consonants, vowels = _graphemes(_CONSONANTS), _graphemes(_VOWEL_SOUNDS)
    ranks = {_OPENING_VOWEL if folded[:1] in _VOWELS else "": 0}
    spelling: list[str] = []
    place, size, joined = 0, len(folded), False
    while place < size:
        vowel = _longest(folded, place, vowels)
        if vowel or folded[place] in _VOWELS:
            vowel = vowel or folded[place]
            spelling.append(vowels.get(vowel, (vowel,))[0])
            ranks = _extend(ranks, consonants.get(vowel, ("",)), joined=False)
            place, joined = place + len(vowel), False
            continue
        one = _longest(folded, place, consonants)
        if not one:
            place += 1
            continue
        sounds = consonants[one]
        # The vowel that makes a c soft stays to be heard: ci, ge.
        place += len(one) - (len(one) > 1 and one[-1] in _VOWELS)
        if folded[place : place + 1] == one:
            place += 1
        if place >= size and one in _SILENT_AT_END:
            sounds = (*sounds, "")
        spelling.append(sounds[0])
        ranks, joined = _extend(ranks, sounds, joined), True
    keys = sorted(filter(_is_heard, ranks), key=lambda key: (ranks[key], key))
    return Heard(tuple(keys[:MOST_KEYS]), _single("".join(spelling)))


def _is_heard(key: str) -> bool:
    """Say whether a key has a consonant: without one, all names would share it."""
    return key not in ("", _OPENING_VOWEL)


def _extend(ranks: dict[str, int], sounds: tuple[str, ...], joined: bool) -> dict[str, int]:
    """Return the keys with one more sound, and how unlikely each is, the likeliest kept."""
    longer: dict[str, int] = {}
    for key, rank in ranks.items():
        for more, sound in enumerate(sounds):
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
    return (_OPENING_VOWEL if spelling[:1] in _VOWELS else "") + consonants, spelling


def _single(text: str) -> str:
    """Return a word with doubled letters once."""
    return "".join([b for a, b in zip(" " + text, text, strict=False) if a != b])


def _longest(word: str, place: int, table: dict[str, tuple[str, ...]]) -> str:
    """Return the longest spelling of a table that stands at a place, "" if none."""
    for size in range(4, 0, -1):
        piece = word[place : place + size]
        if len(piece) == size and piece in table:
            return piece
    return ""
