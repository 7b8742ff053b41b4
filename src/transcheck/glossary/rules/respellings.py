"""Serbian forms that nobody who hears the name would write: another row's, or broken in typing.

Only persons are looked at: places have exonyms (Solun for Thessaloniki) and bodies are translated.
Rulers, popes and saints are translated too, and given names in part (Karlo for Charles): a pair
of words that a second row has is what is usual.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from transcheck.glossary.rules.entries import Entry, Fault
from transcheck.names.damage.script import in_latin
from transcheck.names.damage.surprise import surprise
from transcheck.names.words.lexicon import PARTICLES, is_title
from transcheck.names.words.sounds import skeleton
from transcheck.text.fold import fold
from transcheck.text.tags import primary

MOST_IN_WORD = 23.0
"""Most that one word of a form may be less likely than the likeliest respelling, in nats."""
MOST_PER_LETTER = 2.0
"""The same over a whole form, for each of its letters.

Both are chosen to say nothing of the 4,700 Serbian forms of persons that come with transcheck;
`python -m benchmarks.lint_defects` measures what they find.
"""
LEAST_ODDS = 4.0
"""Least that a word is less likely than one that differs in a letter, in nats, to be a slip."""
_USUAL = 1.2
_LEAST_LIKENESS = 0.75
_LEAST_SOUNDS = 3
_LATIN = frozenset("sr hr bs cnr sh".split())
_APART = re.compile(r"[\s\-–]+")
_EDGES = "'’‘.\"“”"
_NUMERAL = re.compile(r"[IVX]+")
_EPITHETS = frozenset(["the", "of", "and"])
_TRANSLATED = _EPITHETS | {"jr.", "jr", "sr."}
_VENERABLE = frozenset("saint st. mother tsar sultan".split())


def find_improbable(entries: Sequence[Entry]) -> Iterator[tuple[Entry, str, Fault]]:
    """Yield rows of persons with a Serbian form that is too unlike their name, and the form."""
    persons = [entry for entry in entries if entry.kind == "person" and _forms(entry)]
    usual: Counter[tuple[str, str]] | None = None
    for entry in persons:
        for tag, form in _forms(entry):
            unlike = is_improbable(entry, form, tag, ())
            if not unlike and not find_slip(entry, form):
                continue
            if usual is None:
                usual = count_pairs(persons)
            if unlike and is_improbable(entry, form, tag, usual):
                message = (
                    f"“{tag}:{form}” is no respelling of “{entry.name}”: is it another "
                    "row's? Write how it is heard, or put the name it comes from under `admitted`"
                )
                yield entry, form, Fault("source", "improbable-source", message)
            elif slip := find_slip(entry, form, usual):
                message = (
                    f"“{tag}:{form}” and “{slip.witness}” differ in a letter, and “{slip.right}” "
                    f"is likelier: write it instead of “{slip.wrong}”"
                )
                yield entry, form, Fault("source", "improbable-source", message)


class Slip(NamedTuple):
    """A word with a letter wrong, the likelier one, and the form of the row that has it."""

    wrong: str
    right: str
    witness: str


def find_slip(
    entry: Entry, form: str, usual: Counter[tuple[str, str]] | tuple[()] = ()
) -> Slip | None:
    """Return the word of a Serbian form that the row's Macedonian form betrays.

    Their letters are Serbian ones in another alphabet, but for few. A word that stands in a second
    Serbian form of the row, or nearly so, is meant.
    """
    witnesses = [(tag, other) for tag, other in entry.sources if primary(tag) == "mk"]
    if not witnesses:
        return None
    from rapidfuzz.distance import OSA

    meant = {w for _, other in _forms(entry) if other != form for w in _words(other)}
    names = _originals(entry)
    for word in _words(form):
        if any(OSA.distance(word, other) <= 1 for other in meant):
            continue
        if usual and any(usual[name, word] > 1 for name in names):
            continue
        for tag, other in witnesses:
            heard = _words(in_latin(other.lower(), tag))
            if word in heard:
                break
            for right in (one for one in heard if OSA.distance(word, one) == 1):
                odds = min(surprise(name, word, "sr") for name in names)
                odds -= min(surprise(name, right, "sr") for name in names)
                if odds >= LEAST_ODDS:
                    return Slip(word.capitalize(), right.capitalize(), f"{tag}:{other}")
    return None


def is_improbable(
    entry: Entry, form: str, tag: str, usual: Counter[tuple[str, str]] | tuple[()]
) -> bool:
    """Say whether nobody would write `form` for a name; `usual` counts pairs of words in rows."""
    if not _EPITHETS.isdisjoint(entry.name.split()):
        return False  # John the Baptist
    heard = _words(form)
    names = _originals(entry)
    initials = _initials(entry.name)
    costs = []
    for place, word in enumerate(heard):
        near = (names[place : place + 1], names) if place < len(names) else (names,)
        cost = min(_cost(word, some, tag, usual) for some in near)
        if cost > _USUAL * len(word) and len(heard) > 1:
            pairs = ("".join(heard[i : i + 2]) for i in (place - 1, place) if i >= 0)
            cost = min(cost, *(_cost(pair, names, tag, usual) for pair in pairs))
        if initials and (len(word) <= _SPELT or word[0] in initials):
            cost = 0.0
        costs.append(cost)
    if is_translated(entry.name):
        # King Charles III is Kralj Čarls III: of the words that are no number, one is heard.
        ratios = [
            cost / len(word)
            for cost, word in zip(costs, heard, strict=True)
            if not _NUMERAL.fullmatch(word.upper())
        ]
        return min(ratios, default=0.0) > MOST_PER_LETTER
    counted = [
        (cost, word) for cost, word in zip(costs, heard, strict=True) if word not in PARTICLES
    ]
    words = [word for word in _words(entry.name) if word not in PARTICLES]
    if len(words) > 1 and all(cost > MOST_PER_LETTER * len(word) for cost, word in counted):
        return True
    more = max(0, len(counted) - len(words))
    counted = sorted(counted, reverse=True)[more:]
    letters = sum(map(str.isalpha, form))
    return bool(counted) and (
        counted[0][0] > MOST_IN_WORD or sum(cost for cost, _ in counted) > MOST_PER_LETTER * letters
    )


_SPELT = 4  # letters of a spelled-out initial: Džej for J.
_MOST_INITIALS = 3


def is_translated(name: str) -> bool:
    """Say whether a person's name is one that languages translate: a king's, a saint's."""
    words = name.split()
    first = words[0].lower()
    return (
        (len(words) > 1 and (is_title(first) or first in _VENERABLE))
        or any(word.lower() in _TRANSLATED for word in words[1:])
        or any(_NUMERAL.fullmatch(word) for word in words[1:])
    )


