"""Kinds of names, and names that contradict their kind."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.errors import did_you_mean
from transcheck.glossary.rules.entries import Entry, Fault
from transcheck.text.tags import primary

KINDS = ("person", "place", "org", "product", "event", "demonym", "acronym")
# Small words that stand in lower case inside a person's name.
_PARTICLES = frozenset(
    "af al av bin d da das de dei del della den der di do dos du e el i ibn la le of ten ter the "
    "til van von y zu zum".split()
)
_UNICASE = frozenset(["ar", "fa", "he", "ja", "ka", "ko", "th", "ur", "zh"])
# Words that stand at the end or the beginning of what is no person.
_BODIES = frozenset(
    "academy agency alliance assembly association authority bank bureau chamber club coalition "
    "commission committee company corporation council court democracy federation foundation "
    "government group inc institute ltd ministry movement museum network office organisation "
    "organization parliament party republic secretariat service society tribunal union "
    "university".split()
)
_LEAST_CAPITALS = 2


def find_kind_faults(entry: Entry) -> Iterator[Fault]:
    """Yield an unknown kind, or what in a name contradicts its kind."""
    if entry.kind and entry.kind not in KINDS:
        remedy = did_you_mean(entry.kind.lower(), KINDS, f"Write one of {', '.join(KINDS)}")
        message = f"“{entry.kind}” is not a kind of name. {remedy}"
        yield Fault("kind", "unknown-kind", message)
    if entry.kind == "person":
        yield from _persons(entry)
    elif entry.kind == "acronym":
        capitals = sum(letter.isupper() for letter in entry.name)
        if capitals < _LEAST_CAPITALS and any(map(str.isalpha, entry.name)):
            message = f"“{entry.name}” is no acronym: write its capitals, or another kind"
            yield Fault("name", "kind-mismatch", message)
    elif entry.kind in ("place", "demonym", "event") and entry.name.islower():
        message = f"“{entry.name}” is a {entry.kind} in lower case: write capitals"
        yield Fault("name", "lower-case-name", message)


def _persons(entry: Entry) -> Iterator[Fault]:
    words = entry.name.split()
    if len(words) > 1 and {words[0].lower(), words[-1].lower()} & _BODIES:
        message = f"“{entry.name}” names a body, not a person: write `org`"
        yield Fault("kind", "kind-mismatch", message)
    capitals = [word for word in words if word.isupper() and sum(map(str.isalpha, word)) > 1]
    if len(words) == 1 and capitals:
        message = f"“{entry.name}” is an acronym, not a person: write `acronym` or `org`"
        yield Fault("kind", "kind-mismatch", message)
    elif len(capitals) > 1 and not any(map(str.islower, entry.name)):
        message = f"“{entry.name}” is a person in capitals: write them as the press does"
        yield Fault("name", "upper-case-person", message)
    forms = [("name", entry.name), *(("admitted", form) for form in entry.admitted)]
    forms += [("source", form) for tag, form in entry.sources if primary(tag) not in _UNICASE]
    for column, form in forms:
        words = form.split()
        if words and (_begins_low(words[0]) or words[-1].islower()):
            message = f"“{form}” is a person in lower case: write capitals"
            yield Fault(column, "lower-case-person", message)


def _begins_low(word: str) -> bool:
    return word.islower() and word.strip("'’") not in _PARTICLES
