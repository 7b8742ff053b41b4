"""What the index of a run is set from: its head, its rows, its names, and the list for search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from transcheck.model import Report
from transcheck.reports.html.article import title_of
from transcheck.reports.html.decidable import article_facts, script_data
from transcheck.reports.html.index import IndexRow
from transcheck.reports.html.run import Run
from transcheck.reports.html.shared import find_shared
from transcheck.reports.html.summary import describe_run, draw_strip, judge_run, list_unchecked
from transcheck.reports.verdict import signature_line

if TYPE_CHECKING:
    from markupsafe import Markup


def index_values(
    report: Report, run: Run, rows: Sequence[IndexRow], links: Sequence[str]
) -> dict[str, Any]:
    """Return what the index shows, but for the rows of one of its pages and their data."""
    titles = [title_of(one) for one in report.articles]
    columns, share = draw_strip(rows)
    states = [row.state for row in rows]
    return {
        "rows": list(rows),
        "total": len(rows),
        "counts": {state: states.count(state) for state in ("err", "rev", "un", "ok")},
        "verdict": judge_run(report, rows),
        "sentence": describe_run(rows, run),
        "not_checked": list_unchecked(report),
        "columns": columns,
        "share": share,
        "to_decide": any(row.findings for row in rows),
        "shared": find_shared(run, links, titles),
        "words": report.summary.words,
        "languages": sorted({row.languages for row in rows if row.languages}),
        "checks": sorted({check for row in rows for check in row.checks}),
        "signature": signature_line(report),
        "full_signature": report.signature,
        "report": run.identity,
    }


def list_all(
    report: Report,
    run: Run,
    rows: Sequence[IndexRow],
    links: Sequence[str],
    most: int,
    **more: Any,
) -> Markup:
    """Return the data of a folder's first page: all findings.

    Where the index has more than the `most` rows of one page, all rows are listed for its search.
    """
    facts = [
        article_facts(one, run.groups[index], links[index])
        for index, one in enumerate(report.articles)
        if run.groups[index]
    ]
    listed = {"rows": [_listed(row) for row in rows]} if len(rows) > most else {}
    return script_data(run, report.signature, facts, **listed, **more)


def _listed(row: IndexRow) -> list[Any]:
    """Return a row as the script reads it: what is searched, filtered by, and shown."""
    changes = "; ".join(
        f"{line.change.wrong_text} → {line.change.right_text}"
        if line.change.right
        else line.change.wrong_text
        for line in row.changes
    )
    checks = " ".join(row.checks)
    shown = (row.title, row.path, changes or row.reason)
    return [row.state, *shown, row.link, row.findings, row.words, row.languages, checks, row.key]
