"""Text inside XML: escaped, and what XML or a terminal cannot hold made visible."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from transcheck.text.controls import show_controls

_NO_CHARACTERS = re.compile("[\ufffe\uffff]")


def xml_text(text: str) -> str:
    r"""Return one line of text; a control character becomes \x1b or <U+202E>, escaped."""
    return escape(_legal(text))


def xml_tag(name: str, attributes: Mapping[str, str | int | None], *, empty: bool = False) -> str:
    """Return a start tag, or a tag without content; an attribute that is None is left out."""
    listed = "".join(
        f" {key}={quoteattr(_legal(str(value)))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{listed}/>" if empty else f"<{name}{listed}>"


def _legal(text: str) -> str:
    text = show_controls(text)
    return _NO_CHARACTERS.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)
