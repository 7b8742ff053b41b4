"""A row of the table in the Markdown report: one name (or one other fault) and its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.model import ArticleReport, Evidence, Report
from transcheck.reports.evidence import name_row
from transcheck.reports.labels import Label
from transcheck.reports.markdown.escaping import code, escape_markdown
from transcheck.reports.places import Entry, is_error
from transcheck.reports.position import locate
from transcheck.reports.replacements import list_offers

SIGNS = {True: "✗", False: "?"}
LONGEST_TEXT = 80

_MOST_PLACES = 5


def make_row(entry: Entry, one: ArticleReport, report: Report, labels: Sequence[Label]) -> str:
    """Return one thing to change: what is wrong, what is right, where, on what evidence."""
    first = entry.first
    wrong = escape_markdown(first.text, LONGEST_TEXT) or ("–" if first.advisory else "(missing)")
    if len(entry.findings) > 1:
        wrong += f" ×{len(entry.findings)}"
    offers = list_offers(one.article, *entry.findings)
    right = escape_markdown(offers[0], LONGEST_TEXT) if offers else ""
    return " | ".join(
        (
            f"| {SIGNS[is_error(first, one, report.min_certainty)]}",
            wrong,
            f"**{right}**" if right else "–",
            _where(entry, one),
            f"{'; '.join(_because(entry, labels))} |",
        )
    )


def _where(entry: Entry, one: ArticleReport) -> str:
    places = [locate(one.article, f.segment, f.span) for f in entry.findings]
    file = one.article.path.replace("\\", "/").rsplit("/", 1)[-1]
    listed = [code(f"{file}:{places[0].line}")]
    listed += [f"`:{at.line}`" for at in places[1:_MOST_PLACES]]
    if len(places) > _MOST_PLACES:
        listed.append(f"and {len(places) - _MOST_PLACES} more")
    return ", ".join(listed)


def _because(entry: Entry, labels: Sequence[Label]) -> Iterator[str]:
    """Yield what happened, then the evidence: places in the article, source, glossary row."""
    first = entry.first
    message = first.message.removeprefix(f'"{first.text}" ')
    if message != first.message:
        message = message.removeprefix("has ").removeprefix("is ")
    yield escape_markdown(message, 2 * LONGEST_TEXT)
    proof = [item for item in first.evidence if item.kind in ("article", "source", "glossary")]
    for item in (proof or first.evidence)[:4]:
        yield _evidence(item, first.suggestions, labels)


def _evidence(item: Evidence, suggestions: tuple[str, ...], labels: Sequence[Label]) -> str:
    if item.ref:
        return escape_markdown(name_row(item.ref), LONGEST_TEXT)
    if item.place is None:
        return escape_markdown(item.reason, 2 * LONGEST_TEXT)
    has = " has" if item.text in suggestions else ""
    quoted = escape_markdown(item.text, LONGEST_TEXT)
    return f"{labels[item.place.segment].short}{has} “{quoted}”"
