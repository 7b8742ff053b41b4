"""Plain lists of terms as files: commas or tabs, with or without a header that names languages."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from transcheck.glossary.engines.pairs import UNNAMED, Entry, join_entries
from transcheck.glossary.exchange import ALL, GlossaryFile, Pair, Reading
from transcheck.glossary.issues import IssueList
from transcheck.glossary.languages import covers
from transcheck.glossary.native.records import (
    Record,
    decode,
    refuse_suffix,
    split_commas,
    split_tabs,
)
from transcheck.glossary.native.sheet import COLUMNS
from transcheck.text.plural import plural
from transcheck.text.tags import meant_tag, primary

TAB_SUFFIXES = (".tsv", ".txt", ".tab")
_WORDS = frozenset(
    "source target src tgt term translation name sourceterm targetterm sourcetext targettext "
    "sourcelanguage targetlanguage original".split()
)
_LONGEST_TAG = 11


def read_pairs(file: GlossaryFile, pair: Pair, engine: str, *, most_cells: int) -> Reading:
    """Return the terms of a list of pairs; `engine` is whose, for what is said of a header."""
    issues = IssueList(file.path)
    records = read_records(issues, file)
    if not records:
        return Reading((), tuple(issues.problems))
    header, line = take_header(records)
    rows = check_cells(issues, records[bool(line) :], 2, most_cells)
    entries = list(read_entries(issues, rows, pair, header))
    ask_for_source(issues, entries)
    losses = tuple(say_header(line, engine))
    return Reading(join_entries(entries, file.name), tuple(issues.problems), losses)


def read_records(issues: IssueList, file: GlossaryFile) -> list[Record]:
    """Return the records of a list; its suffix decides between commas and tabs."""
    if refused := refuse_suffix(file.name):
        issues.report(1, "refused-format", refused, unusable=True)
        return []
    text = decode(issues, file.content)
    if text is None:
        return []
    text = unicodedata.normalize("NFC", text)
    tabs = Path(file.name).suffix.lower() in TAB_SUFFIXES
    records = list((split_tabs if tabs else split_commas)(issues, text))
    if not records and not issues.problems:
        message = "the file is empty: write a source term and its translation in each row"
        issues.report(1, "empty-file", message, unusable=True)
    elif records:
        _find_wrong_separator(issues, records, tabs=tabs)
    return [] if any(problem.unusable for problem in issues.problems) else records


def _find_wrong_separator(issues: IssueList, records: Sequence[Record], *, tabs: bool) -> None:
    line, _, first = records[0]
    header = {cell.strip() for cell in (first if len(first) > 1 else first[0].split(","))}
    if "name" in header and len(header) > 1 and header <= set(COLUMNS):
        remedy = "name it .csv, with commas" if tabs else "leave out --from"
        message = f"the header is that of transcheck's own glossary (name, …): {remedy}"
        issues.report(line, "native-header", message, unusable=True)
    if any(len(cells) > 1 for _, _, cells in records):
        return
    for separator, word in ((";", "semicolons"), ("\t", "tabs")):
        if all(separator in cells[0] for _, _, cells in records):
            remedy = "save the file as “CSV UTF-8 (comma delimited)”, or with tabs as .tsv"
            message = f"the cells are separated by {word}: {remedy}"
            issues.report(line, "separator", message, unusable=True)


def read_tag(cell: str) -> str | None:
    """Return the language that a header's cell names: its tag or its English name."""
    cell = cell.strip()
    return meant_tag(cell) if cell and len(cell) <= _LONGEST_TAG else None


def take_header(records: list[Record]) -> tuple[tuple[str, str] | None, int]:
    """Return the languages that a first row names (“” for none), and the row's line; 0: no header.

    A header is two different language tags, or two words such as “source” and “target”.
    """
    line, _, cells = records[0]
    cells = [cell.strip() for cell in cells[:2]]
    tags = [read_tag(cell) for cell in cells]
    if len(cells) == 2 and all(tags) and tags[0] != tags[1]:
        return (str(tags[0]), str(tags[1])), line
    if all("".join(filter(str.isalpha, cell)).lower() in _WORDS for cell in cells):
        return None, line
    return None, 0


def read_entries(
    issues: IssueList, records: Iterable[Record], pair: Pair, header: tuple[str, str] | None = None
) -> Iterator[Entry]:
    """Yield what rows of source and target terms pair; two more cells name their languages.

    The name is the term in the language translated into, otherwise the second.
    """
    asked = UNNAMED if pair.source in (None, ALL) else pair.source
    for line, _, cells in records:
        term, name, *rest = [cell.strip() for cell in cells]
        if not name or not term:
            missing = "source term" if name else "translation"
            issues.report(line, "empty-cell", f"the row has no {missing}: write it or delete it")
            continue
        languages = header
        if len(rest) > 1 and rest[0] and rest[1]:
            languages = (meant_tag(rest[0]) or rest[0], meant_tag(rest[1]) or rest[1])
        source, target = languages or (asked, pair.target)
        if covers(primary(pair.target), source) and not covers(primary(pair.target), target):
            term, name, source, target = name, term, target, source
        yield Entry(line, name, target, term, source)


def check_cells(
    issues: IssueList, records: Iterable[Record], least: int, most: int
) -> Iterator[Record]:
    """Yield the records that have as many cells as the format says."""
    for record in records:
        line, _, cells = record
        while len(cells) > most and not cells[-1]:
            cells.pop()
        if least <= len(cells) <= most:
            yield record
            continue
        wanted = str(least) if least == most else f"{least} to {most}"
        message = (
            f"the row has {plural(len(cells), 'cell')}, not {wanted}: "
            "quote a cell that holds the separator, or add what is missing"
        )
        issues.report(line, "cell-count", message)


def ask_for_source(issues: IssueList, entries: Sequence[Entry]) -> None:
    """Report that nobody says in which language the source terms are."""
    first = next((entry for entry in entries if entry.term and entry.source == UNNAMED), None)
    if first:
        message = (
            f"the language of the source terms (“{first.term}”) is not said: convert the list "
            "with --source-lang sr, or put the two languages in its first row (sr, en)"
        )
        issues.report(first.line, "source-without-language", message, unusable=True)


def say_header(line: int, title: str) -> list[str]:
    """Return the line that tells of a header where the format has none."""
    if not line:
        return []
    return [f"line {line} was taken for a header; {title} would translate by it: remove it there"]


def write_records(rows: Iterable[Sequence[str]], suffix: str) -> bytes:
    """Return rows as a file without a byte order mark, with commas or, for .tsv and .txt, tabs."""
    if suffix.lower() in TAB_SUFFIXES:
        return "".join("\t".join(map(_quote, row)) + "\n" for row in rows).encode()
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _quote(cell: str) -> str:
    # Only what would lose its quotes when it is read needs more of them.
    whole = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return '"' + cell.replace('"', '""') + '"' if whole else cell
