"""What kind of thing a name is: told by titles, neighbours and prepositions, or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from transcheck.audit.proposals.bodies import kind_of_body
from transcheck.audit.proposals.whole_names import Thing
from transcheck.names.words.given_names import is_given_name
from transcheck.names.words.lexicon import is_word

_LEAST = 2.0
_LEAD = 1.5
"""How much likelier the best kind must be than the next one."""
_ENOUGH = 3.0
"""Weight from which somebody's first word is taken for a given name."""


def guess_kinds(things: Iterable[Thing]) -> dict[int, str]:
    """Return the kind of each thing by its number, "" where it cannot be told.

    Given names of people who are surely such tell of others who bear them.
    """
    things = list(things)
    given: set[str] = set()
    for thing in things:
        if thing.sort == "name" and _person(thing, ()) >= _ENOUGH:
            given.update(one.words[0] for one in thing.whole if len(one.words) > 1)
    return {number: _kind(thing, given) for number, thing in enumerate(things)}


def _kind(thing: Thing, given: Collection[str]) -> str:
    if thing.sort == "acronym":
        return "acronym"
    named = kind_of_body(thing.whole[0].text)
    titled = any(hint.startswith("title:") for hint in thing.hints)
    if thing.sort == "body" or (named and not titled and len(thing.whole[0].words) > 1):
        return named
    weights = {"person": _person(thing, given), "place": _place(thing), "org": _org(thing)}
    weights["product"] = _share(thing, "kind:product", 3.0)
    weights["event"] = _share(thing, "kind:storm", 3.0)
    other = sum(_share(thing, f"kind:{kind}", 2.0) for kind in ("work", "ship", "animal"))
    best, next_best = sorted(weights, key=lambda kind: (-weights[kind], kind))[:2]
    most = max(weights[next_best], other)
    return best if weights[best] >= max(_LEAST, _LEAD * most) else ""


def _person(thing: Thing, given: Collection[str]) -> float:
    weight = _share(thing, "title:", 3.0) + _share(thing, "kind:person", 3.0)
    full = any(len(one.words) > 1 for one in thing.whole)
    if full:
        weight += _share(thing, "acts", 2.0 if _looks_personal(thing) else 0.5)
        weight += 3.0 * (bool(thing.alone) and _looks_personal(thing))
        first = {one.words[0] for one in thing.whole}
        weight += 2.0 * any(word in given or is_given_name(word) for word in first)
    return weight


def _looks_personal(thing: Thing) -> bool:
    """Say whether a full name may be somebody's: its last word is no ordinary one, or Mark's."""
    words = thing.whole[0].words
    return not is_word(words[-1]) or is_given_name(words[0])


def _place(thing: Thing) -> float:
    weight = _share(thing, "in", 6.0) + _share(thing, "kind:place", 3.0)
    weight += _share(thing, "state", 1.0)
    return weight + (_share(thing, "towards", 2.0) if weight else 0.0)


def _org(thing: Thing) -> float:
    return _share(thing, "kind:firm", 3.0) + _share(thing, "the", 0.5)


def _share(thing: Thing, hint: str, most: float) -> float:
    """Return a weight of up to `most`, all of it where half of the places have the hint."""
    count = sum(n for name, n in thing.hints.items() if name.startswith(hint))
    firmness = min(1.0, count / 2) if count else 0.0
    return most * firmness * min(1.0, 2 * count / max(1, thing.count) + 0.3) if count else 0.0
