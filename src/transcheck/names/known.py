"""Names of the glossary that stand damaged in an article, whatever else the article holds.

Longer runs of words come first (Ursula fon der Lajen), then single names (Bajden). A form that
the article itself explains is left to it: another bearer of the name, the text's own aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from transcheck.model import Article, Certainty, Evidence, Form, Languages, Mention, Place, Span
from transcheck.names.index import NameIndex, bears
from transcheck.names.judgement.bearers import may_be_one_bearer
from transcheck.names.judgement.matches import POSSIBLE, Match, find_matches, rate
from transcheck.names.occupied import Occupied
from transcheck.names.terms.matching import Hit
from transcheck.names.terms.mentions import glossary_evidence, name_row
from transcheck.names.words.kinds import may_be_one_kind
from transcheck.names.words.lexicon import FUNCTION_WORDS, PARTICLES, is_word
from transcheck.names.words.surroundings import kinds_around, why_aside
from transcheck.names.words.tokens import Word
from transcheck.names.words.units import Unit, is_acronym

LEAST_LETTERS = 4
MOST_WORDS = 6
"""Words of the longest names that are looked for damaged."""
_JOINTS = (" ", "\u00a0", "-", "‑")
_KINDS = {"person": {"person"}, "place": {"place"}, "org": {"firm"}, "product": {"product"}}


def mention_known(
    texts: Sequence[Sequence[Word]],
    units: Sequence[Unit],
    hits: Iterable[Hit],
    article: Article,
    index: NameIndex,
    languages: Languages,
) -> list[Mention]:
    """Return the names of the glossary that are damaged in the article, in no order.

    Nothing is looked for inside a hit of the glossary; a longer name around one may be found.
    """
    hits = list(hits)
    within = Occupied(Place(hit.segment, hit.span) for hit in hits)
    found = list(_hyphenated(texts, hits, article, index, languages))
    for words in texts:
        for piece in _pieces(words):
            found += _longer(piece, article, index, languages)
    taken = Occupied(mention.place for mention in found)
    given = _given_names(units)
    for unit in units:
        if len(unit.words) == 1 and not taken.holds(unit.place) and not within.holds(unit.place):
            found += _alone(unit, given, article, index, languages)
    return found


_ENDINGS = frozenset("a u e i om em ov ova ovi ovu it in n t s ja ju jem".split())
"""What is left on a name behind a hyphen: NATO-u, SDP-om; Albanian Cromwell-it."""


def _hyphenated(
    texts: Sequence[Sequence[Word]],
    hits: Iterable[Hit],
    article: Article,
    index: NameIndex,
    languages: Languages,
) -> Iterator[Mention]:
    """Yield the exact names that carry a case ending behind a hyphen."""
    ends = {(h.segment, h.span.end): h for h in hits if h.form in (Form.EXACT, Form.ADMITTED)}
    for words in texts:
        for word in words:
            if word.gap not in ("-", "‑") or word.text not in _ENDINGS:
                continue
            hit = ends.get((word.segment, word.span.start - 1))
            if hit is not None:
                concept = index.concepts[hit.entry.concept]
                text = article.segments[word.segment].target
                span = Span(hit.span.start, word.span.end)
                yield Mention(
                    concept=concept.id,
                    name=text[hit.span.start : hit.span.end],
                    segment=word.segment,
                    span=span,
                    text=text[span.start : span.end],
                    form=Form.INFLECTED,
                    certainty=Certainty.CERTAIN,
                    evidence=(glossary_evidence(concept),),
                    language=languages.source,
                    by=name_row(concept),
                )


def _pieces(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield stretches of words that one name may be made of: two words or more, joined."""
    start = 0
    for end in range(1, len(words) + 1):
        joined = end < len(words) and words[end].gap in _JOINTS and not words[end - 1].possessive
        if joined and _may_belong(words[end]) and _may_belong(words[end - 1]):
            continue
        if end - start > 1:
            yield words[start:end]
        start = end


def _may_belong(word: Word) -> bool:
    """Say whether a word may be of a name: a capital, a particle, or a word that is no English."""
    if word.is_capital:
        return not is_acronym(word) and word.text.lower() not in FUNCTION_WORDS
    return word.text in PARTICLES or not is_word(word.text)


def _longer(
    piece: Sequence[Word],
    article: Article,
    index: NameIndex,
    languages: Languages,
) -> Iterator[Mention]:
    """Yield the damaged names of two words and more in a piece, the longest first."""
    near = [_is_near(word, index, languages) for word in piece]
    free = [True] * len(piece)
    for size in range(min(MOST_WORDS, len(piece)), 1, -1):
        for start in range(len(piece) - size + 1):
            part = piece[start : start + size]
            if not (part[0].is_capital and all(near[start : start + size])):
                continue
            if not all(free[start : start + size]) or not _may_end(part[-1]):
                continue
            place = Place(part[0].segment, Span(part[0].span.start, part[-1].span.end))
            matches = find_matches([word.text for word in part], index, languages.source)
            mention = _best(matches, place, None, article, index, languages)
            if mention is not None:
                free[start : start + size] = [False] * size
                yield mention


