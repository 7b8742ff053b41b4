"""A name for a finding that survives edits elsewhere in the article."""

from __future__ import annotations

import hashlib
import re

from transcheck.model import Span
from transcheck.text.fold import fold

_WORD = re.compile(r"\w+")


def fingerprint(check: str, concept: str, text: str, span: Span) -> str:
    """Return 12 hex digits from the check, the concept, the folded form and its neighbours.

    Two words either side are enough to tell places apart and few enough to survive an edit in
    the next sentence; the caller numbers exact repeats.
    """
    before = [match.group() for match in _WORD.finditer(text[max(0, span.start - 80) : span.start])]
    after = [match.group() for match in _WORD.finditer(text[span.end : span.end + 80])]
    form = fold(text[span.start : span.end])
    parts = (check, concept or form, form, *map(fold, before[-2:]), "|", *map(fold, after[:2]))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
