"""What was looked at and found right, and what is in no glossary: an editor trusts what is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.model import Article, Confirmed, Form, LeftAlone, Mention, Place
from transcheck.names.judgement.candidates import MOST_NAMES
from transcheck.names.judgement.rulings import Ruling, Silenced
from transcheck.names.occupied import Occupied
from transcheck.names.words.units import Unit

_RIGHT = (Form.EXACT, Form.ADMITTED)


def confirm(
    mentions: Sequence[Mention], units: Sequence[Unit], rulings: Iterable[Ruling], article: Article
) -> tuple[tuple[Confirmed, ...], tuple[LeftAlone, ...]]:
    """Return the names confirmed, by glossary or by the article, and those in no glossary.

    A name in no glossary is confirmed by the article when its full form and its family name
    both stand there; one spelling that stands alone is only noted.
    """
    names: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        if mention.form in _RIGHT:
            names.setdefault((mention.name, mention.concept), []).append(mention)
    confirmed = [
        Confirmed(name, concept, group[0].by, tuple(mention.place for mention in group))
        for (name, concept), group in names.items()
    ]
    anchored, unknown = _own_names(units, mentions, article)
    judged = {usage.text for ruling in rulings for usage in (ruling.right, ruling.wrong)}
    unknown = [note for note in unknown if note.text.split()[-1] not in judged]
    every = [*confirmed, *anchored]
    return tuple(sorted(every, key=lambda name: name.places[0])), tuple(unknown)


def _own_names(
    units: Sequence[Unit], mentions: Sequence[Mention], article: Article
) -> tuple[list[Confirmed], list[LeftAlone]]:
    """Return the names of the article itself: anchored ones and single ones."""
    taken = Occupied(m.place for m in mentions)
    places: dict[str, list[Place]] = {}
    full: dict[str, str] = {}
    for unit in units:
        place = unit.place
        if taken.holds(place):
            continue
        text = article.segments[place.segment].target[place.span.start : place.span.end]
        places.setdefault(text, []).append(place)
        if unit.given:
            full.setdefault(unit.last.text, text)
    shortened = {full[alone] for alone in places if full.get(alone, alone) != alone}
    anchored, unknown = [], []
    for text, where in places.items():
        family = text in full and text != full[text]
        both = family or text in shortened
        if both:
            reason = f"surname of {full[text]}" if family else "full name, used throughout"
            anchored.append(
                Confirmed(text, f"article:{text.lower()}", f"this article: {reason}", tuple(where))
            )
        else:
            reason = "in no glossary, written one way"
            unknown.append(LeftAlone(text, "in-no-glossary", reason, tuple(where)))
    return anchored, unknown


def note_silenced(silenced: Iterable[Silenced], rulings: Iterable[Ruling]) -> tuple[LeftAlone, ...]:
    """Return the pairs that guards held back, once each, as an editor reads them."""
    ruled = {frozenset((r.right.text, r.wrong.text)) for r in rulings}
    notes = []
    for item in silenced:
        one, other = item.pair.one, item.pair.other
        if frozenset((one.text, other.text)) in ruled:
            continue
        text = f"{other.text} beside {one.text}"
        notes.append(
            LeftAlone(text, item.guard, item.reason, tuple(sorted((one.first, other.first))))
        )
    return tuple(notes)


def note_uncompared(names: int) -> tuple[LeftAlone, ...]:
    """Return a note when an article has more names than are compared with each other."""
    if names <= MOST_NAMES:
        return ()
    reason = f"only the {MOST_NAMES:,} commonest spellings were compared with each other"
    return (LeftAlone(f"{names - MOST_NAMES:,} rarer names", "too-many-names", reason),)
