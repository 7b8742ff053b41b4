"""The passages of a page: its blocks of running text, in order, with what surrounds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from transcheck.model import Role
from transcheck.readers.assembly import Block
from transcheck.readers.page.classes import is_beside, is_protected, is_unseen, own_role
from transcheck.readers.page.tokens import Text
from transcheck.readers.page.tree import BLOCKS, Element
from transcheck.readers.tracing import Tracer

_MOST_WORDS = {Role.BYLINE: 15, Role.STANDFIRST: 90}


@dataclass(frozen=True)
class Passage:
    """A block of text, the element that holds it, and the innermost one beside an article."""

    block: Block
    element: Element
    beside: int


class _Level(NamedTuple):
    element: Element
    children: Iterator[Element | Text]
    role: Role | None
    holder: Element
    beside: int
    protected: bool


def find_passages(root: Element, source: str) -> list[Passage]:
    """Return the passages of a page in document order."""
    walk = _Walk(source)
    walk.run(root)
    return walk.passages


class _Walk:
    def __init__(self, source: str) -> None:
        self.source = source
        self.passages: list[Passage] = []
        self._tracer = Tracer()
        self._just_broken = False

    def run(self, root: Element) -> None:
        stack = [_Level(root, iter(root.children), None, root, 0, False)]
        while stack:
            level = stack[-1]
            child = next(level.children, None)
            if child is None:
                self._leave(level)
                stack.pop()
                self._tracer.mask(on=bool(stack) and stack[-1].protected)
            elif isinstance(child, Text):
                self._read(child)
            elif child.tag == "br":
                self._break(child, level)
            elif not is_unseen(child):
                stack.append(self._enter(child, level))

    def _enter(self, element: Element, above: _Level) -> _Level:
        is_block = element.tag in BLOCKS
        if is_block:
            self._flush(above)
        protected = above.protected or is_protected(element)
        self._tracer.mask(on=protected) if protected != above.protected else None
        role = own_role(element) if is_block else None
        beside = element.index if is_block and is_beside(element) else above.beside
        holder = element if is_block else above.holder
        return _Level(
            element, iter(element.children), role or above.role, holder, beside, protected
        )

    def _leave(self, level: _Level) -> None:
        if level.element is level.holder:
            self._flush(level)

    def _read(self, text: Text) -> None:
        if text.replaced is None:
            self._tracer.copy(self.source, text.start, text.end)
            blank = not self.source[text.start : text.end].strip()
        else:
            self._tracer.replace(text.replaced, text.start, text.end)
            blank = False
        self._just_broken = self._just_broken and blank

    def _break(self, element: Element, level: _Level) -> None:
        """One line break is a blank, two in a row end a paragraph."""
        if self._just_broken:
            self._flush(level)
        else:
            self._tracer.blank(element.start, element.end)
        self._just_broken = True

    def _flush(self, level: _Level) -> None:
        self._just_broken = False
        if not self._tracer:
            return
        block = self._tracer.finish(level.role)
        most = _MOST_WORDS.get(level.role) if level.role else None
        if most and len(block.text.split()) > most:
            block = Block(block.text, block.origin, None, block.protected)
        self.passages.append(Passage(block, level.holder, level.beside))
        self._tracer = Tracer()
        self._tracer.mask(on=level.protected)
