"""A quotation that is opened and never closed, or closed and never opened.

What it finds:
    A paragraph with an odd number of double quotation marks whose missing partner stands in no
    later paragraph either. The mark that stands alone is shown.

Why it matters:
    The reader cannot see where a speaker's words end and the paper's begin, and that is a
    question of who said what.

Wrong:
    "We will vote on Monday, the minister said in Skopje.

Right:
    "We will vote on Monday," the minister said in Skopje.

When it stays quiet:
    A quotation that runs over several paragraphs (each opens with a mark and only the last is
    closed, or one mark at the beginning and one at the end), apostrophes and single marks,
    inches, feet and minutes (6'2", a 55" screen), and arrows such as "Read more »".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from transcheck.model import Article, Certainty, CheckInfo, Context, Finding, Role, Severity, Span
from transcheck.text.expressions import compile_late

CHECK = CheckInfo(
    id="quotes-unbalanced",
    category="punctuation",
    severity=Severity.MINOR,
    documentation=__doc__,
)

_MARK = re.compile(r"[\"“”„‟«»＂]|''|``")
_STARTS = compile_late(r"\s*[-–—•]?\s*(?:[\"“”„‟«»＂]|''|``)")
_OPENING_BEFORE = frozenset("([{-–—/…'‘’:=")
# How many paragraphs later the closing mark of one quotation may still stand.
_REACH = 12


class _Mark(NamedTuple):
    segment: int
    span: Span
    opens: bool
    odd: bool = False


def find(context: Context) -> Iterator[Finding]:
    """Yield one finding for each double quotation mark that has no partner."""
    article = context.article
    waiting: list[_Mark] = []
    alone: list[_Mark] = []
    for index, segment in enumerate(article.segments):
        if segment.role is Role.FURNITURE or _has_no_marks(segment.target):
            continue
        marks = list(_marks(segment.target, index))
        if segment.protected:
            marks = [one for one in marks if not any(map(one.span.overlaps, segment.protected))]
        for mark in _unmatched(marks):
            if mark.opens:
                waiting.append(mark)
            elif waiting and index - waiting[-1].segment <= _REACH:
                waiting.pop()
            else:
                alone.append(mark)
    for mark in sorted(waiting + alone):
        if mark.odd and not (mark.opens and _goes_on(article, mark.segment)):
            yield _report(mark, article)


def _has_no_marks(text: str) -> bool:
    """Say quickly that a paragraph has no quotation marks: most have none."""
    return text.isascii() and not any(mark in text for mark in ('"', "''", "``"))


def _unmatched(marks: list[_Mark]) -> list[_Mark]:
    stack: list[_Mark] = []
    for mark in marks:
        if stack and stack[-1].opens and not mark.opens:
            stack.pop()
        else:
            stack.append(mark)
    # In an even number of marks a direction was probably misread: a partner, never a finding.
    odd = len(marks) % 2 == 1
    return [
        mark._replace(odd=odd and position == len(stack) - 1) for position, mark in enumerate(stack)
    ]


def _marks(text: str, index: int) -> Iterator[_Mark]:
    opened = 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        sign = text[start:end]
        before, after = text[start - 1] if start else " ", text[end : end + 1] or " "
        at_an_end = start == 0 or end == len(text)
        if at_an_end and sign in "«»" and before.isspace() and after.isspace():
            continue  # an arrow
        opens = _opens(sign, before, after, opened)
        if before.isdigit() and sign in ('"', "''", "”", "＂") and not opened:
            continue  # inches or seconds
        opened = opened + 1 if opens else max(0, opened - 1)
        yield _Mark(index, Span(start, end), opens)


def _opens(sign: str, before: str, after: str, opened: int) -> bool:
    free_before = before.isspace() or before in _OPENING_BEFORE
    free_after = after.isspace() or not after.isalnum()
    if sign in "„``":
        return True
    if free_before and not after.isspace() and not (opened and before in "…-–—'’" and free_after):
        return True
    if not free_before:
        return False
    return not opened  # a space on both sides: taken in turns


def _goes_on(article: Article, index: int) -> bool:
    """Say whether the next paragraph opens with a mark, so that the quotation runs on."""
    following = (one for one in article.segments[index + 1 :] if one.role is not Role.FURNITURE)
    after = next(following, None)
    return after is not None and bool(_STARTS.match(after.target))


def _report(mark: _Mark, article: Article) -> Finding:
    text = article.segments[mark.segment].target[mark.span.start : mark.span.end]
    missing = "opened and never closed" if mark.opens else "closed and never opened"
    return Finding(
        check=CHECK.id,
        category=CHECK.category,
        severity=CHECK.severity,
        certainty=Certainty.LIKELY,
        segment=mark.segment,
        span=mark.span,
        text=text,
        message=f"A quotation is {missing}",
    )
