"""Why a row is proposed, in an editor's words: where it stands, in which forms, which is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.audit.proposals.proposal import OPEN, WRONG, Variant
from transcheck.audit.proposals.sightings import Judged
from transcheck.audit.proposals.spellings import Spellings
from transcheck.audit.proposals.whole_names import Thing
from transcheck.names.damage import weigh
from transcheck.names.words.lexicon import is_known_name
from transcheck.text.plural import plural

_MOST_TITLES = 3
_MOST_REASONS = 4


def explain(
    name: str, thing: Thing, variants: Sequence[Variant], spellings: Spellings, language: str | None
) -> tuple[str, ...]:
    """Return what speaks for a row, the weightiest first."""
    return tuple(dict.fromkeys(_lines(name, thing, variants, spellings, language)))


def _lines(
    name: str, thing: Thing, variants: Sequence[Variant], spellings: Spellings, language: str | None
) -> Iterator[str]:
    whole = next((variant for variant in variants if variant.text == name), None)
    if whole is None:
        yield f"“{name}” stands nowhere whole: one half is right here, the other half there"
    elif thing.sort == "name" and " " in name:
        yield f"full name “{name}” {_counted(whole)}"
    meanings = thing.whole[0].meanings
    if meanings:
        meaning = min(meanings, key=lambda text: (-meanings[text], text))
        yield f"stands for “{meaning}”, which an article says"
    yield from _wrong(name, variants, spellings, language)
    if len(variants) == 1 and not meanings and (thing.sort != "name" or " " not in name):
        yield f"written in one way {_counted(variants[0])}"
    others = [v.text for v in variants if v.standing == OPEN]
    if others:
        forms = ", ".join(f"“{text}”" for text in others)
        yield f"also written {forms}: which is right cannot be told, so both are admitted"
    titles = [(-n, hint[6:]) for hint, n in thing.hints.items() if hint.startswith("title:")]
    if titles:
        words = ", ".join(title for _, title in sorted(titles)[:_MOST_TITLES])
        yield f"stands behind a title: {words}"
    if thing.sort == "name" and " " not in name and is_known_name(name):
        yield "English dictionaries have it as a name"


def _counted(variant: Variant) -> str:
    return f"in {plural(variant.articles, 'article')}"


def _wrong(
    name: str, variants: Sequence[Variant], spellings: Spellings, language: str | None
) -> Iterator[str]:
    """Yield for each damaged form which way the damage runs, and how often each stands."""
    for variant in [v for v in variants if v.standing == WRONG][:_MOST_REASONS]:
        reasons = []
        for word, right in _pairs(variant.text, name):
            judged = spellings.ruled(word, right)
            reasons += _direction(word, right, judged, spellings, language)
        reason = "; ".join(dict.fromkeys(reasons)) or f"another spelling of {name}"
        yield f"“{variant.text}” {_times(variant.places)}: {reason}"


def _times(places: int) -> str:
    return "once" if places == 1 else f"{places:,} times"


def _pairs(wrong: str, right: str) -> list[tuple[str, str]]:
    one, other = wrong.replace("-", " ").split(), right.replace("-", " ").split()
    size = min(len(one), len(other))
    return [(a, b) for a, b in zip(one[-size:], other[-size:], strict=True) if a != b]


def _direction(
    word: str, right: str, judged: Judged | None, spellings: Spellings, language: str | None
) -> list[str]:
    told = spellings.reasons.get(frozenset((word, right)), ())
    if judged is not None and judged.right == right:
        found = [e.reason for e in told if e.kind in ("direction", "glossary")]
        if found:
            return found[:2]
    damage = weigh(right.lower(), word.lower(), language)
    return [damage.describe()] if damage.rules else []
