"""What the glossary and the tables of words show by themselves, before anything is judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.model import Article, Languages, Mention
from transcheck.names.index import NameIndex
from transcheck.names.occupied import Occupied
from transcheck.names.survey import Survey
from transcheck.names.terms.heard import mention_heard
from transcheck.names.terms.left_script import mention_left_script
from transcheck.names.terms.matching import Hit
from transcheck.names.terms.mentions import mention_terms
from transcheck.names.terms.people import mention_people
from transcheck.names.terms.translated import mention_translated
from transcheck.names.words.mixed_script import mention_mixed_script
from transcheck.names.words.units import Unit


def mention_shown(
    survey: Survey, hits: Sequence[Hit], article: Article, index: NameIndex, languages: Languages
) -> list[Mention]:
    """Return the terms that stand in an article, people by family name, names read as words."""
    mixed = mention_mixed_script(survey.texts, article)
    terms = list(mention_terms(hits, survey.units, index, languages))
    translated = list(mention_translated(survey.texts, survey.units, hits, index, article))
    taken = Occupied(mention.place for mention in [*terms, *translated])
    heard = mention_heard(survey.runs, survey.units, index, article, languages)
    as_words = [*translated, *(one for one in heard if not taken.holds(one.place))]
    free = _outside(survey.units, [*terms, *as_words])
    found = [*mixed, *terms, *as_words, *mention_people(free, index, languages)]
    taken = Occupied(mention.place for mention in found)
    left = mention_left_script(survey.texts, article, index, languages)
    return [*found, *(mention for mention in left if not taken.holds(mention.place))]


def _outside(units: Iterable[Unit], mentions: Iterable[Mention]) -> list[Unit]:
    """Return the names that none of the mentions covers."""
    taken = Occupied(mention.place for mention in mentions)
    return [unit for unit in units if not taken.holds(unit.place)]
