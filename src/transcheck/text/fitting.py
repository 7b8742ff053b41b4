"""A suggested name as it has to stand in the sentence: its part, its capitals."""

from __future__ import annotations

from transcheck.text.fold import fold

LEAST_ALIKE = 0.5
_BEFORE_PLURALS = frozenset("the two three four both all many several these those".split())
_OPENS = "\"'“”„«»‘’([-–— \u00a0"


def fit_name(wrong: str, name: str, before: str, after: str, *, person: bool) -> str:
    """Return what to write for `wrong`, which stands between `before` and `after`.

    A person called by the family name alone stays so: Rute → Rutte, though the name suggested is
    Mark Rutte. Where the text is set in capitals the name is: RUTE → RUTTE. A name that opens a
    sentence has a capital: Von der Leyen.
    """
    fitted = _part(wrong, name) if person else name
    if _is_in_capitals(wrong, fitted, before, after):
        return _raise(fitted)
    if wrong[:1].isupper() and fitted[:1].islower() and _opens_sentence(before):
        return fitted[:1].upper() + fitted[1:]
    return fitted


def may_be_plural(wrong: str, name: str, before: str) -> bool:
    """Say whether the last letter may be the sentence's: the two Zelenskis are no Zelensky."""
    plural = not _BEFORE_PLURALS.isdisjoint(before.lower().split()[-1:])
    return plural and wrong.lower().endswith("s") and not name.lower().endswith("s")


def _part(wrong: str, name: str) -> str:
    """Return the words of a name that `wrong` has, the whole name when none are clearly they."""
    here, words = fold(wrong).split(), name.split()
    if len(here) >= len(words):
        return name
    from rapidfuzz.distance import Levenshtein

    best, most = name, 0.0
    for first in range(len(words) - len(here) + 1):
        run = words[first : first + len(here)]
        alike = min(
            Levenshtein.normalized_similarity(one, fold(other))
            for one, other in zip(here, run, strict=True)
        )
        if alike >= LEAST_ALIKE and alike > most:
            best, most = " ".join(run), alike
    return best


def _is_in_capitals(wrong: str, name: str, before: str, after: str) -> bool:
    """Say whether `wrong` is in capitals by its place, not because it is an acronym."""
    if not _is_upper(wrong) or _is_upper(name) or wrong.lower() == name.lower():
        return False
    from rapidfuzz.distance import Levenshtein

    neighbours = [*before.split()[-1:], *after.split()[:1]]
    if any(_is_upper(word.strip("\"'“”’.,:;!?()")) for word in neighbours):
        return True
    return bool(Levenshtein.normalized_similarity(fold(wrong), fold(name)) >= LEAST_ALIKE)


def _is_upper(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    if text.startswith("Mc") and len(letters) > 3:
        letters = letters[2:]
    return len(letters) > 1 and all(not letter.islower() for letter in letters)


def _raise(name: str) -> str:
    """Return a name in capitals; the small c of McConnell stays."""
    return " ".join(
        f"Mc{word[2:].upper()}" if word.startswith("Mc") and len(word) > 3 else word.upper()
        for word in name.split(" ")
    )


def _opens_sentence(before: str) -> bool:
    before = before.rstrip(_OPENS)
    return not before or before[-1] in ".!?:…"
