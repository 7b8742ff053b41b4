"""A native glossary in its usual form: what an eye does not see and git would show, put right.

Letters are composed (NFC), blanks plain and single, invisible characters gone; lists hold each
item once and none that is empty; kinds and language tags are in their usual case; a cell is
quoted only where it must be and guarded where a spreadsheet would take it for a formula; columns
stand in their usual order; UTF-8 without a mark, line feeds. A row that is so keeps its bytes.

Rows stay where they are unless they are to be sorted: who groups them by subject means it, and a
row that moves is a change in git and a conflict in a merge. No column is added.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Sequence

from transcheck.errors import UsageError
from transcheck.glossary.conversion import NATIVE, choose_format
from transcheck.glossary.exchange import GlossaryFile
from transcheck.glossary.issues import IssueList
from transcheck.glossary.native.cells import join_list, write_line
from transcheck.glossary.native.lists import split_items, split_source
from transcheck.glossary.native.records import Record, decode, refuse_suffix, split_commas
from transcheck.glossary.native.sheet import COLUMNS, unguard
from transcheck.glossary.rules.kinds import KINDS
from transcheck.text.fold import fold
from transcheck.text.tags import meant_tag

_BLANKS = re.compile(r" {2,}")
_BREAKS = re.compile(r"\s+")
_SHAPING = "\u200c\u200d"  # joiners, which are letters' shape in some scripts


def format_glossary(file: GlossaryFile, *, sort: bool = False) -> bytes:
    """Return the bytes of a glossary in its usual form, with `sort` by name and kind.

    Raise UsageError when it cannot be read to its end, or has a column that is none.
    """
    issues = IssueList(file.path)
    form = choose_format(file.path).GLOSSARY_FORMAT
    if form.name != NATIVE:
        hint = "Convert it to CSV first"
        raise UsageError(f"only CSV has a usual form, not {form.title}", path=file.path, hint=hint)
    if refused := refuse_suffix(file.path):
        raise UsageError(refused, path=file.path)
    text = decode(issues, file.content)
    records = list(split_commas(issues, text or ""))
    if issues.problems:
        raise UsageError(issues.problems[0].message, path=file.path, line=issues.problems[0].line)
    if not records:
        raise UsageError("the file is empty", path=file.path, hint="Write a header and rows")
    columns = [cell.strip() for cell in records[0][2]]
    _refuse_header(columns, file.path, records[0][0])
    order = sorted(range(len(columns)), key=lambda place: COLUMNS.index(columns[place]))
    lines = list(io.StringIO(text, newline=""))
    rows = [_format_row(record, columns, order, lines) for record in records[1:]]
    if sort:
        rows.sort(key=lambda row: row[0])
    header = write_line(columns[place] for place in order)
    return "".join([header, *(text for _, text in rows)]).encode()


def _refuse_header(columns: Sequence[str], path: str, line: int) -> None:
    if "name" not in columns:
        message = "no column is called `name`: the header must hold it"
        raise UsageError(message, path=path, line=line)
    for place, column in enumerate(columns):
        if column not in COLUMNS or column in columns[:place]:
            what = "stands twice" if column in columns[:place] else "is none of a glossary"
            message = f"the column `{column}` {what}: mend the header first"
            raise UsageError(message, path=path, line=line)


_Key = tuple[str, str, str]


def _format_row(
    record: Record, columns: Sequence[str], order: Sequence[int], lines: Sequence[str]
) -> tuple[_Key, str]:
    """Return what a row is sorted by, and its text; one with too many or few cells stays."""
    first, last, cells = record
    if len(cells) != len(columns):
        text = "".join(lines[first - 1 : last]).rstrip("\r\n")
        return (fold(cells[0].strip()), "", ""), f"{text}\n"
    row = dict(zip(columns, map(unguard, cells), strict=True))
    tidy = {column: _TIDY.get(column, _tidy_line)(cell) for column, cell in row.items()}
    if "admitted" in tidy:
        tidy["admitted"] = _tidy_list(row["admitted"], [tidy["name"]])
    key = (fold(tidy["name"]), tidy.get("kind", ""), tidy["name"])
    return key, write_line(tidy[columns[place]] for place in order)


def tidy_text(text: str, keep: str = "") -> str:
    """Return a text composed, its odd blanks plain, without invisible characters but `keep`."""
    if text.isascii():
        return text
    kept = (
        " " if category == "Zs" else letter
        for letter, category in ((one, unicodedata.category(one)) for one in text)
        if category != "Cf" or letter in keep
    )
    return unicodedata.normalize("NFC", "".join(kept))


def _tidy_line(cell: str, keep: str = "") -> str:
    return _BREAKS.sub(" ", tidy_text(cell, keep)).strip()


def _tidy_note(cell: str) -> str:
    """A note may have several lines."""
    return _BLANKS.sub(" ", tidy_text(cell)).strip()


def _tidy_kind(cell: str) -> str:
    kind = _tidy_line(cell)
    return kind.lower() if kind.lower() in KINDS else kind


def _tidy_tag(cell: str) -> str:
    """Return a tag in its usual case; another than it says is for an editor to choose."""
    tag = _tidy_line(cell)
    usual = meant_tag(tag) if tag else None
    return usual if usual and usual.lower() == tag.lower() else tag


def _tidy_list(cell: str, known: Sequence[str] = ()) -> str:
    return _join(cell, [_tidy_line(item) for item in split_items(cell)], known)


def _tidy_sources(cell: str) -> str:
    items = []
    for item in split_items(cell):
        tag, form = split_source(_tidy_line(item, _SHAPING))
        items.append(f"{_tidy_tag(tag)}:{form}" if tag else _tidy_line(item, _SHAPING))
    return _join(cell, items)


def _join(cell: str, items: Sequence[str], known: Sequence[str] = ()) -> str:
    """Return a list of items, each once; as it was where nothing in it changes."""
    kept = [item for item in dict.fromkeys(items) if item and item not in known]
    return cell if kept == split_items(cell) else join_list(kept)


_TIDY = {
    "kind": _tidy_kind,
    "rejected": _tidy_list,
    "source": _tidy_sources,
    "lang": _tidy_tag,
    "note": _tidy_note,
}
