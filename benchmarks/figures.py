"""Sums over scored texts: what was found, how precise it was, and where from."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from benchmarks.corpus import MARKED, Corpus, Trap
from benchmarks.scorer import (
    Finding,
    Scored,
    Verdict,
    count_words,
    find_alarms,
    find_touched,
    score_text,
)

Alarm = tuple[str, Finding]
"""A slug and a finding that should not be there."""


@dataclass(frozen=True)
class Tally:
    """How many marks there are, how many were found, how many rightly fixed."""

    marks: int
    found: int
    fixed: int


@dataclass
class Result:
    """One system on one corpus: verdicts, findings right and false by place of text."""

    verdicts: list[Verdict] = field(default_factory=list)
    right: list[Alarm] = field(default_factory=list)
    false: list[Alarm] = field(default_factory=list)
    originals: list[Alarm] = field(default_factory=list)
    references: list[Alarm] = field(default_factory=list)
    touched: list[Trap] = field(default_factory=list)
    traps: int = 0

    @property
    def precision(self) -> float:
        """Right findings over all on marked texts; not a number when there is none."""
        return share(len(self.right), len(self.right) + len(self.false), empty=math.nan)

    @property
    def certain(self) -> list[Verdict]:
        """Verdicts on the marks that are surely wrong."""
        return [one for one in self.verdicts if one.mark.certain]


def share(part: int, whole: int, empty: float = 0.0) -> float:
    """Divide, with a stated answer for nothing."""
    return part / whole if whole else empty


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """Count verdicts."""
    held = list(verdicts)
    return Tally(len(held), sum(v.found for v in held), sum(v.fixed for v in held))


def tally_by(verdicts: Iterable[Verdict], key: Callable[[Verdict], str]) -> dict[str, Tally]:
    """Count verdicts by a property of their marks."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(key(verdict), []).append(verdict)
    return {name: tally(groups[name]) for name in sorted(groups)}


def select_alike(verdicts: Iterable[Verdict], alike: bool = True) -> list[Verdict]:
    """Keep certain marks whose right form stands in the text and is (not) alike in letters."""
    return [
        one
        for one in verdicts
        if one.mark.certain and one.mark.context == "right-form-in-text" and one.mark.alike is alike
    ]


def score_articles(corpus: Corpus, findings: Mapping[str, list[Finding]]) -> Result:
    """Score dev/articles: marked texts, clean originals, human references."""
    result = Result()
    for slug in corpus.slugs(*MARKED):
        _add(result, slug, _score(corpus, slug, findings, overlap_only=False))
    for group, alarms in (("clean", result.originals), ("clean-translated", result.references)):
        for slug in corpus.slugs(group):
            slips = [one for one in corpus.slips if one.slug == slug]
            found = find_alarms(corpus.texts[slug], slips, findings.get(slug, []))
            alarms += [(slug, one) for one in found]
    return result


def score_planted(corpus: Corpus, findings: Mapping[str, list[Finding]]) -> Result:
    """Score dev/planted: all its texts (traps and controls too) count for precision."""
    result = Result(traps=len(corpus.traps))
    for slug in corpus.slugs(*corpus.groups):
        _add(result, slug, _score(corpus, slug, findings, overlap_only=True))
        traps = [one for one in corpus.traps if one.slug == slug]
        result.touched += find_touched(traps, findings.get(slug, []))
    return result


def count_by(alarms: Iterable[Alarm], key: str) -> Counter[str]:
    """Count findings by one of their fields."""
    return Counter(str(one[key]) for _, one in alarms)


def count_group(corpus: Corpus, group: str) -> int:
    """Count the words of a group of texts."""
    return sum(count_words(corpus.texts[slug]) for slug in corpus.slugs(group))


def _score(
    corpus: Corpus, slug: str, findings: Mapping[str, list[Finding]], *, overlap_only: bool
) -> Scored:
    marks = [one for one in corpus.marks if one.slug == slug]
    held = findings.get(slug, [])
    return score_text(corpus.texts[slug], marks, held, overlap_only=overlap_only)


def _add(result: Result, slug: str, scored: Scored) -> None:
    result.verdicts += scored.verdicts
    result.right += [(slug, one) for one in scored.right]
    result.false += [(slug, one) for one in scored.false]
