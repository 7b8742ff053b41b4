"""Full names damaged by rule: the given name, or both halves."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from benchmarks.full_names.people import Case, Person, read_given_names
from benchmarks.training.cyrillic import romanise
from benchmarks.training.damaging import decline_east, decline_serbian
from transcheck.text.fold import fold

_LETTERS = "а б в г д ђ е ж з и ј к л м н о п р с т ћ у ф х ц ч ш".split()
_LATIN = "a b v g d đ e ž z i j k l m n o p r s t ć u f h c č š".split()
_CYRILLIC = {"lj": "ль", "nj": "нь", "dž": "дж"} | dict(zip(_LATIN, _LETTERS, strict=True))
_EASTERN = {"ј": "й", "ђ": "дж", "ћ": "ч"}
_SOFT = {"йа": "я", "йу": "ю"}


def damage_names(
    people: Sequence[Person], held: set[str], count: int, dice: random.Random
) -> dict[str, list[Case]]:
    """Return damaged names by kind; those whose given name is also somebody's, apart."""
    given = read_given_names()
    makers: dict[str, Callable[[Person], Iterator[str]]] = {
        "case": _in_cases,
        "bare": _bare,
        "heard": _as_heard,
        "both": _both_halves,
    }
    found: dict[str, list[Case]] = {}
    for kind, make in makers.items():
        for person in dice.sample(people, len(people)):
            forms = sorted(set(make(person)))
            forms = [one for one in forms if fold(one) not in held and one != person.name]
            if not forms:
                continue
            written = dice.choice(forms)
            borne = fold(written.split()[0]) in given
            part = found.setdefault(f"{kind}, somebody's" if borne else kind, [])
            if len(part) < count:
                part.append(Case(written, person))
    return found


def _in_cases(person: Person) -> Iterator[str]:
    for word in (*decline_serbian(person.given.lower()), *decline_east(person.given.lower())):
        if (
            word.isalpha()
            and not word.endswith(("ov", "ova", "in"))
            and len(word) < len(person.given) + 3
        ):
            yield f"{word.capitalize()} {person.family}"


def _bare(person: Person) -> Iterator[str]:
    if person.given[-1] in "aeio" and person.given[-2] not in "aeiou":
        yield f"{person.given[:-1]} {person.family}"


def _as_heard(person: Person) -> Iterator[str]:
    if person.heard and fold(person.heard[0]) != fold(person.given):
        yield f"{person.heard[0]} {person.family}"
        yield f"{fold(person.heard[0]).capitalize()} {person.family}"


def _both_halves(person: Person) -> Iterator[str]:
    """Yield the name by the habits of another alphabet, the given name in a man's case."""
    if not person.heard:
        return
    for language in ("ru", "uk"):
        given, family = (_romanised(half, language) for half in person.heard)
        for number, last in enumerate(family):
            if fold(last) != fold(person.family) and number < len(given):
                first = given[number] if number else person.given.lower()
                if first[-1] not in "aeiouy":
                    for ending in ("a", "u", "om"):
                        yield f"{(first + ending).capitalize()} {last.capitalize()}"


def _romanised(heard: str, language: str) -> tuple[str, ...]:
    """Return a Serbian form in the Latin letters of eastern desks, the press's first, three."""
    text = heard.lower()
    for latin, letter in _CYRILLIC.items():
        text = text.replace(latin, _EASTERN.get(letter, letter))
    for two, one in _SOFT.items():
        text = text.replace(two, one)
    if language == "uk":
        text = text.replace("и", "і").replace("ы", "и").replace("э", "е")
    return tuple(w for w in romanise(text, language) if w.isascii() and w.isalpha())[:3]
