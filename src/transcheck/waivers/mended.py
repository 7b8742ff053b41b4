"""Places that were mended: the words beside them stand, and another form between them."""

from __future__ import annotations

import re
from collections import Counter

from transcheck.model import MILDER_CHECKS, Article, Span, Waiver
from transcheck.text.fingerprint import find_neighbours, fingerprint

_WORD = re.compile(r"\w+")
_LONGEST = 4  # words of the form that stands there now
_FEWEST = 3  # words beside it: two stand beside many a name


def count_mended(waiver: Waiver, marks: set[str], article: Article) -> Counter[str]:
    """Count where a place of a waiver's form, known by its fingerprint, has another form by now.

    The fingerprints are without their numbers.
    """
    kinds = {"name", *MILDER_CHECKS, waiver.check}
    found: Counter[str] = Counter()
    for segment in article.segments:
        text = segment.target
        words = list(_WORD.finditer(text))
        for number, word in enumerate(words):
            if word[0][0].islower():
                continue
            for last in words[number : number + _LONGEST]:
                span = Span(word.start(), last.end())
                if sum(map(len, find_neighbours(text, span))) < _FEWEST:
                    continue
                called = {fingerprint(kind, text, span, waiver.form) for kind in kinds}
                found.update(called & marks)
    return found
