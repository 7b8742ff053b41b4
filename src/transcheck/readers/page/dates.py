"""The day a page says it was published on."""

from __future__ import annotations

import re

from transcheck.readers.page.tree import Element

_NAMES = (
    "article:published_time", "datepublished", "dc.date", "dcterms.date", "dc.date.issued",
    "pubdate", "publishdate", "publication_date", "date",
)  # fmt: skip
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LINKED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')


def find_day(root: Element, source: str) -> str | None:
    """Return the day (ISO 8601) of a page: from its meta tags, its JSON-LD, its first <time>."""
    said: dict[str, str] = {}
    for element in root.elements():
        attributes = element.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        value = attributes.get("content") or attributes.get("datetime") or ""
        if day := _DAY.match(value.strip()):
            said.setdefault((name or element.tag).lower(), day.group())
    named = next((said[name] for name in _NAMES if name in said), None)
    linked = _LINKED.search(source) if named is None else None
    return linked[1] if linked else named or said.get("time")
