"""What an editor should mend in glossaries: why one cannot be loaded, and what would mislead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.errors import UsageError
from transcheck.glossary.conversion import NATIVE, choose_format
from transcheck.glossary.exchange import Pair, read_file
from transcheck.glossary.issues import GlossaryIssue, note_no_rows
from transcheck.glossary.native.rows import make_row
from transcheck.glossary.native.sheet import Row, Sheet, find_clashes, read_sheet
from transcheck.glossary.rules.cell_faults import find_cell_faults, find_variant_faults
from transcheck.glossary.rules.cycles import Edge, describe_ring, find_rings
from transcheck.glossary.rules.entries import Entry, Fault, read_entry
from transcheck.glossary.rules.kinds import KINDS, find_kind_faults
from transcheck.glossary.rules.ranking import rank_files
from transcheck.glossary.rules.raw import find_raw_faults
from transcheck.glossary.rules.refs import find_lost_refs
from transcheck.glossary.rules.respellings import find_improbable
from transcheck.glossary.rules.sources import find_script_faults, find_shared_sources
from transcheck.glossary.rules.spelling import find_spelling_faults
from transcheck.glossary.rules.twins import find_twins

__all__ = ["KINDS", "lint", "lint_files"]


_ILLEGIBLE = frozenset(["encoding-damage", "mixed-script"])


def lint(path: str) -> tuple[GlossaryIssue, ...]:
    """Return all that is wrong with a glossary file, in the order of its lines."""
    return lint_files([path])


def lint_files(paths: Sequence[str]) -> tuple[GlossaryIssue, ...]:
    """Return all that is wrong with glossary files, by file as they are named, then by line.

    They are ranked as `--glossary` ranks them: where two disagree, the row that gives way is
    named and the one that wins in the message.
    """
    issues: list[GlossaryIssue] = []
    entries: list[Entry] = []
    ringed: set[tuple[int, int]] = set()
    for path in rank_files(paths):
        problems, rows = _read(path)
        problems = problems if rows else note_no_rows(path, problems)
        own = [read_entry(row, path) for row in rows]
        rings = find_rings(own)
        ringed.update((id(one), id(other)) for ring in rings for _, one, other in ring)
        issues += [issue for issue in problems if not _in_ring(issue, rings)]
        issues += [_issue(*describe_ring(ring)) for ring in rings]
        if not any(issue.unusable for issue in problems):
            issues += find_raw_faults(path, own)
        entries += own
    legible = []
    for entry in entries:
        faults = list(_faults(entry))
        issues += [_issue(entry, fault) for fault in faults]
        if _ILLEGIBLE.isdisjoint(fault.id for fault in faults):
            legible.append(entry)
    improbable = list(find_improbable(legible))
    known = {(id(entry), form) for entry, form, _ in improbable}
    for entry, fault in (
        *find_twins(entries, ringed),
        *find_lost_refs(entries),
        *((entry, fault) for entry, _, fault in improbable),
        *find_shared_sources(entries, known),
    ):
        issues.append(_issue(entry, fault))
    order = {path: place for place, path in enumerate(paths)}
    return tuple(sorted(dict.fromkeys(issues), key=lambda one: (order[one.file], one.line)))


def _read(path: str) -> tuple[Sequence[GlossaryIssue], Sequence[Row]]:
    """Return why a file of any format cannot be loaded, and its rows as native ones."""
    form = choose_format(path)
    if form.GLOSSARY_FORMAT.name == NATIVE:
        sheet = read_sheet(path)
        return sheet.problems, sheet.rows
    try:
        reading = form.read(read_file(path), Pair())
    except UsageError as error:
        message = f"{error.message}. {error.hint}" if error.hint else error.message
        issue = GlossaryIssue(path, error.line or 1, "unreadable", message, unusable=True)
        return [issue], []
    rows = [Row(concept.row, *make_row(concept)) for concept in reading.concepts]
    sheet = Sheet(path, list(reading.problems), rows)
    find_clashes(sheet)
    return sheet.problems, rows


def _issue(entry: Entry, fault: Fault) -> GlossaryIssue:
    return GlossaryIssue(entry.file, entry.line, fault.id, fault.message, column=fault.column)


def _faults(entry: Entry) -> Iterator[Fault]:
    yield from find_cell_faults(entry)
    yield from find_spelling_faults(entry)
    yield from find_variant_faults(entry)
    yield from find_kind_faults(entry)
    yield from find_script_faults(entry)


def _in_ring(issue: GlossaryIssue, rings: Sequence[Sequence[Edge]]) -> bool:
    """Say whether the loader's reason is one that a ring says better."""
    return issue.id == "rejected-name" and any(
        issue.message.startswith(f"“{other.name}” is rejected for “{one.name}” ")
        for ring in rings
        for column, one, other in ring
        if column == "rejected"
    )
