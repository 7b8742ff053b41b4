"""Acronyms that stand in an article before it has said what they mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from transcheck.model import Article, Concept, Evidence, Form, Mention, Place, Policy, Role
from transcheck.names.index import NameIndex
from transcheck.names.terms.matching import Hit

_WANTED = "this house gives an acronym in full where it stands first"
_RIGHT = (Form.EXACT, Form.ADMITTED)
_PASSED_OVER = (Role.HEADLINE, Role.FURNITURE, Role.BYLINE, Role.CAPTION)


def mark_unexpanded(
    mentions: Sequence[Mention],
    hits: Iterable[Hit],
    article: Article,
    index: NameIndex,
    policy: Policy,
) -> tuple[Mention, ...]:
    """Return the mentions, the first of each acronym marked where its full name is missing.

    The full name is what the acronym's row has in `ref`, in any form of its own row. It has to
    stand before the acronym, or behind it in the same segment: OSCE (Organization for …).
    Headlines, captions and bylines are passed over.
    """
    if not policy.expand_acronyms:
        return tuple(mentions)
    acronyms = dict(_find_acronyms(hits, index))
    seen = set(policy.known_acronyms)
    marked = []
    for mention in mentions:
        concept = acronyms.get(mention.place)
        passed_over = article.segments[mention.segment].role in _PASSED_OVER
        if concept and mention.form in _RIGHT and not passed_over and mention.text not in seen:
            seen.add(mention.text)
            if not _stands(_full_names(concept, index), article, mention):
                mention = _unexpanded(mention, concept)
        marked.append(mention)
    return tuple(marked)


def _find_acronyms(hits: Iterable[Hit], index: NameIndex) -> Iterator[tuple[Place, Concept]]:
    for hit in hits:
        concept = index.concepts[hit.entry.concept]
        if concept.kind == "acronym" and concept.ref:
            yield Place(hit.segment, hit.span), concept


def _full_names(concept: Concept, index: NameIndex) -> frozenset[str]:
    rows = (index.concepts[number] for number in index.spelt(concept.ref))
    return frozenset({concept.ref, *(form for row in rows for form in (row.name, *row.admitted))})


def _stands(full: Collection[str], article: Article, mention: Mention) -> bool:
    before = [segment.target for segment in article.segments[: mention.segment]]
    text = "\n".join((*before, article.segments[mention.segment].target)).casefold()
    return any(name.casefold() in text for name in full)


def _unexpanded(mention: Mention, concept: Concept) -> Mention:
    evidence = (Evidence(kind="glossary", reason=_WANTED), *mention.evidence)
    name = f"{concept.ref} ({mention.text})"
    return replace(mention, form=Form.UNEXPANDED, name=name, evidence=evidence)
