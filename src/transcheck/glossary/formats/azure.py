"""Azure Document Translation glossaries: two columns, source and target, CSV or TSV, no header.

One source and one target language, told apart by case, at most 10 MB a file in a batch and 1 MB
with a single document:
https://learn.microsoft.com/azure/ai-services/translator/document-translation/how-to-guides/create-use-glossaries
and https://learn.microsoft.com/azure/ai-services/translator/service-limits. No limit of a term is
documented.
"""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.glossary.engines import delimited
from transcheck.glossary.engines.limits import Engine
from transcheck.glossary.engines.pairs import make_pairs
from transcheck.glossary.exchange import GlossaryFile, GlossaryFormat, Pair, Reading, Writing
from transcheck.model import Concept

GLOSSARY_FORMAT = GlossaryFormat("azure", "Azure Document Translation glossary (.csv, .tsv)")
ENGINE = Engine("Azure", most_bytes=10_000_000)
_MOST_WITH_ONE_DOCUMENT = 1_000_000


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the terms; the source language must be asked for, or stand in the first row."""
    return delimited.read_pairs(file, pair, ENGINE.title, most_cells=2)


def write(concepts: Sequence[Concept], pair: Pair) -> Writing:
    """Return the pairs of one source language."""
    pairs = make_pairs(concepts, pair, ENGINE)
    content = ENGINE.check_size(delimited.write_records(pairs.rows, pair.suffix))
    notes = pairs.notes
    if len(content) > _MOST_WITH_ONE_DOCUMENT:
        size = f"{_MOST_WITH_ONE_DOCUMENT // 1_000_000} MB"
        notes += (f"over {size}: Azure takes it in a batch, not with a single document",)
    return Writing(content, pairs.losses, notes)
