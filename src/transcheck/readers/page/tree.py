"""A web page as a tree of elements and texts that know their places in the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from html.parser import HTMLParser

from transcheck.errors import InputError

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu"
    " nav noscript ol option p pre section select summary table tbody td template tfoot th thead title"
    " tr ul video audio iframe object".split()
)
# A start tag that closes an open element of the right-hand side, as browsers do.
_CLOSES = {
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",),
    "tr": ("tr", "td", "th"), "td": ("td", "th"), "th": ("td", "th"), "body": ("head",),
}  # fmt: skip
_KEEPS_OPEN = frozenset("ul ol dl table select".split())
_LONGEST_ENTITY = 32


class Text:
    """A stretch of text; `replaced` is what an entity stands for, None for a copy."""

    __slots__ = ("end", "replaced", "start")

    def __init__(self, start: int, end: int, replaced: str | None = None) -> None:
        self.start, self.end, self.replaced = start, end, replaced


class Element:
    """An element; `index` counts elements in document order, `last` is its last descendant's."""

    __slots__ = (
        "attributes", "children", "end", "holds_headline", "index", "last", "parent", "start", "tag"
    )  # fmt: skip

    def __init__(self, tag: str, parent: Element | None, index: int, start: int, end: int) -> None:
        self.tag, self.parent, self.index, self.last = tag, parent, index, index
        self.start, self.end = start, end
        self.holds_headline = tag == "h1"
        self.attributes: dict[str, str] = {}
        self.children: list[Element | Text] = []

    def elements(self) -> Iterator[Element]:
        """Yield its elements, itself first, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [c for c in reversed(element.children) if isinstance(c, Element)]

    def holds(self, other: Element) -> bool:
        """Say whether `other` is this element or stands inside it."""
        return self.index <= other.index <= self.last

    def ancestors(self) -> Iterator[Element]:
        """Yield this element and those around it, innermost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


def parse(source: str, path: str) -> Element:
    """Return the tree of a page, its root having the tag ""."""
    builder = _Builder(source)
    try:
        builder.feed(source)
        builder.close()
    except AssertionError as error:  # html.parser's way of giving up on a declaration
        raise InputError(f"is not HTML that can be read ({error})", path=path) from None
    return builder.finish()


class _Builder(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.root = Element("", None, 0, 0, 0)
        self._stack = [self.root]
        self._open: Counter[str] = Counter()
        self._count = 0
        # html.parser counts lines by line feeds alone.
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]

    def finish(self) -> Element:
        while len(self._stack) > 1:
            self._pop()
        self.root.last = self._count
        return self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_implied(tag)
        start = self._place()
        end = start + len(self.get_starttag_text() or "")
        self._count += 1
        element = Element(tag, self._stack[-1], self._count, start, end)
        element.attributes = {name: value or "" for name, value in reversed(attrs)}
        self._stack[-1].children.append(element)
        if tag not in _VOID:
            self._stack.append(element)
            self._open[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if not self._open[tag] or (tag not in BLOCKS and self._is_crossed(tag)):
            return
        while self._stack[-1].tag != tag:
            self._pop()
        self._pop()

    def handle_data(self, data: str) -> None:
        start = self._place()
        self._stack[-1].children.append(Text(start, start + len(data)))

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Read a broken `<![…` as a comment, as browsers do."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i, report)

    def handle_charref(self, name: str) -> None:
        self._add_reference(f"#{name}")

    def handle_entityref(self, name: str) -> None:
        self._add_reference(name)

    def _add_reference(self, name: str) -> None:
        start = self._place()
        end = start + 1 + len(name)
        if self.source[end : end + 1] == ";" and (name[0] == "#" or f"{name};" in html5):
            end += 1
        elif name[0] != "#":
            # "&copy2024" is "©2024": a few old entities need no semicolon.
            known = (n for n in range(min(len(name), _LONGEST_ENTITY), 1, -1) if name[:n] in html5)
            end = start + 1 + next(known, len(name))
        raw = self.source[start:end]
        plain = unescape(raw)
        texts = self._stack[-1].children
        texts.append(Text(start, end, None if plain == raw else plain))
        whole = start + 1 + len(name)
        if end < whole:
            texts.append(Text(end, whole))

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _pop(self) -> None:
        element = self._stack.pop()
        element.last = self._count
        self._stack[-1].holds_headline |= element.holds_headline
        self._open[element.tag] -= 1

    def _close_implied(self, tag: str) -> None:
        if tag in BLOCKS and self._open["p"]:
            self._close_up_to(("p",), BLOCKS)
        if tag in _CLOSES:
            for name in _CLOSES[tag]:
                if self._open[name]:
                    self._close_up_to((name,), _KEEPS_OPEN)

    def _close_up_to(self, tags: tuple[str, ...], barriers: frozenset[str]) -> None:
        for depth, element in enumerate(reversed(self._stack), start=1):
            if element.tag in tags:
                for _ in range(depth):
                    self._pop()
                return
            if element.tag in barriers:
                return

    def _is_crossed(self, tag: str) -> bool:
        """Say whether a block stands between an inline end tag and its start tag."""
        for element in reversed(self._stack):
            if element.tag == tag:
                return False
            if element.tag in BLOCKS:
                return True
        return True
