"""GitHub: annotations in the log of a job, shown at the lines of a pull request."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from transcheck.model import (
    Article,
    ArticleReport,
    Certainty,
    Finding,
    FormatInfo,
    Record,
    Report,
    Skipped,
)
from transcheck.reports.evidence import describe_evidence
from transcheck.reports.levels import Level, level_of
from transcheck.reports.paths import relate
from transcheck.reports.places import gather, shown
from transcheck.reports.position import locate
from transcheck.reports.replacements import list_offers
from transcheck.reports.verdict import verdict
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural

FORMAT = FormatInfo(name="github", title="Annotations in a job on GitHub")

# Of each level GitHub shows the first ten of a step; nobody reads more than some hundred in a log.
_SHOWN = 10
_LISTED = 500
_LONGEST_TEXT = 120
_LEVELS = tuple(Level)
# one of the notices says what is not shown
_ROOM = dict.fromkeys(_LEVELS, _SHOWN) | {Level.NOTICE: _SHOWN - 1}


class Annotation(Record, frozen=True):
    """One line for the runner, with what it is ranked by: smaller ranks come first."""

    level: Level
    rank: tuple[int, ...]
    line: str


def render(report: Report) -> str:
    """Return one annotation a finding, the gravest first, and how many GitHub will not show.

    Of each level at most the first 500 are listed: a log is read, the reports hold all of them.
    """
    made = [_annotate_skipped(entry) for entry in report.skipped]
    for one in report.articles:
        made += _annotate(one, report.min_certainty)
    made.sort(key=lambda annotation: (_LEVELS.index(annotation.level), annotation.rank))
    counts = {level: sum(one.level == level for one in made) for level in _LEVELS}
    if max(counts.values()) <= _SHOWN:
        return "".join(f"{one.line}\n" for one in made)
    most = dict.fromkeys(_LEVELS, _LISTED) | {Level.NOTICE: _ROOM[Level.NOTICE]}
    by_level = {level: [one.line for one in made if one.level == level] for level in _LEVELS}
    listed = (line for level in _LEVELS for line in by_level[level][: most[level]])
    return "".join(f"{line}\n" for line in (*listed, _end(report, counts)))


def _annotate(one: ArticleReport, min_certainty: Certainty) -> Iterator[Annotation]:
    """Yield the findings of an article; of one name the first place goes before all others."""
    for entry in gather(shown(one, min_certainty)):
        for number, finding in enumerate(entry.findings):
            level = level_of(finding, one, min_certainty)
            severity = -finding.severity.rank
            rank = (1, severity, min(number, 1), -finding.certainty.rank)
            yield Annotation(level, rank, _line(level, finding, one.article))


def _line(level: Level, finding: Finding, article: Article) -> str:
    at = locate(article, finding.segment, finding.span)
    end_line = max(at.line, bisect_right(article.lines, at.end - 1))
    place = {"file": relate(article.path).name, "line": str(at.line)}
    place["endLine"] = str(end_line)
    message = finding.message
    if article.row is not None:
        message = f"{article.id}, {at.field}: {message}"
    elif end_line == at.line:
        width = max(1, at.end - at.start)
        place |= {"col": str(at.column), "endColumn": str(at.column + width)}
    place["title"] = f"{finding.check} ({finding.severity}, {finding.certainty})"
    if finding.text and finding.text not in message:
        message += f': "{finding.text[:_LONGEST_TEXT]}"'
    if offers := list_offers(article, finding):
        message += f'; write "{offers[0]}"'
    lines = [message, *(f"= {describe_evidence(item, article)}" for item in finding.evidence)]
    return _command(level, place, lines)


def _annotate_skipped(entry: Skipped) -> Annotation:
    path = relate(entry.path).name
    place = {"file": path, "title": "not checked"}
    if entry.check:
        place["title"] = f"not checked: {entry.check}"
    said = _command(Level.ERROR, place, [f"{path}: {entry.reason}"])
    return Annotation(Level.ERROR, (0,), said)


def _end(report: Report, counts: dict[Level, int]) -> str:
    more = ", ".join(
        plural(counts[level] - _ROOM[level], f"more {level}")
        for level in _LEVELS
        if counts[level] > _ROOM[level]
    )
    unlisted = sum(max(0, counts[level] - _LISTED) for level in (Level.ERROR, Level.WARNING))
    if unlisted:
        more += f" ({unlisted:,} of these not in the log)"
    message = f"{verdict(report)}. Not shown here: {more}; the report has all of them"
    return _command(Level.NOTICE, {"title": "transcheck"}, [message])


def _command(level: Level, properties: dict[str, str], lines: list[str]) -> str:
    """Return a workflow command. Its text can neither end it nor begin another one."""
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{level} {listed}::" + "%0A".join(_data(line) for line in lines)


def _data(text: str) -> str:
    return show_controls(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
