"""The names of one article that stand in no glossary: where, in which words, between what."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from transcheck.audit.proposals.bodies import find_acronyms, find_bodies
from transcheck.audit.proposals.no_names import is_lead
from transcheck.audit.proposals.surroundings import hints_at, is_credit
from transcheck.desk import Desk
from transcheck.model import Article, Certainty, Place, Record, Role, Segment, Span
from transcheck.names import trace_names
from transcheck.names.index import NameIndex
from transcheck.names.judgement.rulings import Ruling
from transcheck.names.occupied import Occupied
from transcheck.names.trace import Trace
from transcheck.names.words.lexicon import is_title
from transcheck.names.words.tokens import Word, find_words
from transcheck.names.words.units import Unit
from transcheck.text.language import identify_languages

REACH = 90
"""Characters kept on either side of a name: what guards look at, and what an editor is shown."""
_UNREAD = (Role.FURNITURE, Role.BYLINE)
_TITLE_CASE = 0.7
"""Share of capitalised words from which a line is set as a title: its capitals say nothing."""


class Sighting(Record, frozen=True):
    """A name at one place of an article. `unit` holds its words as they stand in `snippet`.

    `sort` is name, body or acronym. It is `firm` where its capital can only be a name's: inside a
    sentence of running text. `hints` are what its place says of its kind.
    """

    text: str
    unit: Unit
    snippet: str
    line: int
    sort: str = "name"
    firm: bool = True
    hints: tuple[str, ...] = ()
    meaning: str = ""


class Judged(Record, frozen=True):
    """Two spellings that an article itself shows to be one name; `open`: neither surely wrong."""

    right: str
    wrong: str
    open: bool


class Reading(Record, frozen=True):
    """What is kept of an article: its names, never its text. `digest` knows it again."""

    path: str
    id: str
    digest: str
    source: str | None = None
    sightings: tuple[Sighting, ...] = ()
    judged: tuple[Judged, ...] = ()


def read_names(article: Article, desk: Desk) -> Reading:
    """Return the names of an article that no glossary of the desk has, whole or damaged."""
    settings = desk.settings
    languages = identify_languages(
        article,
        target=settings.target_lang,
        source_option=desk.source_option,
        source_configured=settings.source_lang,
    )
    index = desk.index_for(article)
    trace = trace_names(article, index, languages)
    covered = Occupied(_covered(trace))
    found = [*_bodies(article, index, covered), *_acronyms(article, index, covered)]
    taken = Occupied((*_covered(trace), *(place for place, _ in found)))
    found += _units(article, trace, taken)
    found.sort(key=lambda item: item[0])
    return Reading(
        path=article.path,
        id=article.id,
        digest=_digest(article),
        source=trace.names.languages.source,
        sightings=tuple(sighting for _, sighting in found),
        judged=tuple(_judged(trace.rulings, index)),
    )


Found = tuple[Place, Sighting]


def _covered(trace: Trace) -> Iterator[Place]:
    """Yield where the glossary's names stand, in any form."""
    for hit in trace.hits:
        yield Place(hit.segment, hit.span)
    for mention in trace.names.mentions:
        if not mention.concept.startswith("article:"):
            yield mention.place


def _units(article: Article, trace: Trace, taken: Occupied) -> Iterator[Found]:
    """Yield the names of people and places: full names, and single ones that are no words."""
    units = {
        unit.place: unit
        for usage in trace.usages.values()
        if not usage.is_doubtful or usage.full
        for unit, _ in usage.places
    }
    for place, unit in units.items():
        segment, unit = article.segments[unit.segment], _without_lead(unit)
        if segment.role in _UNREAD or taken.holds(place) or is_credit(segment.target, unit.span):
            continue
        firm = len(unit.words) > 1 or not unit.words[0].first
        yield place, _sight(article, unit, firm=firm and not _is_set_as_title(segment))


