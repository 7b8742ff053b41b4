"""What a program may put in the place of a finding by itself."""

from __future__ import annotations

import re
from itertools import pairwise

from transcheck.model import Article, Finding

_MARKED = (".html", ".htm", ".xhtml", ".md", ".markdown")
_MARKUP = re.compile(r"[&<>`*_\[\]\\]")


def list_replacements(finding: Finding, article: Article) -> tuple[str, ...]:
    """Return the suggestions that may be written over the finding's region as they are.

    None in a row of JSONL, whose region is its line, and none where markup stands between the
    words. In HTML and Markdown, a suggestion that would itself read as markup is left out.
    """
    if not article.lines or not _is_one_piece(finding, article):
        return ()
    marked = article.path.lower().endswith(_MARKED)
    return tuple(one for one in finding.suggestions if not (marked and _MARKUP.search(one)))


def _is_one_piece(finding: Finding, article: Article) -> bool:
    origin, span = article.segments[finding.segment].origin, finding.span
    if origin is None:
        return True
    runs = [run for run in origin.runs if run[0] < span.end]
    first = max((at for at, run in enumerate(runs) if run[0] <= span.start), default=0)
    return all(one[2] == other[1] for one, other in pairwise(runs[first:]))
