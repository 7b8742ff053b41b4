"""The text of a paragraph of Markdown: links, emphasis, code, escapes and entities undone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape

from transcheck.readers.markdown.emphasis import Delimiter, pair_delimiters, read_delimiter

_SPECIAL = re.compile(r"\\|`+|&|<|!?\[|\]|\*+|_+|~+|\x00+|\n")
_ESCAPED = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK = re.compile(r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:|[\w.+-]{1,64}@)[^\s<>]{1,2000})>")
_TAG = re.compile(r"</?([A-Za-z][\w-]*)(?:\s[^<>]{0,2000}|/)?>")
_NO_TRANSLATION = re.compile(r"""translate\s*=\s*["']?no\b|class\s*=\s*["'][^"']*\bnotranslate\b""")
_DESTINATION = re.compile(
    r"\(\s*(?:<[^<>\n]{0,2000}>|[^\s()<>]*(?:\([^\s()]{0,500}\)[^\s()]*)*)"
    r"(?:\s+(?:\"[^\"]{0,1000}\"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s*\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,500})\]")
_CODE_TAGS = frozenset({"code", "kbd", "samp", "tt", "pre"})


@dataclass
class Piece:
    """A stretch of the paragraph and what becomes of it: copy, replace, drop, blank or a mask."""

    does: str
    start: int
    end: int
    text: str = ""
    delimiter: Delimiter | None = None


def read_inline(text: str, labels: Collection[str] = ()) -> Iterator[Piece]:
    """Yield the pieces of a paragraph in order; `labels` are the file's link definitions."""
    scan = _Scan(text, labels)
    scan.run()
    pair_delimiters(piece.delimiter for piece in scan.pieces if piece.delimiter)
    for piece in scan.pieces:
        if piece.delimiter:
            run = piece.delimiter
            yield Piece("copy", run.start + run.front, run.end - run.back)
        else:
            yield piece


class _Scan:
    def __init__(self, text: str, labels: Collection[str]) -> None:
        self.text = text
        self.labels = labels
        self.pieces: list[Piece] = []
        self._brackets: list[Piece] = []
        self._ticks = _runs_by_length(text) if "`" in text else {}
        self._masked_by: str | None = None

    def run(self) -> None:
        at = 0
        while match := _SPECIAL.search(self.text, at):
            self._put("copy", at, match.start())
            at = self._read(match.group(), match.start(), match.end())
        self._put("copy", at, len(self.text))

    def _put(self, does: str, start: int, end: int, text: str = "") -> int:
        if start < end:
            self.pieces.append(Piece(does, start, end, text))
        return end

    def _read(self, found: str, start: int, end: int) -> int:
        if found == "\n":
            return self._put("blank", start, end)
        if found[0] == "\x00":
            return self._put("drop", start, end)
        if found[0] in "*_~":
            run = read_delimiter(self.text, start, end)
            self.pieces.append(Piece("copy", start, end, delimiter=run))
            return end
        if found.endswith("["):
            self._put("copy", start, end)
            self._brackets.append(self.pieces[-1])
            return end
        reader = {"\\": self._escape, "`": self._code, "&": self._entity, "<": self._angle}
        return reader.get(found[0], self._close_bracket)(start, end)

    def _escape(self, start: int, end: int) -> int:
        after = self.text[end : end + 1]
        if after == "\n":
            return self._put("blank", start, end)
        if after and after in _ESCAPED:
            return self._put("replace", start, end + 1, after)
        return self._put("copy", start, end)

    def _code(self, start: int, end: int) -> int:
        closings = self._ticks.get(end - start, [])
        while closings and closings[-1] < end:
            closings.pop()
        if not closings:
            return self._put("copy", start, end)
        close = closings.pop()
        self._put("drop", start, end)
        self._put_masked(end, close)
        return self._put("drop", close, close + end - start)

    def _put_masked(self, start: int, end: int) -> None:
        self.pieces.append(Piece("mask", start, start))
        for line in re.finditer(r"[^\n\x00]+|[\n\x00]+", self.text[start:end]):
            does = "blank" if line.group()[0] in "\n\x00" else "copy"
            self._put(does, start + line.start(), start + line.end())
        if self._masked_by is None:
            self.pieces.append(Piece("unmask", end, end))

    def _entity(self, start: int, end: int) -> int:
        match = _ENTITY.match(self.text, start)
        if match and (plain := unescape(match.group())) != match.group():
            return self._put("replace", start, match.end(), plain)
        return self._put("copy", start, end)

    def _angle(self, start: int, end: int) -> int:
        if link := _AUTOLINK.match(self.text, start):
            self._put("drop", start, end)
            self._put_masked(end, link.end() - 1)
            return self._put("drop", link.end() - 1, link.end())
        tag = _TAG.match(self.text, start)
        if not tag:
            return self._put("copy", start, end)
        self._mask_by_tag(tag.group(), tag.group(1).lower(), tag.end())
        return self._put("blank" if tag.group(1).lower() == "br" else "drop", start, tag.end())

    def _mask_by_tag(self, tag: str, name: str, at: int) -> None:
        if tag.startswith("</"):
            if name == self._masked_by:
                self._masked_by = None
                self.pieces.append(Piece("unmask", at, at))
        elif self._masked_by is None and (name in _CODE_TAGS or _NO_TRANSLATION.search(tag)):
            self._masked_by = name
            self.pieces.append(Piece("mask", at, at))

    def _close_bracket(self, start: int, end: int) -> int:
        if not self._brackets:
            return self._put("copy", start, end)
        opening = self._brackets.pop()
        inside = self.text[opening.end : min(start, opening.end + 500)]
        if inside.startswith("^") and len(inside) > 1 and " " not in inside:
            self._drop_from(opening)
            return self._put("drop", start, end)
        after = self._link_end(end, inside)
        if after is None:
            return self._put("copy", start, end)
        opening.does = "drop"
        return self._put("drop", start, after)

    def _drop_from(self, opening: Piece) -> None:
        for piece in reversed(self.pieces):
            piece.does, piece.delimiter = "drop", None
            if piece is opening:
                break

    def _link_end(self, at: int, inside: str) -> int | None:
        if destination := _DESTINATION.match(self.text, at):
            return destination.end()
        if label := _LABEL.match(self.text, at):
            named = label.group(1) or inside
            return label.end() if normal_label(named) in self.labels else None
        return at if self.labels and normal_label(inside) in self.labels else None


def normal_label(label: str) -> str:
    """Return a link label as it is compared: blanks and case do not count."""
    return " ".join(label.split()).casefold()


def _runs_by_length(text: str) -> dict[int, list[int]]:
    """Return where the runs of backticks start, by their length, the last first."""
    runs: dict[int, list[int]] = {}
    for match in re.finditer("`+", text):
        runs.setdefault(len(match.group()), []).append(match.start())
    return {length: starts[::-1] for length, starts in runs.items()}
