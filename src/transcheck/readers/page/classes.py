"""What an element is for, as its tag and its class names say."""

from __future__ import annotations

import re

from transcheck.model import Role
from transcheck.readers.page.tree import Element

# Never part of what is read on the page.
_UNSEEN = frozenset(
    "script style template noscript head svg math iframe object canvas audio video button select"
    " datalist textarea".split()
)
_BESIDE = frozenset("nav aside footer form dialog menu".split())
_BESIDE_WORDS = frozenset(
    "comment comments disqus related recommended recommendations share sharing social newsletter"
    " subscribe promo advert advertisement advertising ads banner sidebar breadcrumb breadcrumbs"
    " cookie cookies consent pagination pager popular trending teaser teasers sponsored paywall"
    " navigation navbar menu widget tags komentari povezano najnovije izdvajamo".split()
)
# "has-sidebar" on a page's body says what stands elsewhere, not what this is.
_ABOUT_ELSEWHERE = frozenset("has with no open".split())
_STANDFIRST_WORDS = frozenset(
    "standfirst lead lede subtitle subheadline deck dek perex intro sapo excerpt nadnaslov"
    " podnaslov".split()
)
_BYLINE_WORDS = frozenset("byline author authors autor".split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CODE = frozenset(("code", "kbd", "samp", "pre", "tt"))


def is_unseen(element: Element) -> bool:
    """Say whether nothing of the element is ever shown as text."""
    attributes = element.attributes
    return (
        element.tag in _UNSEEN
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
    )


def is_beside(element: Element) -> bool:
    """Say whether the element stands beside an article: menus, comments, links to others."""
    if element.tag in _BESIDE or element.attributes.get("role") in ("navigation", "complementary"):
        return True
    if element.tag == "article":
        return any(outer.tag == "article" for outer in element.ancestors() if outer is not element)
    if element.tag in ("html", "body", "main") or element.holds_headline:
        return False
    words = class_words(element)
    return bool(words & _BESIDE_WORDS) and not words & _ABOUT_ELSEWHERE


def own_role(element: Element) -> Role | None:
    """Return the role a block element gives to its text."""
    if element.tag in _HEADINGS:
        return Role.HEADLINE
    if element.tag == "blockquote":
        return Role.QUOTE
    if element.tag == "figcaption":
        return Role.CAPTION
    attributes = element.attributes
    if element.tag == "address" or "author" in (attributes.get("rel"), attributes.get("itemprop")):
        return Role.BYLINE
    words = class_words(element)
    if words & _BYLINE_WORDS:
        return Role.BYLINE
    return Role.STANDFIRST if words & _STANDFIRST_WORDS else None


def is_protected(element: Element) -> bool:
    """Say whether the text of the element must stay as it is."""
    return (
        element.tag in _CODE
        or element.attributes.get("translate") == "no"
        or "notranslate" in element.attributes.get("class", "").split()
    )


def class_words(element: Element) -> frozenset[str]:
    """Return the words that the class and the id of an element are made of."""
    named = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    return frozenset(re.split(r"[\s_-]+", named.lower())) - {""}
