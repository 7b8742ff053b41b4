"""The forms a house prefers, put in the place of the glossary's own preferred ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from transcheck.model import Concept, Policy, Status, Term
from transcheck.names.index import NameIndex
from transcheck.text.tags import group


class HouseForms:
    """The index of a glossary as one house prints its names, day by day."""

    def __init__(self, index: NameIndex, policy: Policy) -> None:
        self.index = index
        self._policy = policy
        self._places = dict(_choose_places(index, policy.place_names))
        self._made: dict[tuple[str, ...], NameIndex] = {}

    def on(self, day: date) -> NameIndex:
        """Return the index for an article of a day; rules that begin later do not count."""
        forms = self._policy.preferred_on(day)
        if forms not in self._made:
            self._made[forms] = self._prefer(forms)
        return self._made[forms]

    def chooses_place(self) -> bool:
        """Say whether any place of the glossary has a form in the languages asked for."""
        return bool(self._places)

    def _prefer(self, forms: tuple[str, ...]) -> NameIndex:
        """Return the index with the forms in place.

        A form may be any that a row has: its name or an admitted one. Of two forms of one row
        the later rule decides; a form named outright goes before a language.
        """
        chosen = dict(self._places)
        for form in forms:
            chosen |= dict.fromkeys(self.index.spelt(form), form)
        decided = {n: _restate(self.index.concepts[n], form) for n, form in sorted(chosen.items())}
        return self.index.with_house(decided) if decided else self.index


def _choose_places(index: NameIndex, languages: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield (concept, form) for places that have a form in a language, the first of several."""
    wanted = [group(language) for language in languages]
    for number, concept in enumerate(index.concepts if wanted else ()):
        if concept.kind != "place" or not concept.admitted:
            continue
        own = (concept.name, *concept.admitted)
        for language in wanted:
            there = {term.text for term in concept.sources if group(term.lang) == language}
            form = next((form for form in own if form in there), None)
            if form is not None:
                yield number, form
                break


def _restate(concept: Concept, house: str) -> Concept:
    terms = tuple(_rank(term, concept, house) for term in concept.terms)
    return replace(concept, name=house, terms=terms)


def _rank(term: Term, concept: Concept, house: str) -> Term:
    if term.lang != concept.lang or term.status is Status.DEPRECATED:
        return term
    return replace(term, status=Status.PREFERRED if term.text == house else Status.ADMITTED)
