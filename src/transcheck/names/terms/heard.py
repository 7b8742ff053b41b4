"""Respellings that are English words: Vice President Pens, Met Dejmon, Ram Emanuel.

A word counts as a name only where a name must stand: after a title, or beside the other half of a
full name that the article has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from transcheck.model import Article, Certainty, Evidence, Form, Languages, Mention, Place, Span
from transcheck.names.index import NameIndex
from transcheck.names.terms.full_names import FullNames
from transcheck.names.terms.mentions import glossary_evidence, name_row
from transcheck.names.words.lexicon import is_title, is_word
from transcheck.names.words.tokens import Run, Word, is_upper
from transcheck.names.words.units import Unit, is_no_name
from transcheck.text.tags import group


def mention_heard(
    runs: Iterable[Run],
    units: Sequence[Unit],
    index: NameIndex,
    article: Article,
    languages: Languages,
) -> Iterator[Mention]:
    """Yield English words that are names as another language spells them by ear."""
    full = FullNames(units, languages.source)
    for run in runs:
        if len(run) == 1:
            continue
        for one, other in pairwise(run):
            if other is run[-1] and is_title(one.text) and other.text not in full.families:
                if _may_be_heard(other):
                    yield from _after_title(other, full, index, article, languages)
            elif not (is_no_name(one.text) or is_no_name(other.text)):
                yield from _beside(one, other, full, article, languages)


def _may_be_heard(word: Word) -> bool:
    """Say whether a word is an English one that could stand for a name."""
    return not word.possessive and _is_plain(word.text)


@lru_cache(maxsize=65_536)
def _is_plain(text: str) -> bool:
    return is_word(text) and not is_upper(text) and not is_no_name(text)


def _after_title(
    word: Word, full: FullNames, index: NameIndex, article: Article, languages: Languages
) -> Iterator[Mention]:
    """Yield President Pens: a family name of the article, or one that the glossary has so."""
    unit = full.with_family(word)
    if unit is not None:
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
    one: Word, other: Word, full: FullNames, article: Article, languages: Languages
) -> Iterator[Mention]:
    """Yield Met Dejmon where the article has Matt Damon: each word equal, or heard so."""
    if _may_be_heard(one):
        unit = full.beside(one, other, 0)
    else:
        unit = full.beside(one, other, 1) if _may_be_heard(other) else None
    if unit is not None:
        text = " ".join(word.text for word in unit.words)
        yield _mention((one, other), text, unit, article, languages)


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
