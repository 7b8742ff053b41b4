"""The forms a house prefers, put in the place of the glossary's own preferred ones."""

from __future__ import annotations

from msgspec.structs import replace

from transcheck.model import Concept, Policy, Status, Term
from transcheck.names.index import NameIndex


def prefer(index: NameIndex, policy: Policy) -> NameIndex:
    """Return an index whose concepts have the house's form as their name.

    `preferred` may name any form that a row has: its name or an admitted one. Of two forms of
    one row, the one that its row has first decides.
    """
    wanted = frozenset(policy.preferred)
    numbers = sorted({number for form in wanted for number in index.spelt(form)})
    decided = {number: _decide(index.concepts[number], wanted) for number in numbers}
    return index.with_house(decided) if decided else index


def _decide(concept: Concept, wanted: frozenset[str]) -> Concept:
    house = next(form for form in (concept.name, *concept.admitted) if form in wanted)
    terms = tuple(_restate(term, concept, house) for term in concept.terms)
    return replace(concept, name=house, terms=terms)


def _restate(term: Term, concept: Concept, house: str) -> Term:
    if term.lang != concept.lang or term.status is Status.DEPRECATED:
        return term
    return replace(term, status=Status.PREFERRED if term.text == house else Status.ADMITTED)
