"""Wrong Serbian forms in rows of persons: the share that `glossary lint` finds.

Part of `python -m benchmarks.lint_defects`; the thresholds of glossary/respellings.py are measured
here, on all persons of the shipped files that have a Serbian form.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from benchmarks.tables import Row
from transcheck.glossary import find_shipped
from transcheck.glossary.native.sheet import read_sheet
from transcheck.glossary.rules.entries import Entry, read_entry
from transcheck.glossary.rules.respellings import count_pairs, find_slip, is_improbable

_LETTERS = "abcdeghijklmnoprstuvzčšž"
_Change = Callable[[str, str, random.Random], str]


def measure_respellings(draws: int, draw: random.Random) -> list[Row]:
    """Return the share found of each way in which a form is wrong, and of forms as they are."""
    entries = [
        entry
        for path in find_shipped()
        for entry in (read_entry(row, path.name) for row in read_sheet(str(path)).rows)
        if entry.kind == "person" and any(tag == "sr" for tag, _ in entry.sources)
    ]
    usual = count_pairs(entries)
    witnessed = [entry for entry in entries if any(tag == "mk" for tag, _ in entry.sources)]
    false = sum(
        _is_found(entry, form, usual)
        for entry in entries
        for tag, form in entry.sources
        if tag == "sr"
    )
    ways: tuple[tuple[str, Sequence[Entry], _Change], ...] = (
        ("another person's form", entries, lambda form, other, _: other),
        ("another person's surname", entries, _swap_surname),
        ("one letter wrong", entries, _slip),
        ("one letter wrong, beside a Macedonian form", witnessed, _slip),
    )
    rows = [Row("sound forms called improbable", "≤ 0", (false,))]
    for name, chosen, change in ways:
        found = sum(_draw(chosen, entries, change, usual, draw) for _ in range(draws))
        goal = "≥ .98" if change is ways[0][2] else ""
        rows.append(Row(name, goal, (found / draws,)))
    return rows


def _draw(
    chosen: Sequence[Entry],
    entries: Sequence[Entry],
    change: _Change,
    usual: Counter[tuple[str, str]],
    draw: random.Random,
) -> bool:
    while True:
        entry, other = draw.choice(chosen), draw.choice(entries)
        form, foreign = (
            next(form for tag, form in one.sources if tag == "sr") for one in (entry, other)
        )
        wrong = change(form, foreign, draw)
        if wrong != form and entry.name != other.name:
            sources = tuple((t, wrong if f == form else f) for t, f in entry.sources)
            return _is_found(msgspec.structs.replace(entry, sources=sources), wrong, usual)


def _is_found(entry: Entry, form: str, usual: Counter[tuple[str, str]]) -> bool:
    return is_improbable(entry, form, "sr", usual) or find_slip(entry, form, usual) is not None


def _swap_surname(form: str, other: str, _: random.Random) -> str:
    return " ".join([*form.split()[:-1], other.split()[-1]])


def _slip(form: str, _: str, draw: random.Random) -> str:
    place = draw.choice([i for i, letter in enumerate(form) if letter.isalpha()])
    before, letter, after = form[:place], form[place], form[place + 1 :]
    typed = draw.choice(_LETTERS)
    ways = (before + after, before + typed + after, before + typed + letter + after,
            before + after[:1] + letter + after[1:])  # fmt: skip
    return draw.choice(ways)
