"""What the glossary alone shows: rejected forms, lost marks, forms of the source language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transcheck.model import Certainty, Concept, Evidence, Form, Languages, Mention, Policy
from transcheck.names.lexicon import is_known_name, is_word
from transcheck.names.terms import Entry, Hit, NameIndex, has_lost_marks
from transcheck.names.units import Unit
from transcheck.text.tags import group

_CONFIRMING = (Form.EXACT, Form.ADMITTED)


def mention_terms(
    hits: Iterable[Hit],
    units: Iterable[Unit],
    index: NameIndex,
    policy: Policy,
    languages: Languages,
) -> Iterator[Mention]:
    """Yield a mention for every term of the glossary that stands in the article.

    A word of another language inside a longer name belongs to that name (Nova Slovenija).
    """
    longer = {(w.segment, w.span.start) for unit in units if unit.given for w in unit.words}
    for hit in hits:
        concept = index.concept_of(hit)
        form = _form(hit, concept, policy)
        if hit.form is Form.RESPELT:
            inside = len(hit.words) == 1 and (hit.segment, hit.span.start) in longer
            if inside or not _is_foreign(hit, languages, index):
                continue
        yield _mention(hit, concept, form)


def mention_family_names(
    units: Iterable[Unit], index: NameIndex, languages: Languages
) -> Iterator[Mention]:
    """Yield family names that stand alone and are those of people in the glossary."""
    for unit in units:
        word = unit.last
        if unit.given:
            continue
        entries = index.by_family.get(word.folded, ())
        exact = [e for e in entries if e.lang is None and e.words[-1] == word.text]
        if exact:
            concept = index.concepts[exact[0].concept]
            yield _family(unit, concept, exact[0].words[-1], Form.EXACT, "surname of ")
        elif entries and not index.by_word.get(word.text):
            yield from _damaged_family(unit, entries, index, languages)


def _damaged_family(
    unit: Unit, entries: tuple[Entry, ...], index: NameIndex, languages: Languages
) -> Iterator[Mention]:
    word = unit.last
    lost = [e for e in entries if e.lang is None and has_lost_marks(e.words[-1:], [word.text])]
    if len({e.words[-1] for e in lost}) == 1:
        concept = index.concepts[lost[0].concept]
        yield _family(unit, concept, lost[0].words[-1], Form.FOLDED, "")
        return
    heard = [e for e in entries if e.lang is not None and e.words[-1] == word.text]
    names = {index.concepts[e.concept].name for e in heard}
    if len(names) != 1 or len(word.text) < 4 or is_word(word.text) or is_known_name(word.text):
        return
    if languages.source and group(heard[0].lang or "") != group(languages.source):
        return
    concept = index.concepts[heard[0].concept]
    right = concept.name.split()[-1]
    if right.lower() != word.text.lower():
        yield _family(unit, concept, right, Form.RESPELT, "", heard[0].lang)


def _form(hit: Hit, concept: Concept, policy: Policy) -> Form:
    if hit.form is Form.RESPELT and concept.kind == "acronym":
        return Form.FOREIGN_ACRONYM
    if hit.form in _CONFIRMING and policy.preferred:
        house = [name for name in policy.preferred if name in (concept.name, *concept.admitted)]
        if house and hit.entry.text != house[0]:
            return Form.HOUSE_FORM
    return hit.form


def _is_foreign(hit: Hit, languages: Languages, index: NameIndex) -> bool:
    """Say whether a form of another language was left there, not an English name like it."""
    text = hit.entry.text
    if languages.source and group(hit.entry.lang or "") != group(languages.source):
        return False
    if len(hit.words) > 1:
        return not all(is_word(word.text) for word in hit.words)
    if is_word(text) or is_known_name(text) or text in index.by_word:
        return False
    if index.concept_of(hit).kind == "acronym":
        return languages.source is not None
    return len(text) > 3


def _mention(hit: Hit, concept: Concept, form: Form) -> Mention:
    right = concept.name
    if form is Form.FOLDED:
        right = hit.entry.text
    return Mention(
        concept=concept.id,
        name=hit.entry.text if form in _CONFIRMING else right,
        segment=hit.segment,
        span=hit.span,
        text=" ".join(word.text for word in hit.words),
        form=form,
        certainty=Certainty.CERTAIN if form is not Form.RESPELT else Certainty.LIKELY,
        evidence=(glossary_evidence(concept),),
        language=hit.entry.lang,
        by=_row(concept),
    )


def _family(
    unit: Unit, concept: Concept, right: str, form: Form, by: str, language: str | None = None
) -> Mention:
    return Mention(
        concept=concept.id,
        name=right,
        segment=unit.segment,
        span=unit.span,
        text=unit.last.text,
        form=form,
        certainty=Certainty.CERTAIN if form is Form.EXACT else Certainty.LIKELY,
        evidence=(glossary_evidence(concept),),
        language=language,
        by=f"{by}{concept.name}, {_row(concept)}" if by else _row(concept),
    )


def glossary_evidence(concept: Concept) -> Evidence:
    """Return the row of the glossary as evidence."""
    ref = f"{concept.file}:{concept.row}"
    return Evidence(kind="glossary", reason=concept.name, text=concept.name, ref=ref)


def _row(concept: Concept) -> str:
    return f"{concept.file} row {concept.row}"
