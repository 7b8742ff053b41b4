"""Places that a waiver of one place could be taken for, left open when it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from transcheck.model import NAME_CHECKS, Article, Finding, Waiver
from transcheck.waivers.mended import count_mended

# A waiver that does not say is asked again sooner; many long lists would fill the file.
_MOST = 50


def list_left_open(
    finding: Finding, findings: Iterable[Finding], decided: Collection[str]
) -> tuple[str, ...]:
    """Return the places that a waiver of `finding` could be taken for and that stay open.

    They are of a name in the same letters, or have the same words beside them. Not open are
    those of the fingerprints `decided` and those waived already. None where there are too many
    to list: half a list would be worse.
    """
    left = [
        one.fingerprint
        for one in findings
        if one.fingerprint not in decided
        and not one.advisory
        and (one.waived or {}).get("kind") != "waiver"
        and (_are_one_name(one, finding) or are_twins(one.fingerprint, finding.fingerprint))
    ]
    return tuple(sorted(left)) if len(left) <= _MOST else ()


def are_twins(one: str, other: str) -> bool:
    """Say whether two fingerprints differ in their number only: when a twin goes, it shifts."""
    return _unnumber(one) == _unnumber(other)


def twins_of(waiver: Waiver) -> set[str]:
    """Return the places with the same words beside them that a waiver left open."""
    return {mark for mark in waiver.left_open if are_twins(mark, waiver.fingerprint)}


class Left:
    """The places that the waivers of an article left open, and whether those still stand."""

    def __init__(
        self, waivers: Iterable[Waiver], standing: Collection[str], article: Article
    ) -> None:
        self._article = article
        waivers = list(waivers)
        waived = {waiver.fingerprint for waiver in waivers}
        self.marks = {mark for waiver in waivers for mark in waiver.left_open} - waived
        self._gone = (self.marks | waived) - set(standing)

    def lacks_twin(self, waiver: Waiver) -> bool:
        """Say whether one of some twins is gone, and which one, open or waived, cannot be told."""
        if self.marks.isdisjoint(twins_of(waiver)):
            return False
        return any(are_twins(mark, waiver.fingerprint) for mark in self._gone)

    def lacks_any(self, seeking: Sequence[Waiver]) -> bool:
        """Say whether a place of a form that waivers left open is gone: perhaps written anew.

        One that was mended is not asked about.
        """
        if any(map(self.lacks_twin, seeking)):
            return True
        listed = {mark for waiver in seeking for mark in waiver.left_open}
        gone = Counter(map(_unnumber, self._gone & self.marks & listed))
        return bool(gone) and bool(gone - count_mended(seeking[0], {*gone}, self._article))


def _unnumber(mark: str) -> str:
    return mark.partition("-")[0]


def _are_one_name(one: Finding, other: Finding) -> bool:
    both = one.check.startswith(NAME_CHECKS) and other.check.startswith(NAME_CHECKS)
    return both and one.text == other.text
