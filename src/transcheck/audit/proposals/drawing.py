"""From things to rows: filled, left out where a glossary or common sense says so, and ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from transcheck.audit.proposals.archive import Archive, Spelled
from transcheck.audit.proposals.evidence import explain
from transcheck.audit.proposals.forms import choose_preferred, mend, stand_of
from transcheck.audit.proposals.kinds import guess_kinds
from transcheck.audit.proposals.no_names import is_loose, is_no_proposal
from transcheck.audit.proposals.proposal import (
    OPEN,
    PART,
    PREFERRED,
    WRONG,
    Proposal,
    Quote,
    Variant,
)
from transcheck.audit.proposals.respelling import by_ear, without_marks
from transcheck.audit.proposals.spellings import Spellings
from transcheck.audit.proposals.whole_names import Thing
from transcheck.model import Languages
from transcheck.names.damage import weigh
from transcheck.names.damage.languages import habits_of
from transcheck.names.index import NameIndex
from transcheck.names.trace import match_form
from transcheck.names.words.lexicon import is_known_name, is_word
from transcheck.names.words.tokens import split_words
from transcheck.names.words.units import is_no_name
from transcheck.text.fold import fold
from transcheck.text.tags import group

COVERED = 0.6
"""P(one name) from which a name is a damaged form of a glossary's, and no new one."""
WIDESPREAD = 3
"""Articles from which a form about as common as the preferred one is no slip but a choice."""
_MOST_QUOTES = 5
_ORDER = {PREFERRED: 0, WRONG: 1, OPEN: 2, PART: 3}


def draw_up(
    things: Iterable[Thing],
    archive: Archive,
    spellings: Spellings,
    index: NameIndex,
    languages: Languages,
    min_articles: int,
) -> tuple[Proposal, ...]:
    """Return the proposals of all things worth one, ranked."""
    things = [thing for thing in things if len(thing.articles) >= min_articles]
    kinds = guess_kinds(things)
    drawn = []
    for number, thing in enumerate(things):
        preferred = choose_preferred(thing, spellings)
        if not _is_wanted(thing, preferred, kinds[number]):
            continue
        if _is_covered(preferred, thing, index, languages.source):
            continue
        drawn.append(_draw(thing, preferred, kinds[number], archive, spellings, languages))
    return tuple(sorted(drawn, key=_rank))


def _rank(one: Proposal) -> tuple[object, ...]:
    """Names written in several ways come first, then those in most articles.

    What needs a row least comes last: family names alone, names that English dictionaries hold.
    """
    known = " " not in one.name and one.kind != "acronym" and is_known_name(one.name)
    least = one.partial or known or (one.kind == "org" and _is_plain(one.name))
    tier = 0 if one.ways > 1 and not _is_plain(one.name) else 2 if least else 1
    return tier, -one.articles, -one.ways, -one.places, fold(one.name), one.name, one.kind


def _is_plain(name: str) -> bool:
    """Say whether a name is made of ordinary words alone: Social Democratic Party."""
    return all(is_word(word) or is_no_name(word) for word in split_words(name))


def _is_wanted(thing: Thing, preferred: Spelled, kind: str) -> bool:
    """Say whether an editor would call it a name: firm somewhere, and no people, feast or word."""
    if not any(member.spelled.firm for member in thing.members):
        return False
    if thing.sort == "body":
        return True
    if is_no_proposal(preferred.words):
        return False
    titled = any(hint.startswith("title:") for hint in thing.hints)
    return thing.sort == "acronym" or titled or not is_loose(preferred.words)


def _is_covered(preferred: Spelled, thing: Thing, index: NameIndex, language: str | None) -> bool:
    """Say whether a glossary has the name, in any form of any language, or damaged."""
    words = split_words(preferred.text)
    folded = [fold(word) for word in words]
    if index.forms(folded) or (len(words) == 1 and index.families(folded[0])):
        return True
    if thing.sort != "name":
        return False
    matches = match_form(words, index, language)
    return bool(matches) and matches[0].probability >= COVERED


