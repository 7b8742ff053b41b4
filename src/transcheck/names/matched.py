"""From the names that a form may be to a mention: whether its place allows it, on what evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from transcheck.model import (
    Article,
    Certainty,
    Concept,
    Evidence,
    Languages,
    Mention,
    Place,
    Span,
)
from transcheck.names.damage.forms import name_form
from transcheck.names.damage.marks import say_marks_lost
from transcheck.names.evidence import say_respelling
from transcheck.names.index import NameIndex
from transcheck.names.judgement.families import may_be_another
from transcheck.names.judgement.guards.women import is_said_of_her
from transcheck.names.judgement.matches import Match
from transcheck.names.judgement.rating import find_rivals, rate
from transcheck.names.terms.mentions import glossary_evidence, name_row
from transcheck.names.terms.origin import spelling_language
from transcheck.names.words.kinds import may_be_one_kind
from transcheck.names.words.surroundings import kinds_around, why_aside
from transcheck.names.words.tokens import split_words
from transcheck.names.words.units import Unit
from transcheck.text.fold import fold

_KINDS = {"person": {"person"}, "place": {"place"}, "org": {"firm"}, "product": {"product"}}


def mention_best(
    matches: Sequence[Match],
    place: Place,
    unit: Unit | None,
    article: Article,
    index: NameIndex,
    languages: Languages,
) -> Mention | None:
    """Return the likeliest name as a mention, None when it is not likely enough to be shown."""
    if not matches:
        return None
    match, certainty = matches[0], rate(matches)
    if certainty is None:
        return None
    text = article.segments[place.segment].target
    concept = index.concepts[match.near.entry.concept]
    kind = concept.kind
    if _is_own_name(match, kind):
        return None
    words = split_words(text[place.span.start : place.span.end])
    if may_be_another(match.near, words, concept, languages.source):
        certainty = Certainty.POSSIBLE
    if match.near.is_given_in_case and words[0].endswith("a") and is_said_of_her(text, place.span):
        return None  # Dorina is a woman's name too
    if not _fits(text, place.span, kind, unit) or _is_aside(text, place.span, kind):
        return None
    mention = _mention(match, certainty, place, article, index, languages)
    rivals = dict.fromkeys(_right(one) for one in find_rivals(matches))
    others = tuple(name for name in rivals if name != mention.name)
    return replace(mention, others=others) if others else mention


def _right(match: Match) -> str:
    """Return the words that a form stands for, as they are to be written."""
    near = match.near
    if not near.is_family_alone:
        return near.entry.text
    if len(near.right) == 1:
        return near.right[0]
    text = near.entry.text  # Schwarz-Schilling, Van der Bellen
    return text[text.rfind(near.right[0], 0, text.rfind(" ".join(near.right[-1:]))) :]


def _is_own_name(match: Match, kind: str) -> bool:
    """Say whether such damage rather makes another name: Negotino is a town beside Negotin.

    Medvedevo is a village, and a town owns nothing (Sokol, but Sokolov). Nor does a word in small
    letters come out of an acronym: Yasenevo and ASEAN.
    """
    rules = [rule for one in match.near.damage for rule in one.rules]
    added = {rule.damaged for rule in rules if rule.original == "$" and rule.channel == "ending"}
    acronym = any(len(word) > 1 and word.isupper() for word in match.near.right)
    family = match.near.right[-1].endswith(_OF_VILLAGES)
    makes = added & _NO_CASES if kind == "place" else added & {"o$"} if family else set()
    return acronym or bool(makes)


_OF_VILLAGES = ("ov", "ev", "in")
_NO_CASES = frozenset(("o$", "ov$", "ova$", "ev$", "eva$"))


def _fits(text: str, span: Span, kind: str, unit: Unit | None) -> bool:
    """Say whether the words around a name allow this kind: a title a person, a town a place."""
    around = kinds_around(text, span)
    if kind == "person" and unit is not None and is_located(text, span):
        return False
    titled = unit is not None and bool(unit.title)
    if titled:
        around = {*around, "person"}
    known = _KINDS.get(kind)
    if unit is not None and unit.longer and kind != "person":
        return False
    return not around or known is None or may_be_one_kind(around, known)


def is_located(text: str, span: Span) -> bool:
    """Say whether something is said to be in a name, or the name to lie somewhere."""
    before = _LOCATED.search(text[max(0, span.start - 20) : span.start])
    return before is not None or _LIES.match(text, span.end) is not None


_LIES = re.compile(r" (?:borders?|lies|lay) (?!ill\b|dead\b|to\b|about\b|down\b)")
_LOCATED = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|(?:[Nn]or|[Ss]ou)th of|(?:[Ee]as|[Ww]es)t of"
    r"|(?:train|bus|flight|road|motorway|highway|railway|line|route|trip|ferry)s? (?:to|from)) $"
)


def _is_aside(text: str, span: Span, kind: str) -> bool:
    """Say whether the form stands there on purpose, as another or a foreign one."""
    why = why_aside(text, span)
    return why == "alias" or (why is not None and kind != "person")


def _mention(
    match: Match,
    certainty: Certainty,
    place: Place,
    article: Article,
    index: NameIndex,
    languages: Languages,
) -> Mention:
    text = article.segments[place.segment].target
    concept = index.concepts[match.near.entry.concept]
    right = _right(match)
    text = text[place.span.start : place.span.end]
    if not text.isascii() and fold(right) == fold(concept.name):
        right = concept.name  # a form that kept a mark is not answered by one without
    elif not match.near.is_preferred and not _is_written(right, article):
        right = _preferred(right, concept)
    return Mention(
        concept=concept.id,
        name=right,
        segment=place.segment,
        span=place.span,
        text=text,
        form=name_form(rule for one in match.near.damage for rule in one.rules),
        certainty=certainty,
        evidence=(glossary_evidence(concept), *_explain(match, text, index, languages)),
        language=languages.source,
        by=name_row(concept),
    )


def _is_written(name: str, article: Article) -> bool:
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return any(whole.search(segment.target) for segment in article.segments)


def _preferred(right: str, concept: Concept) -> str:
    """Return the preferred form of an admitted one that nothing in the article asks for."""
    words = concept.name.split()
    size = len(right.split())
    return " ".join(words[-size:]) if size in (1, len(words)) else right


def _explain(match: Match, text: str, index: NameIndex, languages: Languages) -> Iterator[Evidence]:
    """Yield how the form came out of the name, in an editor's words."""
    right = " ".join(match.near.right)
    rules = [rule for one in match.near.damage for rule in one.rules]
    channels = {rule.channel for rule in rules}
    if "slip" in channels:
        words = f"a slip of the keys makes {text} of {right}"
    elif any(rule.channel == "ending" and rule.damaged == "$" for rule in rules):
        words = f"{text} is {right} without its last vowel, taken for a case ending"
    elif "ending" in channels:
        words = f"{text} has a case ending; {right} has none"
    elif channels == {"marks"}:
        words = say_marks_lost(rules)
    else:
        written = spelling_language(text.split()[-1], index)
        words = say_respelling(right, text, written or languages.source, bool(written))
    yield Evidence("direction", words)
