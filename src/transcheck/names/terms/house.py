"""The forms a house prefers, put in the place of the glossary's own preferred ones."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from transcheck.model import Concept, Policy, Status, Term


def prefer(concepts: Sequence[Concept], policy: Policy) -> tuple[tuple[Concept, ...], set[int]]:
    """Return the concepts with the house's form as their name, and the numbers of those decided.

    `preferred` may name any form that a row has: its name or an admitted one.
    """
    wanted = frozenset(policy.preferred)
    decided: set[int] = set()
    chosen = []
    for number, concept in enumerate(concepts):
        forms = (concept.name, *concept.admitted) if wanted else ()
        house = next((form for form in forms if form in wanted), None)
        if house is not None:
            decided.add(number)
            concept = _rename(concept, house)
        chosen.append(concept)
    return tuple(chosen), decided


def _rename(concept: Concept, house: str) -> Concept:
    terms = tuple(_restate(term, concept, house) for term in concept.terms)
    return replace(concept, name=house, terms=terms)


def _restate(term: Term, concept: Concept, house: str) -> Term:
    if term.lang != concept.lang or term.status is Status.DEPRECATED:
        return term
    return replace(term, status=Status.PREFERRED if term.text == house else Status.ADMITTED)
