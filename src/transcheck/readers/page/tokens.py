"""The tags, texts and entities of a page, each with its place, as browsers tell them apart.

The standard library's html.parser takes minutes over a megabyte of `<!--` and reads scripts
and broken comments differently from one Python to the next; this takes one pass, always.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from transcheck.model import Record

_TAG_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))?)?"
)
_TAG_END = re.compile(r"[\s/]*>")
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")
_RAW = frozenset("script style iframe noembed noframes xmp".split())
_NO_MARKUP = _RAW | {"title", "textarea"}
_LONGEST_ENTITY = 32


class Text(Record, frozen=True):
    """A stretch of text; `replaced` is what an entity stands for, None for a copy."""

    start: int
    end: int
    replaced: str | None = None


class StartTag(Record, frozen=True):
    """A start tag with its attributes, the first of equal names counting."""

    name: str
    start: int
    end: int
    attributes: dict[str, str]
    closed: bool = False


class EndTag(Record, frozen=True):
    """An end tag."""

    name: str


Token = Text | StartTag | EndTag


def read_tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of a page in order; comments and declarations are left out."""
    is_xml = source.lstrip().startswith("<?xml")
    at = 0
    while at < len(source):
        opening = source.find("<", at)
        opening = len(source) if opening < 0 else opening
        yield from read_text(source, at, opening)
        following = source[opening + 1 : opening + 2]
        if following.isascii() and following.isalpha():
            tag, at = _start_tag(source, opening)
            if tag is not None:
                closed = is_xml and source[at - 2] == "/"
                yield StartTag(tag.name, tag.start, tag.end, tag.attributes, closed)
                if tag.name in _NO_MARKUP and not closed:
                    end = _end_of_raw(source, at, tag.name)
                    is_raw = tag.name in _RAW
                    yield from [Text(at, end)] if is_raw else read_text(source, at, end)
                    at = end
        elif following == "/" and _TAG_NAME.match(source, opening + 2):
            tag, at = _start_tag(source, opening + 1)
            if tag is not None:
                yield EndTag(tag.name)
        elif following in ("!", "?", "/"):
            at = _end_of_comment(source, opening)
        elif opening < len(source):
            yield Text(opening, opening + 1)
            at = opening + 1
        else:
            return


def read_text(source: str, start: int, end: int) -> Iterator[Text]:
    """Yield the texts and entities between two places."""
    done = start
    while (mark := source.find("&", done, end)) >= 0:
        match = _REFERENCE.match(source, mark, end)
        plain, after = _resolve(match.group(), mark) if match else (None, mark + 1)
        if plain is not None:
            if done < mark:
                yield Text(done, mark)
            yield Text(mark, after, plain)
            done = after
        else:
            yield Text(done, after)
            done = after
    if done < end:
        yield Text(done, end)


def _resolve(raw: str, start: int) -> tuple[str | None, int]:
    """Return what a reference stands for and where it ends: "&copy2024" is "©" and "2024"."""
    if raw[1] != "#" and raw[1:] not in html5:
        name = raw[1 : _LONGEST_ENTITY + 1]
        raw = "&" + next((name[:n] for n in range(len(name), 1, -1) if name[:n] in html5), name)
    plain = unescape(raw)
    return (None if plain == raw else plain), start + len(raw)


def _start_tag(source: str, opening: int) -> tuple[StartTag | None, int]:
    """Return the tag at `opening` and where it ends; a tag that never ends is dropped."""
    name = _TAG_NAME.match(source, opening + 1)
    if name is None:
        return None, opening + 1
    at = name.end()
    attributes: dict[str, str] = {}
    while not (end := _TAG_END.match(source, at)):
        match = _ATTRIBUTE.match(source, at)
        if match is None:
            return None, len(source)
        value = next((v for v in match.groups()[1:] if v is not None), "")
        attributes.setdefault(match.group(1).lower(), unescape(value))
        at = match.end()
    return StartTag(name.group().lower(), opening, end.end(), attributes), end.end()


def _end_of_raw(source: str, at: int, name: str) -> int:
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return match.start() if match else len(source)


def _end_of_comment(source: str, opening: int) -> int:
    if not source.startswith("<!--", opening):
        end = source.find(">", opening)
        return end + 1 if end >= 0 else len(source)
    if source.startswith((">", "->"), opening + 4):
        return source.index(">", opening) + 1
    end = source.find("-->", opening + 4)
    return end + 3 if end >= 0 else len(source)
