"""XML, written: text in elements and attributes, without what XML has no way to hold."""

from __future__ import annotations

import re
from functools import cache

_SIGNS = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\r", "&#13;"))


def find_unheld(text: str) -> list[str]:
    """Return the characters of `text` that XML cannot hold, each as often as it stands."""
    return [] if text.isprintable() else _unheld().findall(text)


def drop_unheld(text: str) -> str:
    """Return `text` without the characters that XML cannot hold."""
    return _unheld().sub("", text)


def escape(text: str) -> str:
    """Return `text` as it stands in an element or a quoted attribute.

    A carriage return is written as a reference, since a reader would take it for a line end.
    """
    for sign, written in _SIGNS:
        if sign in text:
            text = text.replace(sign, written)
    return text


@cache
def _unheld() -> re.Pattern[str]:
    # XML 1.0, production 2: other characters cannot stand in a file, not even as references.
    return re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
