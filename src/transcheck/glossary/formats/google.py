"""Google Cloud Translation glossaries: pairs without a header, or term sets with one.

Unidirectional: two columns, source and target, CSV or TSV, no header. Equivalent term sets: CSV, a
header of language codes and, as it likes, `pos` and `description`; a cell may be empty. At most
10,485,760 bytes of UTF-8 in all terms, less than 1,024 a term (longer ones are ignored there),
told apart by case unless asked otherwise: https://docs.cloud.google.com/translate/docs/advanced/glossary
"""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.errors import UsageError
from transcheck.glossary.engines import delimited
from transcheck.glossary.engines.limits import Engine, list_refused
from transcheck.glossary.engines.pairs import (
    UNNAMED,
    choose_source,
    count_sources,
    join_entries,
    keep_target,
    list_foreign,
    list_unwritten,
    make_pairs,
)
from transcheck.glossary.engines.termsets import choose_column, read_header, read_sets
from transcheck.glossary.exchange import ALL, GlossaryFile, GlossaryFormat, Pair, Reading, Writing
from transcheck.glossary.issues import IssueList
from transcheck.glossary.languages import covers
from transcheck.glossary.native.records import Record
from transcheck.model import Concept
from transcheck.text.tags import primary

GLOSSARY_FORMAT = GlossaryFormat(
    "google", "Google Cloud Translation glossary (.csv, .tsv; --source-lang mul: a term set)"
)
ENGINE = Engine("Google", most_bytes=10_485_760, most_term_bytes=1_023)
_EXTRA = ("pos", "description")


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the terms of either kind of file: a header of language codes tells them apart."""
    issues = IssueList(file.path)
    records = delimited.read_records(issues, file)
    if not records:
        return Reading((), tuple(issues.problems))
    languages, line = delimited.take_header(records)
    if languages or len(records[0][2]) > 2:
        return _read_sets(issues, records, file, pair)
    rows = delimited.check_cells(issues, records[bool(line) :], 2, 2)
    entries = list(delimited.read_entries(issues, rows, pair))
    delimited.ask_for_source(issues, entries)
    losses = delimited.say_header(line, ENGINE.title)
    return Reading(join_entries(entries, file.name), tuple(issues.problems), tuple(losses))


def _read_sets(issues: IssueList, records: list[Record], file: GlossaryFile, pair: Pair) -> Reading:
    header = read_header(issues, records, _EXTRA)
    column = choose_column(issues, header, pair) if header else None
    if not header or column is None:
        return Reading((), tuple(issues.problems))
    rows = delimited.check_cells(issues, records[1:], len(header), len(header))
    entries, losses = read_sets(rows, header, column, "description")
    if "pos" in header:
        losses += ("the column `pos`: left out, transcheck has no parts of speech",)
    return Reading(join_entries(entries, file.name), tuple(issues.problems), losses)


def write(concepts: Sequence[Concept], pair: Pair) -> Writing:
    """Return pairs of one source language; --source-lang mul: a term set of all languages."""
    if pair.source == ALL:
        return _write_sets(concepts, pair)
    pairs = make_pairs(concepts, pair, ENGINE)
    content = ENGINE.check_size(delimited.write_records(pairs.rows, pair.suffix))
    return Writing(content, pairs.losses, pairs.notes)


def _write_sets(concepts: Sequence[Concept], pair: Pair) -> Writing:
    """Return a column for each language; a second form of a language begins another row."""
    if pair.suffix.lower() in delimited.TAB_SUFFIXES:
        raise UsageError("Google takes term sets as CSV only", hint="Name the file .csv")
    kept = keep_target(concepts, pair)
    counts = count_sources(kept)
    choose_source(counts, ENGINE)
    languages = [tag for tag in counts if tag not in (UNNAMED, primary(pair.target))]
    rows: list[tuple[str, ...]] = [(*languages, pair.target, "description")]
    refused: dict[str, list[str]] = {}
    for concept in kept:
        forms = {tag: [t.text for t in concept.sources if covers(tag, t.lang)] for tag in languages}
        every = [concept.name, *(form for found in forms.values() for form in found)]
        if reason := next(filter(None, map(ENGINE.refuse, every)), None):
            refused.setdefault(reason, []).append(concept.name)
            continue
        note = " ".join(concept.note.split())
        for turn in range(max(1, *map(len, forms.values()), 1)):
            cells = (found[turn] if turn < len(found) else "" for found in forms.values())
            rows.append((*cells, concept.name, note))
    losses = [*list_refused(refused, ENGINE.title), *list_unwritten(kept, ENGINE.title, notes=True)]
    losses += list_foreign(concepts, pair)
    content = ENGINE.check_size(delimited.write_records(rows, pair.suffix))
    shown = ", ".join([*languages, pair.target])
    return Writing(content, tuple(losses), (f"an equivalent term set of {shown}",))
