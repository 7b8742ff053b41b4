"""The plans of a run: files checked now, or taken from a report, and decided by a rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from transcheck import readers
from transcheck.desk import Desk
from transcheck.errors import InputError
from transcheck.model import Article, ArticleReport, Finding, Skipped
from transcheck.pipeline import check_article
from transcheck.readers import Input, find_inputs
from transcheck.review.fixes.choice import Left, Rule
from transcheck.review.fixes.planning import Check, Plan, plan
from transcheck.review.fixes.reported import ReportedArticle, ReportFile, place_findings
from transcheck.review.fixes.writing import Change

_AGAIN = "Check it again"


@dataclass
class Gathered:
    """What a run would write, and what it could not read or fix.

    `unread` are lines about whole files and rows; each of them makes the run incomplete, as does
    what was said before.
    """

    plans: list[Plan] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    complete: bool = True

    @property
    def left(self) -> list[Left]:
        """The findings that are not fixed."""
        return [one for plan in self.plans for one in plan.left]

    @property
    def changes(self) -> list[Change]:
        """The files that would be written."""
        return [
            Change(Path(self.files[one.path]), one.path, one.before, one.after)
            for one in self.plans
            if one.before != one.after
        ]

    @property
    def failed(self) -> bool:
        """Say whether something that was asked for could not be done."""
        return not self.complete or bool(self.unread) or any(one.refused for one in self.left)

    def skip(self, skipped: Iterable[Skipped]) -> None:
        """Note what could not be read."""
        self.unread += [f"{entry.path}: {entry.reason}" for entry in skipped]


def gather_checked(
    files: dict[str, str],
    reports: Sequence[ArticleReport],
    desk: Desk,
    rule: Rule,
    *,
    settle: bool,
    complete: bool,
) -> Gathered:
    """Return the plans of `files` by their paths, which were just checked.

    `complete` says that all that was asked for could be read and checked.
    """
    found = Gathered(files=files, complete=complete)
    check = _checker(desk) if settle else None
    for path, group in groupby(reports, key=lambda one: one.article.path):
        checked = [(one.article, one.findings) for one in group]
        _plan(found, path, checked, rule, desk.settings.encoding, check)
    return found


def gather_text(content: bytes, path: str, desk: Desk, rule: Rule) -> Gathered:
    """Return the plan of a text that is no file (standard input)."""
    found = Gathered(files={path: path})
    articles, skipped = readers.read_content(path, content, desk.settings.encoding)
    found.skip(skipped)
    check = _checker(desk)
    checked = [(article, check(article)) for article in articles]
    if checked:
        found.plans.append(
            plan(path, content, checked, rule, encoding=desk.settings.encoding, check=check)
        )
    return found


def gather_reported(
    paths: Sequence[str], name: str, report: ReportFile, rule: Rule, encoding: str | None
) -> Gathered:
    """Return the plans of the files of a report called `name`, of `paths` where some are given.

    A file that is not as it was when it was checked is refused.
    """
    articles: dict[str, list[ReportedArticle]] = {}
    for one in report.articles:
        articles.setdefault(one.path, []).append(one)
    inputs = find_inputs(paths or list(articles))
    found = Gathered(files=_files(inputs.inputs))
    found.skip(inputs.skipped)
    for path in found.files:
        if path not in articles:
            found.unread.append(f"{path}: is not in {name}. {_AGAIN}")
            continue
        try:
            content = readers.load(Input(path, found.files[path]))
            checked = _placed(path, content, articles[path], encoding)
            found.plans.append(plan(path, content, checked, rule, encoding=encoding))
        except (InputError, OSError) as error:
            found.unread.append(_say(path, error))
    return found


def _placed(
    path: str, content: bytes, reported: Sequence[ReportedArticle], encoding: str | None
) -> list[tuple[Article, Sequence[Finding]]]:
    """Return the articles of a file with what a report found in them."""
    if any(one.digest != readers.digest(content) for one in reported):
        raise InputError("was changed since it was checked", path=path, hint=_AGAIN)
    articles, skipped = readers.read_content(path, content, encoding)
    by_id = {one.id: one for one in articles}
    for one in reported:
        if one.id not in by_id:
            reasons = [entry.reason for entry in skipped]
            raise InputError(next(iter(reasons), "has another row now"), path=path)
    findings = {one.id: place_findings(by_id[one.id], one) for one in reported}
    return [(one, findings.get(one.id, ())) for one in articles]


def _plan(
    found: Gathered,
    path: str,
    checked: Sequence[tuple[Article, Sequence[Finding]]],
    rule: Rule,
    encoding: str | None,
    check: Check | None,
) -> None:
    """Plan one file, if it still is what was checked."""
    try:
        content = readers.load(Input(path, found.files[path]))
        if readers.digest(content) != checked[0][0].digest:
            raise InputError("was changed while it was checked", path=path, hint="Run fix again")
        found.plans.append(plan(path, content, checked, rule, encoding=encoding, check=check))
    except (InputError, OSError) as error:
        found.unread.append(_say(path, error))


def _checker(desk: Desk) -> Check:
    return lambda article: check_article(article, desk)[0].findings


def _files(inputs: Iterable[Input]) -> dict[str, str]:
    return {one.path: one.file for one in inputs if one.file is not None}


def _say(path: str, error: InputError | OSError) -> str:
    if isinstance(error, InputError):
        return str(error) if error.path else f"{path}: {error}"
    return f"{path}: cannot be read: {error.strerror or error}"
