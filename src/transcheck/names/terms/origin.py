"""Which language an article came from, as its names show: Rute, Lajen and OEBS are Serbian."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from transcheck.model import Languages
from transcheck.names.index import NameIndex
from transcheck.names.terms.matching import Hit
from transcheck.names.words.lexicon import is_known_name, is_word
from transcheck.names.words.units import Unit
from transcheck.text.fold import fold

ENOUGH = 2
"""Different names of one language that must stand in the text before it counts as known."""


def guess_source(
    hits: Iterable[Hit], units: Sequence[Unit], index: NameIndex, languages: Languages
) -> Languages:
    """Fill in the source language from forms of the glossary in another language.

    Only where nothing said it before, and only if at least two names agree on one language.
    """
    if languages.source is not None:
        return languages
    seen: dict[str, str] = {}
    for hit in hits:
        if hit.entry.lang is not None and len(hit.entry.text) > 2:
            seen[hit.entry.text] = hit.entry.lang
    for text in {unit.last.text: None for unit in units}:
        lang = spelling_language(text, index)
        if lang:
            seen[text] = lang
    votes = Counter(lang for text, lang in seen.items() if _is_foreign(text, index))
    if not votes:
        return languages
    best, count = votes.most_common(1)[0]
    if count < ENOUGH or count <= sum(votes.values()) - count:
        return languages
    return replace(languages, source=best, source_from="letters and names")


def spelling_language(text: str, index: NameIndex) -> str | None:
    """Return the language in which a person of the glossary has this family name, if only there."""
    entries = index.families(fold(text))
    if not entries or index.holders(text):
        return None
    return next((e.lang for e in entries if e.lang and e.words[-1] == text), None)


def _is_foreign(text: str, index: NameIndex) -> bool:
    words = text.split()
    known = bool(index.holders(text)) or all(is_word(w) or is_known_name(w) for w in words)
    return not known
