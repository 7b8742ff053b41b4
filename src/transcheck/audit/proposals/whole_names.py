"""One thing, one group: full names with their family names alone, and all their spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from transcheck.audit.proposals.archive import Archive, Spelled
from transcheck.audit.proposals.spellings import Spellings
from transcheck.names.words.given_names import is_given_name, same_given_name
from transcheck.text.fold import fold

MOSTLY_PLACE = 0.4
"""Share of places with a preposition of place from which a word is no family name."""
Key = tuple[str, ...]


@dataclass
class Member:
    """One spelling of a thing, in those articles in which it is that thing's."""

    spelled: Spelled
    articles: Counter[int]

    @property
    def count(self) -> int:
        """How often it stands there."""
        return self.articles.total()


@dataclass
class Thing:
    """What a row would be of: its whole forms and, of a person, the family name alone."""

    sort: str
    whole: list[Spelled]
    alone: list[Member] = field(default_factory=list)

    @property
    def members(self) -> list[Member]:
        """All spellings, whole ones first, the commonest first."""
        whole = [Member(one, one.articles) for one in self.whole]
        by_count = lambda m: (-len(m.articles), -m.count, m.spelled.text)  # noqa: E731
        return sorted(whole, key=by_count) + sorted(self.alone, key=by_count)

    @property
    def articles(self) -> set[int]:
        """The articles it stands in."""
        return {number for member in self.members for number in member.articles}

    @property
    def count(self) -> int:
        """How often it stands in all of them."""
        return sum(member.count for member in self.members)

    @property
    def hints(self) -> Counter[str]:
        """What its places say of its kind."""
        return sum((member.spelled.hints for member in self.members), Counter())


def gather_things(archive: Archive, spellings: Spellings) -> list[Thing]:
    """Group the names of an archive, each thing once; of given names alone nothing is kept."""
    keyed: dict[tuple[str, Key], list[Spelled]] = {}
    for one in sorted(archive.spelled.values(), key=lambda one: one.rank):
        sort = "acronym" if one.sort == "acronym" else one.sort
        keyed.setdefault((sort, _key(one, spellings)), []).append(one)
    groups = {key: Thing(sort, whole) for (sort, key), whole in keyed.items() if sort == "name"}
    rest = [Thing(sort, whole) for (sort, _), whole in keyed.items() if sort != "name"]
    full = {key: thing for key, thing in groups.items() if len(key) > 1}
    full = dict(_join_full(full))
    single = {key[0]: thing for key, thing in groups.items() if len(key) == 1}
    by_last: dict[str, list[Thing]] = {}
    for key, thing in full.items():
        by_last.setdefault(key[-1], []).append(thing)
    given = {word for key in full for word in key[:-1]}
    left = []
    for word, thing in single.items():
        located = _is_located(thing)
        if not located and _may_bear(thing, by_last.get(word, ())):
            _share_out(thing, by_last[word])
        elif located or not (word in given or _is_of_two(word, single, by_last)):
            left.append(thing)
    return [*full.values(), *left, *rest]


def _may_bear(alone: Thing, bearers: Sequence[Thing]) -> bool:
    """Say whether a word alone is the family name of a full name: not Moscow of Berlin Moscow.

    Where nothing tells that they are people, the full name stands in most of its articles.
    """
    if any(_is_person(bearer) for bearer in bearers):
        return True
    own = alone.articles
    beside = {number for bearer in bearers for number in bearer.articles}
    return 2 * len(own & beside) > len(own)


def _is_person(thing: Thing) -> bool:
    titled = any(hint.startswith("title:") for hint in thing.hints)
    return titled or any(is_given_name(one.words[0]) for one in thing.whole)


def _is_of_two(word: str, *known: Container[str]) -> bool:
    """Say whether a hyphen joins two names that stand by themselves too: Kim-Trump."""
    parts = word.split("-")
    return len(parts) > 1 and all(any(part in names for names in known) for part in parts)


def _key(one: Spelled, spellings: Spellings) -> Key:
    if one.sort != "name":
        return tuple(fold(word) for word in one.text.replace("-", " ").split())
    return tuple(fold(spellings.root_of(word)) for word in one.words)


def _is_located(thing: Thing) -> bool:
    hints = thing.hints
    located = hints["in"] + hints["kind:place.town"] + hints["kind:place.village"]
    return located > 1 and located >= MOSTLY_PLACE * thing.count


def _join_full(things: dict[Key, Thing]) -> Iterator[tuple[Key, Thing]]:
    """Join full names that differ in what is left out: a middle name, an initial."""
    by_last: dict[str, list[Key]] = {}
    for key in things:
        by_last.setdefault(key[-1], []).append(key)
    for keys in by_last.values():
        heads: list[Key] = []
        for key in sorted(keys, key=lambda key: (-len(key), _commonness(things[key]), key)):
            fitting = [head for head in heads if _is_same(head, key)]
            if len(fitting) == 1:
                things[fitting[0]].whole += things[key].whole
            else:
                heads.append(key)
        for head in heads:
            yield head, things[head]


def _commonness(thing: Thing) -> tuple[int, int, str]:
    return min(one.rank for one in thing.whole)


def _is_same(one: Key, other: Key) -> bool:
    """Say whether two full names with one family name are one person's."""
    if len(one) == len(other):
        return all(map(same_given_name, one[:-1], other[:-1]))
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    within = longer[-len(shorter) :] == shorter
    return within or (len(shorter) == 2 and same_given_name(longer[0], shorter[0]))


def _share_out(alone: Thing, bearers: Sequence[Thing]) -> None:
    """Give the family name alone to its bearer: the one in the article, else the only one."""
    shares: dict[int, list[Member]] = {}
    for one in alone.whole:
        taken: dict[int, Counter[int]] = {}
        for article, count in one.articles.items():
            here = [n for n, bearer in enumerate(bearers) if _stands_in(bearer.whole, article)]
            if not here and len(bearers) == 1:
                here = [0]
            if len(here) == 1:
                taken.setdefault(here[0], Counter())[article] = count
        for number, articles in taken.items():
            shares.setdefault(number, []).append(Member(one, articles))
    for number, members in shares.items():
        bearers[number].alone += members


def _stands_in(whole: Iterable[Spelled], article: int) -> bool:
    return any(article in one.articles for one in whole)
