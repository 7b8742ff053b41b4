"""A name for a finding that survives edits elsewhere in the article."""

from __future__ import annotations

import hashlib
import re

from transcheck.model import Span
from transcheck.text.expressions import compile_late
from transcheck.text.fold import fold

_WORD = re.compile(r"\w+")
# Where a sentence may end. One border too many (after "Mr.") costs a neighbour and no more; one
# too few would let an edit of the next sentence change what this place is called.
_BORDER = compile_late(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[;:]\s|[\r\n]")
_REACH = 80


def fingerprint(kind: str, text: str, span: Span, form: str = "") -> str:
    """Return 12 hex digits from what is wrong, the folded form and its neighbours in the sentence.

    Two words either side are enough to tell places apart; what the form is a name of is left
    out, for that can hang on a sentence elsewhere. The caller numbers exact repeats. With a `form`
    it is what the place would be called if that stood there.
    """
    left, right = find_neighbours(text, span)
    form = fold(form or text[span.start : span.end])
    return digest(kind, form, *map(fold, left), "|", *map(fold, right))


def find_neighbours(text: str, span: Span) -> tuple[list[str], list[str]]:
    """Return up to two words either side of a place, within its sentence."""
    before = _BORDER.split(text[max(0, span.start - _REACH) : span.start])[-1]
    after = _BORDER.split(text[span.end : span.end + _REACH], maxsplit=1)[0]
    left = [match.group() for match in _WORD.finditer(before)][-2:]
    right = [match.group() for match in _WORD.finditer(after)][:2]
    return left, right


def digest(*parts: str) -> str:
    """Return 12 hex digits that stand for some words in their order."""
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()[:12]
