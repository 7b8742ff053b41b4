"""A run of words read as the translation of a name, and what says that a name stands there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from transcheck.model import Article, Concept, Place, Record, Role, Span
from transcheck.names.index import NameIndex
from transcheck.names.words.lexicon import FUNCTION_WORDS, is_word
from transcheck.names.words.meanings import meanings_of
from transcheck.names.words.surroundings import kinds_around, why_aside
from transcheck.names.words.tokens import Word

_BLANKS = (" ", "\u00a0", "-", "‑")
_NEAR = 60
"""Characters between a name and its translation in which the text may explain the one."""
_EXPLAINED = re.compile(
    r"[(\[/]|\b(?:mean(?:s|ing)|literally|or|translat\w+|called|known|i\.e)\b|^[\s,\"“”–—-]*$"
)
_KINDS = {"person": ("person",), "place": ("place",), "org": ("firm",), "event": ("work",),
          "product": ("product", "work", "firm", "ship")}  # fmt: skip


class Reading(Record, frozen=True):
    """The words of a run, and those of them that are translated with their positions."""

    words: tuple[Word, ...]
    positions: tuple[tuple[int, Word], ...]

    @property
    def span(self) -> Span:
        """From its first letter to its last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def translated(self) -> tuple[Word, ...]:
        """The words that were translated."""
        return tuple(word for _, word in self.positions)

    @property
    def copied(self) -> tuple[Word, ...]:
        """The words that were left as they were."""
        translated = {word.span for word in self.translated}
        return tuple(word for word in self.words if word.span not in translated)

    def explain(self, original: Sequence[str]) -> list[str]:
        """Return what the translated words of the original mean: `Božo means god`."""
        return [f"{original[n]} means {word.text.lower()}" for n, word in self.positions]


def is_tied(word: Word) -> bool:
    """Say whether nothing but a blank or a hyphen stands before a word."""
    return word.gap in _BLANKS


def read_piece(words: Sequence[Word], start: int, folded: Sequence[str]) -> Reading | None:
    """Read the words from `start` as a translation of a name; None when they are none.

    The last word may have lost its capital, as engines leave it: New leaf.
    """
    piece = tuple(words[start : start + len(folded)])
    if len(piece) < len(folded) or not all(map(is_tied, piece[1:])):
        return None
    if not all(word.is_capital for word in piece[:-1]) or _goes_on(words, start, len(piece)):
        return None
    positions = []
    for number, (word, name) in enumerate(zip(piece, folded, strict=True)):
        if word.folded == name and word.is_capital:
            continue
        if word.text.lower() not in meanings_of(name):
            return None
        positions.append((number, word))
    if not positions or (not piece[-1].is_capital and len(positions) < len(piece)):
        return None
    return Reading(piece, tuple(positions))


def _goes_on(words: Sequence[Word], start: int, size: int) -> bool:
    """Say whether a word after the piece makes it a part of a longer name: New Leaf Hotel."""
    after = words[start + size : start + size + 1]
    if not after or not is_tied(after[0]) or not after[0].is_capital:
        return False
    return after[0].text.lower() not in FUNCTION_WORDS  # GOD PETROV ON TRIAL


def is_read_as_name(
    reading: Reading,
    places: Sequence[Place],
    concept: Concept | None,
    index: NameIndex,
    article: Article,
) -> bool:
    """Say whether a name stands there that the text itself does not explain by its translation.

    `places` are those of the name itself, in text order.
    """
    first, span = reading.words[0], reading.span
    text = article.segments[first.segment].target
    if why_aside(text, span) in ("alias", "language", "bracketed"):
        return False
    around = _around(places, Place(first.segment, span))
    if any(_explains(text, span, place) for place in around):
        return False
    if any(_is_telling(word, index) for word in reading.copied):
        return True
    role = article.segments[first.segment].role
    return concept is not None and _stands_as(reading, text, role, concept)


def _around(places: Sequence[Place], here: Place) -> Iterator[Place]:
    """Yield the places within reach of this one: a long text may have thousands."""
    after = bisect_left(places, here)
    for number in range(after - 1, -1, -1):
        if not _is_within_reach(places[number], here):
            break
        yield places[number]
    for number in range(after, len(places)):
        if not _is_within_reach(here, places[number]):
            break
        yield places[number]


def _is_within_reach(one: Place, other: Place) -> bool:
    return one.segment == other.segment and other.span.start - one.span.end <= _NEAR


def _explains(text: str, span: Span, place: Place) -> bool:
    one, other = sorted((span, place.span))
    return _EXPLAINED.search(text[one.end : other.start]) is not None


def _is_telling(word: Word, index: NameIndex) -> bool:
    """Say whether a copied word shows that a name was translated: no word, no place by itself."""
    numbers = index.named_by(word.text)
    by_itself = any(index.concepts[number].kind != "person" for number in numbers)
    return len(word.text) > 2 and not is_word(word.text) and not by_itself


def _stands_as(reading: Reading, text: str, role: Role, concept: Concept) -> bool:
    """Say whether words that are all English stand where a name of that kind would."""
    span, first = reading.span, reading.words[0]
    wanted = _KINDS.get(concept.kind, ())
    around = kinds_around(text, span)
    if any(kind.startswith(prefix) for kind in around for prefix in wanted):
        return True
    if concept.kind not in ("org", "product", "event"):
        return False
    odd = not reading.words[-1].is_capital and not first.first and role is not Role.HEADLINE
    return odd or why_aside(text, span) == "quoted"