def _is_near(word: Word, index: NameIndex, languages: Languages) -> bool:
    """Say whether a word may be one of a name in the glossary at all."""
    if len(word.text) < LEAST_LETTERS:
        return True
    return index.has_word(word.folded) or bool(index.near_words(word.folded, languages.source))


def _may_end(word: Word) -> bool:
    return word.is_capital or word.text not in PARTICLES


def _alone(
    unit: Unit,
    given: Mapping[str, set[str]],
    article: Article,
    index: NameIndex,
    languages: Languages,
) -> Iterator[Mention]:
    """Yield the damaged name that a single word is, unless the article has a bearer of its own."""
    word = unit.last
    if len(word.text) < LEAST_LETTERS or is_acronym(word) or is_word(word.text):
        return
    if index.holders(word.text):
        return
    words = [*word.particles.split(), word.text]
    matches = find_matches(words, index, languages.source) if len(words) > 1 else ()
    start = unit.span.start
    if matches and matches[0].probability >= POSSIBLE:
        text = article.segments[unit.segment].target
        start = text.rfind(word.particles, 0, start)
    else:
        matches = find_matches([word.text], index, languages.source)
    bearers = given.get(word.text, set())
    matches = tuple(m for m in matches if _may_bear(m, bearers, index, languages))
    mention = _best(
        matches, Place(unit.segment, Span(start, unit.span.end)), unit, article, index, languages
    )
    if mention is not None:
        yield mention


def _given_names(units: Iterable[Unit]) -> dict[str, set[str]]:
    """Return the folded given names that stand before each family name."""
    given: dict[str, set[str]] = {}
    for unit in units:
        if unit.given:
            given.setdefault(unit.last.text, set()).update(word.folded for word in unit.given)
            for word in unit.given:
                given.setdefault(word.text, {""})
    return given


def _may_bear(match: Match, given: set[str], index: NameIndex, languages: Languages) -> bool:
    """Say whether the people of that name in the article may be the glossary's: Andrea Petkovic."""
    if not given:
        return True
    concept = index.concepts[match.near.entry.concept]
    if concept.kind != "person" or not match.near.is_family_alone:
        return False
    own = match.near.entry.folded[:-1]
    return bears(concept, given) or may_be_one_bearer(
        given, own, languages.source, inflected=match.near.damage[-1].uses("ending")
    )


def _best(
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
    kind = index.concepts[match.near.entry.concept].kind
    if not _fits(text, place.span, kind, unit) or _is_aside(text, place.span, kind):
        return None
    return _mention(match, certainty, place, text, index, languages)


def _fits(text: str, span: Span, kind: str, unit: Unit | None) -> bool:
    """Say whether the words around a name allow this kind: a title a person, a town a place."""
    around = kinds_around(text, span)
    if kind == "person" and unit is not None and _LOCATED.search(text[: span.start][-12:]):
        return False
    titled = unit is not None and bool(unit.title)
    if titled:
        around = {*around, "person"}
    known = _KINDS.get(kind)
    if unit is not None and unit.longer and kind != "person":
        return False
    return not around or known is None or may_be_one_kind(around, known)


_LOCATED = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|[Nn]orth of|[Ss]outh of) $")


def _is_aside(text: str, span: Span, kind: str) -> bool:
    """Say whether the form stands there on purpose, as another or a foreign one."""
    why = why_aside(text, span)
    return why == "alias" or (why is not None and kind != "person")


def _mention(
    match: Match,
    certainty: Certainty,
    place: Place,
    text: str,
    index: NameIndex,
    languages: Languages,
) -> Mention:
    concept = index.concepts[match.near.entry.concept]
    right = " ".join(match.near.right) if match.near.is_family_alone else match.near.entry.text
    return Mention(
        concept=concept.id,
        name=right,
        segment=place.segment,
        span=place.span,
        text=text[place.span.start : place.span.end],
        form=_form(match),
        certainty=certainty,
        evidence=(glossary_evidence(concept), *_explain(match)),
        language=languages.source,
        by=name_row(concept),
    )


def _form(match: Match) -> Form:
    """Name the damage by the channel that explains most of it."""
    weight: dict[str, float] = {}
    for damage in match.near.damage:
        for rule in damage.rules:
            weight[rule.channel] = weight.get(rule.channel, 0.0) + 0.1 + rule.cost
    channel = max(sorted(weight), key=lambda one: weight[one]) if weight else "marks"
    if weight.keys() & {"ending"} and channel != "slip":
        return Form.INFLECTED
    by_channel = {
        "marks": Form.FOLDED, "respelling": Form.RESPELT, "romanisation": Form.RESPELT,
        "ending": Form.INFLECTED,
    }  # fmt: skip
    return by_channel.get(channel, Form.MISSPELT)


def _explain(match: Match) -> Iterator[Evidence]:
    """Yield how the form came out of the name, in an editor's words."""
    agreeing = [w for w, d in zip(match.near.right, match.near.damage, strict=True) if not d.rules]
    if agreeing and any(len(word) > 2 for word in agreeing):
        yield Evidence("direction", f"{' '.join(agreeing)} stands there as it should")
