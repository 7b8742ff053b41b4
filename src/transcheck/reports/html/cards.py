"""The card of a finding: wrong → right, what happened, and the chain of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from transcheck.model import Article, Evidence, Finding
from transcheck.reports.evidence import name_row
from transcheck.reports.html.anchors import Anchors
from transcheck.reports.html.difference import Change, compare_offer
from transcheck.reports.html.grouping import Group, Standing
from transcheck.reports.html.run import Elsewhere
from transcheck.reports.html.wording import capital, cut, sentence
from transcheck.reports.position import locate
from transcheck.text.plural import plural

ORDER = ("article", "direction", "source", "glossary", "count")
LINES = 4
QUOTE = 90


@dataclass(frozen=True)
class Link:
    """A place to go to: its id and its words (`¶5`); `kind` is the standing of what is there."""

    anchor: str
    words: str
    kind: str = ""


@dataclass(frozen=True)
class EvidenceLine:
    """One reason: a link or a word in front, a quotation, and the reason itself."""

    link: Link | None
    before: str
    quote: str
    after: str
    foreign: bool = False


@dataclass(frozen=True)
class Card:
    """All that a card shows; `ids` are those of its findings, the first one is the card's own."""

    group: Group
    ids: tuple[str, ...]
    change: Change
    message: str
    links: tuple[Link, ...]
    evidence: tuple[EvidenceLine, ...]
    more: tuple[EvidenceLine, ...]
    same_here: tuple[Link, ...]
    notes: tuple[str, ...]
    elsewhere: str
    panel: str
    where: str
    alternatives: tuple[str, ...]


def make_card(
    group: Group, ids: tuple[str, ...], article: Article, anchors: Anchors, others: Elsewhere
) -> Card:
    """Build the card of one group. `others` are its places and articles elsewhere in the run."""
    first = group.first
    ordered = sorted(_gather(group), key=lambda one: _rank(one.kind))
    notes = [
        one for one in ordered if one.kind == "count" and one.reason.lower().startswith("not ")
    ]
    lines = tuple(_line(one, article, anchors) for one in ordered if one not in notes)
    pairs = tuple(zip(group.findings, ids, strict=True))
    links = tuple(
        Link(_anchor(f, name, anchors), anchors.label(f.segment), group.standing.value)
        for f, name in pairs
    )
    return Card(
        group=group,
        ids=ids,
        change=compare_offer(article, group.findings),
        message=_message(group),
        links=links,
        evidence=lines[:LINES],
        more=lines[LINES:],
        same_here=_same_here(group, ordered, anchors, links) if group.is_name else (),
        notes=tuple(sentence(one.reason) for one in notes),
        elsewhere=f"{others.places} in {plural(others.articles, 'other article')}"
        if others.articles
        else "",
        panel=others.anchor,
        where=_where(article, group.findings, anchors),
        alternatives=tuple(cut(text, QUOTE) for text in first.suggestions[1:4]),
    )


def _anchor(finding: Finding, name: str, anchors: Anchors) -> str:
    """Return the id of a place's mark; what is about a waiver has none, and points at the text."""
    if finding.advisory:
        return anchors.segment(finding.segment)
    return anchors.part(f"m-{name}")


def _rank(kind: str) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def _gather(group: Group) -> list[Evidence]:
    """Collect the evidence of all places, each reason once."""
    found: dict[tuple[str, str, str, str], Evidence] = {}
    for finding in group.findings:
        for one in finding.evidence:
            found.setdefault((one.kind, one.reason, one.text, one.ref), one)
    return list(found.values())


def _message(group: Group) -> str:
    message = sentence(group.first.message)
    if group.standing is Standing.WAIVED:
        return f"{_waiver(group)} {message}".strip()
    if len(group.findings) > 1:
        fix = "Same fix" if group.right else "The same"
        return f"{message} {fix} in {plural(len(group.findings), 'place')}.".strip()
    return message


def _waiver(group: Group) -> str:
    """Say why it is waived, by whom and until when."""
    waived = group.first.waived or {}
    if group.is_known:
        return sentence(str(waived.get("reason") or "known before this run"))
    said = sentence(str(waived.get("reason") or "waived without a reason"))
    by = f"by {waived['by']}" if waived.get("by") else ""
    until = f"until {waived['expires']}" if waived.get("expires") else ""
    who = " ".join(filter(None, (by, until)))
    return f"{said} {sentence('Waived ' + who)}" if who else said


def _line(one: Evidence, article: Article, anchors: Anchors) -> EvidenceLine:
    quote = cut(one.text, QUOTE)
    if one.place is not None and one.place.segment < len(article.segments):
        text = article.segments[one.place.segment].target
        quote = cut(one.text or text[one.place.span.start : one.place.span.end], QUOTE)
        link = Link(anchors.segment(one.place.segment), anchors.label(one.place.segment))
        return EvidenceLine(link, "", quote, _after(one.reason))
    if one.kind == "glossary":
        parts = (f"Glossary {name_row(one.ref)}", quote or one.reason)
        return EvidenceLine(None, "", "", ": ".join(filter(None, parts)))
    if one.kind == "source" and quote:
        return EvidenceLine(None, "Source", quote, _after(one.reason), foreign=True)
    if quote and quote not in one.reason:
        return EvidenceLine(None, "", quote, _after(one.reason))
    return EvidenceLine(None, "", "", capital(one.reason))


def _after(reason: str) -> str:
    return f", {reason}" if reason else ""


def _same_here(
    group: Group, evidence: list[Evidence], anchors: Anchors, links: tuple[Link, ...]
) -> tuple[Link, ...]:
    """List the places of the right form, then those of the wrong one."""
    kind = "ok" if group.right else "other"
    proofs = [
        Link(anchors.segment(one.place.segment), anchors.label(one.place.segment), kind)
        for one in evidence
        if one.kind == "article" and one.place is not None
    ]
    unique = list(dict.fromkeys(proofs))
    return (*unique, *links) if unique else ()


def _where(article: Article, findings: tuple[Finding, ...], anchors: Anchors) -> str:
    """Say paragraph, line and column, as the terminal counts them."""
    spots = []
    for finding in findings[:3]:
        at = locate(article, finding.segment, finding.span)
        spots.append(f"{anchors.label(finding.segment)}, line {at.line}:{at.column}")
    rest = len(findings) - len(spots)
    return "; ".join(spots) + (f" and {rest} more" if rest else "")
