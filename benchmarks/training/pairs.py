"""Pairs of names, and of strangers, from sources that pip can fetch and any project may use.

Forms by Wikidata name item (rigour; MIT, labels CC0), names of countries and cities (CLDR through
babel; Unicode-3.0), source forms of our own glossaries, case endings and slips made by rule.
"""

from __future__ import annotations

import csv
import random
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from benchmarks.training import damaging
from benchmarks.training.cyrillic import language_of, romanise, to_serbian
from benchmarks.training.strangers import read_strangers
from benchmarks.training.tokens import Item, capitalise, read_items
from benchmarks.training.written import written_cost
from transcheck.names.words.lexicon import is_known_name
from transcheck.text.fold import fold
from transcheck.text.letters import writers

__all__ = ["NamePair", "read_pairs", "read_strangers"]

GLOSSARIES = Path(__file__).resolve().parents[2] / "glossaries"
MOST = {
    "respelling": 6_000, "diacritics": 1_200, "romanisation": 3_000, "inflection": 2_500,
    "slip": 3_000,
}  # fmt: skip
"""Pairs kept of a phenomenon and a language, spread evenly over the source."""
_MOST_PER_LETTER = 0.28
"""Above this cost by the written rules two forms are taken for two words, not one name."""
UNCLEAR = "rigour, script unclear"
"""A Cyrillic form that Serbian, Macedonian, Russian and Bulgarian would write alike."""
_SLAVIC = ("sr", "hr", "bs", "sh", "mk")


@dataclass(frozen=True)
class NamePair:
    """An original and what became of it, as they are written; `source` says where from.

    `phenomenon` is respelling, diacritics, romanisation, inflection or slip; `kind` is person or
    place.
    """

    original: str
    damaged: str
    phenomenon: str
    language: str
    kind: str
    source: str = "rigour"


@cache
def read_pairs() -> list[NamePair]:
    """Return every pair, in an order that is always the same."""
    pairs: dict[NamePair, None] = {}
    for pair in (*_from_items(), *_from_cldr(), *_from_glossaries(), *_by_rule()):
        if pair.original.lower() != pair.damaged.lower() and len(pair.damaged) > 1:
            pairs.setdefault(pair)
    found = list(pairs)
    kept: list[NamePair] = []
    for phenomenon, most in MOST.items():
        some = [pair for pair in found if pair.phenomenon == phenomenon]
        for language in sorted({pair.language for pair in some}):
            kept += _spread([pair for pair in some if pair.language == language], most)
    return kept


def _spread(pairs: list[NamePair], most: int) -> list[NamePair]:
    """Return up to `most` pairs, chosen by a checksum of the original: a name's go together.

    Pairs of which source and script are sure come before the others.
    """
    ranked = sorted(pairs, key=lambda p: (p.source == UNCLEAR, zlib.crc32(p.original.encode())))
    return ranked[:most]


def _from_items() -> Iterator[NamePair]:
    for item in read_items():
        own = [form for form in item.latin if not form.endswith(("ová", "ova"))] or item.latin
        yield from _serbian(item, own)
        yield from _romanised(item, own)
        rng = random.Random(zlib.crc32(item.id.encode()))
        for form in item.latin:
            if form.isascii() or fold(form) not in item.latin:
                continue
            language = (writers(form) or ("",))[0]
            if not language:
                continue
            language = "sr" if language == "sh" else language
            for damaged in damaging.lose_marks(form, rng):
                yield _pair(form, damaged, "diacritics", language)


def _serbian(item: Item, own: Iterable[str]) -> Iterator[NamePair]:
    """Yield the original beside what Serbian makes of it, for names that are not Serbian."""
    sure, unclear = [], []
    for form in item.cyrillic:
        heard, language = to_serbian(form), language_of(form)
        if heard and language in ("sr", "mk"):
            sure.append((heard, language))
        elif heard and language is None and not _is_doubled(form):
            unclear.append((heard, "sr"))
    folded = {fold(form) for form in own}
    if any(fold(heard) in folded for heard, _ in (*sure, *unclear)):
        return
    for heard, language in sure:
        best = _cheapest(own, heard, "serbian")
        if best:
            yield _pair(best, heard, "respelling", language)
    if not sure and unclear:
        costs = [(written_cost(form, h, "serbian"), form, h) for form in own for h, _ in unclear]
        cost, form, heard = min(costs, default=(9.0, "", ""))
        if cost <= 0.35 and cost / len(form) <= 0.06:
            yield _pair(form, heard, "respelling", "sr", source=UNCLEAR)


