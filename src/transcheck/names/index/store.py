"""The concepts of a glossary and their forms as packed rows, each unpacked when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeVar, overload

import msgspec

from transcheck.model import Concept, Status, Term
from transcheck.names.index.entries import Entry, entry_of
from transcheck.names.index.rows import PackedRows, Rows

_MOST_KEPT = 2_048
_MOST_ENTRIES = 8_192
_Kind = TypeVar("_Kind")
_NOTHING: Mapping[int, Concept] = MappingProxyType({})


class _Row(msgspec.Struct, array_like=True, gc=False):
    """A concept without the names of its fields: a third of the bytes."""

    id: str
    name: str
    kind: str
    lang: str
    note: str
    ref: str
    file: str
    row: int
    shipped: bool
    terms: list[tuple[str, str, Status]]


@cache
def _decoder(kind: type[_Kind]) -> msgspec.msgpack.Decoder[_Kind]:
    return msgspec.msgpack.Decoder(kind)


def pack_concepts(concepts: Iterable[Concept]) -> bytes:
    """Return the rows of concepts."""
    encode, rows = msgspec.msgpack.Encoder().encode, PackedRows()
    for concept in concepts:
        rows.add(encode(_pack(concept)))
    return rows.pack()


class PackedEntries:
    """The rows of forms, packed one by one: a million of them unpacked take a gigabyte."""

    def __init__(self) -> None:
        self._rows, self._spelt = PackedRows(), PackedRows()
        self._encode = msgspec.msgpack.Encoder().encode

    def add(self, entry: Entry) -> None:
        """Pack a form, and its words as they are spelt and folded with blanks between.

        Both are empty where a form may not stand. Most of the look-up asks no more of a form.
        """
        self._rows.add(self._encode(entry))
        for words in (entry.words, entry.folded) if entry.may_stand else ((), ()):
            self._spelt.add(" ".join(words).encode())

    def pack(self) -> tuple[bytes, bytes]:
        """Return the rows of forms, and two rows of words for each."""
        return self._rows.pack(), self._spelt.pack()


def _pack(concept: Concept) -> _Row:
    terms = [(term.text, term.lang, term.status) for term in concept.terms]
    return _Row(
        concept.id, concept.name, concept.kind, concept.lang, concept.note, concept.ref,
        concept.file, concept.row, concept.shipped, terms,
    )  # fmt: skip


class ConceptStore(Sequence[Concept]):
    """The concepts of a compiled glossary in its order; the latest asked for stay unpacked."""

    def __init__(
        self, packed: bytes | memoryview, changed: Mapping[int, Concept] = _NOTHING
    ) -> None:
        self._packed, self._changed = packed, changed
        self._rows = Rows(packed)
        self._size = len(self._rows)
        self._read = lru_cache(maxsize=_MOST_KEPT)(self._unpack)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, number: int) -> Concept: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Concept, ...]: ...
    def __getitem__(self, number: int | slice) -> Concept | tuple[Concept, ...]:
        """Return one concept, or some of them."""
        if isinstance(number, slice):
            return tuple(self._read(one) for one in range(*number.indices(self._size)))
        if not -self._size <= number < self._size:
            raise IndexError(number)
        return self._read(number % self._size)

    def __iter__(self) -> Iterator[Concept]:
        return map(self._unpack, range(self._size))

    def with_changed(self, changed: Mapping[int, Concept]) -> ConceptStore:
        """Return the same concepts with others in the place of some."""
        return ConceptStore(self._packed, changed)

    def _unpack(self, number: int) -> Concept:
        if number in self._changed:
            return self._changed[number]
        row = _decoder(_Row).decode(self._rows[number])
        terms = tuple(Term(text, lang, status) for text, lang, status in row.terms)
        return Concept(
            row.id, row.name, row.kind, terms, row.lang, row.note, row.ref, row.file, row.row,
            row.shipped,
        )  # fmt: skip


class EntryStore:
    """The forms of a compiled glossary by their numbers; the latest asked for stay unpacked."""

    def __init__(
        self,
        packed: bytes | memoryview,
        spelt: bytes | memoryview,
        changed: Mapping[int, Concept] = _NOTHING,
    ) -> None:
        self._packed, self._spelt, self._changed = packed, spelt, changed
        self._rows, self._spellings = Rows(packed), Rows(spelt)
        self.read = lru_cache(maxsize=_MOST_ENTRIES)(self._unpack)

    def with_changed(self, changed: Mapping[int, Concept]) -> EntryStore:
        """Return the same forms, those of some concepts with another status."""
        return EntryStore(self._packed, self._spelt, changed)

    def words(self, number: int) -> list[str]:
        """Return the words of a form, none where it may not stand."""
        return str(self._spellings[2 * number], "utf-8").split()

    def folded(self, number: int) -> list[str]:
        """Return the same in lower case without marks."""
        return str(self._spellings[2 * number + 1], "utf-8").split()

    def _unpack(self, number: int) -> Entry:
        """Return one form."""
        entry = _decoder(Entry).decode(self._rows[number])
        changed = self._changed.get(entry.concept)
        return entry if changed is None else entry_of(entry.concept, changed, entry.term)
