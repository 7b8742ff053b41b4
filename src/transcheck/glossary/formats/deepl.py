"""DeepL glossaries: CSV `source,target,source language,target language`, or TSV of two columns.

No header. At most 10 MiB (10,485,760 bytes) a glossary and 1,024 bytes of UTF-8 a term, no source
term twice: https://developers.deepl.com/docs/customize/managing-glossaries and
https://developers.deepl.com/docs/api-reference/glossaries. Its own client refuses control
characters and line ends in a term (validate_glossary_term in https://pypi.org/project/deepl/).
Files that the DeepL website exports have a fifth column, a relevance, which is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.glossary.engines import delimited
from transcheck.glossary.engines.limits import Engine
from transcheck.glossary.engines.pairs import make_pairs
from transcheck.glossary.exchange import GlossaryFile, GlossaryFormat, Pair, Reading, Writing
from transcheck.model import Concept
from transcheck.text.tags import primary

GLOSSARY_FORMAT = GlossaryFormat("deepl", "DeepL glossary (.csv, .tsv)")
ENGINE = Engine("DeepL", most_bytes=10_485_760, most_term_bytes=1_024)


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the terms; a row's own languages count before those asked for."""
    return delimited.read_pairs(file, pair, ENGINE.title, most_cells=5)


def write(concepts: Sequence[Concept], pair: Pair) -> Writing:
    """Return the pairs of one source language; CSV names both languages in each row."""
    pairs = make_pairs(concepts, pair, ENGINE)
    rows: Sequence[Sequence[str]] = pairs.rows
    if pair.suffix.lower() not in delimited.TAB_SUFFIXES:
        languages = (primary(pairs.source), primary(pair.target))
        rows = [(*row, *languages) for row in rows]
    content = ENGINE.check_size(delimited.write_records(rows, pair.suffix))
    return Writing(content, pairs.losses, pairs.notes)
