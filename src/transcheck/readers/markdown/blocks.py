"""The paragraphs, headings, list items, quotations and table cells of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.model import Role
from transcheck.readers.markdown.inline import normal_label
from transcheck.readers.markdown.paragraph import Paragraph
from transcheck.text.furniture import is_furniture
from transcheck.text.lines import split_lines

_BLANK = re.compile(r"[ \t\x00]*")
_QUOTE = re.compile(r"[ \t\x00]*>[ \t]?")
_BULLET = re.compile(r"[ \t\x00]*[-*+](?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_NUMBERED = re.compile(r"[ \t\x00]*(\d{1,9})[.)](?:[ \t]|$)")
_HEADING = re.compile(r"[ \t\x00]*(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r"[ \t]*(?:=+|-{2,})[ \t]*")
_BREAK = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*")
_FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_TABLE_RULE = re.compile(r"[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?")
_CELL = re.compile(r"(?:[^|\\]|\\.?)+")
_DEFINITION = re.compile(
    r"[ \t]*\[([^\]^][^\]]{0,500})\]:[ \t]*\S+(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
_FOOTNOTE = re.compile(r"[ \t]*\[\^[^\]\s]{1,100}\]:[ \t]*")
_TAG_BLOCK = re.compile(
    r"[ \t]*</?(?:p|div|section|article|figure|figcaption|blockquote|h[1-6]|[ou]l|li|table|tr|t[dh]"
    r"|aside|header|footer|main|details|summary|center|hr)\b",
    re.IGNORECASE,
)
_LONGEST_UNDERLINED = 200
_DEEPEST_LIST = 20


def find_labels(text: str) -> frozenset[str]:
    """Return the labels that link definitions of the file give."""
    if "]:" not in text:
        return frozenset()
    lines = (_DEFINITION.match(text[start:end]) for start, end in split_lines(text))
    return frozenset(normal_label(match.group(1)) for match in lines if match)


def find_paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the pieces of running text of a masked Markdown file, in order."""
    walk = _Walk(text)
    for start, end in split_lines(text):
        yield from walk.read_line(start, end)
    yield from walk.flush()


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self._open: Paragraph | None = None
        self._fence: str | None = None
        self._in_table = False

    def flush(self) -> Iterator[Paragraph]:
        if self._open is not None:
            yield self._open
        self._open, self._in_table = None, False

    def read_line(self, start: int, end: int) -> Iterator[Paragraph]:
        start, quoted = self._strip_quote(start, end)
        if self._fence is not None:
            yield from self._read_code(start, end)
        elif self._matches(_BLANK, start, end) or self._is_definition(start, end):
            yield from self.flush()
        elif fence := _FENCE.match(self.text, start, end):
            yield from self.flush()
            self._fence = fence.group(1)
            self._open = Paragraph(code=True)
        elif self._is_table_rule(start, end):
            header, self._open = self._open, None
            yield from self._cells(*header.lines[0]) if header else ()
            self._in_table = True
        elif self._in_table and "|" in self.text[start:end]:
            yield from self._cells(start, end)
        elif self._matches(_UNDERLINE, start, end) and self._may_be_underlined():
            if self._open:
                self._open.role = Role.HEADLINE
            yield from self.flush()
        elif self._matches(_BREAK, start, end):
            yield from self.flush()
        else:
            yield from self._read_text(start, end, quoted)

    def _read_text(self, start: int, end: int, quoted: bool) -> Iterator[Paragraph]:
        if heading := _HEADING.match(self.text, start, end):
            yield from self.flush()
            stop = heading.end() + len(_without_closing(self.text[heading.end() : end]))
            yield Paragraph([(heading.end(), stop)], Role.HEADLINE)
            return
        start, begins = self._strip_marker(start, end)
        opened = self._open
        if begins or _TAG_BLOCK.match(self.text, start, end) or (opened and self._leaves(quoted)):
            yield from self.flush()
        if self._open is None and is_furniture(self.text[start:end]):
            # Lines of counters and credits are often set one under the other, unseparated.
            yield Paragraph([(start, end)])
            return
        if self._open is None:
            self._open = Paragraph(role=Role.QUOTE if quoted else None, item=begins)
        self._open.lines.append((start, end))
        if _TAG_BLOCK.match(self.text, start, end) and self.text[start:end].rstrip().endswith(">"):
            yield from self.flush()

    def _leaves(self, quoted: bool) -> bool:
        """A line without `>` goes on with a quotation; one with it does not go on with a text."""
        return quoted and self._open is not None and self._open.role is not Role.QUOTE

    def _strip_quote(self, start: int, end: int) -> tuple[int, bool]:
        quoted = False
        while match := _QUOTE.match(self.text, start, end):
            start, quoted = match.end(), True
        return start, quoted

    def _strip_marker(self, start: int, end: int) -> tuple[int, bool]:
        """Leave out bullets and footnote marks; a number before an item is text and stays."""
        begins = False
        for _ in range(_DEEPEST_LIST):
            match = _BULLET.match(self.text, start, end) or _FOOTNOTE.match(self.text, start, end)
            if match is None or self._matches(_BREAK, start, end):
                break
            start, begins = match.end(), True
        numbered = _NUMBERED.match(self.text, start, end)
        if numbered and (self._open is None or self._open.item or numbered.group(1) == "1"):
            begins = True
        return start, begins

    def _may_be_underlined(self) -> bool:
        opened = self._open
        if opened is None or len(opened.lines) != 1 or opened.item:
            return False
        start, end = opened.lines[0]
        return end - start <= _LONGEST_UNDERLINED

    def _is_table_rule(self, start: int, end: int) -> bool:
        if "|" not in self.text[start:end] or not self._matches(_TABLE_RULE, start, end):
            return False
        opened = self._open
        return opened is not None and len(opened.lines) == 1 and "|" in opened.text_of(self.text)

    def _is_definition(self, start: int, end: int) -> bool:
        return self._open is None and bool(_DEFINITION.match(self.text[start:end]))

    def _cells(self, start: int, end: int) -> Iterator[Paragraph]:
        for cell in _CELL.finditer(self.text, start, end):
            if cell.group().strip():
                yield Paragraph([cell.span()])

    def _read_code(self, start: int, end: int) -> Iterator[Paragraph]:
        line = self.text[start:end].strip()
        if self._fence and line.startswith(self._fence) and not line.strip(self._fence[0]):
            self._fence = None
            yield from self.flush()
        elif self._open is not None:
            self._open.lines.append((start, end))

    def _matches(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        return pattern.fullmatch(self.text, start, end) is not None


def _without_closing(heading: str) -> str:
    """Return a heading without the `#` that may close it."""
    stripped = heading.rstrip()
    bare = stripped.rstrip("#")
    return bare if not bare or bare[-1] in " \t" else stripped