def count_pairs(entries: Iterable[Entry]) -> Counter[tuple[str, str]]:
    """Return in how many rows a word of a name and a word of a Serbian form stand together."""
    pairs: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        heard = {word for _, form in _forms(entry) for word in _words(form)}
        pairs.update({(name, word) for name in _single(entry) for word in heard})
    return pairs


def _cost(
    word: str, names: Sequence[str], tag: str, usual: Counter[tuple[str, str]] | tuple[()]
) -> float:
    """Return how improbable a word is for the nearest of some words of the name."""
    for name in names:
        if _sounds_alike(name, word) or (usual and usual[name, word] > 1):
            return 0.0
    least = float("inf")
    for name in names:
        least = min(least, surprise(name, word, tag))
        if least <= _USUAL * len(word):
            break
    return least


@lru_cache(maxsize=65_536)
def _sounds_alike(name: str, word: str) -> bool:
    """Say whether a glance is enough: most words of most rows need no model."""
    from rapidfuzz.distance import Levenshtein

    one, other = fold(name), fold(word)
    if Levenshtein.normalized_similarity(one, other) >= _LEAST_LIKENESS:
        return True
    one, other = skeleton(one), skeleton(other)
    return len(one) >= _LEAST_SOUNDS and one == other


def _forms(entry: Entry) -> list[tuple[str, str]]:
    return [(tag, form) for tag, form in entry.sources if primary(tag) in _LATIN and form]


def _words(form: str) -> list[str]:
    stripped = (word.strip(_EDGES) for word in _APART.split(form.lower()))
    return [word for word in stripped if word]


def _initials(name: str) -> set[str]:
    """Return the letters that stand for given names, in lower case: J. K., JD."""
    tokens = (token.replace(".", "") for token in name.split() if token.isupper())
    return {letter.lower() for token in tokens if len(token) <= _MOST_INITIALS for letter in token}


def _single(entry: Entry) -> list[str]:
    names = (entry.name, *entry.admitted)
    return list(dict.fromkeys(word for name in names for word in _words(name)))


def _originals(entry: Entry) -> list[str]:
    """Return the words of a row's forms, those of the name first, and neighbours as one word."""
    names = [_words(name) for name in (entry.name, *entry.admitted)]
    joined = (a + b for words in names for a, b in pairwise(words))
    return list(dict.fromkeys([*(word for words in names for word in words), *joined]))