def _romanised(item: Item, own: Iterable[str]) -> Iterator[NamePair]:
    """Yield what Russian, Ukrainian and Bulgarian make of a name, in Latin letters again."""
    for form in item.cyrillic:
        language = language_of(form)
        if language not in ("ru", "uk", "bg"):
            continue
        heard = romanise(form, language)
        native = [one for one in own if one in heard]
        if native:
            for other in heard[:4]:
                yield _pair(native[0], other, "romanisation", language)
        elif heard:
            best = _cheapest(own, heard[0], "cyrillic")
            if best:
                for other in heard[:2]:
                    yield _pair(best, other, "respelling", language)


def _is_doubled(word: str) -> bool:
    return any(a == b for a, b in pairwise(word))


def _cheapest(forms: Iterable[str], heard: str, group: str) -> str | None:
    """Return the form of which the written rules make `heard` most cheaply, None if of none."""
    costs = [(written_cost(form, heard, group), form) for form in forms if form != heard]
    cost, best = min(costs, default=(9.0, ""))
    return best if cost / max(4, len(best)) <= _MOST_PER_LETTER else None


def _pair(
    original: str, damaged: str, phenomenon: str, language: str,
    kind: str = "person", source: str = "rigour",
) -> NamePair:  # fmt: skip
    return NamePair(capitalise(original), capitalise(damaged), phenomenon, language, kind, source)


def _from_cldr() -> Iterator[NamePair]:
    from babel import Locale

    english = Locale("en")
    for tag in ("sr_Latn", "hr", "bs", "mk", "bg", "ru", "uk", "sq"):
        locale = Locale.parse(tag)
        names = [(name, locale.territories.get(code)) for code, name in english.territories.items()]
        cities = locale.time_zones
        for zone, entry in english.time_zones.items():
            name = entry.get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
            names.append((name, cities.get(zone, {}).get("city")))
        for original, local in names:
            if local:
                yield from _words(original, local, tag.partition("_")[0], "place", "CLDR")


def _from_glossaries() -> Iterator[NamePair]:
    for path in sorted(GLOSSARIES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                kind = row["kind"] if row["kind"] in ("person", "place") else ""
                for source in filter(None, row["source"].split("|") if kind else ()):
                    language, _, form = source.partition(":")
                    yield from _words(row["name"], form, language, kind, path.stem)


def _words(original: str, local: str, language: str, kind: str, source: str) -> Iterator[NamePair]:
    """Yield the words of two names side by side, where the rules see one word in them."""
    ones, others = original.lower().split(), local.lower().split()
    if len(ones) != len(others):
        return
    group = "serbian" if language in _SLAVIC else "cyrillic"
    for one, other in zip(ones, others, strict=True):
        heard = [other] if other < "\u0370" else _in_latin(other, language)
        for form in heard[:2]:
            if len(one) < 3 or one == form:
                continue
            cost = written_cost(one, form, "all" if language == "sq" else group)
            if cost / max(4, len(one)) <= _MOST_PER_LETTER:
                if fold(one) == fold(form) and one.isascii():
                    continue  # Novi Sad, Нови Сад: nothing was lost
                what = "diacritics" if fold(one) == fold(form) else "respelling"
                yield _pair(one, form, what, language, kind, source)


def _in_latin(word: str, language: str) -> list[str]:
    if language in _SLAVIC:
        heard = to_serbian(word)
        return [heard] if heard else []
    return list(romanise(word, language)) if language in ("ru", "uk", "bg") else []


_DECLINE = {
    "sr": damaging.decline_serbian,
    "hr": damaging.decline_serbian,
    "sq": damaging.decline_albanian,
}


def _by_rule() -> Iterator[NamePair]:
    """Yield case endings and slips of names that English knows, and of Serbian ones."""
    for item in read_items():
        word = item.latin[0] if item.latin else ""
        name = capitalise(word)
        serbian = any(language_of(form) == "sr" for form in item.cyrillic)
        if len(word) < 4 or not (serbian or is_known_name(name)):
            continue
        rng = random.Random(zlib.crc32(word.encode()))
        slipped = damaging.slip(word, rng)
        yield NamePair(name, capitalise(slipped), "slip", "en", "person", "rule")
        language = rng.choice(("sr", "sr", "sr", "hr", "uk", "ru", "cs", "sq"))
        decline = _DECLINE.get(language, damaging.decline_east)
        for form in decline(word):
            yield NamePair(name, capitalise(form), "inflection", language, "person", "rule")
