"""Guards that ask what the two are as words: ordinary words, known names, peoples, short forms."""

from __future__ import annotations

from transcheck.names.damage.endings import has_own_endings
from transcheck.names.judgement.guards.table import Guard
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.articles import has_article_joined
from transcheck.names.words.demonyms import are_of_one_place, is_demonym
from transcheck.names.words.lexicon import is_known_name, is_word


def ordinary_words(pair: Pair) -> str | None:
    """Two ordinary words are two names, not one damaged: Stone and Store."""
    doubtful = pair.one.is_doubtful or pair.other.is_doubtful
    if is_word(pair.one.text) and is_word(pair.other.text) and not doubtful:
        return "both are ordinary words"
    return None


def word_by_slip(pair: Pair) -> str | None:
    """An ordinary word becomes a name by respelling (Tramp), not by a slip (Truce)."""
    if not (pair.one.is_doubtful or pair.other.is_doubtful) or pair.is_folded_equal:
        return None
    doubtful = pair.one if pair.one.is_doubtful else pair.other
    damage = pair.backward if doubtful is pair.one else pair.forward
    if pair.languages.source:
        damage = pair.cheapest
    if damage.channel != "respelling" or damage.uses("slip") or damage.cost > 0.5:
        return f"{doubtful.text} is an ordinary word"
    return None


def too_short(pair: Pair) -> str | None:
    """Names of three letters are told apart by one of them: Lee and Leo."""
    shortest = min(len(pair.one.folded), len(pair.other.folded))
    heard = _is_heard_alone(pair) or _is_written_by_ear(pair)
    if shortest < 4 and not pair.is_folded_equal and not heard:
        return "too short to be compared"
    return None


def _is_written_by_ear(pair: Pair) -> bool:
    """Say whether the shorter one has letters of the ear where the other has none: Kaš, Kasch."""
    short, long = sorted((pair.one, pair.other), key=lambda usage: len(usage.text))
    damage = pair.forward if long is pair.one else pair.backward
    heard = damage.channel == "respelling" and not damage.uses("slip") and damage.cost <= 0.35
    letters = _EAR.intersection(short.text.lower()) and not _EAR.intersection(long.text.lower())
    return bool(pair.languages.source and heard and letters)


_EAR = frozenset("čćžšđ")


def demonym(pair: Pair) -> str | None:
    """A people, its adjective or a plural: Serbia, Serbian, Serbs; Kardashian, Kardashians."""
    one, other = sorted((pair.one, pair.other), key=lambda usage: len(usage.folded))
    if one.given & other.given or pair.index.share_concept(one.text, other.text):
        return None
    person = one.given or other.given or one.titles or other.titles
    if person and has_own_endings(pair.languages.source) and _is_case(pair):
        return None  # Kurtin is a case of Kurti in Albanian
    if is_demonym(one.folded, other.folded):
        return f"{other.text} beside {one.text}: adjective, people or plural"
    if not person and not pair.is_folded_equal and are_of_one_place(one.folded, other.folded):
        return f"{other.text} beside {one.text}: two words for one people or movement"
    return None


def two_known_names(pair: Pair) -> str | None:
    """Two names that English dictionaries know: Brent and Brett."""
    if pair.is_folded_equal or pair.is_one_given_name:
        return None
    if pair.index.share_concept(pair.one.text, pair.other.text):
        return None
    if _is_heard_alone(pair) or _is_long_and_near(pair) or _is_heard_given(pair):
        return None
    if is_known_name(pair.one.text) and is_known_name(pair.other.text):
        return "both are known names"
    return None


def _is_heard_given(pair: Pair) -> bool:
    """Say whether two given names of one bearer are one, heard: Thomas Frank and Tomas Frenk."""
    given = pair.one.is_given_only and pair.other.is_given_only
    damage = pair.cheapest
    heard = damage.channel == "respelling" and damage.cost <= _SURE_BY_EAR
    heard = heard and not damage.uses("slip") and not damage.uses("ending")
    return bool(pair.languages.source and given and heard and pair.one.family != pair.other.family)


_SURE_BY_EAR = 0.2


def _is_long_and_near(pair: Pair) -> bool:
    """Say whether two long names differ too little to be two: Tutankhamun and Tutankhamen."""
    long = min(len(pair.one.text), len(pair.other.text)) >= LONG
    near = pair.cheapest.cost / pair.letters <= 0.08
    return long and near and not pair.differs_in_ending and not pair.cheapest.uses("ending")


LONG = 9
"""Letters from which two known names so near are nearly always one name in two spellings: among
the 13,540 of this length in our list, the near pairs are Belarussian and Belarusian, not people."""


def _is_heard_alone(pair: Pair) -> bool:
    """Say whether one has a full name and the other, alone, is how the source hears it."""
    full, alone = pair.one, pair.other
    if full.full is None:
        full, alone = alone, full
    damage = pair.forward if full is pair.one else pair.backward
    heard = damage.channel == "respelling" and not damage.uses("slip") and damage.cost <= 0.35
    return bool(pair.languages.source and full.full and not alone.given and heard)


def clipping(pair: Pair) -> str | None:
    """A short form is not a wrong one (Juve, Juventus); a case ending left on is.

    Nor is a name with its article joined to it, Alkubaysi, beside Kubaysi.
    """
    short, long = sorted((pair.one.folded, pair.other.folded), key=len)
    if has_article_joined(long, short):
        return "one is the other with its article"
    tail = long[len(short) :]
    clipped = len(tail) > 1 and long.startswith(short) and not _is_case(pair)
    if clipped and not _is_written_by_ear(pair) and not _is_heard_short(pair, tail):
        return "one is a short form of the other"
    return None


def _is_case(pair: Pair) -> bool:
    return pair.cheapest.uses("ending") and not pair.cheapest.uses("slip")


def _is_heard_short(pair: Pair, tail: str) -> bool:
    """Say whether the source, by its ear, leaves out what is not heard: Melvil of Melville."""
    heard = pair.cheapest.channel == "respelling" and not pair.cheapest.uses("slip")
    return heard and bool(pair.languages.source) and tail in _SILENT


_SILENT = frozenset("le ne te tt th ue nne lle".split())


WORDS: dict[str, Guard] = {
    "ordinary-words": ordinary_words,
    "word": word_by_slip,
    "too-short": too_short,
    "demonym": demonym,
    "two-known-names": two_known_names,
    "clipping": clipping,
}
