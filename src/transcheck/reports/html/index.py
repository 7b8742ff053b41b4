"""The index of a run: every article and every file that could not be read, worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.model import Report, Severity, Skipped
from transcheck.reports.html.article import languages_of, title_of
from transcheck.reports.html.difference import Change, compare_offer
from transcheck.reports.html.grouping import Group, Standing, count_places
from transcheck.reports.html.run import Run
from transcheck.reports.html.verdicts import ScoreView, show_score
from transcheck.reports.html.wording import cut, sentence
from transcheck.reports.identity import article_key

SHOWN_CHANGES = 3
STATES = ("err", "rev", "un", "ok")


@dataclass(frozen=True)
class ChangeLine:
    """One wrong → right of an article, with the number of its places; or what happened there."""

    change: Change
    kind: str
    times: int
    words: str


@dataclass(frozen=True)
class IndexRow:
    """One article of the run, or one file that could not be read."""

    state: str
    title: str
    path: str
    link: str
    desk: str
    findings: int
    bars: tuple[str, ...]
    changes: tuple[ChangeLine, ...]
    more: int
    reason: str
    score: ScoreView | None
    words: int | None
    languages: str
    checks: tuple[str, ...]
    index: int | None
    key: str


def make_rows(report: Report, run: Run, links: Sequence[str]) -> list[IndexRow]:
    """Build the rows, worst first: most errors, then to review, not checked, clean."""
    failed: dict[str, list[Skipped]] = {}
    for entry in report.skipped:
        failed.setdefault(entry.path, []).append(entry)
    rows = [
        _article_row(report, index, run.groups[index], links[index], failed)
        for index in range(len(report.articles))
    ]
    known = {name for one in report.articles for name in (one.article.path, one.article.id)}
    for entry in report.skipped:
        if entry.check is None or entry.path not in known:
            rows.append(_skipped_row(entry))
    return sorted(rows, key=_badness)


def _badness(row: IndexRow) -> tuple[int, int, int, str]:
    errors = sum(bar != "minor" for bar in row.bars)
    return (STATES.index(row.state), -errors, -row.findings, row.path)


def _article_row(
    report: Report,
    index: int,
    groups: Sequence[Group],
    link: str,
    failed: dict[str, list[Skipped]],
) -> IndexRow:
    one = report.articles[index]
    errors, review = (count_places(groups, s) for s in (Standing.ERROR, Standing.REVIEW))
    undone = [
        entry
        for name in dict.fromkeys((one.article.path, one.article.id))
        for entry in failed.get(name, ())
        if entry.check is not None
    ]
    state = "err" if errors else "rev" if review else "un" if undone or not one.words else "ok"
    open_groups = [group for group in groups if group.standing is not Standing.WAIVED]
    ranked = sorted(open_groups, key=lambda g: (g.standing is not Standing.ERROR, g.number))
    reasons = [f"Checked in part: {entry.check} could not run, {entry.reason}" for entry in undone]
    if not one.words:
        reasons.append("The article has no words")
    return IndexRow(
        state=state,
        title=title_of(one),
        path=one.article.id,
        link=link,
        desk=one.article.metadata.get("desk", ""),
        findings=errors + review,
        bars=_bars(ranked),
        changes=tuple(
            ChangeLine(
                compare_offer(one.article, g.findings),
                g.standing.value,
                len(g.findings),
                "" if g.right and g.first.text else cut(sentence(g.first.message), 80),
            )
            for g in ranked[:SHOWN_CHANGES]
        ),
        more=max(0, len(ranked) - SHOWN_CHANGES),
        reason="; ".join(reasons),
        score=show_score(one.score, errors),
        words=one.words,
        languages=languages_of(one),
        checks=tuple(sorted({group.first.check for group in open_groups})),
        index=index,
        key=article_key(one.article.path, one.article.id),
    )


def _bars(groups: Sequence[Group]) -> tuple[str, ...]:
    """Draw one bar a place: filled for an error, hollow for what is to review."""
    bars: list[str] = []
    for group in groups:
        critical = group.first.severity is Severity.CRITICAL
        kind = "critical" if critical else "major"
        bars += [kind if group.standing is Standing.ERROR else "minor"] * len(group.findings)
    return tuple(sorted(bars, key=("critical", "major", "minor").index))


def _skipped_row(entry: Skipped) -> IndexRow:
    reason = entry.reason if entry.check is None else f"{entry.check} could not run: {entry.reason}"
    opening = "Could not be read: " if entry.check is None else ""
    return IndexRow(
        state="un",
        title=entry.path,
        path="unread",
        link="",
        desk="",
        findings=0,
        bars=(),
        changes=(),
        more=0,
        reason=opening + reason,
        score=None,
        words=None,
        languages="",
        checks=(),
        index=None,
        key="",
    )
