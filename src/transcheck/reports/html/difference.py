"""Which letters differ between a wrong form and the right one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.model import Article, Finding
from transcheck.reports.html.wording import cut
from transcheck.reports.replacements import list_offers

LONGEST = 80
LEAST_ALIKE = 0.55

Stretch = tuple[str, bool]


@dataclass(frozen=True)
class Change:
    """Wrong → right in runs of letters; a run is true where the two forms differ.

    `right` is empty when there is nothing to propose.
    """

    wrong: tuple[Stretch, ...]
    right: tuple[Stretch, ...]
    wrong_text: str
    right_text: str


def compare(wrong: str, right: str) -> Change:
    """Mark the differing letters of two forms, unless few letters agree or a form is long.

    Where few letters agree (Cologne → Kolín) marking single letters would only be noise.
    """
    shown_wrong, shown_right = cut(wrong, LONGEST), cut(right, LONGEST)
    plain = Change(_plain(shown_wrong), _plain(shown_right), shown_wrong, shown_right)
    if not shown_right or len(wrong) > LONGEST or len(right) > LONGEST:
        return plain
    from rapidfuzz.distance import Levenshtein

    old, new = _letters(shown_wrong), _letters(shown_right)
    if Levenshtein.normalized_similarity(old, new) < LEAST_ALIKE:
        return plain
    changed_old, changed_new = set[int](), set[int]()
    for edit in Levenshtein.editops(old, new):
        if edit.tag != "insert":
            changed_old.add(edit.src_pos)
        if edit.tag != "delete":
            changed_new.add(edit.dest_pos)
    return Change(_runs(old, changed_old), _runs(new, changed_new), shown_wrong, shown_right)


def compare_offer(article: Article, findings: Sequence[Finding]) -> Change:
    """Compare findings that are told together with what is offered for them."""
    offers = list_offers(article, *findings)
    return compare(findings[0].text, offers[0] if offers else "")


def _plain(text: str) -> tuple[Stretch, ...]:
    return ((text, False),) if text else ()


def _letters(text: str) -> list[str]:
    """Split into letters that keep their combining marks, so that no mark is cut off."""
    letters: list[str] = []
    for character in text:
        if letters and unicodedata.combining(character):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _runs(letters: list[str], changed: set[int]) -> tuple[Stretch, ...]:
    runs: list[Stretch] = []
    for index, letter in enumerate(letters):
        differs = index in changed
        if runs and runs[-1][1] == differs:
            runs[-1] = (runs[-1][0] + letter, differs)
        else:
            runs.append((letter, differs))
    return tuple(runs)
