"""From rulings on spellings to mentions at places, each with its chain of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from transcheck.model import Article, Certainty, Form, Mention, Record, Span
from transcheck.names.damage.forms import name_form
from transcheck.names.damage.marks import are_written_out
from transcheck.names.evidence import explain_open, explain_wrong, rarer_form
from transcheck.names.index import NameIndex
from transcheck.names.judgement.bearers import may_be_one_bearer
from transcheck.names.judgement.rulings import Ruling
from transcheck.names.words.articles import is_article
from transcheck.names.words.given_names import same_given_name
from transcheck.names.words.heard_names import names_heard
from transcheck.names.words.lexicon import is_known_name
from transcheck.names.words.tokens import Word
from transcheck.names.words.units import Unit


class _Change(Record, frozen=True):
    """One word of a unit and the ruling that changes it."""

    position: int
    ruling: Ruling


def mention_rulings(
    units: Iterable[Unit], rulings: Iterable[Ruling], article: Article, index: NameIndex
) -> Iterator[Mention]:
    """Yield a mention for each place that a ruling changes, and one for each open pair."""
    closed = {ruling.wrong.text: ruling for ruling in rulings if not ruling.is_open}
    for unit in units if closed else ():
        changes = [
            _Change(position, closed[word.text])
            for position, word in enumerate(unit.words)
            if word.text in closed and _is_same_bearer(unit, position, closed, index)
        ]
        if changes:
            yield _wrong(unit, changes, article, index)
    for ruling in rulings:
        if ruling.is_open:
            yield _open(ruling, index)


def _is_same_bearer(
    unit: Unit, position: int, closed: Mapping[str, Ruling], index: NameIndex
) -> bool:
    """Say whether the name at a place may be that of its ruling.

    Marko Rute is not Mark Rutte, and Nova Slovenija is no form of Slovenia but a longer name.
    """
    ruling = closed[unit.words[position].text]
    if position < len(unit.words) - 1:
        if ruling.wrong.is_given_only and ruling.right.is_given_only:
            last = closed.get(unit.last.text)  # the right given name's family, or damage of it
            return not ruling.right.family.isdisjoint(
                (unit.last.folded, last.right.folded if last else "")
            )
        if unit.last.folded in ruling.right.given:  # Rute Mark, in a list by family names
            return True
        concept = index.named(ruling.right.text)
        return not ruling.right.given and (concept is None or concept.kind == "person")
    if not ruling.right.given:
        concept = index.named(ruling.right.text)
        person = concept is None or concept.kind == "person"
        return person or not (unit.given or unit.longer)
    if not unit.given:
        return ruling.pair.is_folded_equal or not unit.longer
    damage = ruling.pair.cheapest
    language = ruling.pair.languages.source
    given = [unit.words[0].folded]
    return may_be_one_bearer(given, ruling.right.given, language, inflected=damage.uses("ending"))


def _wrong(unit: Unit, changes: list[_Change], article: Article, index: NameIndex) -> Mention:
    text = article.segments[unit.segment].target
    span, particles = _with_particles(unit, changes, text)
    right, end = [particles], unit.span.start
    replaced = _right_given(unit, changes, index)
    replaced |= {change.position: change.ruling.right.text for change in changes}
    for position, word in enumerate(unit.words):
        right.append(_gap(text[end : word.span.start], word, position, changes))
        right.append(replaced.get(position, text[word.span.start : word.span.end]))
        end = word.span.end
    main = changes[-1].ruling
    least = min((c.ruling.certainty for c in changes), key=lambda certainty: certainty.rank)
    return Mention(
        concept=_concept_id(main, index),
        name="".join(right),
        segment=unit.segment,
        span=span,
        text=text[span.start : span.end],
        form=_form_of(main, index),
        certainty=least,
        evidence=explain_wrong(main, article, index),
        language=main.pair.languages.source,
    )


def _with_particles(unit: Unit, changes: list[_Change], text: str) -> tuple[Span, str]:
    """Return the span and the right particles: fon der Lajen becomes von der Leyen whole.

    An Arabic article stays as it is written: el-Dabar beside Karim al-Dabbar.
    """
    written = unit.words[0].particles
    full = changes[0].ruling.right.full
    if not written or len(unit.words) > 1 or full is None or full.last.particles == written:
        return unit.span, ""
    if is_article(_end(unit), 0) and is_article(_end(full), 0):
        return unit.span, ""
    start = text.rfind(written, 0, unit.span.start)
    right = f"{full.last.particles} " if full.last.particles else ""
    return Span(start, unit.span.end), right


def _end(unit: Unit) -> tuple[str, str]:
    return unit.last.particles, unit.last.text


def _right_given(unit: Unit, changes: list[_Change], index: NameIndex) -> dict[int, str]:
    """Return the right given names where the unit's are damaged too: Džo, Majkl, Zeljko.

    The full name of the article has them, or else the table of names by ear, if the family name
    was respelt by ear as well, or the glossary, if that lost marks.
    """
    main = changes[-1].ruling
    full = main.right.full
    if changes[-1].position != len(unit.words) - 1:
        return {}
    if full is None:
        form = _form_of(main, index)
        found = enumerate(_given_names(word.text, form, index) for word in unit.given)
        return {n: names[0] for n, names in found if names}
    if len(full.words) != len(unit.words):
        return {}
    pairs = enumerate(zip(unit.given, full.given, strict=True))
    return {n: right.text for n, (own, right) in pairs if _is_damaged(own, right)}


def _is_damaged(own: Word, right: Word) -> bool:
    """Say whether a given name is another one than the right one, or the same without marks."""
    lost = own.folded == right.folded and own.text.isascii()
    return lost or not same_given_name(own.text, right.text)


def _given_names(text: str, form: Form, index: NameIndex) -> tuple[str, ...]:
    """Return what a given name may be that is damaged as the family name is."""
    if form is Form.RESPELT:
        return names_heard(text)
    return index.marked_given_names(text) if form is Form.FOLDED and text.isascii() else ()


def _gap(text: str, word: Word, position: int, changes: list[_Change]) -> str:
    """Return what stands before a word, with the particles of the right name."""
    full = next((c.ruling.right.full for c in changes if c.position == position), None)
    if full is None or not word.particles or not position or not full.last.particles:
        return text
    return text.replace(word.particles, full.last.particles)


def _open(ruling: Ruling, index: NameIndex) -> Mention:
    """Return the one mention of a name written in two ways, at the rarer or the later form."""
    rare = rarer_form(ruling)
    place = rare.first
    certainty = Certainty.LIKELY if ruling.same >= 0.7 else Certainty.POSSIBLE
    return Mention(
        concept=_concept_id(ruling, index),
        name="",
        segment=place.segment,
        span=place.span,
        text=rare.text,
        form=Form.VARIANT,
        certainty=certainty,
        evidence=explain_open(ruling),
    )


def _form_of(ruling: Ruling, index: NameIndex) -> Form:
    """Return the form of a ruling: two accepted spellings are variants, whatever parts them."""
    pair = ruling.pair
    one_concept = index.share_concept(ruling.right.text, ruling.wrong.text)
    accepted = is_known_name(ruling.right.text) and is_known_name(ruling.wrong.text)
    accepted |= are_written_out(ruling.right.text, ruling.wrong.text)
    accepted |= ruling.sides.get("marks of another language", 0.0) > 0
    if one_concept or pair.is_case_variant or pair.is_one_given_name or accepted:
        return Form.VARIANT
    if pair.is_folded_equal:
        return Form.FOLDED
    return name_form(ruling.damage.rules)


def _concept_id(ruling: Ruling, index: NameIndex) -> str:
    """Return the glossary's id for the right form, or a provisional one of the article."""
    concept = index.named(ruling.right.text, ruling.right.given or ruling.wrong.given)
    return concept.id if concept else f"article:{ruling.right.folded}"
