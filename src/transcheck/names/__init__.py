"""Where names stand, what they are names of, and how they are damaged: decided once.

survey      ─ words ─► runs ─► names ─► how each spelling is used
terms       ─ words of the glossary ─► hits; the source language they tell; those set aside
shown       ─ hits, family names alone, names read as words, names left in Cyrillic ─► mentions
judgement   ─ candidates ─► one name? ─► guards ─► which is wrong? ─► rulings; halves joined
mentions    ─ rulings ─► mentions, each with its evidence
known       ─ names of the glossary that stand damaged: within reach? which of them? ─► mentions
precedence  ─ one mention a place, once, for all checks
house       ─ phrases the house allows, its marks, its acronyms
confirm     ─ what was found right, and what was left alone
"""

from __future__ import annotations

from transcheck.model import Article, Languages, Names, Policy
from transcheck.names.confirm import confirm, note_silenced, note_uncompared
from transcheck.names.house.acronyms import mark_unexpanded
from transcheck.names.house.exceptions import allow_phrases
from transcheck.names.house.forms import HouseForms
from transcheck.names.house.marks import print_marks
from transcheck.names.index import NameIndex, build_index, open_index
from transcheck.names.judgement.rulings import decide
from transcheck.names.judgement.whole_names import join_halves
from transcheck.names.known import mention_known
from transcheck.names.mentions import mention_rulings
from transcheck.names.precedence import keep_one_per_place
from transcheck.names.shown import mention_shown
from transcheck.names.survey import survey_article
from transcheck.names.terms.asides import note_titles, set_aside
from transcheck.names.terms.extent import widen
from transcheck.names.terms.matching import find_terms
from transcheck.names.terms.origin import guess_source
from transcheck.names.terms.relatives import note_relatives
from transcheck.names.trace import Trace
from transcheck.text.tags import group

__all__ = [
    "HouseForms",
    "NameIndex",
    "Trace",
    "build_index",
    "find_names",
    "open_index",
    "trace_names",
]
_NO_RULES = Policy()


def find_names(
    article: Article, index: NameIndex, languages: Languages, policy: Policy = _NO_RULES
) -> Names:
    """Find every name of an article, whose it is and in which form; furniture is not judged.

    An article that was left in another language has no translated names: nothing is judged.
    """
    return trace_names(article, index, languages, policy).names


def trace_names(
    article: Article, index: NameIndex, languages: Languages, policy: Policy = _NO_RULES
) -> Trace:
    """Find the names of an article and keep the steps on the way: what `explain` shows."""
    if languages.article and group(languages.article) != group(languages.target):
        return Trace(Names(languages))
    article, allowed = allow_phrases(article, policy.exceptions)
    survey = survey_article(article, index)
    hits = [hit for words in survey.texts for hit in find_terms(words, index)]
    languages = guess_source(hits, survey.units, index, languages)
    hits, asides = set_aside(hits, survey.texts, article, index)
    shown = mention_shown(survey, hits, article, index, languages)
    rulings, silenced = decide(survey.usages, languages, index)
    rulings = join_halves(rulings)
    units = survey.every_unit
    ruled = list(mention_rulings(units, rulings, article, index))
    known = mention_known(survey.texts, units, hits, article, index, languages)
    shown, known = (list(widen(one, survey.units, article)) for one in (shown, known))
    mentions = keep_one_per_place(shown, ruled, known, silenced)
    mentions = print_marks(mentions, units, policy)
    mentions = mark_unexpanded(mentions, hits, article, index, policy)
    confirmed, unknown = confirm(mentions, survey.units, rulings, article)
    left_alone = (
        *note_uncompared(len(survey.usages)),
        *note_relatives(hits, index),
        *note_titles(survey.titles, article),
        *asides,
        *allowed,
        *note_silenced(silenced, rulings),
        *unknown,
    )
    names = Names(languages, mentions, confirmed, left_alone)
    return Trace(names, index, hits, survey.units, survey.usages, rulings, silenced)
