"""What the glossary alone shows: rejected forms, lost marks, forms of the source language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from transcheck.model import Certainty, Concept, Evidence, Form, Languages, Mention
from transcheck.names.damage.script import is_cyrillic
from transcheck.names.index import NameIndex
from transcheck.names.terms.matching import Hit
from transcheck.names.words.lexicon import is_known_name, is_recorded_name, is_word
from transcheck.names.words.units import Unit
from transcheck.text.tags import group

_OF_A_LONGER_NAME = (Form.RESPELT, Form.FOLDED)
_CONFIRMING = (Form.EXACT, Form.ADMITTED)
LEAST_LETTERS = 4


def mention_terms(
    hits: Iterable[Hit],
    units: Sequence[Unit],
    index: NameIndex,
    languages: Languages,
) -> Iterator[Mention]:
    """Yield a mention for every term of the glossary that stands in the article.

    A word of another language inside a longer name belongs to that name (Nova Slovenija).
    """
    hits = list(hits)
    inner = _Inner(units) if any(hit.form in _OF_A_LONGER_NAME for hit in hits) else None
    for hit in hits:
        concept = index.concepts[hit.entry.concept]
        if inner and hit.form in _OF_A_LONGER_NAME and inner.holds(hit, concept):
            continue
        if hit.form is Form.RESPELT and not _is_foreign(hit, languages, index):
            continue
        if hit.form is Form.FOLDED and _is_other_name(hit):
            continue
        yield _mention(hit, concept, _form(hit, concept, index))


def _is_other_name(hit: Hit) -> bool:
    """Say whether a word without the name's marks is one of its own: Radić beside Radič, Coin."""
    text = hit.words[0].text
    own = is_word(text) or (not text.isascii() and is_recorded_name(text))
    return len(hit.words) == 1 and own


class _Inner:
    """Where the words of longer names stand, and the family names of people."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._families = {unit.last.text for unit in units if unit.given}
        self._places = {place for unit in units for place in _inner_places(unit)}

    def holds(self, hit: Hit, concept: Concept) -> bool:
        """Say whether a single word belongs to a longer name, or is somebody's family name."""
        if len(hit.words) > 1:
            return False
        own = hit.words[0].text in self._families and concept.kind != "person"
        return own or (hit.segment, hit.span.start) in self._places


def _inner_places(unit: Unit) -> Iterator[tuple[int, int]]:
    """Yield where the words of a longer name stand; Višegrad of Višegrad Police is a name."""
    if not unit.given and not unit.longer:
        return
    body = all(is_word(word.text) for word in unit.words[1:])
    for word in unit.words[1:] if body else unit.words:
        yield word.segment, word.span.start


def _form(hit: Hit, concept: Concept, index: NameIndex) -> Form:
    if hit.form is Form.RESPELT and is_cyrillic(hit.entry.text):
        return Form.MIXED_SCRIPT
    if hit.form is Form.RESPELT and concept.kind == "acronym":
        return Form.FOREIGN_ACRONYM
    decided = hit.form in _CONFIRMING and hit.entry.concept in index.house
    return Form.HOUSE_FORM if decided and hit.entry.text != concept.name else hit.form


def _is_foreign(hit: Hit, languages: Languages, index: NameIndex) -> bool:
    """Say whether a form of another language was left there, not an English name like it."""
    text, concept = hit.entry.text, index.concepts[hit.entry.concept]
    if languages.source and not _is_spelt_so(text, languages.source, concept):
        return False
    if len(hit.words) > 1:
        return not all(is_word(word.text) for word in hit.words)
    if is_word(text) or is_known_name(text) or index.holders(text):
        return False
    if concept.kind == "acronym":
        return languages.source is not None
    return len(text) > 3


def _is_spelt_so(text: str, language: str, concept: Concept) -> bool:
    """Say whether a language has a form of a name: several may have one and the same."""
    wanted = group(language)
    return any(term.text == text and group(term.lang) == wanted for term in concept.sources)


def _mention(hit: Hit, concept: Concept, form: Form) -> Mention:
    right = concept.name
    if form is Form.FOLDED:
        capitals = all(word.is_upper for word in hit.words)
        right = hit.entry.text.upper() if capitals else hit.entry.text
    return Mention(
        concept=concept.id,
        name=hit.entry.text if form in _CONFIRMING else right,
        segment=hit.segment,
        span=hit.span,
        text=" ".join(word.text for word in hit.words),
        form=form,
        certainty=_certainty(hit, form, concept.kind),
        evidence=(*house_evidence(form, concept), glossary_evidence(concept)),
        language=hit.entry.lang,
        by=name_row(concept),
    )


def _certainty(hit: Hit, form: Form, kind: str) -> Certainty:
    """A short word without marks may be anything (Pec), a known place another one (Munster)."""
    if form is Form.FOLDED and len(hit.words) == 1:
        text = hit.words[0].text
        if len(text) < LEAST_LETTERS or (kind == "place" and is_known_name(text)):
            return Certainty.POSSIBLE
    return Certainty.LIKELY if form is Form.RESPELT else Certainty.CERTAIN


def house_evidence(form: Form, concept: Concept) -> tuple[Evidence, ...]:
    """Return the house's decision as evidence where it is the reason."""
    if form is not Form.HOUSE_FORM:
        return ()
    return (Evidence(kind="glossary", reason=f"this house writes {concept.name}"),)


def glossary_evidence(concept: Concept, others: int = 0) -> Evidence:
    """Return the row of the glossary as evidence; `others` bear the same family name."""
    ref = f"{concept.file}:{concept.row}"
    reason = f"{concept.name} and {others} more of that name" if others else concept.name
    shipped = concept.shipped
    return Evidence(kind="glossary", reason=reason, text=concept.name, ref=ref, shipped=shipped)


def name_row(concept: Concept) -> str:
    """Return the row of a concept as people say it: people.csv row 12."""
    return f"{concept.file} row {concept.row}"
