"""The compiled glossary: one index of all its forms, built once and opened by every process."""

from transcheck.names.index.building import build_index
from transcheck.names.index.cache import open_index
from transcheck.names.index.entries import Entry, bears
from transcheck.names.index.lookup import NameIndex

__all__ = ["Entry", "NameIndex", "bears", "build_index", "open_index"]
