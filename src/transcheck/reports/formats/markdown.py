"""Markdown: what to change in each article, for the summary of a CI job."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transcheck.model import ArticleReport, FormatInfo, Report, Skipped
from transcheck.reports.labels import label_segments
from transcheck.reports.markdown.escaping import code, escape_html, escape_markdown
from transcheck.reports.markdown.row import LONGEST_TEXT, SIGNS, make_row
from transcheck.reports.paths import relate
from transcheck.reports.places import gather, is_error, shown
from transcheck.reports.verdict import (
    describe_skipped,
    errors_of,
    list_not_checked,
    score_words,
    verdict,
)
from transcheck.text.plural import plural

FORMAT = FormatInfo(name="markdown", title="What to change, for the summary of a CI job")

# GitHub takes 1 MiB of summary from a step and drops all of it when there is more.
_MOST_BYTES = 1_000_000
_ROOM_FOR_CLEAN = 50_000
_MOST_ROWS = 100
_MOST_SKIPPED = 50
_MOST_NAMES = 24


def render(report: Report) -> str:
    """Return the verdict, one section for each article, and what could not be checked."""
    several = len(report.articles) > 1
    end = "".join(_end(report, several))
    parts, left = [_heading(report)], []
    room = _MOST_BYTES - len(end.encode()) - _ROOM_FOR_CLEAN
    for one in sorted(report.articles, key=lambda one: one.gate.passed):
        section = _section(one, report, several)
        size = len(section.encode())
        if not section or size > room:
            left.append(one)
        else:
            parts.append(section)
            room -= size
    return "".join((*parts, _rest(left, report), end))


def _heading(report: Report) -> str:
    words = verdict(report)
    if not report.summary.passed:
        sign = "✗"
    elif report.skipped or not report.articles:
        sign = "⊘"
    else:
        sign = "?" if any(shown(one, report.min_certainty) for one in report.articles) else "✓"
    head, _, result = words.partition(": ")
    return f"## {sign} transcheck: {head[0].lower()}{head[1:]}, {escape_markdown(result)}\n"


def _section(one: ArticleReport, report: Report, several: bool) -> str:
    """Return an article's table; of several articles only those with something to show."""
    entries = gather(shown(one, report.min_certainty))
    if several and not entries:
        return ""
    lines = []
    if several:
        errors = len(errors_of(one, report))
        sign = SIGNS[errors > 0]
        what = plural(errors, "error") if errors else f"{plural(len(entries), 'entry')} to review"
        lines = ["", f"### {sign} {_name(one)}: {what} in {plural(one.words, 'word')}"]
    if entries:
        lines += ["| | Wrong | Right | Where | Because |", "|---|---|---|---|---|"]
        ranked = sorted(entries, key=lambda e: not is_error(e.first, one, report.min_certainty))
        labels = label_segments(one.article)
        lines += [make_row(entry, one, report, labels) for entry in ranked[:_MOST_ROWS]]
        if len(ranked) > _MOST_ROWS:
            lines += ["", f"and {plural(len(ranked) - _MOST_ROWS, 'more entry')}"]
    if several:
        lines += ["", f"{score_words(one.score)}."]
    return "\n".join(lines) + "\n" if lines else ""


def _rest(left: list[ArticleReport], report: Report) -> str:
    """Say how many articles have nothing to change, and how many did not find room."""
    cut = [one for one in left if shown(one, report.min_certainty)]
    clean = [one for one in left if not shown(one, report.min_certainty)]
    lines = []
    if cut:
        findings = sum(len(shown(one, report.min_certainty)) for one in cut)
        what = f"{plural(len(cut), 'more article')} with {plural(findings, 'finding')}"
        lines += ["", f"**Cut here:** {what}, all in the json and html reports."]
    if clean and len(report.articles) > 1:
        names = (escape_html(_called(one), LONGEST_TEXT) for one in clean)
        said = f"✓ {plural(len(clean), 'article')} with nothing to change"
        lines += ["", _details(said, _fitting(names, len(clean), _ROOM_FOR_CLEAN - 1000))]
    return "\n".join(lines) + "\n" if lines else ""


def _end(report: Report, several: bool) -> Iterator[str]:
    yield "\n"
    if report.skipped:
        yield f"**Not everything was checked:** {describe_skipped(report.skipped, report)}.\n"
        yield "".join(f"- {_skipped(entry)}\n" for entry in report.skipped[:_MOST_SKIPPED])
        if len(report.skipped) > _MOST_SKIPPED:
            yield f"- and {len(report.skipped) - _MOST_SKIPPED} more\n"
        yield "\n"
    lacking = escape_markdown("; ".join(list_not_checked(report)))
    score = "" if several or not report.articles else f"{score_words(report.articles[0].score)}."
    if lacking or score:
        yield " ".join(part for part in (f"**Not checked:** {lacking}.", score) if part) + "\n"
    names = _count_names(report)
    if names:
        said = f"✓ {plural(len(names), 'name')} confirmed in {plural(sum(names.values()), 'place')}"
        listed = (
            escape_html(name, LONGEST_TEXT) + (f" ×{times}" if times > 1 else "")
            for name, times in names.items()
        )
        yield _details(said, _fitting(listed, len(names), 20_000, _MOST_NAMES)) + "\n"


def _count_names(report: Report) -> dict[str, int]:
    names: dict[str, int] = {}
    for one in report.articles:
        for name in one.confirmed:
            names[name.name] = names.get(name.name, 0) + len(name.places)
    return names


def _fitting(items: Iterable[str], total: int, room: int, most: int = 10_000) -> str:
    """Join the items that find room, with the number of those that did not."""
    kept: list[str] = []
    for item in items:
        room -= len(item.encode()) + 2
        if room < 0 or len(kept) == most:
            return f"{', '.join(kept)} and {total - len(kept):,} more"
        kept.append(item)
    return ", ".join(kept)


def _details(said: str, inside: str) -> str:
    return f"<details><summary>{said}</summary>{inside}</details>"


def _skipped(entry: Skipped) -> str:
    check = f" ({entry.check})" if entry.check else ""
    return f"{code(relate(entry.path).name)}{check}: {escape_markdown(entry.reason, 300)}"


def _name(one: ArticleReport) -> str:
    row = "" if one.article.id == one.article.path else f" {code(one.article.id)}"
    return code(relate(one.article.path).name) + row


def _called(one: ArticleReport) -> str:
    """Return what tells an article from the others of its run: its row, else its path."""
    article = one.article
    return relate(article.path).name if article.id == article.path else article.id
