"""A plain list: source term and name in two columns with tabs, or names only in one.

Translation tools that have no format of their own take it. There is no header; two language codes
in the first row are read as one. A name without a source form has an empty first cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.glossary.engines import delimited
from transcheck.glossary.engines.limits import Engine, list_refused
from transcheck.glossary.engines.pairs import (
    join_entries,
    keep_target,
    list_foreign,
    list_unwritten,
    make_pairs,
)
from transcheck.glossary.engines.plain import read_plain
from transcheck.glossary.exchange import GlossaryFile, GlossaryFormat, Pair, Reading, Writing
from transcheck.glossary.issues import IssueList
from transcheck.model import Concept

GLOSSARY_FORMAT = GlossaryFormat(
    "tsv", "plain list: source TAB name, or names only", (".tsv", ".txt")
)
ENGINE = Engine("a plain list")


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the names and their source forms, whose language must be asked for or stated."""
    issues = IssueList(file.path)
    entries, notes = read_plain(issues, delimited.read_records(issues, file), pair)
    return Reading(join_entries(entries, file.name), tuple(issues.problems), tuple(notes))


def write(concepts: Sequence[Concept], pair: Pair) -> Writing:
    """Return pairs of one source language and the names that have no form in it."""
    if not any(concept.sources for concept in concepts):
        return _write_names(concepts, pair)
    pairs = make_pairs(concepts, pair, ENGINE, bare=True)
    content = delimited.write_records(pairs.rows, pair.suffix)
    return Writing(content, pairs.losses, pairs.notes)


def _write_names(concepts: Sequence[Concept], pair: Pair) -> Writing:
    kept = keep_target(concepts, pair)
    refused: dict[str, list[str]] = {}
    rows = []
    for concept in kept:
        if reason := ENGINE.refuse(concept.name):
            refused.setdefault(reason, []).append(concept.name)
        else:
            rows.append((concept.name,))
    losses = [*list_refused(refused, ENGINE.title), *list_foreign(concepts, pair)]
    losses += list_unwritten(kept, ENGINE.title)
    return Writing(delimited.write_records(rows, pair.suffix), tuple(losses))
