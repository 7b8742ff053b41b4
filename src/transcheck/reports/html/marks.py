"""All marks of an article, by segment: its findings, their proofs, confirmed and unknown names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transcheck.model import ArticleReport, Place, Role
from transcheck.reports.html.anchors import Anchors
from transcheck.reports.html.grouping import Group
from transcheck.reports.html.ledger import UNKNOWN
from transcheck.reports.html.marking import Mark


def find_marks(
    one: ArticleReport,
    groups: Sequence[Group],
    ids: Mapping[int, Sequence[str]],
    anchors: Anchors,
) -> list[list[Mark]]:
    """Return the marks of every segment; within one, findings first, then the stronger sign."""
    marks: list[list[Mark]] = [[] for _ in one.article.segments]
    for group in groups:
        names = ids[group.number]
        for index, (finding, name) in enumerate(zip(group.findings, names, strict=True)):
            if finding.advisory:
                continue
            mark = Mark(
                span=finding.span,
                kind=group.standing.value,
                label=group.label(index),
                words=group.words,
                fingerprint=finding.fingerprint or name,
                anchor=anchors.part(f"m-{name}"),
                link=f"f-{name}",
            )
            marks[finding.segment].append(mark)
    _add_proofs(marks, groups, ids)
    for item in one.confirmed:
        _add_names(marks, one, item.places, "ok", "confirmed")
    for left in one.left_alone:
        if left.guard == UNKNOWN:
            _add_names(marks, one, left.places, "new", "in no glossary")
    return marks


def _add_proofs(
    marks: list[list[Mark]], groups: Sequence[Group], ids: Mapping[int, Sequence[str]]
) -> None:
    """Mark the places that evidence points at: right forms green, a second form amber."""
    proofs: dict[tuple[bool, Place], list[Group]] = {}
    for group in groups:
        for finding in group.findings:
            for one in finding.evidence:
                if one.place is None or one.kind != "article":
                    continue
                pointed = proofs.setdefault((bool(group.right), one.place), [])
                if group not in pointed:
                    pointed.append(group)
    for (right, place), pointed in proofs.items():
        if place.segment >= len(marks):
            continue
        label = ", ".join(str(group.number) for group in pointed)
        words = "right form for finding" if right else "the other form of finding"
        link = f"f-{ids[pointed[0].number][0]}"
        mark = Mark(place.span, "proof" if right else "other", label, words, link=link)
        marks[place.segment].append(mark)


def _add_names(
    marks: list[list[Mark]],
    one: ArticleReport,
    places: Sequence[Place],
    kind: str,
    words: str,
) -> None:
    """Mark a name wherever it stands outside furniture; its first place carries the sign."""
    segments = one.article.segments
    first = True
    for place in sorted(places):
        if place.segment >= len(segments) or segments[place.segment].role is Role.FURNITURE:
            continue
        marks[place.segment].append(Mark(place.span, kind, words=words, first=first))
        first = False
