"""People of the shipped glossaries, and the given names of Faker's lists."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from transcheck.glossary import load_glossaries
from transcheck.text.fold import fold


@dataclass(frozen=True)
class Person:
    """Somebody of the shipped glossaries: given and family name, their Serbian forms if any."""

    given: str
    family: str
    heard: tuple[str, str] | None

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True)
class Case:
    """A name as it stands in a sentence, whose it is or is nearly, and what the finding said."""

    written: str
    person: Person
    said: dict[str, Any] | None = None


def read_people() -> tuple[list[Person], set[str]]:
    """Return people of one given name whose family name is theirs alone, and every form held."""
    concepts = load_glossaries(()).concepts
    held = {fold(term.text) for concept in concepts for term in concept.terms}
    named = [c for c in concepts if c.kind == "person" and " " in c.name]
    families = Counter(fold(c.name.split()[-1]) for c in named)
    people = []
    for concept in named:
        words = concept.name.split()
        if len(words) != 2 or families[fold(words[1])] > 1 or min(map(len, words)) < 4:
            continue
        if not all(word.isalpha() and word[1:].islower() for word in words):
            continue
        forms = [t.text.split() for t in concept.sources if t.lang == "sr" and t.text[0].isascii()]
        heard = next(((f[0], f[1]) for f in forms if len(f) == 2), None)
        people.append(Person(words[0], words[1], heard))
    return people, held


def read_given_names() -> Counter[str]:
    """Return the given names in Latin letters of Faker's lists, folded: in how many they are."""
    import faker.providers.person as lists

    found: Counter[str] = Counter()
    for module in iter_modules(lists.__path__):
        provider = import_module(f"{lists.__name__}.{module.name}").Provider
        names: set[str] = set()
        for attribute in ("first_names", "first_names_male", "first_names_female"):
            listed = getattr(provider, attribute, ())
            if not isinstance(listed, property):
                names.update(map(fold, listed))
        found.update(n for n in names if n.isascii() and n.isalpha() and len(n) > 2)
    return found
