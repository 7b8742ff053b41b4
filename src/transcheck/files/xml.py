"""XML, read safely: no entity is expanded, nothing is fetched, and every size has a bound.

The one reader for whatever comes as XML. A DOCTYPE may stand at the head (TMX 1.4 and martif
files begin with one) but what it points to is never opened, and a file that declares an entity
is refused. The file is read piece by piece, so that only one record is in memory at a time.
"""

from __future__ import annotations

import codecs
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NoReturn

import msgspec

from transcheck.errors import InputError

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

MOST_BYTES = 512_000_000
DEEPEST = 200
MOST_OUTSIDE = 500_000
MOST_ATTRIBUTES = 200
MOST_DECLARATIONS = 200
MOST_IN_RECORD = 100_000
MOST_TEXT = 4_000_000
LONGEST_TAG = 4_000_000

_PIECE = 1_000_000
_LANG = "http://www.w3.org/XML/1998/namespace lang"
# What expat reads itself; any other encoding is asked of Python and must have one byte a letter.
_BUILT_IN = frozenset({"utf-8", "utf-16", "iso-8859-1", "us-ascii"})
_EXPORT = "Export the file again"
_TOO_MUCH = "Export the file again, or split it"
_WORDS = {
    "no element found": "the file ends too early",
    "undefined entity": "an entity is not declared",
    "not well-formed (invalid token)": "a character or sign stands where none may",
}


class Element(msgspec.Struct, gc=False):
    """One element: its name without a prefix, its language (its parents' where it has none)."""

    name: str
    namespace: str
    attributes: dict[str, str]
    lang: str = ""
    line: int = 0
    content: list[Element | str] = []

    def children(self) -> list[Element]:
        """Return the elements directly in this one."""
        return [part for part in self.content if isinstance(part, Element)]

    def text(self, without: Collection[str] = ()) -> str:
        """Return all text in it, without that of the elements named."""
        texts = []
        for part in self.content:
            if isinstance(part, str):
                texts.append(part)
            elif part.name not in without:
                texts.append(part.text(without))
        return "".join(texts)


def read_records(content: bytes, path: str, names: Collection[str]) -> Iterator[Element]:
    """Yield the root as it opens, without content, then each element that has one of `names`.

    Raise InputError, with line and column, at what is no XML and at what is not safe to read.
    """
    if len(content) > MOST_BYTES:
        size = f"{len(content) / 1_000_000:.0f} MB"
        most = f"{MOST_BYTES // 1_000_000} MB"
        raise InputError(f"is over {most} ({size})", path=path, hint=_TOO_MUCH)
    if not content:
        raise InputError("is empty", path=path, hint=_EXPORT)
    from xml.parsers import expat

    marked = content.startswith(codecs.BOM_UTF8)
    parser = expat.ParserCreate("utf-8" if marked else None, " ")
    state = _Reading(parser, path, names, declared=not marked)
    view = memoryview(content)
    try:
        for start in range(0, len(content), _PIECE):
            parser.Parse(view[start : start + _PIECE], False)
            end = min(start + _PIECE, len(content))
            if end - parser.CurrentByteIndex > LONGEST_TAG:
                state.refuse("a tag or comment is longer than 4 MB")
            yield from state.take()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        fault = expat.ErrorString(error.code) or "fault"
        message = f"is no XML: {_WORDS.get(fault, fault)} (column {error.offset + 1})"
        raise InputError(message, path=path, line=error.lineno, hint=_EXPORT) from None
    yield from state.take()


