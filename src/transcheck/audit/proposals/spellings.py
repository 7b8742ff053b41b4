"""Which spellings of an archive are one name and which of them is right: the judgement of names.

The places that were kept of each name stand in for an article: `names` judges them as it judges
one, group by group. What stands between different articles must be told by more than likeness.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from transcheck.audit.proposals.archive import Archive, Spelled
from transcheck.audit.proposals.sightings import Judged
from transcheck.model import Article, Evidence, Languages, Segment
from transcheck.names.evidence import explain_open, explain_wrong
from transcheck.names.index import NameIndex
from transcheck.names.judgement.candidates import find_candidates
from transcheck.names.judgement.guards import silence
from transcheck.names.judgement.likeness import may_be_one_name, probability_of_one_name
from transcheck.names.judgement.pair import Pair
from transcheck.names.judgement.rulings import ONE_NAME, Ruling, decide
from transcheck.names.words.given_names import share_given_name
from transcheck.names.words.lexicon import is_known_name
from transcheck.names.words.units import Unit
from transcheck.names.words.usage import Usage, survey

MOST_SPELLINGS = 12_000
"""Words of names that are compared with each other, the commonest of an archive."""
SURE_APART = 0.95
"""Least P(one name) of two spellings in different articles that more than marks part."""
AGREED = 3
"""What an article tells counts where it is told in one of three that have the rarer spelling."""


@dataclass
class Spellings:
    """What was decided: the judgements by pair with their reasons, which words belong together."""

    reasons: dict[frozenset[str], tuple[Evidence, ...]] = field(default_factory=dict)
    told: dict[frozenset[str], Judged] = field(default_factory=dict)
    _root: dict[str, str] = field(default_factory=dict)

    def root(self, word: str) -> str:
        """Return the word that stands for all spellings of one."""
        while self._root.get(word, word) != word:
            word = self._root[word]
        return word

    def root_of(self, name: str) -> str:
        """Return the same for a word that a hyphen may join of several."""
        return "-".join(map(self.root, name.split("-"))) if "-" in name else self.root(name)

    def join(self, right: str, wrong: str) -> None:
        """Note that two words are spellings of one."""
        one, other = sorted((self.root(right), self.root(wrong)))
        self._root[other] = one

    def note(self, judged: Judged) -> None:
        """Note a judgement; a later one, which saw more, takes the place of an earlier one."""
        self.told[frozenset((judged.right, judged.wrong))] = judged
        self.join(judged.right, judged.wrong)

    def ruled(self, one: str, other: str) -> Judged | None:
        """Return what was judged of two spellings of one word, None if nothing was."""
        return self.told.get(frozenset((one, other)))


def judge_spellings(archive: Archive, index: NameIndex, languages: Languages) -> Spellings:
    """Judge the spellings of an archive: what articles tell themselves, then across them."""
    found = Spellings()
    standing = archive.articles_of_words()
    for pair in sorted(archive.judged, key=lambda one: (one.right, one.wrong, one.open)):
        rarer = min(len(standing.get(word, ())) for word in (pair.right, pair.wrong))
        if AGREED * len(archive.judged[pair]) >= rarer:
            found.note(pair)
    usages, stage = _stage(archive.spelled.values())
    for group in _groups(usages, languages, index):
        rulings, _ = decide({text: usages[text] for text in group}, languages, index)
        for ruling in rulings:
            if _is_told(ruling) or found.ruled(ruling.right.text, ruling.wrong.text):
                found.note(Judged(ruling.right.text, ruling.wrong.text, ruling.is_open))
                words = frozenset((ruling.right.text, ruling.wrong.text))
                told = explain_open if ruling.is_open else _explain(stage, index)
                found.reasons[words] = told(ruling)
    return found


def _stage(names: Iterable[Spelled]) -> tuple[dict[str, Usage], Article]:
    """Set the kept places of all names one after another, as the paragraphs of an article."""
    units: list[Unit] = []
    segments: list[Segment] = []
    for name in sorted((n for n in names if n.sort == "name"), key=lambda n: n.rank):
        for _, sighting in name.places:
            number = len(segments)
            segments.append(Segment(id=str(number), target=sighting.snippet))
            words = tuple(replace(word, segment=number) for word in sighting.unit.words)
            units.append(replace(sighting.unit, words=words))
    usages = survey(units, (), [segment.target for segment in segments])
    if len(usages) > MOST_SPELLINGS:
        common = sorted(usages.values(), key=lambda usage: (-usage.count, usage.text))
        usages = {usage.text: usage for usage in common[:MOST_SPELLINGS]}
    return dict(usages), Article(path="", id="", segments=tuple(segments))


def _groups(usages: Mapping[str, Usage], languages: Languages, index: NameIndex) -> list[list[str]]:
    """Return the words that belong to one judgement: near ones, with the given names before."""
    joined = Spellings()
    for one, other in find_candidates(list(usages.values()), languages.source):
        if not _may_be_told(one, other):
            continue
        pair = Pair(one, other, languages, index)
        likely = may_be_one_name(pair) and probability_of_one_name(pair) >= ONE_NAME
        if likely and silence(pair) is None:
            joined.join(one.text, other.text)
    before: dict[str, set[str]] = {}
    for usage in usages.values():
        if usage.is_given_only:
            for unit, position in usage.places:
                if position < len(unit.words) - 1:
                    before.setdefault(joined.root(unit.last.text), set()).add(usage.text)
    groups: dict[str, set[str]] = {}
    for text in usages:
        groups.setdefault(joined.root(text), set()).add(text)
    for root, given in before.items():
        if len(given) > 1 or len(groups.get(root, ())) > 1:
            groups.setdefault(root, set()).update(given)
    return [
        sorted(group, key=lambda text: usages[text].first)
        for _, group in sorted(groups.items())
        if len(group) > 1
    ]


def _may_be_told(one: Usage, other: Usage) -> bool:
    """Say whether two spellings are worth a judgement; asked first, for most are not.

    Two that each stand once, alone, tell nothing but where only marks part them.
    """
    if one.is_given_only or other.is_given_only:
        return False
    if share_given_name(one.given, other.given) or one.titles & other.titles:
        return True
    if one.given and other.given:
        return False
    rare = one.count == 1 == other.count
    known = is_known_name(one.text) and is_known_name(other.text)
    return one.folded == other.folded or not (rare or known)


def _is_told(ruling: Ruling) -> bool:
    """Say whether two spellings may be one name across articles: more than likeness tells.

    Two Ivans of like family names are two people unless marks, or the ways of a language, make
    one of the other.
    """
    one, other = ruling.right, ruling.wrong
    if one.is_given_only and other.is_given_only:
        return True
    if not _may_be_told(one, other):
        return False
    if ruling.pair.is_marks_only:
        return True
    damage = ruling.damage if ruling.damage.rules else ruling.pair.cheapest
    return ruling.same >= SURE_APART and not damage.uses("slip")


def _explain(stage: Article, index: NameIndex) -> Callable[[Ruling], tuple[Evidence, ...]]:
    return lambda ruling: explain_wrong(ruling, stage, index)
