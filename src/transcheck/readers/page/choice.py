"""Which passages of a page are its article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.errors import InputError
from transcheck.readers.page.linked_data import LinkedArticle
from transcheck.readers.page.passages import Passage
from transcheck.readers.page.tree import Element

_LOCATED = 0.6
_CENTRE = 0.9
_SURE_LENGTH = 200
_LONG_KEY = 20
_FEWEST_WORDS = 40
# Trafilatura takes minutes over pages of very many small pieces, which are lists, not articles.
_MOST_PASSAGES = 3_000


@dataclass(frozen=True)
class Page:
    """A page in pieces: its tree, its passages, and its source for those who parse anew."""

    root: Element
    passages: Sequence[Passage]
    source: str
    path: str


def choose(page: Page, linked: LinkedArticle | None) -> list[Passage]:
    """Return the passages of the article, or what the page says of it in its linked data.

    The page's own word (JSON-LD, the article element, main) counts first; trafilatura judges
    pages that say nothing. Raise InputError when no article is found.
    """
    if linked is not None:
        located = _locate(page.passages, linked.body)
        if located is None:
            return _headlines(page)[-1:] + [Passage(b, page.root, 0) for b in linked.blocks]
        return _with_headline(page, _inside(page.passages, _widen(_centre(page, located))))
    chosen = _by_element(page) or _whole_fragment(page) or _by_trafilatura(page)
    if not chosen:
        hint = "Save the article alone, or as text"
        raise InputError("no article found in this page", path=page.path, hint=hint)
    return _with_headline(page, chosen)


def _inside(passages: Sequence[Passage], root: Element) -> list[Passage]:
    """Return what stands in `root`, menus and comments left out."""
    return [p for p in passages if root.holds(p.element) and p.beside <= root.index]


def _locate(passages: Sequence[Passage], body: str) -> list[Passage] | None:
    """Return the passages that the article's text is made of, if most of it is on the page."""
    key = _key(body)
    keys = [_key(passage.block.text) for passage in passages]
    located = [p for p, k in zip(passages, keys, strict=True) if len(k) >= _LONG_KEY and k in key]
    covered = sum(len(_key(passage.block.text)) for passage in located)
    return located if covered and covered >= _LOCATED * len(key) else None


def _centre(page: Page, located: list[Passage]) -> Element:
    """Return the smallest element that holds nearly all of `located`."""
    element, whole = page.root, sum(len(p.block.text) for p in located)
    while True:
        inner = [child for child in element.children if isinstance(child, Element)]
        for child in inner:
            held = [p for p in located if child.holds(p.element)]
            if sum(len(p.block.text) for p in held) >= _CENTRE * whole:
                element, located = child, held
                break
        else:
            return element


def _widen(element: Element) -> Element:
    """Return the article element around `element`, so that headline and lead are read too."""
    return next((outer for outer in element.ancestors() if outer.tag == "article"), element)


def _by_element(page: Page) -> list[Passage]:
    """Return the text of the article element with most of it, else of the main element."""
    elements = list(page.root.elements())
    marked = [_widen(e) for e in elements if "articlebody" in _words(e, "itemprop")]
    articles = [e for e in elements if e.tag == "article"]
    mains = [e for e in elements if e.tag == "main" or e.attributes.get("role") == "main"]
    for candidates in (marked, articles, mains):
        texts = [(_inside(page.passages, element), element) for element in candidates]
        best, element = max(texts, key=lambda text: _length(text[0]), default=([], page.root))
        sure = element.holds_headline or (len(_outermost(candidates)) == 1 and candidates != mains)
        if best and (sure or _length(best) >= _SURE_LENGTH):
            return best
    return []


def _outermost(elements: list[Element]) -> list[Element]:
    """Return the elements that stand in none of the others before them."""
    outer: list[Element] = []
    for element in elements:
        if not (outer and outer[-1].holds(element)):
            outer.append(element)
    return outer


def _words(element: Element, attribute: str) -> list[str]:
    return element.attributes.get(attribute, "").lower().split()


def _whole_fragment(page: Page) -> list[Passage]:
    """Return everything of a piece of HTML that is no page: what an editing system exports."""
    if any(e.tag in ("html", "body", "head") for e in page.root.children if isinstance(e, Element)):
        return []
    chosen = _inside(page.passages, page.root)
    return chosen if any(p.element.tag == "p" for p in chosen) else []


def _by_trafilatura(page: Page) -> list[Passage]:
    """Let trafilatura judge an unknown page; text and places stay our own."""
    text = _extract(page.source) if len(page.passages) <= _MOST_PASSAGES else ""
    key, lines = _key(text), {_key(line) for line in text.splitlines()}
    chosen = [p for p in page.passages if _is_among(_key(p.block.text), key, lines)]
    if sum(len(p.block.text.split()) for p in chosen) >= _FEWEST_WORDS // 2:
        return chosen
    open_passages = _inside(page.passages, page.root)
    words = sum(len(p.block.text.split()) for p in open_passages if p.element.tag == "p")
    return open_passages if words >= _FEWEST_WORDS else []


def _extract(source: str) -> str:
    import trafilatura

    return trafilatura.extract(source, include_comments=False) or ""


def _is_among(key: str, whole: str, lines: set[str]) -> bool:
    return key in whole if len(key) >= _LONG_KEY else bool(key) and key in lines


def _with_headline(page: Page, chosen: list[Passage]) -> list[Passage]:
    """Put the page's headline first when it stands above the article and not in it."""
    if not chosen or any(p.element.tag == "h1" for p in chosen):
        return chosen
    first = chosen[0].element.index
    return [p for p in _headlines(page) if p.element.index < first][-1:] + chosen


def _headlines(page: Page) -> list[Passage]:
    return [passage for passage in page.passages if passage.element.tag == "h1"]


def _length(passages: list[Passage]) -> int:
    return sum(len(passage.block.text) for passage in passages)


def _key(text: str) -> str:
    """Return the letters and digits of a text: what two copies of it share."""
    return "".join(filter(str.isalnum, text)).casefold()
