"""All that was decided beforehand, applied to one article after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import PurePath
from typing import Any

from msgspec.structs import replace

from transcheck.model import (
    NAME_CHECKS,
    Article,
    ArticleReport,
    Finding,
    Known,
    Lapsed,
    Skipped,
    Verdict,
    Waiver,
)
from transcheck.waivers.baseline import Baseline, same_file
from transcheck.waivers.matching import match_known, match_waivers
from transcheck.waivers.paths import compile_glob, is_glob, is_there, relate, seen_all
from transcheck.waivers.reading import WaiverFile

_IN_BASELINE: dict[str, Any] = {
    "kind": "baseline",
    "reason": "known when the baseline was made",
    "by": None,
    "expires": None,
}


class Verdicts:
    """A waiver file and a baseline, and the day on which waivers have expired or not."""

    def __init__(self, waivers: WaiverFile | None, baseline: Baseline | None, today: date) -> None:
        self.waivers, self.baseline, self.today = waivers, baseline, today

    @property
    def facts(self) -> dict[str, str]:
        """What a signature says of them: their digests."""
        named = {"waivers": self.waivers, "baseline": self.baseline}
        return {key: file.digest for key, file in named.items() if file}

    @property
    def is_dated(self) -> bool:
        """Say whether a result depends on the day."""
        return any(waiver.expires for waiver in self._all)

    def apply(self, findings: Sequence[Finding], article: Article) -> tuple[Finding, ...]:
        """Return the findings of an article, those that are covered with who decided and why."""
        waived: dict[int, dict[str, Any]] = {}
        for number in match_known(findings, self._known_of(article)):
            waived[number] = _IN_BASELINE
        for number, waiver in self._match(findings, article).items():
            waived[number] = _describe(waiver)
        if not waived:
            return tuple(findings)
        return tuple(
            replace(finding, waived=waived[number]) if number in waived else finding
            for number, finding in enumerate(findings)
        )

    def find_lapsed(
        self, articles: Sequence[ArticleReport], ran: Collection[str], skipped: Iterable[Skipped]
    ) -> Iterator[Lapsed]:
        """Yield the waivers for articles of a run that have expired or matched nothing.

        `ran` are the checks of the run. A waiver of a check that did not judge its article is
        not judged either.
        """
        if self.waivers is None:
            return
        used: set[int] = set()
        first: dict[int, int] = {}
        unjudged: set[int] = set()
        failed = {(entry.path, entry.check or "") for entry in skipped}
        for number, one in enumerate(articles):
            here = list(self._on_path(one.article))
            if not here or not one.article.segments:
                continue
            used |= {waiver.line for waiver in self._match(one.findings, one.article).values()}
            silent = {entry.check for entry in one.not_checked}
            silent |= {check for path, check in failed if path == one.article.path}
            for waiver in here:
                first.setdefault(waiver.line, number)
                if not _judged(waiver, ran, silent):
                    unjudged.add(waiver.line)
        seen = {relate(one.article.path, self.waivers.folder) for one in articles}
        for waiver in self.waivers.waivers:
            if waiver.line not in first:
                continue
            expired = not waiver.holds_on(self.today)
            idle = waiver.line not in used | unjudged
            if expired or (idle and self._is_whole(waiver, seen)):
                name = PurePath(self.waivers.path).name
                yield Lapsed(waiver, first[waiver.line], name, expired)

    def _is_whole(self, waiver: Waiver, seen: Collection[str]) -> bool:
        """Say whether all files that a waiver's glob names are in the run."""
        folder = self.waivers.folder if self.waivers else ""
        return not is_glob(waiver.path) or seen_all(waiver.path, folder, seen)

    def find_gone(self, paths: Iterable[str]) -> list[Waiver]:
        """Return the waivers of articles at or below some paths that are there no more.

        A renamed article is one of them: its waivers still have the old name.
        """
        if self.waivers is None:
            return []
        folder = self.waivers.folder
        named = {relate(path, folder) for path in paths}
        return [
            waiver
            for waiver in self.waivers.waivers
            if not is_glob(waiver.path)
            and any(at in (".", waiver.path) or waiver.path.startswith(f"{at}/") for at in named)
            and not is_there(waiver.path, folder)
        ]

    def count_unmatched(self, articles: Iterable[ArticleReport]) -> int:
        """Count the entries of the baseline that no finding fits any more.

        They are of articles of a run, or of files that are gone.
        """
        left, seen = 0, set()
        for one in articles:
            known = self._known_of(one.article)
            left += len(known) - len(match_known(one.findings, known))
            seen.add(one.article.path)
        for path, entries in self._known_in.items():
            if path not in seen and not is_there(path):
                left += entries
        return left

    def _match(self, findings: Sequence[Finding], article: Article) -> dict[int, Waiver]:
        concerned = [w for w in self._concerning(article) if w.holds_on(self.today)]
        return match_waivers(findings, article, concerned) if concerned else {}

    def _concerning(self, article: Article) -> Iterator[Waiver]:
        """Yield the waivers that are of an article or row, in the order of their file."""
        return (waiver for waiver in self._on_path(article) if waiver.id in ("", article.id))

    def _on_path(self, article: Article) -> Iterator[Waiver]:
        if self.waivers is None:
            return
        path = relate(article.path, self.waivers.folder)
        found = list(self._exact.get(path, ()))
        found += [one for one in self._globs if compile_glob(one.path).fullmatch(path)]
        yield from sorted(found, key=lambda one: one.line)

    @property
    def _all(self) -> tuple[Waiver, ...]:
        return self.waivers.waivers if self.waivers else ()

    @cached_property
    def _exact(self) -> dict[str, list[Waiver]]:
        exact: dict[str, list[Waiver]] = {}
        for waiver in self._all:
            exact.setdefault(waiver.path, []).append(waiver)
        return exact

    @cached_property
    def _globs(self) -> list[Waiver]:
        return [waiver for waiver in self._all if is_glob(waiver.path)]

    def _known_of(self, article: Article) -> Sequence[Known]:
        return self._known.get(_key(article.path, article.id), ()) if self.baseline else ()

    @property
    def _known_in(self) -> Counter[str]:
        """How many entries the baseline has of each file."""
        return Counter(entry.path for entry in (self.baseline.findings if self.baseline else ()))

    @cached_property
    def _known(self) -> dict[tuple[str, str], list[Known]]:
        known: dict[tuple[str, str], list[Known]] = {}
        for entry in self.baseline.findings if self.baseline else ():
            known.setdefault(_key(entry.path, entry.id), []).append(entry)
        return known


NOTHING_DECIDED = Verdicts(None, None, date.min)


def _key(path: str, id_: str) -> tuple[str, str]:
    """Return what an article is told by: the id of a file is its path, however it is spelt."""
    return same_file(path), "" if id_ == path else id_


def _describe(waiver: Waiver) -> dict[str, Any]:
    expires = waiver.expires.isoformat() if waiver.expires else None
    told = {
        "kind": "waiver",
        "reason": waiver.reason,
        "by": waiver.by or None,
        "expires": expires,
    }
    if waiver.verdict is not Verdict.NOT_AN_ERROR:  # what is right as it stands needs no more words
        told["verdict"] = waiver.verdict.value
    return told


def _judged(waiver: Waiver, ran: Collection[str], silent: Collection[str]) -> bool:
    """Say whether a waiver's check judged an article that it did not keep `silent` about."""
    if "" in silent:  # a row of the file could not be read
        return False
    if waiver.check.startswith(NAME_CHECKS) and "names" in silent:
        return False
    return not waiver.check or (waiver.check in ran and waiver.check not in silent)