def _draw(
    thing: Thing,
    preferred: Spelled,
    kind: str,
    archive: Archive,
    spellings: Spellings,
    languages: Languages,
) -> Proposal:
    name, words = mend(preferred, thing, spellings)
    variants = tuple(_variants(thing, name, words, spellings))
    meanings = preferred.meanings
    ref = min(meanings, key=lambda text: (-meanings[text], text)) if meanings else ""
    respelt = tuple(_respelt(name, kind, _heard(name, variants)))
    full = any(len(one.words) > 1 for one in thing.whole)
    return Proposal(
        name=name,
        kind=kind,
        admitted=tuple(v.text for v in variants if v.standing == OPEN and _is_whole(v, name)),
        source=_source(respelt, languages.source),
        ref=ref if kind == "acronym" else "",
        articles=len(thing.articles),
        places=thing.count,
        variants=variants,
        evidence=explain(name, thing, variants, spellings, languages.source),
        quotes=tuple(_quotes(thing, variants, archive)),
        respelt=respelt,
        partial=thing.sort == "name" and not full and kind in ("person", ""),
    )


def _is_whole(variant: Variant, name: str) -> bool:
    return len(variant.text.split()) >= len(name.split())


def _variants(
    thing: Thing, name: str, words: Sequence[str], spellings: Spellings
) -> Iterator[Variant]:
    found = []
    common = max((len(m.articles) for m in thing.members if m.spelled.text == name), default=0)
    for member in thing.members:
        text, articles = member.spelled.text, len(member.articles)
        standing = stand_of(member.spelled, name, words, spellings)
        if standing == WRONG and _is_widespread(text, articles, name, common):
            standing = OPEN
        found.append(Variant(text, articles, member.count, standing))
    return iter(sorted(found, key=lambda v: (_ORDER[v.standing], -v.articles, -v.places, v.text)))


def _is_widespread(text: str, articles: int, name: str, common: int) -> bool:
    """Say whether a form held for damage stands in so many articles that a house may want it.

    Zelenskyy beside Zelensky; but marks get lost everywhere.
    """
    if articles < WIDESPREAD or 2 * articles < common:
        return False
    return not fold(name).endswith(fold(text))


def _heard(name: str, variants: Sequence[Variant]) -> dict[str, str]:
    """Return the spelling by ear that the archive shows of the last word of a name."""
    right = name.split()[-1]
    for variant in variants:
        word = variant.text.split()[-1]
        if variant.standing == WRONG and word != right:
            damage = weigh(right.lower(), word.lower(), "sr")
            channels = {rule.channel for rule in damage.rules}
            if channels and channels <= {"respelling", "marks"} and "respelling" in channels:
                return {right: word}
    return {}


def _respelt(name: str, kind: str, seen: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    # Places of several words are translated, not heard: West Virginia is Zapadna Virdžinija.
    if kind == "person" or (kind in ("", "place") and " " not in name):
        heard = by_ear(name, seen)
        if heard is not None and heard != name:
            yield "Serbian", heard
    plain = without_marks(name)
    if plain != name:
        yield "without marks", plain


def _source(
    respelt: Sequence[tuple[str, str]], language: str | None
) -> tuple[tuple[str, str], ...]:
    """Return the form by ear where the archive comes from a language that hears names so."""
    if language is None or not habits_of(language).hears:
        return ()
    tag = language if group(language) == "sh" else "sr"
    return tuple((tag, form) for way, form in respelt if way == "Serbian")


def _quotes(thing: Thing, variants: Sequence[Variant], archive: Archive) -> Iterator[Quote]:
    """Yield a place of each form, then further ones of the name, from different articles."""
    standing = {variant.text: variant.standing for variant in variants}
    members = {member.spelled.text: member for member in thing.members}
    queues = [
        [
            place
            for place in members[variant.text].spelled.places
            if place[0] in members[variant.text].articles
        ]
        for variant in variants
    ]
    seen: set[int] = set()
    picked = 0
    for turn in range(3):
        for queue in queues:
            fresh = next((place for place in queue if place[0] not in seen), None)
            place = fresh or (queue[0] if queue and turn == 0 else None)
            if place is None or picked >= _MOST_QUOTES:
                continue
            queue.remove(place)
            article, sighting = place
            seen.add(article)
            picked += 1
            span = sighting.unit.span
            yield Quote(
                path=archive.articles[article],
                line=sighting.line,
                before=sighting.snippet[: span.start],
                text=sighting.snippet[span.start : span.end],
                after=sighting.snippet[span.end :],
                standing=standing[sighting.text],
            )
