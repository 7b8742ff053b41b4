"""The rules of damage as they are written down by hand: what learning starts from."""

from __future__ import annotations

from functools import cache

from transcheck.names.damage.alignment import align
from transcheck.names.damage.channels import _table
from transcheck.names.damage.rules import RuleTable


@cache
def written_table(group: str) -> RuleTable:
    """Return the written rules of a group of languages: serbian, cyrillic, latin or all."""
    return _table(group, None)


@cache
def written_cost(original: str, damaged: str, group: str) -> float:
    """Return what the written rules take for making `damaged` of `original`; infinity above 3."""
    return align(original, damaged, written_table(group), 3.0)[0]