def _without_lead(unit: Unit) -> Unit:
    """Cut off what stands before a name and is none: Florida Governor, Pharaoh, an agency."""
    words = unit.words
    titles = [number for number, word in enumerate(words[:-1]) if is_title(word.text)]
    if titles:
        words = words[titles[-1] + 1 :]
    while len(words) > 1 and is_lead(words[0].text):
        words = words[1:]
    return unit if words is unit.words else replace(unit, words=words, longer=True)


def _bodies(article: Article, index: NameIndex, covered: Occupied) -> Iterator[Found]:
    for number, segment in enumerate(article.segments):
        if segment.role in _UNREAD or _is_set_as_title(segment):
            continue
        for span in find_bodies(segment.target):
            place = Place(number, span)
            if covered.holds(place):
                continue
            words = _words(segment, number, span)
            if words:
                yield place, _sight(article, Unit(words), sort="body")


def _acronyms(article: Article, index: NameIndex, covered: Occupied) -> Iterator[Found]:
    for number, segment in enumerate(article.segments):
        if segment.role in _UNREAD or _is_set_as_title(segment):
            continue
        for span, meaning in find_acronyms(segment.target):
            place = Place(number, span)
            text = segment.target[span.start : span.end]
            if covered.holds(place) or index.holders(text):
                continue
            words = _words(segment, number, span)
            if words:
                yield place, _sight(article, Unit(words), sort="acronym", meaning=meaning)


def _words(segment: Segment, number: int, span: Span) -> tuple[Word, ...]:
    """Return the capitalised words of a stretch as those of a name."""
    words = find_words(segment.target, number, segment.protected)
    inside = [w for w in words if span.start <= w.span.start and w.span.end <= span.end]
    return tuple(word for word in inside if word.is_capital)


def _sight(
    article: Article, unit: Unit, *, sort: str = "name", firm: bool = True, meaning: str = ""
) -> Sighting:
    text, span = article.segments[unit.segment].target, unit.span
    start, end = _cut(text, span)
    own = tuple(
        replace(word, segment=0, span=Span(word.span.start - start, word.span.end - start))
        for word in unit.words
    )
    return Sighting(
        text=" ".join(text[span.start : span.end].split()),
        unit=replace(unit, words=own),
        snippet=text[start:end].replace("\n", " "),
        line=_line(article, unit),
        sort=sort,
        firm=firm,
        hints=hints_at(text, unit) if sort == "name" else (),
        meaning=meaning,
    )


def _cut(text: str, span: Span) -> tuple[int, int]:
    """Return a stretch around a name that begins and ends with a whole word."""
    start, end = max(0, span.start - REACH), min(len(text), span.end + REACH)
    if start:
        blank = text.find(" ", start, span.start)
        start = blank + 1 if blank >= 0 else start
    if end < len(text):
        blank = text.rfind(" ", span.end, end)
        end = blank if blank >= 0 else end
    return start, end


def _line(article: Article, unit: Unit) -> int:
    """Return the line of the file, from 1, as an editor counts."""
    from bisect import bisect_right

    if article.row is not None or not article.lines:
        return article.row or 0
    place = article.segments[unit.segment].locate(unit.span)
    return bisect_right(article.lines, place.start)


def _is_set_as_title(segment: Segment) -> bool:
    """Say whether capitals stand there for other reasons than names: a headline, a list."""
    words = [word for word in segment.target.split() if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    few = segment.role is Role.HEADLINE or len(words) < 5
    return few or capitals >= _TITLE_CASE * len(words)


def _judged(rulings: Iterable[Ruling], index: NameIndex) -> Iterator[Judged]:
    for ruling in rulings:
        known = index.named(ruling.right.text, ruling.right.given) is not None
        if not known and ruling.certainty is not Certainty.POSSIBLE:
            yield Judged(ruling.right.text, ruling.wrong.text, ruling.is_open)


def _digest(article: Article) -> str:
    text = "\n".join(segment.target for segment in article.segments)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
