"""The names of one article that stand in no glossary: where, in which words, between what."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from transcheck.audit.proposals.bodies import find_acronyms, find_bodies
from transcheck.audit.proposals.no_names import is_lead
from transcheck.audit.proposals.paragraphs import Paragraphs
from transcheck.audit.proposals.surroundings import hints_at, is_credit
from transcheck.desk import Desk
from transcheck.model import Article, Certainty, Place, Record, Span
from transcheck.names import trace_names
from transcheck.names.index import NameIndex
from transcheck.names.judgement.rulings import Ruling
from transcheck.names.occupied import Occupied
from transcheck.names.trace import Trace
from transcheck.names.words.lexicon import is_title
from transcheck.names.words.units import Unit
from transcheck.pipeline import find_languages

REACH = 90
"""Characters kept on either side of a name: what guards look at, and what an editor is shown."""
LONGEST = 100
"""Characters of a name; what is longer is a list or a heading."""


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
    languages = find_languages(article, desk)
    index = desk.index_for(article)
    trace = trace_names(article, index, languages)
    covered = Occupied(_covered(trace))
    paragraphs = Paragraphs(article)
    found: list[Found] = []
    if trace.index is not None:  # else the article was left in another language
        found += _bodies(paragraphs, covered)
        found += _acronyms(paragraphs, index, covered)
    taken = Occupied((*_covered(trace), *(place for place, _ in found)))
    found += _units(paragraphs, trace, taken)
    found = [item for item in found if len(item[1].text) <= LONGEST]
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


def _units(paragraphs: Paragraphs, trace: Trace, taken: Occupied) -> Iterator[Found]:
    """Yield the names of people and places: full names, and single ones that are no words."""
    units = {
        unit.place: unit
        for usage in trace.usages.values()
        if not usage.is_doubtful or usage.full
        for unit, _ in usage.places
    }
    for place, unit in units.items():
        text, unit = paragraphs.article.segments[unit.segment].target, _without_lead(unit)
        if not paragraphs.is_read(unit.segment) or taken.holds(place):
            continue
        if is_credit(text, unit.span):
            continue
        firm = len(unit.words) > 1 or not unit.words[0].first
        firm = firm and unit.segment not in paragraphs.titles
        yield place, _sight(paragraphs, unit, firm=firm)


def _without_lead(unit: Unit) -> Unit:
    """Cut off what stands before a name and is none: Florida Governor, Pharaoh, an agency."""
    words = unit.words
    titles = [number for number, word in enumerate(words[:-1]) if is_title(word.text)]
    if titles:
        words = words[titles[-1] + 1 :]
    cut = 0
    while cut < len(words) - 1 and is_lead(words[cut].text):
        cut += 1
    words = words[cut:] if cut else words
    return unit if words is unit.words else replace(unit, words=words, longer=True)


def _bodies(paragraphs: Paragraphs, covered: Occupied) -> Iterator[Found]:
    for number, text in paragraphs.texts():
        for span in find_bodies(text):
            words = paragraphs.capitals(number, span)
            if words and not covered.holds(Place(number, span)):
                yield Place(number, span), _sight(paragraphs, Unit(words), sort="body")


def _acronyms(paragraphs: Paragraphs, index: NameIndex, covered: Occupied) -> Iterator[Found]:
    for number, text in paragraphs.texts():
        for span, meaning in find_acronyms(text):
            words = paragraphs.capitals(number, span)
            known = covered.holds(Place(number, span)) or index.holders(text[span.start : span.end])
            if words and not known:
                one = _sight(paragraphs, Unit(words), sort="acronym", meaning=meaning)
                yield Place(number, span), one


def _sight(
    paragraphs: Paragraphs,
    unit: Unit,
    *,
    sort: str = "name",
    firm: bool = True,
    meaning: str = "",
) -> Sighting:
    text, span = paragraphs.article.segments[unit.segment].target, unit.span
    start, end = _cut(text, span)
    own = tuple(
        replace(word, segment=0, span=Span(word.span.start - start, word.span.end - start))
        for word in unit.words
    )
    return Sighting(
        text=" ".join(text[span.start : span.end].split()),
        unit=replace(unit, words=own),
        snippet=text[start:end].replace("\n", " "),
        line=paragraphs.line(unit),
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


def _judged(rulings: Iterable[Ruling], index: NameIndex) -> Iterator[Judged]:
    for ruling in rulings:
        known = index.named(ruling.right.text, ruling.right.given) is not None
        if not known and ruling.certainty is not Certainty.POSSIBLE:
            yield Judged(ruling.right.text, ruling.wrong.text, ruling.is_open)


def _digest(article: Article) -> str:
    text = "\n".join(segment.target for segment in article.segments)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
