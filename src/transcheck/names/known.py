"""Names of the glossary that stand damaged in an article, whatever else the article holds.

Longer runs of words come first (Ursula fon der Lajen), then single names (Bajden). A form that
the article itself explains is left to it: another bearer of the name, the text's own aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from transcheck.model import Article, Evidence, Form, Languages, Mention, Place, Span
from transcheck.names.damage.endings import HYPHENATED
from transcheck.names.index import NameIndex, bears
from transcheck.names.judgement.bearers import may_be_one_bearer
from transcheck.names.judgement.matches import Match
from transcheck.names.judgement.reach import find_possible
from transcheck.names.matched import is_located, mention_best
from transcheck.names.occupied import Occupied
from transcheck.names.terms.matching import Hit
from transcheck.names.terms.mentions import glossary_evidence, name_row
from transcheck.names.words.lexicon import (
    FUNCTION_WORDS,
    PARTICLES,
    is_known_name,
    is_title,
    is_word,
)
from transcheck.names.words.surroundings import kinds_around
from transcheck.names.words.tokens import Word
from transcheck.names.words.units import Unit, is_acronym

LEAST_LETTERS = 4
MOST_WORDS = 6
"""Words of the longest names that are looked for damaged."""
_OWN_CAPITAL = re.compile(r"^(?:Mc|Mac|[OD]['’])(?=[A-Z][a-z])")
"""What stands before the capital inside a name: McConnell, O'Brien."""
_HYPHENS = ("-", "‑")
_JOINTS = (" ", "\u00a0", *_HYPHENS)


def mention_known(
    texts: Sequence[Sequence[Word]],
    units: Sequence[Unit],
    hits: Iterable[Hit],
    article: Article,
    index: NameIndex,
    languages: Languages,
) -> list[Mention]:
    """Return the names of the glossary that are damaged in the article, in no order.

    Nothing is looked for inside a hit of the glossary; a longer name around one may be found.
    """
    hits = list(hits)
    within = Occupied(Place(hit.segment, hit.span) for hit in hits)
    found = list(_hyphenated(hits, article, index, languages))
    for words in texts:
        for piece in _pieces(words) if len(words) > 1 else ():
            found += _longer(piece, article, index, languages)
    taken = Occupied(mention.place for mention in found)
    given, bearers = _given_names(units), _damaged_bearers(found, index)
    for unit in units:
        if len(unit.words) > 1:
            continue
        full = bearers.get(unit.last.text)
        if not (full or _may_be_damaged(unit.last.text, index)):
            continue
        place = unit.place
        if taken.holds(place) or within.holds(place):
            continue
        if full:
            found.append(_bearer_alone(unit, full))
        else:
            found += _alone(unit, given, article, index, languages)
    return _without_places(found, units, article)


def _without_places(found: list[Mention], units: Sequence[Unit], article: Article) -> list[Mention]:
    """Leave out family names alone of people that are said to be places elsewhere: in Petrich."""
    alone = {m.text for m in found if m.concept.startswith("person:") and " " not in m.text}
    if not alone:
        return found
    located = {
        unit.last.text
        for unit in units
        if len(unit.words) == 1
        and unit.last.text in alone
        and _is_place(article.segments[unit.segment].target, unit.span)
    }
    return [m for m in found if m.text not in located]


def _is_place(text: str, span: Span) -> bool:
    """Say whether something is in a name, or a word says what kind of place it is."""
    return is_located(text, span) or any(k.startswith("place") for k in kinds_around(text, span))


def _hyphenated(
    hits: Iterable[Hit], article: Article, index: NameIndex, languages: Languages
) -> Iterator[Mention]:
    """Yield the exact names that carry a case ending behind a hyphen."""
    for hit in hits:
        text = article.segments[hit.segment].target
        ending = HYPHENATED.match(text, hit.span.end)
        if ending is None or hit.form not in (Form.EXACT, Form.ADMITTED):
            continue
        concept, right = index.concepts[hit.entry.concept], text[hit.span.start : hit.span.end]
        yield Mention(
            concept=concept.id,
            name=right,
            segment=hit.segment,
            span=Span(hit.span.start, ending.end()),
            text=right + ending.group(),
            form=Form.INFLECTED,
            evidence=(glossary_evidence(concept),),
            language=languages.source,
            by=name_row(concept),
        )


