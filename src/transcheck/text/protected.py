"""What must not be touched in a text: links, addresses, handles, tags, code, words with [sic]."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from transcheck.model import Span
from transcheck.text.expressions import compile_late

_URL = compile_late(r"(?:https?://|ftp://|www\.)[^\s<>\"“”„«»]+", re.IGNORECASE)
_SITE_END = compile_late(
    r"\.(?:com|org|net|info|news|press|media|online|io|tv|eu|gov|edu|int|mil|co|me|rs|ba|hr|si|mk|al|bg"
    r"|ro|hu|gr|tr|ru|ua|by|pl|cz|sk|de|at|ch|fr|it|es|pt|uk|ie|nl|be|us|ca|au)\b(?:/[^\s<>\"“”„«»]*)?"
)
_AT = compile_late(r"@(?:\w+(?:[.-]\w+)*)")
_TAG = compile_late(r"(?<![\w#&/])#\w*[^\W\d_]\w*")
# Not the backticks that some keyboards put for apostrophes: the mayor`s and Rutte`s.
_CODE = compile_late(r"(?<![\w`])`(?! )[^`\n]{1,80}(?<! )`(?![\w`])")
_SIC = compile_late(r"[\[(]sic!?[\])]", re.IGNORECASE)
_LONGEST_SITE = 253
_LONGEST_USER = 64
_AFTER_URL = ".,;:!?'’»)]}…"


def find_protected(text: str, known: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return the protected spans of `text` in order, those `known` from its format included.

    Spans that touch are joined.
    """
    spans = list(known)
    lower = text.lower()
    if "://" in text or "www." in lower:
        spans += _find_links(text)
    if "." in text:
        spans += _find_sites(text)
    if "@" in text:
        spans += _find_addresses(text)
    if "#" in text:
        spans += (Span(*match.span()) for match in _TAG.finditer(text))
    if "`" in text:
        spans += (Span(*match.span()) for match in _CODE.finditer(text))
    if "sic" in lower:
        spans += _find_sic(text)
    return tuple(_join(spans)) if len(spans) > 1 else tuple(spans)


def _find_links(text: str) -> Iterator[Span]:
    for match in _URL.finditer(text):
        yield Span(match.start(), match.start() + len(match.group().rstrip(_AFTER_URL)))


def _find_sites(text: str) -> Iterator[Span]:
    for match in _SITE_END.finditer(text):
        start = _walk_back(text, match.start(), ".-", _LONGEST_SITE)
        if start < match.start():
            yield Span(start, match.start() + len(match.group().rstrip(_AFTER_URL)))


def _find_addresses(text: str) -> Iterator[Span]:
    for match in _AT.finditer(text):
        start = _walk_back(text, match.start(), ".+-", _LONGEST_USER)
        yield Span(start, match.end())


def _walk_back(text: str, end: int, extra: str, most: int) -> int:
    """Return where the run of letters, digits and `extra` that ends at `end` starts."""
    start = end
    while start and end - start < most and (text[start - 1].isalnum() or text[start - 1] in extra):
        start -= 1
    while start < end and text[start] in extra:
        start += 1
    return start


def _find_sic(text: str) -> Iterator[Span]:
    for match in _SIC.finditer(text):
        end = match.start()
        while end and text[end - 1].isspace():
            end -= 1
        yield Span(_start_of_name(text, end), match.end())


def _start_of_name(text: str, end: int) -> int:
    """Return where the word before `end` starts, or the capitalised run it belongs to."""
    start = _start_of_word(text, end)
    while text[start : start + 1].isupper() and text[start - 1 : start] == " ":
        before = _start_of_word(text, start - 1)
        if not text[before : before + 1].isupper():
            break
        start = before
    return start


def _start_of_word(text: str, end: int) -> int:
    start = end
    while start and end - start < _LONGEST_USER and not text[start - 1].isspace():
        start -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return start


def _join(spans: list[Span]) -> Iterator[Span]:
    spans.sort()
    joined = spans[0]
    for span in spans[1:]:
        if span.start <= joined.end:
            joined = Span(joined.start, max(joined.end, span.end))
        else:
            yield joined
            joined = span
    yield joined