class _Reading:
    """What expat has met so far."""

    def __init__(
        self, parser: XMLParserType, path: str, names: Collection[str], *, declared: bool
    ) -> None:
        self._parser, self._path, self._names = parser, path, frozenset(names)
        self._declared = declared
        # The languages of the open elements outside a record; the first is of none.
        self._langs = [""]
        self._open: list[Element] = []
        self._done: list[Element] = []
        self._depth = self._outside = self._inside = self._letters = self._declarations = 0
        parser.buffer_text = True
        if hasattr(parser, "SetReparseDeferralEnabled"):
            # Expat 2.6 waits for more of a long tag than we let one grow to.
            parser.SetReparseDeferralEnabled(False)
        # An attribute that a DTD adds to every element costs time and says nothing of the file.
        parser.specified_attributes = True
        parser.XmlDeclHandler = self._declare
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = self._reference
        parser.SkippedEntityHandler = self._skipped
        parser.AttlistDeclHandler = self._attribute_list
        parser.StartDoctypeDeclHandler = self._start_doctype
        parser.EndDoctypeDeclHandler = self._end_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def take(self) -> list[Element]:
        """Return the elements that are whole, once."""
        done, self._done = self._done, []
        return done

    def refuse(self, reason: str, hint: str = _TOO_MUCH) -> NoReturn:
        """Raise InputError at the place that is being read."""
        column = self._parser.CurrentColumnNumber + 1
        line = self._parser.CurrentLineNumber
        raise InputError(f"{reason} (column {column})", path=self._path, line=line, hint=hint)

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        depth = self._depth
        self._depth = depth + 1
        if depth >= DEEPEST:
            self.refuse(f"elements stand in each other more than {DEEPEST} deep")
        if len(attributes) > MOST_ATTRIBUTES:
            self.refuse(f"an element has more than {MOST_ATTRIBUTES} attributes")
        namespace, _, name = qualified.rpartition(" ")
        parents = self._open
        if parents:
            parent = parents[-1]
            self._inside += 1
            if self._inside > MOST_IN_RECORD:
                self.refuse(f"one entry has more than {MOST_IN_RECORD:,} elements")
            element = Element(name, namespace, attributes, attributes.get(_LANG, parent.lang))
            parent.content.append(element)
            parents.append(element)
            return
        lang = attributes.get(_LANG, self._langs[-1])
        found = depth and name in self._names
        if found or not depth:
            line = self._parser.CurrentLineNumber
            (parents if found else self._done).append(
                Element(name, namespace, attributes, lang, line)
            )
        if found:
            self._inside = self._letters = 0
            return
        self._outside += 1
        if self._outside > MOST_OUTSIDE:
            self.refuse(f"more than {MOST_OUTSIDE:,} elements stand outside the entries")
        self._langs.append(lang)

    def _end(self, _: str) -> None:
        self._depth -= 1
        if not self._open:
            self._langs.pop()
            return
        element = self._open.pop()
        if not self._open:
            self._done.append(element)

    def _text(self, text: str) -> None:
        if self._open:
            self._letters += len(text)
            if self._letters > MOST_TEXT:
                self.refuse(f"one entry has more than {MOST_TEXT:,} characters")
            self._open[-1].content.append(text)

    def _declare(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and self._declared and not _is_read(encoding):
            reason = f"declares the encoding “{encoding[:40]}”, which is unknown or not read here"
            self.refuse(reason, "Save it as UTF-8")

    def _start_doctype(self, *_: object) -> None:
        self._parser.DefaultHandler = self._find_reference

    def _end_doctype(self) -> None:
        self._parser.DefaultHandler = None

    def _find_reference(self, token: str) -> None:
        # The only sign expat gives of a parameter entity that it does not follow.
        if token.startswith("%") and token.endswith(";"):
            self._skipped(token[1:-1], parameter=True)

    def _entity(self, name: str, parameter: bool, *_: object) -> None:
        self.refuse(
            f"declares the entity “{name[:40]}”, which is not safe to read",
            "Remove the declaration, write what it stands for",
        )

    def _reference(self, *_: object) -> int:
        self.refuse("points to another file, which is never opened", "Remove the reference")

    def _skipped(self, name: str, parameter: bool) -> None:
        sign = "%" if parameter else "&"
        self.refuse(f"uses {sign}{name[:40]}; without declaring it", "Write what it stands for")

    def _attribute_list(self, *_: object) -> None:
        self._declarations += 1
        if self._declarations > MOST_DECLARATIONS:
            reason = f"the DOCTYPE declares more than {MOST_DECLARATIONS:,} attributes"
            self.refuse(reason, "Remove the DOCTYPE")


def _is_read(encoding: str) -> bool:
    if encoding.lower() in _BUILT_IN:
        return True
    try:
        return len(bytes(range(256)).decode(encoding, "replace")) == 256
    except (LookupError, ValueError):
        return False
