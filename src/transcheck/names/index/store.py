"""The concepts of a glossary as packed rows, each unpacked when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import overload

import msgspec

from transcheck.model import Concept, Status, Term

_MOST_KEPT = 2_048
_OFFSET = 4
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
    terms: list[tuple[str, str, Status]]


def pack_concepts(concepts: Iterable[Concept]) -> bytes:
    """Return the rows one after another, behind their number and where each ends (uint32)."""
    encoder = msgspec.msgpack.Encoder()
    rows = [encoder.encode(_pack(concept)) for concept in concepts]
    ends, end = array("I", [len(rows)]), 0
    for row in rows:
        end += len(row)
        ends.append(end)
    return b"".join((ends.tobytes(), *rows))


def _pack(concept: Concept) -> _Row:
    terms = [(term.text, term.lang, term.status) for term in concept.terms]
    return _Row(
        concept.id, concept.name, concept.kind, concept.lang, concept.note, concept.ref,
        concept.file, concept.row, terms,
    )  # fmt: skip


class ConceptStore(Sequence[Concept]):
    """The concepts of a compiled glossary in its order; the latest asked for stay unpacked."""

    def __init__(
        self, packed: bytes | memoryview, changed: Mapping[int, Concept] = _NOTHING
    ) -> None:
        self._packed, self._changed = packed, changed
        view = memoryview(packed)
        self._size = view[:_OFFSET].cast("I")[0]
        first = _OFFSET * (self._size + 1)
        self._ends = view[_OFFSET:first].cast("I")
        self._rows = view[first:]
        self._decode = msgspec.msgpack.Decoder(_Row).decode
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
        start = self._ends[number - 1] if number else 0
        row = self._decode(self._rows[start : self._ends[number]])
        terms = tuple(Term(text, lang, status) for text, lang, status in row.terms)
        return Concept(
            row.id, row.name, row.kind, terms, row.lang, row.note, row.ref, row.file, row.row
        )
