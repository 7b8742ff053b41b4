"""Which letters of a wrong form have to change for the right one to stand there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

# Soft hyphens and joiners, which always stay, then a letter with its marks.
_LETTER = re.compile("([\u00ad\u200b-\u200d\u2060\ufeff]*)(.[\u0300-\u036f]*)", re.DOTALL)
_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\t": " "}
)


class Change(NamedTuple):
    """What to write in the place of a stretch of the wrong form: a letter, nothing, or more."""

    start: int
    end: int
    letters: str


def find_changes(wrong: str, right: str, around: str) -> list[Change]:
    """Return the changes that make `right` of `wrong`, in order, as few letters as can be.

    Letters composed in two ways are equal, so are apostrophes, hyphens and blanks of all kinds:
    the text keeps its own, unless nothing else differs. Where the text `around` is decomposed
    (NFD), new letters are.
    """
    if wrong == right:
        return []
    changes = list(_compare(wrong, right, _plain)) or list(_compare(wrong, right, str))
    if unicodedata.is_normalized("NFC", around) or not unicodedata.is_normalized("NFD", around):
        return changes
    return [one._replace(letters=unicodedata.normalize("NFD", one.letters)) for one in changes]


def make_changes(text: str, changes: Iterable[Change], start: int = 0) -> str:
    """Return `text` with the changes made in the form that begins at `start`."""
    parts, done = [], 0
    for change in changes:
        parts += [text[done : start + change.start], change.letters]
        done = start + change.end
    return "".join([*parts, text[done:]])


def _compare(wrong: str, right: str, key: Callable[[str], str]) -> Iterator[Change]:
    from rapidfuzz.distance import Levenshtein

    old = [match.span(2) for match in _LETTER.finditer(wrong)]
    new = [match.group(2) for match in _LETTER.finditer(right)]
    before, after = [key(wrong[start:end]) for start, end in old], [key(one) for one in new]
    for edit in Levenshtein.editops(before, after):
        if edit.tag == "insert":
            at = old[edit.src_pos - 1][1] if edit.src_pos else 0
            yield Change(at, at, new[edit.dest_pos])
        else:
            start, end = old[edit.src_pos]
            yield Change(start, end, new[edit.dest_pos] if edit.tag == "replace" else "")


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFC", letter).translate(_ALIKE)
