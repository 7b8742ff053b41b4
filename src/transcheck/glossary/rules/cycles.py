"""Rows that point at each other in a ring: each one's form is another one's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.glossary.rules.entries import Entry, Fault
from transcheck.text.plural import plural

Edge = tuple[str, Entry, Entry]
"""A column of one row that holds the name of another."""
_MOST_NAMED = 4


def find_rings(entries: Sequence[Entry]) -> list[list[Edge]]:
    """Return the rings of the rows of one file, each as its edges in the order of the file.

    A ring goes over `admitted` and `rejected`, or from acronym to acronym over `ref`.
    """
    names: dict[tuple[str, str], Entry] = {}
    acronyms: dict[str, Entry] = {}
    for entry in entries:
        names.setdefault((entry.name, entry.lang), entry)
        if entry.kind == "acronym":
            acronyms.setdefault(entry.name, entry)
    forms, refs = [], []
    for entry in entries:
        for column, listed in (("admitted", entry.admitted), ("rejected", entry.rejected)):
            for form in listed:
                other = names.get((form, entry.lang))
                if other is not None and form != entry.name:
                    forms.append((column, entry, other))
        if entry.kind == "acronym" and entry.ref in acronyms:
            refs.append(("ref", entry, acronyms[entry.ref]))
    return [*_rings(forms), *_rings(refs)]


def describe_ring(ring: Sequence[Edge]) -> tuple[Entry, Fault]:
    """Return the last row of a ring and what is wrong with it."""
    rows = {id(edge[1]): edge[1] for edge in ring}
    ordered = sorted(rows.values(), key=lambda entry: entry.line)
    last = ordered[-1]
    column = next(column for column, entry, _ in ring if entry is last)
    shown = ", ".join(f"“{entry.name}” (line {entry.line})" for entry in ordered[:_MOST_NAMED])
    if len(ordered) > _MOST_NAMED:
        shown += f" and {plural(len(ordered) - _MOST_NAMED, 'more row')}"
    if column == "ref":
        who = "is its own `ref`" if len(ordered) == 1 else "are each other's `ref`"
        return last, Fault("ref", "cycle", f"{shown} {who}: name what the acronym stands for")
    verbs = dict.fromkeys(
        "reject" if edge[0] == "rejected" else "admit" for edge in ring if id(edge[1]) in rows
    )
    message = f"{shown} {' or '.join(verbs)} each other's names: make one row of them"
    return last, Fault(column, "cycle", message)


def _rings(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    """Yield the edges of each ring: what is left when all that only leads there is cut off."""
    unique = {(column, id(one), id(other)): (column, one, other) for column, one, other in edges}
    left = _cut_ends(_cut_ends(list(unique.values()), 1, 2), 2, 1)
    yield from _parts(left)


def _cut_ends(edges: Sequence[Edge], start: int, end: int) -> list[Edge]:
    """Return the edges without those that begin where none ends, again and again."""
    leading: dict[int, int] = {}
    going: dict[int, list[int]] = {}
    for edge in edges:
        leading[id(edge[end])] = leading.get(id(edge[end]), 0) + 1
        going.setdefault(id(edge[start]), []).append(id(edge[end]))
    waiting, cut = [row for row in going if row not in leading], set()
    while waiting:
        row = waiting.pop()
        cut.add(row)
        for reached in going.get(row, ()):
            leading[reached] -= 1
            if not leading[reached]:
                waiting.append(reached)
    return [edge for edge in edges if id(edge[start]) not in cut]


def _parts(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    touching: dict[int, list[Edge]] = {}
    for edge in edges:
        for end in edge[1:]:
            touching.setdefault(id(end), []).append(edge)
    seen: set[int] = set()
    for edge in edges:
        waiting, part = [id(edge[1])], {}
        while waiting:
            row = waiting.pop()
            if row in seen:
                continue
            seen.add(row)
            for found in touching[row]:
                part[found[0], id(found[1]), id(found[2])] = found
                waiting += [id(found[1]), id(found[2])]
        if part:
            yield list(part.values())
