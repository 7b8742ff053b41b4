"""People of the glossary where only a family name stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from transcheck.model import Certainty, Concept, Form, Languages, Mention
from transcheck.names.index import Entry, NameIndex, bears
from transcheck.names.terms.matching import has_lost_marks
from transcheck.names.terms.mentions import (
    LEAST_LETTERS,
    glossary_evidence,
    house_evidence,
    name_row,
)
from transcheck.names.words.lexicon import is_known_name, is_word
from transcheck.names.words.tokens import split_words
from transcheck.names.words.units import Unit
from transcheck.text.tags import group

_CERTAIN = (Form.EXACT, Form.HOUSE_FORM)


def mention_people(
    units: Sequence[Unit], index: NameIndex, languages: Languages
) -> Iterator[Mention]:
    """Yield the family names of people in the glossary that stand alone."""
    given: dict[str, set[str]] = {}
    first = {unit.words[0].text for unit in units if unit.given}
    for unit in units:
        if unit.given:
            given.setdefault(unit.last.text, set()).update(w.text for w in unit.given)
    for unit in units:
        if unit.given:
            continue
        if unit.last.text not in first or unit.last.text in given:  # Rute Cardoso, then Rute
            yield from _family_name(unit, given.get(unit.last.text, set()), index, languages)


def _family_name(
    unit: Unit, given: set[str], index: NameIndex, languages: Languages
) -> Iterator[Mention]:
    """Yield a family name alone, unless the article has a bearer of its own (Andrea Petkovic)."""
    word = unit.last
    entries = index.families(word.folded)
    if given:
        entries = tuple(one for one in entries if bears(index.concepts[one.concept], given))
    if not entries:
        return
    exact = [e for e in entries if e.may_stand and e.words[-1] == word.text]
    if exact:
        concept = index.concepts[exact[0].concept]
        house = split_words(concept.name)[-1]
        if exact[0].concept in index.house and word.text != house:
            yield _mention(unit, concept, house, Form.HOUSE_FORM)
        else:
            yield _mention(unit, concept, word.text, Form.EXACT, by=f"surname of {concept.name}, ")
    elif not index.holders(word.text):
        lost = (
            [] if is_known_name(word.text) and not given else _without_marks(unit, entries, index)
        )
        yield from lost or _as_heard(unit, entries, index, languages)


def _without_marks(unit: Unit, entries: Iterable[Entry], index: NameIndex) -> list[Mention]:
    written = [unit.last.text]
    lost = [e for e in entries if e.may_stand and has_lost_marks(e.words[-1:], written)]
    if len({entry.words[-1] for entry in lost}) != 1:
        return []
    concept = index.concepts[lost[0].concept]
    return [_mention(unit, concept, lost[0].words[-1], Form.FOLDED)]


def _as_heard(
    unit: Unit, entries: Iterable[Entry], index: NameIndex, languages: Languages
) -> list[Mention]:
    text = unit.last.text
    heard = [e for e in entries if e.lang is not None and e.words[-1] == text]
    if len({entry.concept for entry in heard}) != 1 or _is_another(text):
        return []
    language = heard[0].lang or ""
    if languages.source and group(language) != group(languages.source):
        return []
    concept = index.concepts[heard[0].concept]
    right = split_words(concept.name)[-1]
    if right.lower() == text.lower() or heard[0].concept not in index.named_by(right):
        return []  # half of Boutros-Ghali is nobody's name
    return [_mention(unit, concept, right, Form.RESPELT, language=language)]


def _is_another(text: str) -> bool:
    """Say whether a form is as likely to be a word or somebody else's name."""
    return len(text) < LEAST_LETTERS or is_word(text) or is_known_name(text)


def _mention(
    unit: Unit,
    concept: Concept,
    right: str,
    form: Form,
    *,
    by: str = "",
    language: str | None = None,
) -> Mention:
    return Mention(
        concept=concept.id,
        name=right,
        segment=unit.segment,
        span=unit.span,
        text=" ".join(word.text for word in unit.words),
        form=form,
        certainty=Certainty.CERTAIN if form in _CERTAIN else Certainty.LIKELY,
        evidence=(*house_evidence(form, concept), glossary_evidence(concept)),
        language=language,
        by=f"{by}{name_row(concept)}",
    )
