"""People of the glossary where only a family name stands, or a full name is damaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from transcheck.model import Certainty, Concept, Evidence, Form, Languages, Mention
from transcheck.names.damage import Damage, weigh
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

MOST_COST = 0.08
"""Cost per letter up to which a family name may be that of a known given name's bearer."""
_CERTAIN = (Form.EXACT, Form.HOUSE_FORM)


def mention_people(
    units: Sequence[Unit], index: NameIndex, languages: Languages
) -> Iterator[Mention]:
    """Yield the family names and damaged full names of people in the glossary.

    Where a full name is damaged (Josep Borell), its family name alone is damaged too.
    """
    damaged: dict[str, Mention] = {}
    given: dict[str, set[str]] = {}
    first = {unit.words[0].text for unit in units if unit.given}
    for unit in units:
        if unit.given:
            given.setdefault(unit.last.text, set()).update(w.text for w in unit.given)
    for unit in units:
        if unit.given:
            for mention in _damaged_full_name(unit, index, languages):
                damaged.setdefault(unit.last.text, mention)
                yield mention
    for unit in units:
        if unit.given:
            continue
        if unit.last.text in damaged:
            yield _bearer_alone(unit, damaged[unit.last.text])
        elif unit.last.text not in first or unit.last.text in given:  # Rute Cardoso, then Rute
            yield from _family_name(unit, given.get(unit.last.text, set()), index, languages)


def _damaged_full_name(unit: Unit, index: NameIndex, languages: Languages) -> Iterator[Mention]:
    """Yield Josep Borell for Josep Borrell: the given name agrees, the family name is damaged.

    Slips and endings are left out: with them, another person is as likely.
    """
    word = unit.last
    if index.holders(word.text) or _is_another(word.text):
        return
    near: dict[str, tuple[Entry, Damage]] = {}
    for entry in _near_bearers(unit, index, languages.source):
        damage = weigh(entry.words[-1].lower(), word.text.lower(), languages.source)
        explained = not damage.uses("slip") and not damage.uses("ending")
        if explained and damage.cost / max(LEAST_LETTERS, len(word.text)) <= MOST_COST:
            near[index.concepts[entry.concept].id] = (entry, damage)
    if len(near) == 1:
        entry, damage = next(iter(near.values()))
        form = Form.FOLDED if damage.channel == "marks" else Form.RESPELT
        concept = index.concepts[entry.concept]
        yield _mention(unit, concept, entry.text, form, language=languages.source)


def _near_bearers(unit: Unit, index: NameIndex, language: str | None) -> Iterator[Entry]:
    """Yield the forms of people with the unit's given names, and a family name near its last."""
    *given, last = (word.folded for word in unit.words)
    for family in (last, *index.near_words(last, language)):
        for entry in index.forms((*given, family)):
            if entry.may_stand and index.concepts[entry.concept].kind == "person":
                yield entry


def _bearer_alone(unit: Unit, full: Mention) -> Mention:
    named = Evidence(
        kind="article", reason="full name in this article", text=full.text, place=full.place
    )
    return Mention(
        concept=full.concept,
        name=full.name.split()[-1],
        segment=unit.segment,
        span=unit.span,
        text=unit.last.text,
        form=full.form,
        certainty=full.certainty,
        evidence=(named, *full.evidence),
        language=full.language,
        by=full.by,
    )


def _family_name(
    unit: Unit, given: set[str], index: NameIndex, languages: Languages
) -> Iterator[Mention]:
    """Yield a family name alone, unless the article has a bearer of its own (Andrea Petkovic)."""
    word = unit.last
    entries = tuple(
        entry
        for entry in index.families(word.folded)
        if not given or bears(index.concepts[entry.concept], given)
    )
    exact = [e for e in entries if e.lang is None and e.words[-1] == word.text]
    if exact:
        concept = index.concepts[exact[0].concept]
        house = split_words(concept.name)[-1]
        if exact[0].concept in index.house and word.text != house:
            yield _mention(unit, concept, house, Form.HOUSE_FORM)
        else:
            yield _mention(unit, concept, word.text, Form.EXACT, by=f"surname of {concept.name}, ")
    elif entries and not index.holders(word.text):
        yield from _without_marks(unit, entries, index) or _as_heard(
            unit, entries, index, languages
        )


def _without_marks(unit: Unit, entries: Iterable[Entry], index: NameIndex) -> list[Mention]:
    written = [unit.last.text]
    lost = [e for e in entries if e.lang is None and has_lost_marks(e.words[-1:], written)]
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
    if right.lower() == text.lower():
        return []
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
