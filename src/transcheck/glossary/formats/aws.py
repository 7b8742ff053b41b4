"""Amazon Translate custom terminology: a header of language codes, CSV or TSV.

The first column is the source language (UNI), or any is (MULTI). At most 10 MB (10,485,760 bytes)
a file, 200 bytes of UTF-8 a term, 10 target languages; one source term, whatever its case, has one
translation: https://docs.aws.amazon.com/translate/latest/dg/creating-custom-terminology.html,
https://docs.aws.amazon.com/translate/latest/dg/what-is-limits.html,
https://docs.aws.amazon.com/translate/latest/dg/ct-best-practices.html and, on case,
https://docs.aws.amazon.com/translate/latest/dg/ct-case-insensitive.html. Whether a cell may be
empty is not documented, so none is written: two columns, UNI.
"""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.glossary.engines import delimited
from transcheck.glossary.engines.limits import Engine
from transcheck.glossary.engines.pairs import join_entries, make_pairs
from transcheck.glossary.engines.termsets import choose_column, read_header, read_sets
from transcheck.glossary.exchange import GlossaryFile, GlossaryFormat, Pair, Reading, Writing
from transcheck.glossary.issues import IssueList
from transcheck.model import Concept

GLOSSARY_FORMAT = GlossaryFormat("aws", "Amazon Translate custom terminology (.csv, .tsv)")
ENGINE = Engine("AWS", most_bytes=10_485_760, most_term_bytes=200, folds_case=True)


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the terms: the column in the target language holds the names."""
    issues = IssueList(file.path)
    records = delimited.read_records(issues, file)
    header = read_header(issues, records, ())
    column = choose_column(issues, header, pair) if header else None
    if not header or column is None:
        return Reading((), tuple(issues.problems))
    rows = delimited.check_cells(issues, records[1:], len(header), len(header))
    entries, losses = read_sets(rows, header, column)
    return Reading(join_entries(entries, file.name), tuple(issues.problems), losses)


def write(concepts: Sequence[Concept], pair: Pair) -> Writing:
    """Return the pairs of one source language under a header of the two languages."""
    pairs = make_pairs(concepts, pair, ENGINE)
    rows = [(pairs.source, pair.target), *pairs.rows]
    content = ENGINE.check_size(delimited.write_records(rows, pair.suffix))
    return Writing(content, pairs.losses, pairs.notes)
