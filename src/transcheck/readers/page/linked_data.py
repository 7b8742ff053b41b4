"""What a page says of itself in JSON-LD: the text and headline of the article it holds."""

from __future__ import annotations

import json
import re
from typing import Any

from transcheck.files.decode import replace_surrogates
from transcheck.model import Record
from transcheck.readers.assembly import Block
from transcheck.readers.page.tokens import Text
from transcheck.readers.page.tree import Element
from transcheck.readers.tracing import Tracer
from transcheck.text.lines import text_lines

_BODY = re.compile(r'"articleBody"\s*:\s*"')
_STRING_PIECE = re.compile(r'[^"\\]+|\\u[0-9a-fA-F]{4}|\\.', re.DOTALL)
_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_MARKUP = re.compile(r"<[^<>]{1,2000}>")


class LinkedArticle(Record, frozen=True):
    """The `articleBody` of a page, and its own blocks traced into the JSON string."""

    body: str
    blocks: tuple[Block, ...]


def find_linked_article(root: Element, source: str) -> LinkedArticle | None:
    """Return the longest articleBody the page carries, or None."""
    found: list[LinkedArticle] = []
    for element in root.elements():
        kind = element.attributes.get("type", "").partition(";")[0].strip().lower()
        if element.tag == "script" and kind == "application/ld+json" and element.children:
            start, end = _extent(element)
            found += _read_script(source, start, end)
    return max(found, key=lambda one: len(one.body), default=None)


def _extent(element: Element) -> tuple[int, int]:
    texts = [child for child in element.children if isinstance(child, Text)]
    return texts[0].start, texts[-1].end


def _read_script(source: str, start: int, end: int) -> list[LinkedArticle]:
    try:
        bodies = _bodies(json.loads(source[start:end], strict=False))
    except (ValueError, RecursionError):
        return []
    found = []
    for match in _BODY.finditer(source, start, end):
        pieces = _string_pieces(source, match.end(), end)
        body = "".join(text for text, _, _ in pieces)
        if body in bodies and body.strip():
            found.append(LinkedArticle(body, tuple(_blocks(body, pieces))))
    return found


def _bodies(data: Any) -> set[str]:
    found: set[str] = set()
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            body = value.get("articleBody")
            if isinstance(body, str):
                found.add(replace_surrogates(body))
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found


def _string_pieces(source: str, at: int, end: int) -> list[tuple[str, int, int]]:
    """Return the pieces of the JSON string that starts at `at`: text, and where it stands."""
    pieces = []
    while at < end and (match := _STRING_PIECE.match(source, at, end)):
        if pair := _PAIR.match(source, at, end):
            match = pair
        raw = match.group()
        try:
            text = json.loads(f'"{raw}"', strict=False) if raw[0] == "\\" else raw
        except ValueError:
            break
        pieces.append((replace_surrogates(text), at, match.end()))
        at = match.end()
    return pieces


def _blocks(body: str, pieces: list[tuple[str, int, int]]) -> list[Block]:
    """Return the lines of the body; markup some sites leave in it is no text."""
    cleared = _MARKUP.sub(lambda match: "\n" * len(match.group()), body)
    lines, blocks, at, offset = list(text_lines(cleared)), [], 0, 0
    for start, end in lines:
        tracer = Tracer()
        while at < len(pieces) and offset < end:
            text, raw_start, raw_end = pieces[at]
            _trace(tracer, text, raw_start, raw_end, start - offset, end - offset)
            if offset + len(text) > end:
                break
            at, offset = at + 1, offset + len(text)
        blocks.append(tracer.finish())
    return blocks


def _trace(tracer: Tracer, text: str, start: int, end: int, low: int, high: int) -> None:
    """Add what of a piece lies between `low` and `high` of its own text."""
    low, high = max(0, low), min(len(text), high)
    if low >= high:
        return
    if len(text) == end - start:
        tracer.copy(text, low, high, start)
    else:
        tracer.replace(text, start, end)
