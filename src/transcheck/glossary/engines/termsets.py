"""Tables of terms with a column for each language: AWS terminologies, Google's term sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.glossary.engines.delimited import read_tag
from transcheck.glossary.engines.pairs import Entry
from transcheck.glossary.exchange import Pair
from transcheck.glossary.issues import IssueList
from transcheck.glossary.languages import covers
from transcheck.glossary.native.records import Record
from transcheck.text.plural import plural
from transcheck.text.tags import primary

_DISTINCT = "each column must name another language"


def read_header(
    issues: IssueList, records: Sequence[Record], others: Sequence[str]
) -> tuple[str, ...]:
    """Return the languages of the columns, or the name of a column that holds something else.

    Empty, with the reason said, when the first row is no such header.
    """
    if not records:
        return ()
    line, _, cells = records[0]
    header = []
    for cell in cells:
        word = cell.strip().lower()
        tag = word if word in others else read_tag(cell)
        if tag is None:
            message = (
                f"“{cell.strip()}” is not a language code: the first row must name the language "
                "of each column (sr,en)"
            )
            issues.report(line, "no-header", message, unusable=True)
            return ()
        header.append(tag)
    if len(header) < 2 or len(set(header)) < len(header):
        message = f"the first row reads {', '.join(header)}: {_DISTINCT}"
        issues.report(line, "no-header", message, unusable=True)
        return ()
    return tuple(header)


def choose_column(issues: IssueList, header: Sequence[str], pair: Pair) -> int | None:
    """Return the column of the names: the target language's, else the second of two."""
    exact = [place for place, tag in enumerate(header) if tag == pair.target]
    near = [place for place, tag in enumerate(header) if covers(primary(pair.target), tag)]
    if exact or near:
        return (exact or near)[0]
    if len(header) == 2:
        return 1
    message = f"no column is in {pair.target}: say --target-lang, one of {', '.join(header)}"
    issues.report(1, "no-target-column", message, unusable=True)
    return None


def read_sets(
    rows: Iterable[Record], header: Sequence[str], column: int, note: str = ""
) -> tuple[list[Entry], tuple[str, ...]]:
    """Return what each row pairs, and what is lost: the rows without a name.

    The column called `note` goes into the notes.
    """
    entries: list[Entry] = []
    unnamed = 0
    skipped = {column} | {place for place, tag in enumerate(header) if tag in ("pos", note)}
    for line, _, cells in rows:
        cells = [cell.strip() for cell in cells]
        if not cells[column]:
            unnamed += any(cells)
            continue
        said = cells[header.index(note)] if note in header else ""
        name = Entry(line, cells[column], header[column], note=said)
        entries.append(name)
        entries += [
            Entry(line, name.name, name.lang, cell, header[place])
            for place, cell in enumerate(cells)
            if cell and place not in skipped
        ]
    if not unnamed:
        return entries, ()
    return entries, (f"{plural(unnamed, 'row')}: left out, having no term in {header[column]}",)
