"""What the page's script decides about: the findings of each article, as one block of JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from transcheck.model import ArticleReport, Certainty
from transcheck.reports.html.article import ArticleView
from transcheck.reports.html.grouping import Group
from transcheck.reports.html.run import Run
from transcheck.reports.identity import article_key
from transcheck.reports.plain_data import write_json
from transcheck.reports.replacements import fit

if TYPE_CHECKING:
    from markupsafe import Markup

KINDS = ("person", "place", "org", "product", "event", "demonym", "acronym")
# what could end or open an element in a script block, half characters, which no file holds, and
# what `calm_page` would write as an entity, which a script reads letter by letter
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]|(?<=:):|(?<=#)#")


def article_facts(one: ArticleReport, groups: Iterable[Group], href: str = "") -> dict[str, Any]:
    """Return an article's findings as a list of what is decided together; others are left out."""
    article = one.article
    facts: dict[str, Any] = {
        "key": article_key(article.path, article.id),
        "path": article.path,
        "groups": [_group(g) for g in groups if g.is_decided_here],
    }
    rest = {"id": article.id if article.id != article.path else "", "href": href}
    return facts | {name: value for name, value in rest.items() if value}


def view_facts(one: ArticleReport, groups: Iterable[Group], view: ArticleView) -> dict[str, Any]:
    """Return the same with the ids of the article's cards and marks on the page.

    A place has what is `written` there for each of the fixes, where that is not the name itself.
    """
    facts = article_facts(one, groups)
    cards = [card for card in view.cards if card.group.is_decided_here]
    for group, card in zip(facts["groups"], cards, strict=True):
        group |= {"card": f"f-{card.ids[0]}", "number": card.group.number}
        found = card.group.findings
        for place, finding, link in zip(group["places"], found, card.links, strict=True):
            place |= {"mark": link.anchor, "at": link.words}
            segment, fixes = one.article.segments[finding.segment], card.group.first.suggestions
            written = [fit(segment, finding, fix) for fix in fixes]
            if written != list(fixes):
                place["written"] = written
    return facts | {"view": view.slug}


def _group(group: Group) -> dict[str, Any]:
    first = group.first
    kind = (first.concept or "").partition(":")[0]
    known = {one.kind for one in first.evidence}  # where the right form is known from
    facts = {
        "check": first.check,
        "text": first.text,
        "fixes": list(first.suggestions),
        "certain": all(f.certainty is Certainty.CERTAIN for f in group.findings),
        "standing": group.standing.value,
        "name": group.is_name,
        "kind": kind if kind in KINDS else "",
        "here": "article" in known,
        "listed": "glossary" in known,
        "places": [{"print": f.fingerprint} for f in group.findings],
    }
    return {name: value for name, value in facts.items() if value}


def script_data(
    run: Run, signature: str, articles: Sequence[dict[str, Any]], **more: Any
) -> Markup:
    """Return the block: the report's id and signature, its articles' findings, and `more`."""
    from markupsafe import Markup

    data = {
        "report": run.identity,
        "signature": signature,
        "articles": list(articles),
        **more,
    }
    # text in a script element is not unescaped by browsers: it is made harmless here
    return Markup(_UNSAFE.sub(_escape, write_json(data)))  # noqa: S704


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
