"""Numbers, lists, sentences and cuts in the report's own plain words."""

from __future__ import annotations

from collections.abc import Sequence

SPELLED = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def number(value: int) -> str:
    """Write a whole number with commas between the thousands."""
    return f"{value:,}"


def spelled(value: int) -> str:
    """Write a number that opens a sentence: `Two`, and `14` from eleven up."""
    return SPELLED[value] if value < len(SPELLED) else number(value)


def times(value: int) -> str:
    """Write `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(value, f"{number(value)} times")


def listed(items: Sequence[str]) -> str:
    """Write `a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def capital(text: str) -> str:
    """Begin a sentence with a capital; `¶8` and `KFOR` stay as they are."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Give a line of the tool's own prose its capital and its full stop."""
    text = capital(text.strip())
    return text if not text or text.endswith((".", "!", "?", "…", ":")) else text + "."


def cut(text: str, limit: int) -> str:
    """Shorten a long quotation at a word, with an ellipsis in place of the rest."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    head = text[:limit]
    shorter = head.rsplit(" ", 1)[0]
    return (shorter if len(shorter) > limit // 2 else head).rstrip(" ,;:") + "…"
