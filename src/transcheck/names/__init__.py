"""Where names stand, what they are names of, and how they are damaged: decided once.

words      ─ find_runs ─► runs ─ find_units ─► names ─ survey ─► usages
terms      ─ what the glossary shows ─► mentions
judgement  ─ usages ─ candidates, guards, two judgements, clusters ─► rulings
mentions   ─ rulings at their places, with their evidence ─► mentions, once, for all checks
"""

from __future__ import annotations

from transcheck.model import Article, Form, Languages, Mention, Names, Role
from transcheck.names.confirm import confirm, note_silenced, note_uncompared
from transcheck.names.judgement.rulings import decide
from transcheck.names.mentions import mention_rulings
from transcheck.names.occupied import Occupied
from transcheck.names.terms.index import NameIndex, build_index
from transcheck.names.terms.matching import find_terms
from transcheck.names.terms.mentions import mention_terms
from transcheck.names.terms.origin import guess_source
from transcheck.names.terms.people import mention_people
from transcheck.names.terms.relatives import note_relatives
from transcheck.names.words.mixed_script import mention_mixed_script
from transcheck.names.words.tokens import find_runs, find_words
from transcheck.names.words.units import Unit, find_units
from transcheck.names.words.usage import all_units, survey
from transcheck.text.tags import group

__all__ = ["NameIndex", "build_index", "find_names"]


def find_names(article: Article, index: NameIndex, languages: Languages) -> Names:
    """Find every name of an article, whose it is and in which form; furniture is not judged.

    An article that was left in another language has no translated names: nothing is judged.
    """
    if languages.article and group(languages.article) != group(languages.target):
        return Names(languages)
    texts = [
        find_words(segment.target, number, segment.protected)
        for number, segment in enumerate(article.segments)
        if segment.role is not Role.FURNITURE
    ]
    runs = [run for words in texts for run in find_runs(words)]
    units = find_units(runs)
    hits = [hit for words in texts for hit in find_terms(words, index)]
    languages = guess_source(hits, units, index, languages)
    mixed = [mention for words in texts for mention in mention_mixed_script(words)]
    terms = list(mention_terms(hits, units, index, languages))
    people = list(mention_people(_outside(units, terms), index, languages))
    usages = survey(units, runs)
    rulings, silenced = decide(usages, languages, index)
    ruled = list(mention_rulings(all_units(usages), rulings, article, index))
    mentions = _one_per_place([*mixed, *terms, *people], ruled)
    confirmed, unknown = confirm(mentions, units, rulings, article)
    return Names(
        languages,
        mentions,
        confirmed,
        (
            *note_uncompared(len(usages)),
            *note_relatives(hits, index),
            *note_silenced(silenced, rulings),
            *unknown,
        ),
    )


def _is_surer(mention: Mention) -> bool:
    whole = mention.form is Form.RESPELT and " " in mention.text
    return whole or mention.form in (Form.REJECTED, Form.HOUSE_FORM)


def _outside(units: list[Unit], mentions: list[Mention]) -> list[Unit]:
    """Return the names that no term of the glossary covers."""
    taken = Occupied(m.place for m in mentions)
    return [unit for unit in units if not taken.holds(unit.place)]


def _one_per_place(from_glossary: list[Mention], ruled: list[Mention]) -> tuple[Mention, ...]:
    """Return the mentions in text order; where two overlap, the article's ruling stays.

    A ruling has weighed the glossary with everything else, and its span is the whole name. Only
    a form that the glossary rejects, or a whole name in another language, is surer than that.
    """
    sure = [m for m in from_glossary if _is_surer(m)]
    firm = Occupied(m.place for m in sure)
    ruled = [m for m in ruled if not firm.holds(m.place)]
    taken = Occupied(m.place for m in ruled)
    kept = [m for m in from_glossary if not taken.holds(m.place)]
    everything = [*kept, *ruled]
    return tuple(sorted(everything, key=lambda m: (m.place, m.form)))
