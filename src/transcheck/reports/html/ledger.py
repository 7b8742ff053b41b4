"""What the tool did besides finding faults: confirmed, left alone, not checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from transcheck.model import ArticleReport, Confirmed, NotChecked, Report, Role, Skipped
from transcheck.reports.html.anchors import Anchors
from transcheck.reports.html.wording import cut
from transcheck.reports.verdict import name_checks
from transcheck.text.plural import plural

LISTED = 24
UNKNOWN = "in-no-glossary"


@dataclass(frozen=True)
class ConfirmedName:
    """A name that is right: how often, by what, and where it stands."""

    name: str
    times: int
    by: str
    where: str


@dataclass(frozen=True)
class Remark:
    """Something left alone or not checked: what, and why."""

    what: str
    why: str


@dataclass(frozen=True)
class Ledger:
    """The three lists of an article, and the counts that its chips show."""

    confirmed: tuple[ConfirmedName, ...]
    left_alone: tuple[Remark, ...]
    unknown: tuple[Remark, ...]
    not_checked: tuple[Remark, ...]
    places: int
    checks_not_run: int
    left_count: int


def make_ledger(one: ArticleReport, report: Report, anchors: Anchors) -> Ledger:
    """Build the ledger of one article."""
    skipped = concerning(one, report)
    failed = [entry for entry in skipped if entry.check]
    remarks = [
        *(_remark_skipped(entry) for entry in skipped),
        *explain_not_checked(one.not_checked, report),
        *_furniture(one),
    ]
    known = [item for item in one.left_alone if item.guard != UNKNOWN]
    unknown = [item for item in one.left_alone if item.guard == UNKNOWN]
    return Ledger(
        confirmed=tuple(
            ConfirmedName(item.name, len(item.places), item.by, _where(item, anchors))
            for item in one.confirmed
        ),
        left_alone=_remarks((item.text, item.reason) for item in known),
        unknown=_remarks((item.text, item.reason) for item in unknown),
        not_checked=tuple(remarks),
        places=sum(len(item.places) for item in one.confirmed),
        checks_not_run=len(one.not_checked) + len(failed),
        left_count=len({(item.text, item.reason) for item in known}),
    )


def explain_not_checked(entries: Iterable[NotChecked], report: Report) -> list[Remark]:
    """Say once what several checks lacked: `7 source checks did not run: …`."""
    reasons: dict[str, list[str]] = {}
    for entry in entries:
        reasons.setdefault(entry.reason, []).append(entry.check)
    return [
        Remark(name_checks(ids, report), f" did not run: {reason.rstrip('.')}.")
        for reason, ids in reasons.items()
    ]


def concerning(one: ArticleReport, report: Report) -> list[Skipped]:
    """Return what was skipped of this article; for a run of one article, all that was."""
    if len(report.articles) == 1:
        return list(report.skipped)
    return [s for s in report.skipped if s.path in (one.article.path, one.article.id)]


def _remark_skipped(entry: Skipped) -> Remark:
    reason = entry.reason.rstrip(".")
    if entry.check is None:
        return Remark(entry.path, f" could not be read: {reason}.")
    return Remark(entry.check, f" could not run: {reason}.")


def _furniture(one: ArticleReport) -> list[Remark]:
    lines = sum(
        len([line for line in segment.target.splitlines() if line.strip()])
        for segment in one.article.segments
        if segment.role is Role.FURNITURE
    )
    if not lines:
        return []
    verb = "was" if lines == 1 else "were"
    what = f"{plural(lines, 'line')} of page furniture"
    return [Remark(what, f" (grey) {verb} read but not judged.")]


def _remarks(items: Iterable[tuple[str, str]]) -> tuple[Remark, ...]:
    """Keep each text and reason once; of `Serbian beside Serbia` the first name is the subject."""
    return tuple(_remark(text, reason) for text, reason in dict.fromkeys(items))


def _remark(text: str, reason: str) -> Remark:
    what, beside, other = text.partition(" beside ")
    if beside:
        return Remark(cut(what, 60), f" beside {cut(other, 60)}: {reason}")
    return Remark(cut(text, 60), f" {reason}" if reason.startswith("beside ") else f": {reason}")


def _where(item: Confirmed, anchors: Anchors) -> str:
    """List the places of a name; more than four become `headline to ¶11`."""
    segments = sorted({place.segment for place in item.places})
    words = list(dict.fromkeys(anchors.words(segment) for segment in segments))
    return f"{words[0]} to {words[-1]}" if len(words) > 4 else ", ".join(words)
