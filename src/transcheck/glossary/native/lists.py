r"""Lists in one cell: items separated by `|`, with `\|` and `\\` for the characters themselves."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\\([|\\])|(\|)")
_PLAIN = re.compile(r"[|\\]")


def split_items(cell: str) -> list[str]:
    """Return the items of a list as they stand, blanks and empty items included."""
    if "\\" not in cell:
        return cell.split("|")
    items, item, end = [], "", 0
    for match in _PIECE.finditer(cell):
        item += cell[end : match.start()] + (match[1] or "")
        end = match.end()
        if match[2]:
            items.append(item)
            item = ""
    return [*items, item + cell[end:]]


def split_list(cell: str) -> list[str]:
    """Return the items of a list without the blanks around them; empty ones are left out."""
    return [item for item in map(str.strip, split_items(cell)) if item]


def split_source(item: str) -> tuple[str, str]:
    """Return (language, form) of `sr:Mark Rute`; the language is "" where none is given."""
    lang, colon, form = item.partition(":")
    return (lang.strip(), form.strip()) if colon else ("", item.strip())


def escape(item: str) -> str:
    """Return an item as it must stand in a list."""
    return _PLAIN.sub(lambda match: "\\" + match[0], item)
