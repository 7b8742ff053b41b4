"""What is set in capitals and is no name that a glossary wants: peoples, feasts, agencies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from transcheck.names.words.given_names import is_given_name
from transcheck.names.words.lexicon import (
    FUNCTION_WORDS,
    PEOPLES,
    is_known_name,
    is_recorded_name,
    is_title,
    is_word,
)

_OTHERS = frozenset(
    """christmas easter ramadan eid hanukkah passover bayram god lord allah bible koran quran
    torah internet web covid coronavirus brexit islam islamic islamist christian christianity
    judaism jew catholicism protestantism buddhism hinduism hindu sikh nazi marxist latin slavic
    slav germanic arabic cyrillic hebrew mandarin roma gypsy jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue tues wed thu thur thurs fri sat sun st no org com net mr mrs illustration
    bonus video photo foto disclaimer breaking update live exclusive watch read more editor
    editorial comment views likes share subscribe newsletter sponsored advertisement""".split()
)
_AGENCIES = frozenset(
    """reuters afp ap tanjug beta hina fonet srna fena mina anadolu tass ukrinform unian interfax
    dpa apa ansa efe sta mia bta ptap čtk ctk belta xinhua upi pa shutterstock getty setimes
    facebook instagram twitter youtube whatsapp telegram tiktok google""".split()
)
_LEADS = frozenset(
    """forces force pharaoh army navy office ministre ministry archangel tsar czar sultan emir
    caliph""".split()
)
_PEOPLES = ("ians", "eans", "ans", "ese", "is")
_PLACE_ENDS = ("", "a", "e", "o", "ia", "y", "ea", "ca", "us", "um")
_PLURALS = ("ians", "eans")


@lru_cache(maxsize=16_384)
def is_people(text: str) -> bool:
    """Say whether a word is a people, its adjective or its language: Serbs, Mexicans, Kosovar."""
    lower = text.lower()
    if lower in PEOPLES or lower.removesuffix("s") in PEOPLES:
        return True
    for ending in _PEOPLES:
        stem = text.removesuffix(ending)
        if stem != text and len(stem) > 2 and (ending in _PLURALS or _is_place(stem)):
            return True
    single = text.removesuffix("n")
    return single != text and single.endswith("ia") and is_known_name(single)


def _is_place(stem: str) -> bool:
    return any(is_known_name(stem + end) for end in _PLACE_ENDS)


def is_lead(text: str) -> bool:
    """Say whether a word stands before a name and is no part of it: an agency, a common noun."""
    lower = text.lower()
    common = is_word(text) and not is_known_name(text)
    return lower in _AGENCIES or lower in _LEADS or is_people(text) or common


def is_no_proposal(words: Sequence[str]) -> bool:
    """Say whether words in capitals are none that a row could be of."""
    lower = [word.lower().rstrip(".") for word in words]
    if any(word in _OTHERS or _PLURAL_ACRONYM.fullmatch(word) for word in (*lower, *words)):
        return True
    if all(word in FUNCTION_WORDS or word in _AGENCIES for word in lower):
        return True
    if len(words) > 1 and any(map(is_people, words)):
        return True
    if all(is_word(word) or is_title(word) for word in words):
        return len(words) == 1 or not is_given_name(words[0])
    return len(words) == 1 and (len(words[0]) < 3 or is_people(words[0]))


_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}s")


def is_loose(words: Sequence[str]) -> bool:
    """Say whether the last word of a phrase is an ordinary one, as no person's is: Iowa Caucus."""
    ordinary = len(words) > 1 and is_word(words[-1])
    return ordinary and not (is_given_name(words[0]) or is_recorded_name(words[0]))
