"""Respellings that are English words: Vice President Pens, Met Dejmon, Ram Emanuel.

A word counts as a name only where a name must stand: after a title, or beside the other half of a
full name that the article has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from transcheck.model import Article, Certainty, Evidence, Form, Languages, Mention, Place, Span
from transcheck.names.damage import weigh
from transcheck.names.index import NameIndex
from transcheck.names.terms.mentions import glossary_evidence, name_row
from transcheck.names.words.lexicon import is_title, is_word
from transcheck.names.words.sounds import may_be_one
from transcheck.names.words.tokens import Run, Word
from transcheck.names.words.units import Unit, is_no_name
from transcheck.text.tags import group

MOST_COST = 0.1
"""Cost per letter up to which a word may be a name as it is heard."""
LEAST_AHEAD = 0.4
"""How much dearer the way back must be: Serbian makes Pens of Pence and never Pence of Pens."""


def mention_heard(
    runs: Iterable[Run],
    units: Sequence[Unit],
    index: NameIndex,
    article: Article,
    languages: Languages,
) -> Iterator[Mention]:
    """Yield English words that are names as another language spells them by ear."""
    names: dict[tuple[str, ...], Unit] = {}
    for unit in units:
        if len(unit.words) == 2:
            names.setdefault(tuple(word.text for word in unit.words), unit)
    full = list(names.values())
    bearers = {unit.last.text for unit in full}
    for run in runs:
        for position, word in enumerate(run):
            if not is_word(word.text) or is_no_name(word) or word.is_upper or word.possessive:
                continue
            last = position == len(run) - 1
            if position and last and is_title(run[position - 1].text) and word.text not in bearers:
                yield from _after_title(word, full, index, article, languages)
                continue
            pairs = [run[max(0, position - 1) : position + 1], run[position : position + 2]]
            for pair in pairs:
                if len(pair) == 2 and not any(map(is_no_name, pair)):
                    yield from _beside(pair, full, article, languages)


def _after_title(
    word: Word, full: Sequence[Unit], index: NameIndex, article: Article, languages: Languages
) -> Iterator[Mention]:
    """Yield President Pens: a family name of the article, or one that the glossary has so."""
    for unit in full:
        if _is_heard(unit.last.text, word.text, languages.source):
            yield _mention((word,), unit.last.text, unit, article, languages)
            return
    heard = {
        entry.concept: entry
        for entry in index.families(word.folded)
        if entry.lang is not None
        and entry.words[-1] == word.text
        and (not languages.source or group(entry.lang) == group(languages.source))
    }
    if len(heard) == 1 and not index.holders(word.text):
        ((number, entry),) = heard.items()
        concept = index.concepts[number]
        yield Mention(
            concept=concept.id,
            name=concept.name.split()[-1],
            segment=word.segment,
            span=word.span,
            text=word.text,
            form=Form.RESPELT,
            certainty=Certainty.LIKELY,
            evidence=(glossary_evidence(concept),),
            language=entry.lang,
            by=name_row(concept),
        )


def _beside(
    pair: Run, full: Sequence[Unit], article: Article, languages: Languages
) -> Iterator[Mention]:
    """Yield Met Dejmon where the article has Matt Damon: each word equal, or heard so."""
    for unit in full:
        (given, family), (one, other) = unit.words, pair
        if given.text == one.text and family.text == other.text:
            continue
        if not (_is_near(given, one) and _is_near(family, other)):
            continue
        if _may_be(given.text, one.text, languages) and _may_be(family.text, other.text, languages):
            text = " ".join(word.text for word in unit.words)
            yield _mention(pair, text, unit, article, languages)
            return


def _is_near(right: Word, word: Word) -> bool:
    """Say whether two words share letters or sounds enough to be weighed: most do not."""
    return right.folded == word.folded or may_be_one(right.folded, word.folded)


def _may_be(right: str, wrong: str, languages: Languages) -> bool:
    return right == wrong or _is_heard(right, wrong, languages.source)


@lru_cache(maxsize=8_192)
def _is_heard(right: str, wrong: str, source: str | None) -> bool:
    """Say whether one is the other as the source language hears it, and never the reverse."""
    damage = weigh(right.lower(), wrong.lower(), source)
    by_ear = (
        damage.channel == "respelling" and not damage.uses("slip") and not damage.uses("ending")
    )
    if not by_ear or damage.cost > MOST_COST * max(4, len(wrong)):
        return False
    return weigh(wrong.lower(), right.lower(), source).cost - damage.cost >= LEAST_AHEAD


def _mention(
    words: Sequence[Word], right: str, unit: Unit, article: Article, languages: Languages
) -> Mention:
    first = words[0]
    span = Span(first.span.start, words[-1].span.end)
    text = article.segments[first.segment].target[span.start : span.end]
    place = Place(unit.segment, unit.span)
    full = article.segments[unit.segment].target[unit.span.start : unit.span.end]
    return Mention(
        concept=f"article:{unit.last.folded}",
        name=right,
        segment=first.segment,
        span=span,
        text=text,
        form=Form.RESPELT,
        certainty=Certainty.LIKELY,
        evidence=(Evidence("article", "full name in this article", full, place),),
        language=languages.source,
    )
