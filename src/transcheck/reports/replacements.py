"""What may be written in the place of a finding: reports offer it, `fix` writes it."""

from __future__ import annotations

import re
from itertools import pairwise

from transcheck.model import Article, Finding, Segment
from transcheck.text.changes import find_changes, make_changes
from transcheck.text.fitting import fit_name, may_be_plural

_NAMES = "name-"
_MARKED = (".html", ".htm", ".xhtml", ".md", ".markdown")
_LONGEST_FITTED = 300
"""Letters of the longest form that is compared letter by letter: more is a passage, not a name."""
_MARKUP = re.compile(r"[&<>`*_\[\]\\]")


def fit(segment: Segment, finding: Finding, suggestion: str) -> str:
    """Return a suggestion as it has to stand in the sentence of its finding.

    A name has the part and the capitals that its place asks for. Apostrophes, blanks and joiners
    are the text's own. A passage of more than 300 letters is replaced as a whole.
    """
    text, span, wrong = segment.target, finding.span, finding.text
    if len(wrong) > _LONGEST_FITTED:
        return suggestion
    if finding.check.startswith(_NAMES):
        person = (finding.concept or "").startswith("person:")
        before, after = text[: span.start], text[span.end :]
        suggestion = fit_name(wrong, suggestion, before, after, person=person)
    return make_changes(wrong, find_changes(wrong, suggestion, text))


def list_offers(article: Article, *findings: Finding) -> tuple[str, ...]:
    """Return what to write in the place of a finding, best first, each a whole replacement.

    Of findings that are told together, which have one text and one name: what all their places
    get. Where they differ, one at the head of a sentence and one within, the name's own capitals.
    """
    fitted = [
        tuple(dict.fromkeys(fit(article.segments[f.segment], f, one) for one in f.suggestions))
        for f in findings
    ]
    if len(set(fitted)) == 1:
        return fitted[0]
    names = findings[0].suggestions
    own = (one for one in fitted if all(any(text in name for name in names) for text in one))
    return next(own, names)


def list_replacements(finding: Finding, article: Article) -> tuple[str, ...]:
    """Return the offers that a program may write over the finding's region as they are.

    None where `fix` would write none: in a protected place, in what may be a plural. None in a row
    of JSONL, whose region is its line, and none where markup stands between the words. In HTML and
    Markdown, what would itself read as markup is left out.
    """
    segment = article.segments[finding.segment]
    writable = stands_open(segment, finding) and _is_one_piece(segment, finding)
    if not article.lines or not writable:
        return ()
    marked = article.path.lower().endswith(_MARKED)
    return tuple(
        one
        for one in list_offers(article, finding)
        if one != finding.text
        and not (marked and _MARKUP.search(one))
        and not is_unsure_of_number(segment, finding, one)
    )


def stands_open(segment: Segment, finding: Finding) -> bool:
    """Say whether letters stand there that may be replaced: no link, no code, no quoted error."""
    return bool(finding.text) and not any(finding.span.overlaps(one) for one in segment.protected)


def is_unsure_of_number(segment: Segment, finding: Finding, name: str) -> bool:
    """Say whether a form may be the plural of the right name, which would lose its ending."""
    if finding.check == "name-rejected" or not finding.check.startswith(_NAMES):
        return False
    return may_be_plural(finding.text, name, segment.target[: finding.span.start])


def _is_one_piece(segment: Segment, finding: Finding) -> bool:
    origin, span = segment.origin, finding.span
    if origin is None:
        return True
    runs = [run for run in origin.runs if run[0] < span.end]
    first = max((at for at, run in enumerate(runs) if run[0] <= span.start), default=0)
    return all(one[2] == other[1] for one, other in pairwise(runs[first:]))
