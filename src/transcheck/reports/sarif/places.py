"""Where things stand, in SARIF's words: columns and offsets count UTF-16 code units."""

from __future__ import annotations

from typing import Any

from transcheck.model import Article, Span
from transcheck.reports.paths import relate
from transcheck.reports.position import Unit, measure

ROOT = "SRCROOT"
"""What relative addresses start from: the root of the repository, the folder the run started in."""


def make_address(path: str) -> dict[str, Any]:
    """Return an artifactLocation: relative, percent-encoded, with forward slashes."""
    return {"uri": relate(path).uri, "uriBaseId": ROOT}


def make_region(article: Article, segment: int, span: Span) -> dict[str, Any]:
    """Return the region of a span; of a row of JSONL it is the whole line."""
    place = measure(article, segment, span, Unit.UTF16)
    if place.column is None:
        return {"startLine": place.line}
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.offset,
        "charLength": place.length,
    }


def make_location(article: Article, segment: int, span: Span) -> dict[str, Any]:
    """Return a location; in a row of JSONL it names the row and the field as well."""
    address, region = make_address(article.path), make_region(article, segment, span)
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": address, "region": region}}
    if article.row is not None:
        field = article.segments[segment].field
        name = f"{article.id}/{field}" if field else article.id
        location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "member"}]
    return location
