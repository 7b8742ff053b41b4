"""How releases are scored: pure functions over marks and the findings of a JSON report.

Only name findings (`name-…`, `acronym-foreign`) of certainty certain or likely count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from benchmarks.corpus import Mark, Place

P = TypeVar("P", bound=Place)
Finding = dict[str, Any]
"""A finding as it stands in the JSON report."""


@dataclass(frozen=True)
class Verdict:
    """What became of one mark, through which finding, and by which rule."""

    mark: Mark
    found: bool = False
    fixed: bool = False
    finding: Finding | None = None
    rule: str = ""


@dataclass(frozen=True)
class Scored:
    """One text: a verdict for each mark, and its findings sorted into right and false."""

    verdicts: list[Verdict] = field(default_factory=list)
    right: list[Finding] = field(default_factory=list)
    false: list[Finding] = field(default_factory=list)


def count_words(text: str) -> int:
    """Count words as the scoring rules do."""
    return len(re.findall(r"\w+", text))


def counts(finding: Finding) -> bool:
    """Say whether a finding takes part in the scoring."""
    named = finding["check"].startswith("name-") or finding["check"] == "acronym-foreign"
    return named and finding["certainty"] in ("certain", "likely")


def overlaps(finding: Finding, place: Place) -> bool:
    """Say whether a finding shares a character with a place."""
    return bool(finding["start"] < place.end and place.start < finding["end"])


def fits(form: str, expected: str) -> bool:
    """Say whether `form` is `expected`, whole words of it in order, or holds it whole."""
    form, expected = _plain(form), _plain(expected)
    if not form or not expected:
        return False
    return form == expected or bool(find_form(expected, form)) or _in_order(form, expected)


def find_form(form: str, text: str) -> list[tuple[int, int]]:
    """Return where `form` stands in `text` as whole words."""
    pattern = rf"(?<!\w){re.escape(form)}(?!\w)"
    return [match.span() for match in re.finditer(pattern, text)]


def score_text(
    text: str, marks: Sequence[Mark], findings: Iterable[Finding], *, overlap_only: bool = False
) -> Scored:
    """Score one marked text. With `overlap_only` a finding must overlap the damaged place."""
    counted = [one for one in findings if counts(one)]
    scored = Scored()
    helpful: set[int] = set()
    for mark in marks:
        verdict, used = _judge(text, mark, counted, overlap_only)
        scored.verdicts.append(verdict)
        helpful.update(used)
    for index, one in enumerate(counted):
        (scored.right if index in helpful else scored.false).append(one)
    return scored


def find_alarms(text: str, slips: Sequence[Mark], findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings on a clean text that touch neither side of a known slip."""
    sides = [(slip.start, slip.end) for slip in slips]
    for slip in slips:
        sides += find_form(slip.text, text) + find_form(slip.expected, text)
    return [
        one
        for one in findings
        if counts(one) and not any(one["start"] < e and s < one["end"] for s, e in sides)
    ]


def find_touched(places: Iterable[P], findings: Iterable[Finding]) -> list[P]:
    """Return the places that a counting finding touches."""
    counted = [one for one in findings if counts(one)]
    return [place for place in places if any(overlaps(one, place) for one in counted)]


def is_uniform(text: str, form: str, findings: Iterable[Finding]) -> bool:
    """Say whether `form` is gone from `text` once every first suggestion is written in."""
    bound = len(text)
    for one in sorted(findings, key=lambda one: -int(one["start"])):
        if one["suggestions"] and one["end"] <= bound:
            bound = one["start"]
            text = text[:bound] + one["suggestions"][0] + text[one["end"] :]
    return not find_form(form, text)


def _judge(
    text: str, mark: Mark, counted: Sequence[Finding], overlap_only: bool
) -> tuple[Verdict, list[int]]:
    """Judge one mark; also return which findings count as right because of it."""
    over = [i for i, one in enumerate(counted) if overlaps(one, mark)]
    turned, shown = [], []
    if not overlap_only:
        turned = [i for i, one in enumerate(counted) if turns(one, mark)]
        if not is_uniform(text, mark.expected, counted):
            turned = []
        shown = [i for i, one in enumerate(counted) if shows(one, mark)]
    used = over + turned + shown
    for index in over:
        if fits(_first(counted[index]), mark.expected):
            return Verdict(mark, True, True, counted[index], "overlap"), used
    if turned:
        return Verdict(mark, True, True, counted[turned[0]], "other way round"), used
    if over:
        return Verdict(mark, True, False, counted[over[0]], "overlap"), used
    if shown:
        return Verdict(mark, True, False, counted[shown[0]], "evidence"), used
    return Verdict(mark), used


def turns(finding: Finding, mark: Mark) -> bool:
    """Say whether a finding on the other accepted form proposes the marked one."""
    return (
        mark.phenomenon == "inconsistent"
        and not overlaps(finding, mark)
        and fits(finding["text"], mark.expected)
        and fits(_first(finding), mark.text)
        and not fits(_first(finding), mark.expected)
    )


def shows(finding: Finding, mark: Mark) -> bool:
    """Say whether an open finding about one name in two forms shows the marked place."""
    if finding["check"] != "name-inconsistent" or finding["suggestions"]:
        return False
    placed = [one for one in finding["evidence"] if one["start"] is not None]
    seen = any(one["start"] < mark.end and mark.start < one["end"] for one in placed)
    forms: list[str] = []
    for text in (finding["text"], *(one["text"] for one in placed)):
        if text and not any(fits(text, form) or fits(form, text) for form in forms):
            forms.append(text)
    return seen and len(forms) <= 2


def _first(finding: Finding) -> str:
    return str(finding["suggestions"][0]) if finding["suggestions"] else ""


def _plain(form: str) -> str:
    form = unicodedata.normalize("NFC", form).strip(' \t\n"“”„.,;:!?()')
    return re.sub(r"(['’]s|(?<=s)['’])$", "", form)


def _in_order(part: str, whole: str) -> bool:
    words = iter(whole.split())
    return all(word in words for word in part.split())
