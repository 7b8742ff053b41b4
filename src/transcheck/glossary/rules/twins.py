"""Rows that are one concept, and forms that two rows lay claim to, in one file or in several.

Entries come by the rank of their files, the winning file first: of two rows the later is named,
which is the one that gives way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from transcheck.glossary.rules.entries import Entry, Fault
from transcheck.glossary.rules.ranking import say_why
from transcheck.text.fold import fold

Twin = tuple[Entry, Fault]
_GAPS = str.maketrans("-", " ", "'.")


def find_twins(
    entries: Sequence[Entry], ringed: Collection[tuple[int, int]] = ()
) -> Iterator[Twin]:
    """Yield each row that another one wins over, with the fault.

    `ringed` are the ids of pairs of entries whose forms are said to stand in a ring.
    """
    told = set(ringed)
    for entry, near, fault in _near_rows(entries):
        told |= {(id(entry), id(near)), (id(near), id(entry))}
        yield entry, fault
    yield from _shared_forms(entries, told)


def _near_rows(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry, Fault]]:
    first: dict[tuple[str, str], dict[str, Entry]] = {}
    equal: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        same = equal.setdefault((entry.name, entry.kind, entry.lang), entry)
        if same.file != entry.file:
            if differ := _differing(entry, same):
                yield entry, same, _overruled(entry, same, differ)
            continue
        kinds = first.setdefault((fold(entry.name).translate(_GAPS), entry.lang), {})
        near = kinds.get(entry.kind) or kinds.get("")
        if near is None and not entry.kind and kinds:
            near = next(iter(kinds.values()))
        kinds.setdefault(entry.kind, entry)
        if near is None or same is not entry:
            continue  # equal rows of one file are a reason not to load, said there
        message = (
            f"“{entry.name}” and “{near.name}” ({near.place(entry)}) differ only in case "
            "or marks: join the rows"
        )
        if entry.name == near.name:
            message = (
                f"“{entry.name}” stands also on {near.place(entry)}, one of the two without a "
                "kind: join the rows"
            )
        yield entry, near, Fault("name", "near-duplicate", message)


def _differing(entry: Entry, winner: Entry) -> list[str]:
    columns = ("admitted", "rejected", "sources")
    return [c for c in columns if set(getattr(entry, c)) != set(getattr(winner, c))]


def _overruled(entry: Entry, winner: Entry, differ: Sequence[str]) -> Fault:
    columns = " and ".join(f"`{column.removesuffix('s')}`" for column in differ)
    message = (
        f"“{entry.name}” stands in {winner.place(entry)} with other forms ({columns}): that row "
        f"wins {say_why(winner.file, entry.file)}; delete this one or join them there"
    )
    return Fault("name", "conflict", message)


def _shared_forms(entries: Sequence[Entry], told: Collection[tuple[int, int]]) -> Iterator[Twin]:
    names: dict[tuple[str, str], Entry] = {}
    admitted: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        names.setdefault((entry.name, entry.lang), entry)
        for form in entry.admitted:
            admitted.setdefault((form, entry.lang), entry)
    rank = {id(entry): place for place, entry in enumerate(entries)}
    for entry in entries:
        for column, forms in (("admitted", entry.admitted), ("rejected", entry.rejected)):
            for form in dict.fromkeys(forms):
                key = (form, entry.lang)
                for other, what in ((names.get(key), _NAME), (admitted.get(key), _ADMITTED)):
                    if other is None or _is_one(entry, other) or form == entry.name:
                        continue
                    if (id(entry), id(other)) in told:
                        break
                    if column == "admitted" and entry.name == other.name:
                        break  # a country and its capital may share their variants
                    one_file = entry.file == other.file
                    if column == "rejected" and what == _NAME and one_file:
                        break  # a reason not to load, said there
                    ends = sorted((entry, other), key=lambda one: rank[id(one)])
                    tell = _shared if column == "admitted" else _rejected
                    yield ends[1], tell(form, entry, other, what, ends)
                    break


_NAME, _ADMITTED = "is the name of", "is admitted for"


def _is_one(entry: Entry, other: Entry) -> bool:
    """Say whether two rows are one, in one file or (equal in name and kind) in two."""
    key = (entry.name, entry.kind, entry.lang)
    return entry is other or (
        entry.file != other.file and key == (other.name, other.kind, other.lang)
    )


def _shared(form: str, entry: Entry, other: Entry, what: str, ends: Sequence[Entry]) -> Fault:
    at, last = ends
    column = "admitted" if last is entry or form in last.admitted else "name"
    message = (
        f"“{form}” is admitted for “{entry.name}” and {what} “{other.name}” "
        f"({at.place(last)}): keep it in one"
    )
    return Fault(column, "shared-form", message)


def _rejected(form: str, entry: Entry, other: Entry, what: str, ends: Sequence[Entry]) -> Fault:
    winner, last = ends
    column = "rejected" if last is entry else "name" if form == last.name else "admitted"
    message = f"“{form}” is rejected for “{entry.name}” and {what} “{other.name}”"
    if entry.file == other.file:
        return Fault(column, "shared-form", f"{message} ({winner.place(last)}): keep one")
    wins = say_why(winner.file, last.file)
    outcome = "is rejected" if winner is entry else "stays right"
    message += f": {winner.place(last)} wins {wins}, so it {outcome}; take it out of one of them"
    return Fault(column, "conflict", message)
