"""What only the bytes of a file show: its encoding, and cells that a spreadsheet would run."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from pathlib import Path

from transcheck.errors import UsageError
from transcheck.glossary.conversion import NATIVE, choose_format
from transcheck.glossary.issues import GlossaryIssue, IssueList
from transcheck.glossary.native.records import decode, read_bytes, split_commas
from transcheck.glossary.native.sheet import FORMULA
from transcheck.glossary.rules.entries import Entry


def find_raw_faults(path: str, entries: Sequence[Entry]) -> Iterator[GlossaryIssue]:
    """Yield what is wrong with a native file whose rows could be read."""
    if choose_format(path).GLOSSARY_FORMAT.name != NATIVE:
        return
    with Path(path).open("rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            message = "the file is UTF-16, in which git shows no change of a row: save it as UTF-8"
            yield GlossaryIssue(path, 1, "encoding", message)
    suspects = {entry.line for entry in entries if _may_be_formula(entry)}
    if not suspects:
        return
    try:
        text = decode(IssueList(path), read_bytes(path))
    except UsageError:
        return
    columns: list[str] = []
    for line, _, cells in split_commas(IssueList(path), text or ""):
        columns = columns or [cell.strip() for cell in cells]
        if line not in suspects:
            continue
        for column, cell in zip(columns, cells, strict=False):
            if cell.startswith(FORMULA):
                message = (
                    f"“{cell[:40]}” is a formula to a spreadsheet: write `'{cell[:40]}`, "
                    "or remove it"
                )
                yield GlossaryIssue(path, line, "formula", message, column=column)


def _may_be_formula(entry: Entry) -> bool:
    """Say whether a cell begins so; one with a `'` in front is text, and has lost it here."""
    lists = (entry.raw_admitted[:1], entry.raw_rejected[:1], entry.raw_sources[:1])
    cells = (entry.raw_name, *(form for forms in lists for form in forms))
    others = (cell for _, cell in entry.raw_others)
    return any(cell.startswith(FORMULA) for cell in (*cells, *others))
