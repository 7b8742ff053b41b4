"""The whole chain behind one place of an article, as lines for a terminal.

Here numbers are shown, for those who ask how a finding came about: both probabilities, every term
of both sums (log-odds, the strongest first), and what was looked at and rejected.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import Mention, Place
from transcheck.names import Trace
from transcheck.names.damage import Damage, weigh
from transcheck.names.judgement.likeness import probability_of_one_name
from transcheck.names.judgement.matches import Match
from transcheck.names.judgement.rulings import ONE_NAME, Ruling
from transcheck.names.trace import (
    Terms,
    likeness_terms,
    list_changes,
    match_terms,
    name_channel,
    side_terms,
)
from transcheck.reports.evidence import name_row

MOST_SHOWN = 8
"""Rejected pairs and glossary names that are listed, the likeliest of them."""
_WORDS = (
    (0.97, "almost certainly"),
    (0.85, "very likely"),
    (0.65, "likely"),
    (0.35, "perhaps"),
    (0.15, "hardly"),
    (0.0, "almost certainly not"),
)


def in_words(probability: float) -> str:
    """Return a probability as people say it."""
    return next(words for least, words in _WORDS if probability >= least)


def as_number(probability: float) -> str:
    """Return a probability with two digits: `.97`; nothing is ever quite sure."""
    if probability >= 0.995:
        return ">.99"
    return f"{probability:.2f}".lstrip("0")


def explain_name(place: Place, trace: Trace) -> Iterator[str]:
    """Yield both judgements of the name at a place, its damage and its glossary row."""
    rulings = trace.rulings_at(place)
    for ruling in rulings:
        yield from _judged(ruling)
    mention = next((m for m in trace.names.mentions if m.place == place), None)
    if mention is None:
        if not rulings:
            yield "No name was judged here: the check decides by itself."
        return
    matches = [m for m in trace.matches_at(place) if " ".join(m.near.right) == mention.name]
    if not rulings and matches:
        yield from _matched(mention, matches[0])
    elif not rulings:
        yield "Decided by what stands above alone: the two judgements were not asked."
        yield from _damage_of(mention)
    for item in mention.evidence:
        if item.ref:
            yield f"Glossary: {name_row(item.ref)}, {item.reason}"


def explain_rejected(place: Place, trace: Trace) -> Iterator[str]:
    """Yield what was looked at beside a place and not followed: guards, pairs, glossary names."""
    lines = []
    for held in trace.silenced_at(place):
        number = as_number(probability_of_one_name(held.pair))
        both = f'"{held.pair.one.text}" beside "{held.pair.other.text}"'
        lines.append(f"{both}: guard {held.guard} ({held.reason}); same name {number}")
    for usage, _, same in trace.unlike_at(place)[:MOST_SHOWN]:
        why = f"less than {as_number(ONE_NAME)}" if same < ONE_NAME else "given names stand apart"
        lines.append(f'"{usage.text}" in this article: same name {as_number(same)}, {why}')
    language = trace.names.languages.source
    followed = {ruling.right.text for ruling in trace.rulings_at(place)}
    followed |= {m.name for m in trace.names.mentions if m.place == place}
    for match in trace.matches_at(place)[:MOST_SHOWN]:
        if " ".join(match.near.right) not in followed and trace.index is not None:
            concept = trace.index.concepts[match.near.entry.concept]
            row = f"{concept.file} row {concept.row}, {match.near.entry.text}"
            by = describe_damage(match.near.damage, language)
            lines.append(f"{row}: same name {as_number(match.probability)} ({by})")
    yield "Looked at and not followed:" if lines else "Nothing else is near."
    yield from (f"    {line}" for line in lines)


def describe_damage(damage: tuple[Damage, ...], language: str | None) -> str:
    """Return how a name was damaged and the letters that changed."""
    return f"{describe_channel(damage, language)}: {describe_changes(damage)}"


def describe_channel(damage: tuple[Damage, ...], language: str | None) -> str:
    """Return the channel of the dearest damage among the words of a name."""
    return name_channel(max(damage, key=lambda one: (bool(one.rules), one.cost)).channel, language)


def describe_changes(damage: tuple[Damage, ...]) -> str:
    """Return the letters that changed in all words of a name."""
    return list_changes(rule for one in damage for rule in one.rules)


def _judged(ruling: Ruling) -> Iterator[str]:
    right, wrong = ruling.right.text, ruling.wrong.text
    same, side = ruling.same, ruling.side
    yield f'Is "{wrong}" one name with "{right}"? {in_words(same)}: same name {as_number(same)}'
    yield from _sum(likeness_terms(ruling.pair))
    if ruling.is_open:
        why = "a third form is about as likely" if ruling.contested else "too close to call"
        yield f"Which of the two is wrong? Left open, {why}: wrong side {as_number(side)}"
    else:
        yield f'Is "{wrong}" the wrong one? {in_words(side)}: wrong side {as_number(side)}'
    yield from _sum(side_terms(ruling))
    yield f"How: {describe_damage((ruling.damage,), ruling.pair.languages.source)}"


def _matched(mention: Mention, match: Match) -> Iterator[str]:
    same = match.probability
    yield f'Is "{mention.text}" {mention.name}? {in_words(same)}: same name {as_number(same)}'
    yield from _sum(match_terms(match))
    yield "Which is wrong? The glossary has the right one."
    yield f"How: {describe_damage(match.near.damage, mention.language)}"


def _sum(terms: Terms) -> Iterator[str]:
    for name, weight in terms:
        yield f"    {weight:+6.2f}  {'before anything is known' if name == 'start' else name}"


def _damage_of(mention: Mention) -> Iterator[str]:
    right, wrong = mention.name.split(), mention.text.split()
    if len(right) != len(wrong):
        return
    pairs = zip(right, wrong, strict=True)
    damage = tuple(weigh(a.lower(), b.lower(), mention.language) for a, b in pairs if a != b)
    if damage and all(one.rules for one in damage):
        yield f"How: {describe_damage(damage, mention.language)}"
