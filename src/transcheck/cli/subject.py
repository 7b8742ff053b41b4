"""What `explain` is asked about: a place or a finding of an article, and where that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from transcheck.desk import Desk
from transcheck.errors import InputError, UsageError, did_you_mean
from transcheck.model import Article, ArticleReport, Finding, Place, Record, Span
from transcheck.pipeline import check_article, make_report
from transcheck.readers import find_inputs, read
from transcheck.reports.position import Position, locate

_PLACE = re.compile(r"(?P<path>.+):(?P<line>\d+):(?P<column>\d+)(?:\[(?P<field>[^\]]+)\])?:?")
_FINGERPRINT = re.compile(r"(?P<path>.+)#(?:f-)?(?P<mark>[0-9a-f]{12}(?:-\d+)?)")
_WORD = re.compile(r"[^\W_](?:\w|['’-](?=\w))*")


class Subject(Record, frozen=True):
    """A place in a file, by line and column from 1, or a finding, by its fingerprint."""

    path: str
    line: int = 0
    column: int = 0
    field: str | None = None
    fingerprint: str = ""


class Located(Record, frozen=True):
    """The article a subject is in, its place, and the finding there, if there is one."""

    report: ArticleReport
    place: Place
    finding: Finding | None = None


def read_subject(text: str) -> Subject | None:
    """Read ARTICLE:LINE:COLUMN, as printed with a finding, or ARTICLE#FINGERPRINT, else None."""
    place = _PLACE.fullmatch(text)
    if place:
        return Subject(place["path"], int(place["line"]), int(place["column"]), place["field"])
    mark = _FINGERPRINT.fullmatch(text)
    return Subject(mark["path"], fingerprint=mark["mark"]) if mark else None


def find_subject(subject: Subject, desk: Desk) -> Located:
    """Check the article and return what stands there.

    Raise InputError when the file cannot be read, UsageError when it has no such place or finding.
    """
    reports = [check_article(article, desk)[0] for article in _read(subject, desk)]
    for one in reports:
        for finding in one.findings:
            if _is_meant(finding, one.article, subject):
                return Located(one, Place(finding.segment, finding.span), finding)
    if subject.fingerprint:
        reports = list(make_report(reports, (), desk).articles)  # what is of the run as well
        for one in reports:
            for finding in one.findings:
                if finding.advisory and _is_meant(finding, one.article, subject):
                    return Located(one, Place(finding.segment, finding.span), finding)
        known = [finding.fingerprint for one in reports for finding in one.findings]
        hint = did_you_mean(subject.fingerprint, known, "`--format json` lists them all")
        raise UsageError(f"no finding #{subject.fingerprint}", path=subject.path, hint=hint)
    for one in reports:
        for place in _words(one.article):
            if _covers(locate(one.article, place.segment, place.span), subject):
                return Located(one, place)
    what = f"no word stands at {subject.line}:{subject.column}"
    raise UsageError(what, path=subject.path, hint=_nearest(reports, subject))


def _read(subject: Subject, desk: Desk) -> list[Article]:
    if Path(subject.path).is_dir():
        raise UsageError("is a folder", path=subject.path, hint="Name an article in it")
    inputs = find_inputs([subject.path], "<stdin>")
    skipped = list(inputs.skipped)
    articles: list[Article] = []
    for one in inputs.inputs:
        found, unread = read(one, encoding=desk.settings.encoding)
        articles += found
        skipped += unread
    if subject.line and len(articles) > 1:
        articles = [one for one in articles if one.row in (None, subject.line)]
    if not articles and skipped:
        raise InputError(skipped[0].reason, path=subject.path)
    return articles


def _is_meant(finding: Finding, article: Article, subject: Subject) -> bool:
    if subject.fingerprint:
        return finding.fingerprint == subject.fingerprint
    return _covers(locate(article, finding.segment, finding.span), subject)


def _covers(at: Position, subject: Subject) -> bool:
    if at.line != subject.line or subject.field not in (None, at.field):
        return False
    return at.column <= subject.column < at.column + max(1, at.end - at.start)


def _words(article: Article) -> Iterator[Place]:
    for number, segment in enumerate(article.segments):
        for match in _WORD.finditer(segment.target):
            yield Place(number, Span(*match.span()))


def _nearest(reports: Iterable[ArticleReport], subject: Subject) -> str:
    """Name the finding that is nearest to a place where nothing stands."""
    found = [
        (abs(at.line - subject.line), abs(at.column - subject.column), at.line, at.column, f.text)
        for one in reports
        for f in one.findings
        for at in [locate(one.article, f.segment, f.span)]
    ]
    if not found:
        return "Nothing wrong was found in it"
    *_, line, column, text = min(found)
    return f'Did you mean {subject.path}:{line}:{column}, "{text}"?'
