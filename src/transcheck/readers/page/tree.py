"""A web page as a tree of elements and texts that know their places in the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from transcheck.readers.page.tokens import StartTag, Text, read_tokens

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe"
    " legend li main menu nav noscript object ol option p pre section select summary table tbody"
    " td template tfoot th thead title tr ul video audio".split()
)
# A start tag that closes an open element of the right-hand side, as browsers do.
_CLOSES = {
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",),
    "tr": ("tr", "td", "th"), "td": ("td", "th"), "th": ("td", "th"), "body": ("head",),
}  # fmt: skip
_KEEPS_OPEN = frozenset("ul ol dl table select".split())


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


def parse(source: str) -> Element:
    """Return the tree of a page, its root having the tag ""."""
    builder = _Builder()
    for token in read_tokens(source):
        if isinstance(token, Text):
            builder.add_text(token)
        elif isinstance(token, StartTag):
            builder.open(token)
        else:
            builder.close(token.name)
    return builder.finish()


class _Builder:
    def __init__(self) -> None:
        self.root = Element("", None, 0, 0, 0)
        self._stack = [self.root]
        self._open: Counter[str] = Counter()
        self._count = 0

    def finish(self) -> Element:
        while len(self._stack) > 1:
            self._pop()
        self.root.last = self._count
        return self.root

    def open(self, tag: StartTag) -> None:
        self._close_implied(tag.name)
        self._count += 1
        element = Element(tag.name, self._stack[-1], self._count, tag.start, tag.end)
        element.attributes = tag.attributes
        self._stack[-1].children.append(element)
        if tag.name not in _VOID:
            self._stack.append(element)
            self._open[tag.name] += 1
            if tag.closed:
                self._pop()

    def close(self, tag: str) -> None:
        if not self._open[tag] or (tag not in BLOCKS and self._is_crossed(tag)):
            return
        while self._stack[-1].tag != tag:
            self._pop()
        self._pop()

    def add_text(self, text: Text) -> None:
        self._stack[-1].children.append(text)

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
