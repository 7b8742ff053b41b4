"""The letters of a foreign name that are read together, and what they may sound like to a Serb.

From the chapters on foreign names in Pravopis srpskoga jezika (Matica srpska, 2010).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

VOWELS = frozenset("aeiouy")
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


class Grapheme(NamedTuple):
    """Letters that are read together: what they may sound like, and the likeliest in Serbian."""

    sounds: tuple[str, ...]
    spelling: str
    is_vowel: bool


def split_graphemes(folded: str) -> list[str]:
    """Return the graphemes of a word; t- is one that may be silent at its end."""
    spelt = [vowel or soft or more or one for vowel, soft, more, one in _pattern().findall(folded)]
    if folded[-1:] in _SILENT_AT_END and spelt[-1] == folded[-1]:
        spelt[-1] += "-"
    return spelt


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds graphemes, the longest first; a doubled consonant is one."""
    vowels, consonants = _read_table(_VOWEL_SOUNDS), _read_table(_CONSONANTS)
    several = [one for one in consonants if len(one) > 1]
    soft = _any([one for one in several if one[-1] in VOWELS])
    more = _any([one for one in several if one[-1] not in VOWELS])
    vowel, one = _any([*vowels, *VOWELS]), _any(set(consonants) - set(several))
    # The vowel that makes a c soft stays to be heard: ci, ge.
    return re.compile(rf"({vowel})|(?=({soft}))[^aeiouy]+|({more})|({one})\4?")


def _any(spellings: Iterable[str]) -> str:
    return "|".join(sorted(spellings, key=lambda one: (-len(one), one)))


@cache
def list_graphemes() -> dict[str, Grapheme]:
    """Return all graphemes by their letters."""
    vowels, consonants = _read_table(_VOWEL_SOUNDS), _read_table(_CONSONANTS)
    found = {one: Grapheme(sounds, sounds[0], False) for one, sounds in consonants.items()}
    for one in _SILENT_AT_END:
        found[one + "-"] = Grapheme((*consonants[one], ""), consonants[one][0], False)
    for one in (*vowels, *VOWELS):
        sound = vowels.get(one, (one,))[0]
        found[one] = Grapheme(consonants.get(one, ("",)), sound, True)
    return found


def _read_table(table: str) -> dict[str, tuple[str, ...]]:
    pairs = (item.split(">") for item in table.split())
    return {one: tuple(s.strip("-") for s in sounds.split(",")) for one, sounds in pairs}
