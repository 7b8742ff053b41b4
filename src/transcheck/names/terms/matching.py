"""Where the terms of a glossary stand in a text, and how the words there stand to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.model import Form, Record, Span, Status
from transcheck.names.index import Entry, NameIndex
from transcheck.names.words.tokens import Word

_MOST_WORDS = 30
_BLANKS = (" ", "\u00a0", "-", "‑")


class Hit(Record, frozen=True):
    """A place where the words of a term stand, and how they stand to it."""

    entry: Entry
    words: tuple[Word, ...]
    form: Form

    @property
    def segment(self) -> int:
        """The segment it stands in."""
        return self.words[0].segment

    @property
    def span(self) -> Span:
        """From its first letter to its last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)


def find_terms(words: Sequence[Word], index: NameIndex) -> list[Hit]:
    """Return the longest terms among the words of a segment, from left to right."""
    hits, free = [], 0
    for position, word in enumerate(words):
        if position < free or not index.begins(word.folded):
            continue
        entries = index.entries_in(_joined(words, position))
        hit = _match(words, position, entries) if entries else None
        if hit is not None:
            hits.append(hit)
            free = position + len(hit.words)
    return hits


def _match(words: Sequence[Word], start: int, entries: Iterable[Entry]) -> Hit | None:
    """Return the longest of the terms that stands there, and of those the one nearest to it."""
    best: tuple[int, int, Hit] | None = None
    for entry in entries:
        size = len(entry.folded)
        if best is not None and size < best[0]:
            break
        piece = tuple(words[start : start + size])
        if not _has_capitals(piece, entry):
            continue
        form = _form(piece, entry)
        if form is None:
            continue
        rank = _RANK[form]
        if best is None or rank < best[1]:
            best = (size, rank, Hit(entry, piece, form))
    return best[2] if best else None


_RANK = {
    Form.EXACT: 0, Form.ADMITTED: 1, Form.REJECTED: 2, Form.RESPELT: 3, Form.FOLDED: 4,
}  # fmt: skip


def _joined(words: Sequence[Word], start: int) -> str:
    """Return the folded words from `start`, a blank behind each, while only blanks part them.

    After an initial ". " may stand too.
    """
    joined, before = f"{words[start].folded} ", words[start].text
    for number in range(start + 1, min(start + _MOST_WORDS, len(words))):
        word = words[number]
        if not (word.gap in _BLANKS or (word.gap == ". " and len(before) == 1)):
            break
        joined, before = f"{joined}{word.folded} ", word.text
    return joined


def _has_capitals(piece: Sequence[Word], entry: Entry) -> bool:
    """Say whether a name stands there, not a word: US is not us, Bar is not bar."""
    if any(len(w) > 1 and w.isupper() for w in entry.words):
        return all(
            word.text == form or not form.isupper()
            for word, form in zip(piece, entry.words, strict=True)
        )
    return all(
        word.is_capital or not form[0].isupper()
        for word, form in zip(piece, entry.words, strict=True)
    )


def _form(piece: Sequence[Word], entry: Entry) -> Form | None:
    """Return how words stand to a term; None when their marks make them another name."""
    texts = tuple(word.text for word in piece)
    if _same_letters(texts, entry.words):
        if entry.lang is not None:
            return Form.RESPELT
        if entry.status is Status.DEPRECATED:
            return Form.REJECTED
        return Form.EXACT if entry.status is Status.PREFERRED else Form.ADMITTED
    if entry.lang is not None or entry.status is Status.DEPRECATED:
        return None
    return Form.FOLDED if has_lost_marks(entry.words, texts) else None


def _same_letters(texts: Sequence[str], words: Sequence[str]) -> bool:
    """Say whether two are equal but for capitals (headlines are set as they please)."""
    return all(a == b or a.lower() == b.lower() for a, b in zip(texts, words, strict=True))


def has_lost_marks(right: Sequence[str], wrong: Sequence[str]) -> bool:
    """Say whether `wrong` has fewer marks than `right`, or other ones."""
    marks = [
        sum(not letter.isascii() for word in words for letter in word) for words in (right, wrong)
    ]
    return marks[0] > 0 and marks[0] >= marks[1]
