"""HTML: the article of a web page, found by what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from transcheck.errors import UsageError
from transcheck.files.decode import decode
from transcheck.model import Article, ReaderInfo, Skipped
from transcheck.readers.assembly import assemble
from transcheck.text.tags import check_tag

if TYPE_CHECKING:
    from transcheck.readers.page.tree import Element

READER = ReaderInfo("HTML", (".html", ".htm", ".xhtml"))

_DECLARED = re.compile(
    rb"""<meta\b[^<>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\b[^<>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_LOOKED_AT = 4096
# A letter written as an entity; those of typography (&nbsp; &rdquo;) show no habit.
_LETTER = re.compile(
    r"&(?:#(?:19[2-9]|[2-9]\d\d|1\d{3})|#[xX]0*(?:[c-fC-F]|[1-9a-fA-F][0-9a-fA-F])[0-9a-fA-F]"
    r"|[A-Za-z]{1,2}(?:acute|grave|circ|uml|caron|cedil|tilde|ring|strok|slash|breve|macr|ogon|lig))"
    r";"
)


def read(
    path: str, raw: bytes, encoding: str | None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Return the one article of a page. Raise InputError when none is found in it."""
    from transcheck.readers.page.choice import Page, choose
    from transcheck.readers.page.dates import find_day
    from transcheck.readers.page.linked_data import find_linked_article
    from transcheck.readers.page.passages import find_passages
    from transcheck.readers.page.tree import parse

    source = decode(raw, path, encoding, find_declared(raw))
    root = parse(source)
    page = Page(root, find_passages(root, source), source, path)
    chosen = choose(page, find_linked_article(root, source))
    blocks = [passage.block for passage in chosen]
    language = _language(chosen[-1].element) or _language_of_page(root)
    day = find_day(root, source)
    article = assemble(path, blocks, text=source, target_lang=language, date=day)
    return (article,), ()


def find_declared(raw: bytes) -> str | None:
    """Return the encoding that a page says it is in."""
    match = _DECLARED.search(raw[:_LOOKED_AT])
    return (match.group(1) or match.group(2)).decode("ascii", "replace") if match else None


def spell(letters: str, around: Sequence[str], holds: Callable[[str], bool]) -> str:
    """Return letters as they are written in a page: as entities where its own ones are.

    A page in ASCII that does not say its encoding is read in a browser's own guess, so that it
    gets entities too.
    """
    escapes = _escapes(around[-1])
    return "".join(_spell(letter, escapes, holds) for letter in letters)


def _spell(letter: str, escapes: bool, holds: Callable[[str], bool]) -> str:
    if letter in "&<>":
        return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}[letter]
    if letter.isascii() or (holds(letter) and not escapes):
        return letter
    return f"&#{ord(letter)};"


@lru_cache(maxsize=2)
def _escapes(page: str) -> bool:
    if not page.isascii():
        return False
    return bool(_LETTER.search(page)) or not _DECLARED.search(page[:_LOOKED_AT].encode())


def _language(element: Element) -> str | None:
    """Return the language the innermost element that names one gives, if it is a language."""
    for outer in element.ancestors():
        tag = outer.attributes.get("lang") or outer.attributes.get("xml:lang")
        if tag:
            return _checked(tag)
    return None


def _language_of_page(root: Element) -> str | None:
    html = next((element for element in root.elements() if element.tag == "html"), root)
    return _language(html)


def _checked(tag: str) -> str | None:
    try:
        return check_tag(tag)
    except UsageError:
        return None
