"""Names read as words: God Petrov for Božo Petrov, New leaf for Novi List, Mr Moon for Mesec.

A run is a translated name when each of its words is copied from a name or means a word of it, and
something says that a name stands there: a copied word that is no English one, quotation marks, a
description of the right kind, a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from transcheck.model import (
    Article,
    Certainty,
    Evidence,
    Form,
    Mention,
    Place,
)
from transcheck.names.index import NameIndex
from transcheck.names.occupied import Occupied
from transcheck.names.terms.matching import Hit
from transcheck.names.terms.mentions import glossary_evidence, name_row
from transcheck.names.terms.originals import MOST_WORDS, Original, find_originals, own_originals
from transcheck.names.terms.reading import Reading, is_read_as_name, is_tied, read_piece
from transcheck.names.words.lexicon import is_title
from transcheck.names.words.meanings import (
    english_meanings,
    is_english_name,
    names_meaning,
)
from transcheck.names.words.tokens import Word
from transcheck.names.words.units import Unit
from transcheck.text.fold import fold

_RIGHT = (Form.EXACT, Form.ADMITTED)


def mention_translated(
    texts: Sequence[Sequence[Word]],
    units: Sequence[Unit],
    hits: Sequence[Hit],
    index: NameIndex,
    article: Article,
) -> Iterator[Mention]:
    """Yield the names that were read as words, where the glossary or the article shows them."""
    readable = _find_readable(texts)
    if not readable:
        return
    own = own_originals(units, article)
    places: dict[int, list[Place]] = {}
    for hit in hits:
        places.setdefault(hit.entry.concept, []).append(Place(hit.segment, hit.span))
    right = {Place(h.segment, word.span) for h in hits if h.form in _RIGHT for word in h.words}
    alone: list[tuple[Sequence[Word], int]] = []
    found: list[Place] = []
    end, within = 0, readable[0][0]
    for words, position in readable:
        if words is not within:
            end, within = 0, words
        elif position < end:
            continue
        for start in _starts(words, position, end):
            originals = find_originals(words, start, own, places, index)
            best = _first_read(originals, words, start, right, index, article)
            if best is not None:
                mention = _mention(*best, article)
                found.append(mention.place)
                yield mention
                end = start + len(best[1].words)
                break
        else:
            alone.append((words, position))
    taken = Occupied(found)
    bearers = {unit.last.text for unit in units if unit.given and not taken.holds(unit.place)}
    families = _by_family(own.values()) if alone else {}
    for words, position in alone:
        if words[position].text not in bearers:
            yield from _after_title(words, position, families, index, article)


def _find_readable(texts: Iterable[Sequence[Word]]) -> list[tuple[Sequence[Word], int]]:
    """Return where in the stretches a word may be the meaning of a name's: seldom anywhere."""
    meant = english_meanings()
    return [
        (words, position)
        for words in texts
        for position, word in enumerate(words)
        if word.folded in meant and (word.is_capital or _is_behind(words, position))
    ]


def _is_behind(words: Sequence[Word], position: int) -> bool:
    """Say whether a word in lower case may end a name: New leaf."""
    return position > 0 and is_tied(words[position]) and words[position - 1].is_capital


def _starts(words: Sequence[Word], position: int, floor: int) -> list[int]:
    """Return where a name that has the word at a position may begin, the farthest first."""
    start = position
    while start > floor and position - start < MOST_WORDS - 1 and is_tied(words[start]):
        start -= 1
    return [number for number in range(start, position + 1) if words[number].is_capital]


def _by_family(own: Iterable[Sequence[Original]]) -> dict[str, tuple[int, Original]]:
    """Return the first full name of the article for each folded family name, and its number."""
    families: dict[str, tuple[int, Original]] = {}
    for number, one in enumerate(chain.from_iterable(own)):
        families.setdefault(one.folded[-1], (number, one))
    return families


def _first_read(
    originals: Sequence[Original],
    words: Sequence[Word],
    start: int,
    right: set[Place],
    index: NameIndex,
    article: Article,
) -> tuple[Original, Reading, Certainty] | None:
    """Return the first name that the words from `start` are a translation of, if any is."""
    for original in originals:
        reading = read_piece(words, start, original.folded)
        if reading is None or all(Place(w.segment, w.span) in right for w in reading.words):
            continue
        # Black Mountain is a town of its own: no Crna Gora, and no Montenegro, by its words alone.
        elsewhere = original.is_foreign and not original.places
        concept = None if elsewhere else original.concept
        if is_read_as_name(reading, original.places, concept, index, article):
            return original, reading, _certainty(original, reading)
    return None


def _certainty(original: Original, reading: Reading) -> Certainty:
    """Certain where the article has the name too; people called Hope or Wolf make it less so."""
    person = original.concept is None or original.concept.kind == "person"
    borne = person and all(is_english_name(word.text.lower()) for word in reading.translated)
    if original.places:
        return Certainty.LIKELY if borne else Certainty.CERTAIN
    return Certainty.POSSIBLE if borne else Certainty.LIKELY


def _mention(
    original: Original, reading: Reading, certainty: Certainty, article: Article
) -> Mention:
    first, concept = reading.words[0], original.concept
    span = reading.span
    chain = []
    if original.places:
        chain.append(_place_evidence(original, article))
    means = ", ".join(reading.explain(original.words))
    chain.append(Evidence("direction", f"{means}: the name was read as a word"))
    if concept is not None:
        chain.append(glossary_evidence(concept))
    return Mention(
        concept=concept.id if concept else f"article:{fold(original.text)}",
        name=original.text.upper() if all(w.is_upper for w in reading.words) else original.text,
        segment=first.segment,
        span=span,
        text=article.segments[first.segment].target[span.start : span.end],
        form=Form.TRANSLATED,
        certainty=certainty,
        evidence=tuple(chain),
        by=name_row(concept) if concept else "",
    )


def _place_evidence(original: Original, article: Article) -> Evidence:
    place = original.places[0]
    text = article.segments[place.segment].target[place.span.start : place.span.end]
    reason = "the same name" if original.concept else "full name"
    return Evidence("article", f"{reason} in this article", text, place)


def _after_title(
    words: Sequence[Word],
    position: int,
    families: Mapping[str, tuple[int, Original]],
    index: NameIndex,
    article: Article,
) -> Iterator[Mention]:
    """Yield Mr Moon where the article has a Luka Mesec (and no other Moon).

    A glossary alone makes it possible, and not even that of a Moon: people are called so.
    """
    word = words[position]
    titled = position > 0 and is_title(words[position - 1].text) and is_tied(word)
    follows = words[position + 1 : position + 2]
    if not titled or not word.is_capital:
        return
    if follows and is_tied(follows[0]) and follows[0].is_capital:
        return
    meaning = word.text.lower()
    names = names_meaning(meaning)
    if own := [families[name] for name in names if name in families]:
        _, one = min(own, key=itemgetter(0))
        family = Original(one.words[-1], one.words[-1:], one.folded[-1:], None, one.places)
        yield _mention(family, Reading((word,), ((0, word),)), Certainty.LIKELY, article)
        return
    for name in () if is_english_name(meaning) else names:
        for entry in index.families(name):
            concept = index.concepts[entry.concept]
            right = concept.name.split()[-1]
            family = Original(right, (right,), (fold(right),), concept)
            yield _mention(family, Reading((word,), ((0, word),)), Certainty.POSSIBLE, article)
            return
