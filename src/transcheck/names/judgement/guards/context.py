"""Guards that ask where the two names stand: side by side, in one list, in quotation marks."""

from __future__ import annotations

import re

from transcheck.names.judgement.guards.listing import share_list
from transcheck.names.judgement.guards.places import (
    gaps,
    in_one_sentence,
    leads,
    place_word,
    sentence_around,
    standings,
    units,
)
from transcheck.names.judgement.guards.table import Guard
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.kinds import KINDS
from transcheck.names.words.lexicon import is_known_name
from transcheck.names.words.surroundings import announces_alias, kinds_around, why_aside
from transcheck.names.words.usage import Usage
from transcheck.text.expressions import compile_late


def name_list(pair: Pair) -> str | None:
    """Names in one list are other people: candidates of a party, players of a squad.

    Unless both bear one number, or one given name in two places: then they are one player.
    """
    return "both stand in one list of names" if share_list(pair) else None


def one_name(pair: Pair) -> str | None:
    """Two parts of one double name are two names: Irena Ruiz-Ruis."""
    one = set(map(id, units(pair.one)))
    if not one.isdisjoint(map(id, units(pair.other))):
        return "both stand in one name"
    return None


def side_by_side(pair: Pair) -> str | None:
    """Both forms are given on purpose: Gjakova/Đakovica, Gjakova, or Đakovica; Peja (Peć)."""
    if any(gap in _JOINTS or announces_alias(gap) for gap in gaps(pair)):
        return "both forms are given side by side"
    return None


_JOINTS = ("/", " / ", " (", " [", " – ", " or ", ", or ")


def alias(pair: Pair) -> str | None:
    """A form that the text announces is given on purpose: formerly Akmola; in Serbian: Peć.

    Marks get lost in a form that is said to be Serbian as in any other.
    """
    kinds = ("alias",) if pair.is_folded_equal else ("alias", "language")
    for usage in (pair.one, pair.other):
        if any(why_aside(text, span) in kinds for text, span in standings(usage)):
            return f"{usage.text} is announced as another form of the name"
    return None


def quoted(pair: Pair) -> str | None:
    """A place's own name, quoted or part of a foreign one: "Srbija" beside Serbia.

    Alone in quotation marks or brackets only beside a name that English dictionaries or the
    glossary know, and that is no person's; followed by a foreign word, always (Srpski telegraf).
    """
    if pair.is_folded_equal:
        return None
    for usage, english in ((pair.one, pair.other), (pair.other, pair.one)):
        reasons = {why_aside(text, span) for text, span in standings(usage)}
        aside = bool(reasons) and None not in reasons and not usage.given
        if aside and (reasons == {"foreign"} or _is_english_place(english, pair)):
            return f"{usage.text} only stands in quotation marks, brackets or a foreign name"
    return None


def _is_english_place(usage: Usage, pair: Pair) -> bool:
    concept = pair.index.named(usage.text)
    known = is_known_name(usage.text) if concept is None else concept.kind != "person"
    return known and not usage.given and not usage.titles and not usage.family


def longer_name(pair: Pair) -> str | None:
    """A name inside a longer one is part of it: Nova Slovenija beside Slovenia, Novi Kneževac."""
    for usage, other in ((pair.one, pair.other), (pair.other, pair.one)):
        inside = all(n == len(unit.words) - 1 and unit.given for unit, n in usage.places)
        endonym = _is_english_place(other, pair) and _is_endonym(usage, other)
        if inside and (endonym or _is_another_town(usage, other)):
            return f"{usage.text} only stands inside a longer name"
    return None


def _is_another_town(usage: Usage, other: Usage) -> bool:
    """Say whether one is the new, old, upper … town of its name and the other never is."""
    return usage.folded != other.folded and usage.given <= _OF_TOWNS and not other.given


_OF_TOWNS = frozenset(
    "new old upper lower great little big small novi nova novo nove stari stara staro stare gornji "
    "gornja gornje donji donja donje veliki velika veliko mali mala malo bela beli belo bijelo "
    "crni crna banatski banatska backi backa sremski sremska gorno dolno golemo novyi novy nowy "
    "nowa nowe stary stara stare velyka velykyi mala malyi nizhny nizhnii verkhny veliky".split()
)


def _is_endonym(usage: Usage, english: Usage) -> bool:
    """Say whether it ends as the names of countries do in their own languages: -ija for -ia."""
    return usage.folded.endswith("ija") and english.folded.endswith("ia")


def title(pair: Pair) -> str | None:
    """A title keeps its own spelling: the song "Djurdjevdan" beside Đurđevdan."""
    for usage in (pair.one, pair.other):
        places = list(standings(usage))
        quoted_ones = [p for p in places if why_aside(*p) == "quoted"]
        if len(quoted_ones) == len(places) and any("work" in kinds_around(*p) for p in places):
            return f"{usage.text} is the title of a work"
    return None


def joined(pair: Pair) -> str | None:
    """Nobody sets a thing beside itself: Pokrovsk and Pokrovske, Schmidt against Schmitt.

    Nor does one sentence say twice where: four in Pokrovsk, one in Pokrovske.
    """
    if any(gap == ", " or _JOINED.fullmatch(gap) for gap in gaps(pair)) or _say_where_twice(pair):
        return "the text sets the two beside each other as two"
    return None


def _say_where_twice(pair: Pair) -> bool:
    heard = not pair.cheapest.uses("slip") and not pair.differs_in_ending
    if heard or pair.index.share_concept(pair.one.text, pair.other.text):
        return False
    texts = pair.one.texts
    return any(
        (where := place_word(a, texts)) is not None and where == place_word(b, texts)
        for a, b in in_one_sentence(units(pair.one), units(pair.other), texts)
    )


_KIND_NOUNS = "|".join(sorted(KINDS, key=lambda noun: (-len(noun), noun)))
_JOINED = compile_late(
    rf"""(?:['’]s)?(?:,[ ][^,.;:!?()\n]{{1,40}},|,[ ][\w-]+)?,?[ ]
         (?:and|nor|or|than|versus|vs\.?|against|beat|defeated|from|unlike|not)[ ]
         (?:(?:the|an?|his|her|its|their|nearby|neighbouring|other|one)[ ])?
         (?:(?:[a-z]+[ ])?(?:{_KIND_NOUNS})[ ](?:of[ ])?)?""",
    re.VERBOSE | re.IGNORECASE,
)


def contrast(pair: Pair) -> str | None:
    """The text itself says that the two are not one: no relation, not to be confused with."""
    return "the text says that they are not the same" if _tells_apart(pair) else None


def _tells_apart(pair: Pair) -> bool:
    if any(_NOT_ONE_BEFORE.search(lead) for lead in leads(pair)):
        return True
    texts = pair.one.texts
    return any(
        _NOT_ONE.search(sentence_around(a, texts))
        for a, _ in in_one_sentence(units(pair.one), units(pair.other), texts)
    )


_NOT_ONE = compile_late(
    r"\b(?:no relation|not related|unrelated to|nothing to do with|namesake|mistaken for"
    r"|confused? with|mix(?:ed)? up|spelled with)\b",
    re.IGNORECASE,
)
_NOT_ONE_BEFORE = compile_late(
    r"\b(?:no relation to|not related to|unrelated to|mistaken for|confused? with)[^.;]{0,20}$",
    re.IGNORECASE,
)

CONTEXT: dict[str, Guard] = {
    "list": name_list,
    "one-name": one_name,
    "side-by-side": side_by_side,
    "alias": alias,
    "quoted": quoted,
    "longer-name": longer_name,
    "title": title,
    "joined": joined,
    "contrast": contrast,
}
