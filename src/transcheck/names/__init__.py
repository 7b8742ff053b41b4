"""Where names stand, what they are names of, and how they are damaged: decided once.

words      ─ find_runs ─► runs ─ find_units ─► names ─ survey ─► usages
terms      ─ what the glossary shows ─► mentions
judgement  ─ usages ─ candidates, guards, two judgements, clusters ─► rulings
mentions   ─ rulings at their places, with their evidence ─► mentions, once, for all checks
"""

from __future__ import annotations

from transcheck.model import Article, Certainty, Form, Languages, Mention, Names, Role
from transcheck.names.confirm import confirm, note_silenced, note_uncompared
from transcheck.names.index import NameIndex, build_index, open_index
from transcheck.names.judgement.rulings import decide
from transcheck.names.known import mention_known
from transcheck.names.mentions import mention_rulings
from transcheck.names.occupied import Occupied
from transcheck.names.terms.asides import find_titles, note_titles, set_aside
from transcheck.names.terms.heard import mention_heard
from transcheck.names.terms.house import prefer
from transcheck.names.terms.matching import find_terms
from transcheck.names.terms.mentions import mention_terms
from transcheck.names.terms.origin import guess_source
from transcheck.names.terms.people import mention_people
from transcheck.names.terms.relatives import note_relatives
from transcheck.names.terms.translated import mention_translated
from transcheck.names.trace import Trace
from transcheck.names.words.mixed_script import mention_mixed_script
from transcheck.names.words.tokens import find_runs, find_stretches
from transcheck.names.words.units import Unit, find_units
from transcheck.names.words.usage import all_units, survey
from transcheck.text.tags import group

__all__ = ["NameIndex", "Trace", "build_index", "find_names", "open_index", "prefer", "trace_names"]


def find_names(article: Article, index: NameIndex, languages: Languages) -> Names:
    """Find every name of an article, whose it is and in which form; furniture is not judged.

    An article that was left in another language has no translated names: nothing is judged.
    """
    return trace_names(article, index, languages).names


def trace_names(article: Article, index: NameIndex, languages: Languages) -> Trace:
    """Find the names of an article and keep the steps on the way: what `explain` shows."""
    if languages.article and group(languages.article) != group(languages.target):
        return Trace(Names(languages))
    titles = find_titles(article)
    texts = [
        stretch
        for number, segment in enumerate(article.segments)
        if segment.role is not Role.FURNITURE
        for stretch in find_stretches(
            segment.target, number, (*segment.protected, *titles.get(number, ())), index.vocabulary
        )
    ]
    runs = [run for words in texts for run in find_runs(words)]
    units = find_units(runs)
    hits = [hit for words in texts for hit in find_terms(words, index)]
    languages = guess_source(hits, units, index, languages)
    hits, asides = set_aside(hits, texts, article, index)
    mixed = [mention for words in texts for mention in mention_mixed_script(words)]
    terms = list(mention_terms(hits, units, index, languages))
    translated = list(mention_translated(texts, units, hits, index, article))
    taken = Occupied(mention.place for mention in [*terms, *translated])
    heard = mention_heard(runs, units, index, article, languages)
    as_words = [*translated, *(one for one in heard if not taken.holds(one.place))]
    people = list(mention_people(_outside(units, [*terms, *as_words]), index, languages))
    usages = survey(units, runs, [segment.target for segment in article.segments])
    rulings, silenced = decide(usages, languages, index)
    ruled = list(mention_rulings(all_units(usages), rulings, article, index))
    known = mention_known(texts, all_units(usages), hits, article, index, languages)
    mentions = _one_per_place([*mixed, *terms, *as_words, *people], ruled, known)
    confirmed, unknown = confirm(mentions, units, rulings, article)
    names = Names(
        languages,
        mentions,
        confirmed,
        (
            *note_uncompared(len(usages)),
            *note_relatives(hits, index),
            *note_titles(titles, article),
            *asides,
            *note_silenced(silenced, rulings),
            *unknown,
        ),
    )
    return Trace(names, index, hits, units, usages, rulings, silenced)


def _is_surer(mention: Mention) -> bool:
    whole = mention.form is Form.RESPELT and " " in mention.text
    return whole or mention.form in (Form.REJECTED, Form.HOUSE_FORM, Form.TRANSLATED)


def _outside(units: list[Unit], mentions: list[Mention]) -> list[Unit]:
    """Return the names that no term of the glossary covers."""
    taken = Occupied(m.place for m in mentions)
    return [unit for unit in units if not taken.holds(unit.place)]


def _is_part(mention: Mention, longer: list[Mention]) -> bool:
    """Say whether a mention that confirms a name stands inside a longer, damaged name."""
    return mention.form in (Form.EXACT, Form.ADMITTED) and any(
        one.segment == mention.segment
        and one.span.start <= mention.span.start
        and mention.span.end <= one.span.end
        and one.span != mention.span
        for one in longer
    )


def _one_per_place(
    from_glossary: list[Mention], ruled: list[Mention], known: list[Mention]
) -> tuple[Mention, ...]:
    """Return the mentions in text order; where two overlap, the article's ruling stays.

    A ruling has weighed the glossary with everything else, and its span is the whole name. Only
    a form that the glossary rejects, or a whole name in another language, is surer than that.
    A damaged name of the glossary settles a ruling that was left open, and gives way to others.
    """
    sure = [m for m in from_glossary if _is_surer(m)]
    firm = Occupied(m.place for m in sure)
    ruled = [m for m in ruled if not firm.holds(m.place)]
    likely = [m for m in known if m.certainty is not Certainty.POSSIBLE]
    settled = Occupied(m.place for m in likely)
    ruled = [m for m in ruled if m.name or not settled.holds(m.place)]
    taken = Occupied(m.place for m in ruled)
    kept = [m for m in from_glossary if not taken.holds(m.place)]
    kept = [m for m in kept if not _is_part(m, likely)]
    everything = [*kept, *ruled]
    taken = Occupied(m.place for m in everything)
    everything += [m for m in known if not taken.holds(m.place)]
    return tuple(sorted(everything, key=lambda m: (m.place, m.form)))
