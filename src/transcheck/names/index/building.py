"""An index made in memory, as for a glossary that no file holds."""

from __future__ import annotations

from transcheck.model import Glossary
from transcheck.names.index.lookup import NameIndex
from transcheck.names.index.parts import compile_parts, join_parts


def build_index(glossary: Glossary) -> NameIndex:
    """Index a glossary in memory."""
    return join_parts(compile_parts(glossary.concepts))
