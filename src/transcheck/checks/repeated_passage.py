"""A sentence or a paragraph that stands twice in the body.

What it finds:
    A paragraph, or a sentence of at least eight words, that returns word for word further down
    in the running text. The later one is shown, the earlier one is the evidence.

Why it matters:
    Engines that lose their place translate a passage twice, and pasted copy leaves a paragraph
    behind. The article then contradicts its own order and takes the reader's time twice.

Wrong:
    The court will hear the appeal in the second week of March. The two men deny all charges.
    The court will hear the appeal in the second week of March.

Right:
    The court will hear the appeal in the second week of March. The two men deny all charges.

When it stays quiet:
    A standfirst or a summary line that is taken from the body, a headline that returns as the
    first sentence, pull quotes, captions, bylines, the page's furniture, sentences under eight
    words, and a refrain (three times or more, in quotation marks or on a line of its own).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transcheck.model import (
    Article,
    Certainty,
    CheckInfo,
    Context,
    Evidence,
    Finding,
    Place,
    Role,
    Segment,
    Severity,
    Span,
)
from transcheck.text.sentences import find_sentences

CHECK = CheckInfo(
    id="repeated-passage",
    category="duplication",
    severity=Severity.MINOR,
    documentation=__doc__,
)

_LEAST_WORDS = 8
_LONG_REFRAIN = 20
# How far back the marks of a quotation are counted.
_FAR = 2_000
_WORD = re.compile(r"\w+")
_STOPS = ".!?…\"”“»’'"
_QUOTES = '"“”„‟«»'


class _Return(NamedTuple):
    """A passage at its later place, and where it stood before."""

    place: Place
    first: Place
    noun: str


def find(context: Context) -> Iterator[Finding]:
    """Yield one finding for each passage that returns, at its later place."""
    running = _running(context.article)
    if not _may_repeat(segment.target for _, segment in running):
        return
    article, lead = context.article, _lead(context.article, running)
    quiet = {_key(one.target) for one in article.segments if one.role is Role.HEADLINE}
    whole = [(index, Span(0, len(segment.target))) for index, segment in running]
    paragraphs = list(_returns(article, whole, quiet, lead, "paragraph"))
    again = {one.place.segment for one in paragraphs}
    split = (
        (index, span)
        for index, segment in running
        if index not in again
        for span in find_sentences(segment.target, context.languages.target)
    )
    sentences = _returns(article, split, quiet, lead, "sentence")
    for one in _joined(article, sorted([*paragraphs, *sentences])):
        yield _report(article, one)


def _returns(
    article: Article, pieces: Iterable[tuple[int, Span]], quiet: set[str], lead: int, noun: str
) -> Iterator[_Return]:
    found: dict[tuple[bool, str], list[Place]] = defaultdict(list)
    for index, span in pieces:
        key = _key(article.segments[index].target[span.start : span.end])
        if key.count(" ") + 1 >= _LEAST_WORDS and key not in quiet:
            found[index == lead, key].append(Place(index, span))
    for places in found.values():
        if len(places) > 1 and not _is_meant(article, places):
            yield from (_Return(place, places[0], noun) for place in places[1:])


def _joined(article: Article, returns: list[_Return]) -> Iterator[_Return]:
    """Yield the returns with those that follow each other at once as one."""
    last: _Return | None = None
    for one in returns:
        if last and last.place.segment == one.place.segment:
            start, end = last.place.span.end, one.place.span.start
            if not article.segments[one.place.segment].target[start:end].strip():
                place = Place(one.place.segment, Span(last.place.span.start, one.place.span.end))
                last = last._replace(place=place, noun="passage")
                continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _running(article: Article) -> list[tuple[int, Segment]]:
    return [
        (index, segment)
        for index, segment in enumerate(article.segments)
        if segment.role is Role.BODY and segment.target.strip()
    ]


def _lead(article: Article, running: list[tuple[int, Segment]]) -> int:
    """Return the paragraph that stands in for a standfirst, -1 when there is a standfirst.

    Portals copy it from the body, so that it may return there.
    """
    if any(segment.role is Role.STANDFIRST for segment in article.segments):
        return -1
    return running[0][0]


def _may_repeat(texts: Iterator[str]) -> bool:
    """Say quickly whether any stretch between full stops returns: mostly none does."""
    text = ".".join(texts).lower()
    for mark in "!?…":
        text = text.replace(mark, ".")
    pieces = [piece.strip() for piece in text.split(".") if piece.count(" ") >= 3]
    return len(set(pieces)) < len(pieces)


def _is_meant(article: Article, places: list[Place]) -> bool:
    """Say whether the passage returns on purpose: summary line, pull quote or refrain."""
    texts = [article.segments[place.segment].target for place in places]
    first = texts[0][places[0].span.start :].rstrip()
    if len(first) == places[0].span.end - places[0].span.start and first[-1] not in _STOPS:
        return True  # a summary line: no full stop
    pairs = list(zip(places, texts, strict=True))
    alone = [_stands_alone(place, text) for place, text in pairs]
    quoted = [_is_quoted(place, text) for place, text in pairs]
    if len(places) > 2 and first.count(" ") < _LONG_REFRAIN:
        return all(one or other for one, other in zip(alone, quoted, strict=True))
    return any(_is_signed(place, text) for place, text in pairs) or (
        any(alone) and not all(alone) and any(quoted)
    )


def _stands_alone(place: Place, text: str) -> bool:
    return len(text.strip()) == place.span.end - place.span.start


def _is_signed(place: Place, text: str) -> bool:
    """Say whether only a speaker's name follows: a pull quote."""
    after = text[place.span.end :].strip(" \t\u00a0-–—")
    return place.span.start == 0 and after != "" and after[-1].isalpha() and after.count(" ") < 4


def _is_quoted(place: Place, text: str) -> bool:
    start = place.span.start
    before = sum(text.count(mark, max(0, start - _FAR), start) for mark in _QUOTES)
    return before % 2 == 1 or text[start] in _QUOTES


def _report(article: Article, one: _Return) -> Finding:
    place, first = one.place, one.first
    text = article.segments[place.segment].target[place.span.start : place.span.end]
    earlier = article.segments[first.segment].target[first.span.start : first.span.end]
    return Finding(
        check=CHECK.id,
        category=CHECK.category,
        severity=CHECK.severity,
        certainty=Certainty.CERTAIN,
        segment=place.segment,
        span=place.span,
        text=text,
        message=f"This {one.noun} stood in the text before",
        evidence=(Evidence(kind="article", reason="the same words", text=earlier, place=first),),
    )


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
