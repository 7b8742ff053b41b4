"""The head of the index: the run's verdict, what could not be checked, and the strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.model import Report
from transcheck.reports.html.grouping import Standing
from transcheck.reports.html.index import IndexRow
from transcheck.reports.html.ledger import Remark, explain_not_checked
from transcheck.reports.html.run import Run
from transcheck.reports.html.verdicts import Verdict
from transcheck.reports.html.wording import number
from transcheck.reports.verdict import describe_skipped, name_nothing
from transcheck.text.plural import plural

COLUMNS = 60
TALLEST = 8
HEIGHT = 48


@dataclass(frozen=True)
class Column:
    """One article of the strip; or a bin of several, whose findings are drawn as heights."""

    state: str
    bars: tuple[str, ...] = ()
    errors: int = 0
    review: int = 0


def judge_run(report: Report, rows: Sequence[IndexRow]) -> Verdict:
    """Say the result of the run in one line."""
    errors = sum(row.findings - sum(b == "minor" for b in row.bars) for row in rows)
    review = sum(bar == "minor" for row in rows for bar in row.bars)
    failed = sum(not one.gate.passed for one in report.articles)
    total = plural(len(rows), "article")
    undone = describe_skipped(report.skipped, report)
    if not report.summary.passed:
        share = f"{number(failed)} of {total}" if failed else total
        return Verdict("err", f"Gate failed: {share}, {plural(errors, 'error')}", ())
    if undone or not report.articles:
        return Verdict("un", f"Not everything was checked: {undone or 'no article was read'}", ())
    if errors:
        title = f"Gate passed: {plural(errors, 'error')} in {total}, within the limit"
        return Verdict("rev", title, ())
    if review:
        return Verdict("rev", f"Gate passed: {plural(review, 'finding')} to review in {total}", ())
    return Verdict("ok", f"Gate passed: {name_nothing(report.articles)} found in {total}", ())


def describe_run(rows: Sequence[IndexRow], run: Run) -> list[tuple[str, bool]]:
    """Say how the articles fall, and how many names account for the errors."""
    states = [row.state for row in rows]
    failed, review, undone, clean = (states.count(s) for s in ("err", "rev", "un", "ok"))
    parts: list[tuple[str, bool]] = []
    if review:
        more = " more" if failed else ""
        have = "has" if review == 1 else "have"
        noun = "article" if review == 1 else "articles"
        parts.append((f"{number(review)}{more} {noun} {have} something to review", False))
    if clean:
        parts.append((f"{number(clean)} {'is' if clean == 1 else 'are'} clean", False))
    if undone:
        parts.append((f"{number(undone)} could not be checked in full", True))
    runs: list[tuple[str, bool]] = []
    for index, part in enumerate(parts):
        runs += [(", ", False)] if index else []
        runs.append(part)
    runs += [(". ", False)] if parts else []
    wrong = [name for name in run.names.values() if name.standing is Standing.ERROR]
    if wrong:
        verb = "accounts" if len(wrong) == 1 else "account"
        names_only = all(
            group.is_name and group.right
            for groups in run.groups
            for group in groups
            if group.standing is Standing.ERROR
        )
        share = "all errors" if names_only else "the errors in names"
        runs.append((f"{plural(len(wrong), 'name')} {verb} for {share}", False))
    return runs


def list_unchecked(report: Report) -> list[Remark]:
    """Say what could not be checked, over the whole run: how many articles, and why."""
    remarks = []
    unread = {entry.path for entry in report.skipped if entry.check is None}
    if unread:
        remarks.append(Remark(plural(len(unread), "article"), " could not be read"))
    for entry in report.skipped:
        if entry.check is not None:
            remarks.append(Remark(entry.path, f": {entry.check} could not run, {entry.reason}"))
    short = sum(one.score.value is None for one in report.articles)
    if short:
        verb = "is" if short == 1 else "are"
        remarks.append(Remark(plural(short, "article"), f" {verb} too short for a score"))
    lacking: dict[tuple[str, str], int] = {}
    for one in report.articles:
        for remark in explain_not_checked(one.not_checked, report):
            key = (remark.what, remark.why)
            lacking[key] = lacking.get(key, 0) + 1
    for (what, why), articles in lacking.items():
        remarks.append(Remark(what, f"{why.rstrip('.')} ({plural(articles, 'article')})"))
    return remarks


def draw_strip(rows: Sequence[IndexRow]) -> tuple[list[Column], int]:
    """Return one column an article, or a histogram of sixty bins; and the articles of a column."""
    share = max(1, -(-len(rows) // COLUMNS))
    if share == 1:
        return [Column(row.state, row.bars[:TALLEST]) for row in rows], 1
    bins = [rows[start : start + share] for start in range(0, len(rows), share)]
    counts = [[bar == "minor" for row in rows for bar in row.bars] for rows in bins]
    tallest = max(map(len, counts)) or 1
    columns = []
    for some, minor in zip(bins, counts, strict=True):
        review = sum(minor)
        heights = (_scale(count, tallest) for count in (len(minor) - review, review))
        columns.append(Column(some[0].state, (), *heights))
    return columns, share


def _scale(count: int, tallest: int) -> int:
    """Return a height in pixels; what is there at all can be seen."""
    return max(2, HEIGHT * count // tallest) if count else 0