def _pieces(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield stretches of words that one name may be made of: two words or more, joined."""
    start = 0
    for end in range(1, len(words) + 1):
        joined = end < len(words) and words[end].gap in _JOINTS and not words[end - 1].possessive
        if joined and _may_belong(words[end].text) and _may_belong(words[end - 1].text):
            continue
        if end - start > 1:
            yield words[start:end]
        start = end


@lru_cache(maxsize=65_536)
def _may_belong(text: str) -> bool:
    """Say whether a word may be of a name: a capital, a particle, or a word that is no English."""
    if text[0].isupper():
        return not is_acronym(text) and text.lower() not in FUNCTION_WORDS
    return text in PARTICLES or not is_word(text)


def _longer(
    piece: Sequence[Word],
    article: Article,
    index: NameIndex,
    languages: Languages,
) -> Iterator[Mention]:
    """Yield the damaged names of two words and more in a piece, the longest first."""
    near = [_is_near(word, index, languages) for word in piece]
    free = [True] * len(piece)
    for size in range(min(MOST_WORDS, len(piece)), 1, -1):
        for start in range(len(piece) - size + 1):
            end = start + size
            if not (piece[start].is_capital and _may_end(piece[end - 1])):
                continue
            if not (all(near[start:end]) and all(free[start:end])):
                continue
            part = piece[start:end]
            place = Place(part[0].segment, Span(part[0].span.start, part[-1].span.end))
            matches = find_possible([word.text for word in part], index, languages.source)
            matches = tuple(one for one in matches if _fits(one, piece, start, end, index))
            mention = mention_best(matches, place, None, article, index, languages)
            if mention is not None:
                free[start:end] = [False] * size
                yield mention


def _fits(match: Match, piece: Sequence[Word], start: int, end: int, index: NameIndex) -> bool:
    """Say whether words may be a family name alone: a hyphen or particles, no name before it.

    What is another right form of the row (Gervalla-Schwarz) is none.
    """
    if not match.near.is_family_alone:
        return True
    if start and not is_title(piece[start - 1].text):
        return False
    joined = piece[end - 1].gap in _HYPHENS or piece[start].text.lower() in PARTICLES
    if not joined:
        return False
    own = match.near.entry.concept
    return not all(own in index.holders(word.text) for word in piece[start:end])


def _is_near(word: Word, index: NameIndex, languages: Languages) -> bool:
    """Say whether a word may be one of a name in the glossary at all."""
    if len(word.text) < LEAST_LETTERS:
        return True
    return index.has_word(word.folded) or bool(index.near(word.folded, languages.source))


def _may_end(word: Word) -> bool:
    return word.is_capital or word.text not in PARTICLES


@lru_cache(maxsize=16_384)
def _may_be_damaged(text: str, index: NameIndex) -> bool:
    """Say whether a single word is compared with the glossary: no form of it, no English word."""
    if len(text) < LEAST_LETTERS or is_acronym(text) or is_word(text):
        return False
    own = _OWN_CAPITAL.sub("", text)
    if own != text and is_known_name(own):
        return False  # O'Neil, beside O'Neill
    return not (index.holders(text) or any(map(str.isupper, own[1:])))


def _alone(
    unit: Unit,
    given: Mapping[str, set[str]],
    article: Article,
    index: NameIndex,
    languages: Languages,
) -> Iterator[Mention]:
    """Yield the damaged name that a single word is, unless the article has a bearer of its own."""
    word = unit.last
    words = [*word.particles.split(), word.text]
    matches = find_possible(words, index, languages.source) if len(words) > 1 else ()
    start = unit.span.start
    if matches:
        text = article.segments[unit.segment].target
        start = text.rfind(word.particles, 0, start)
    else:
        matches = find_possible([word.text], index, languages.source)
    if not matches:
        return
    bearers = given.get(word.text, set())
    matches = tuple(m for m in matches if _may_bear(m, bearers, index, languages))
    mention = mention_best(
        matches, Place(unit.segment, Span(start, unit.span.end)), unit, article, index, languages
    )
    if mention is not None:
        yield mention


def _given_names(units: Iterable[Unit]) -> dict[str, set[str]]:
    """Return the folded given names that stand before each family name."""
    given: dict[str, set[str]] = {}
    for unit in units:
        if unit.given:
            given.setdefault(unit.last.text, set()).update(word.folded for word in unit.given)
            for word in unit.given:
                given.setdefault(word.text, {""})
    return given


def _may_bear(match: Match, given: set[str], index: NameIndex, languages: Languages) -> bool:
    """Say whether the people of that name in the article may be the glossary's: Andrea Petkovic."""
    if not given:
        return True
    concept = index.concepts[match.near.entry.concept]
    if concept.kind != "person" or not match.near.is_family_alone:
        return False
    own = match.near.entry.folded[:-1]
    return bears(concept, given) or may_be_one_bearer(
        given, own, languages.source, inflected=match.near.damage[-1].uses("ending")
    )


def _damaged_bearers(found: Iterable[Mention], index: NameIndex) -> dict[str, Mention]:
    """Return the damaged full names of people by their family name as it is written."""
    people: dict[str, Mention] = {}
    for mention in found:
        words, right = mention.text.split(), mention.name.split()
        whole = mention.concept.startswith("person:") and len(words) == len(right) > 1
        if whole and words[-1] != right[-1] and not index.holders(words[-1]):
            people.setdefault(words[-1], mention)
    return people


def _bearer_alone(unit: Unit, full: Mention) -> Mention:
    """Return the family name alone of somebody whose full name is damaged: Josep Borell, Borell."""
    named = Evidence("article", "full name in this article", full.text, full.place)
    return replace(
        full,
        name=full.name.split()[-1],
        segment=unit.segment,
        span=unit.span,
        text=unit.last.text,
        evidence=(named, *full.evidence),
    )
