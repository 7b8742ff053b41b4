"""Forms that two rows of a glossary lay claim to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.glossary.entries import Entry
from transcheck.text.fold import fold

Twin = tuple[int, str, str]


def find_twins(entries: Sequence[Entry]) -> Iterator[Twin]:
    """Yield (line, id, message) for each clash; of the two rows the later is named."""
    yield from _near_rows(entries)
    yield from _shared_forms(entries)


def _near_rows(entries: Sequence[Entry]) -> Iterator[Twin]:
    first: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        earlier = first.setdefault((fold(entry.name), entry.kind, entry.lang), entry)
        # Equal names are no twins but a reason not to load, said there.
        if earlier.name != entry.name:
            message = (
                f"“{entry.name}” and “{earlier.name}” (line {earlier.line}) differ only in case or "
                "marks: join the rows"
            )
            yield entry.line, "near-duplicate", message


def _shared_forms(entries: Sequence[Entry]) -> Iterator[Twin]:
    names: dict[tuple[str, str], Entry] = {}
    admitted: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        names.setdefault((entry.name, entry.lang), entry)
        for form in entry.admitted:
            admitted.setdefault((form, entry.lang), entry)
    for entry in entries:
        for form in dict.fromkeys(entry.admitted):
            key = (form, entry.lang)
            for other, what in (
                (names.get(key), "the name of"),
                (admitted.get(key), "admitted in"),
            ):
                if other is not None and other is not entry and form != entry.name:
                    line = max(entry.line, other.line)
                    message = (
                        f"“{form}” is admitted for “{entry.name}” and {what} the row "
                        f"“{other.name}” (lines {_lines(entry, other)}): keep it in one"
                    )
                    yield line, "shared-form", message
                    break
        for form in dict.fromkeys(entry.rejected):
            other = admitted.get((form, entry.lang))
            if other is not None and other is not entry:
                message = (
                    f"“{form}” is rejected for “{entry.name}” and admitted for “{other.name}” "
                    f"(lines {_lines(entry, other)}): keep one"
                )
                yield max(entry.line, other.line), "shared-form", message


def _lines(one: Entry, other: Entry) -> str:
    first, second = sorted((one.line, other.line))
    return f"{first} and {second}"
