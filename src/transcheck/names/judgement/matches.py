"""The judgement of a form against the glossary: which name it is, damaged, or a stranger's.

Every near name and the stranger (somebody or something in no glossary) get a score, a sum of
stated weights; the probability is shared out among them as the exponentials of the scores
(McFadden, "Conditional logit analysis of qualitative choice behavior", 1974). Two names equally
near so never get more than a half each: there is no coin to toss.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from transcheck.model import Record
from transcheck.names.damage.rules import VOWELS, Rule
from transcheck.names.index import NameIndex
from transcheck.names.judgement.nearby import Near, find_near
from transcheck.names.judgement.weights import MATCH
from transcheck.names.words.lexicon import is_known_name, is_recorded_name, is_word
from transcheck.text.fold import fold

_FEWEST_LETTERS = 4.0
_DOUBLED = 0.55
"""What one letter of a double costs at most (names/damage/alignment.py)."""


class Match(Record, frozen=True):
    """A name that a form may be: P of it (0..1), and the features that decided, by name."""

    near: Near
    probability: float
    features: dict[str, float]


def find_matches(words: Sequence[str], index: NameIndex, language: str | None) -> tuple[Match, ...]:
    """Return the names that a form may be, damaged, the likeliest first; exact ones are left out.

    `words` are the words as they are written, particles included. What the article around it
    says is not asked.
    """
    near = _without_far_cases(list(find_near(words, index, language)))
    if not near:
        return ()
    stranger = stranger_features(words, index, language)
    called = {name: value for name, value in stranger.items() if name not in _OF_BEARERS}
    described = [
        {**name_features(one, words), **(called if one.has_lost_vowel else stranger)}
        for one in near
    ]
    return share_out(near, described)


_OF_BEARERS = ("stranger: ordinary word", "stranger: known name", "stranger: recorded name")
"""What says that somebody bears a form: of Brank nobody, for Brank is in no list of names."""


def _without_far_cases(near: list[Near]) -> list[Near]:
    """Leave out cases that need more where a name is in one as it stands.

    Kosovu is Kosovo, not what Kos owns; Kranja is Kranj, not Quran heard by a Serb. Ilića is
    Ilić, not the village Ilići.
    """
    if not any(map(_is_in_a_case, near)):
        return near
    near = [one for one in near if _is_in_a_case(one) or not _is_far_case(one)]
    people = [one for one in near if one.right[-1].endswith("ić")]
    return [one for one in near if not one.right[-1].endswith("ići")] if people else near


def _is_in_a_case(near: Near) -> bool:
    """Say whether nothing but an ending, and no owner's, sets a form apart from a name."""
    rules = _rules(near)
    endings = [r for r in rules if r.channel == "ending" and not _OWNERS.match(r.damaged)]
    return bool(rules) and len(endings) == len(rules)


def _is_far_case(near: Near) -> bool:
    return any(rule.channel == "ending" for rule in _rules(near))


_PATRONYMIC = re.compile(r"(\w{2,}ić)(?:a|u|em)")
_OWNERS = re.compile(r"j?[eo]v[aeiou]")


def _rules(near: Near) -> list[Rule]:
    return [rule for one in near.damage for rule in one.rules]


def share_out(near: Sequence[Near], described: Sequence[dict[str, float]]) -> tuple[Match, ...]:
    """Return the names with their share of the probability, the likeliest first.

    Forms of one concept share one place, its preferred form where that is near too; so do names
    with the same words to write: which of them is meant does not matter.
    """
    scores = [weigh_features(one) for one in described]
    best: dict[object, int] = {}
    for number in sorted(range(len(near)), key=lambda n: (not near[n].is_preferred, -scores[n])):
        best.setdefault(near[number].entry.concept, number)
    for number in sorted(best.values(), key=lambda n: (-scores[n], n)):
        best.setdefault(" ".join(near[number].right).lower(), number)
    best = {key: number for key, number in best.items() if isinstance(key, str)}
    total = 1 + sum(math.exp(min(scores[n], 50.0)) for n in best.values())
    chosen = sorted(best.values(), key=lambda n: (-scores[n], n))
    return tuple(
        Match(near[n], math.exp(min(scores[n], 50.0)) / total, described[n]) for n in chosen
    )


def weigh_features(features: Mapping[str, float]) -> float:
    """Return the score that features add up to, as log-odds."""
    return sum(MATCH[name] * value for name, value in features.items())


def name_features(near: Near, words: Sequence[str]) -> dict[str, float]:
    """Return what speaks for and against one name, by feature; those that are 0 are left out."""
    changed = [n for n, one in enumerate(near.damage) if one.rules]
    agreeing = [n for n, one in enumerate(near.damage) if not one.rules and len(words[n]) > 2]
    letters = sum(max(len(words[n]), len(near.right[n])) for n in changed)
    rules = [rule for one in near.damage for rule in one.rules]
    slips = [rule for rule in rules if rule.channel == "slip"]
    endings = [rule for rule in rules if rule.channel == "ending"]
    found = {
        "start": 1.0,
        "cost per letter": min(near.cost, 4.0) / max(_FEWEST_LETTERS, letters),
        "unexplained letters": float(min(len(slips), 3)),
        "letters swapped or doubled": float(bool(slips) and all(map(is_typing, slips))),
        "slip at the start": float(any(_starts_apart(near, words, n) for n in changed)),
        "slip in a consonant": float(any(map(_changes_consonant, slips))),
        "slip in a recorded name": float(any(_is_recorded_slip(near, words, n) for n in changed)),
        "case ending": float(bool(endings)),
        "case ending of two letters": float(any(len(r.damaged) > 2 for r in endings)),
        "marks only": float(all(rule.channel == "marks" for rule in rules)),
        "letters": math.log2(max(letters, 1) / 6),
        "other words agree": float(bool(agreeing)),
        "slip beside a word that agrees": float(bool(agreeing and slips)),
        "several words damaged": float(len(changed) > 1),
        "family name alone": float(near.is_family_alone),
    }
    return {name: value for name, value in found.items() if value}


def stranger_features(
    words: Sequence[str], index: NameIndex, language: str | None
) -> dict[str, float]:
    """Return what makes a form likely to be somebody in no glossary; taken from every score.

    Nothing of Đurića where the glossary has Đurić: no stranger is called so.
    """
    case = _PATRONYMIC.fullmatch(words[-1])
    if case and index.has_word(fold(case[1])):
        return {}
    unknown = [word for word in words if not index.has_word(fold(word))] or list(words)
    near = sum(_count_near(fold(word), index, language) for word in unknown) / len(unknown)
    found = {
        "stranger: ordinary word": -float(all(map(is_word, unknown))),
        "stranger: known name": -float(all(map(is_known_name, unknown))),
        "stranger: recorded name": -float(all(map(is_recorded_name, unknown))),
        "stranger: near words": -math.log2(near),
        "stranger: language unknown": -float(language is None),
    }
    return {name: value for name, value in found.items() if value}


def _count_near(folded: str, index: NameIndex, language: str | None) -> int:
    """Return how many words a word may be, itself included.

    Where the language is known, one that a place has in another case is near that place alone:
    no stranger is called Kosovu.
    """
    near = len(index.near(folded, language)) + (not index.has_word(folded))
    places = index.count_places_in_case(folded) if language else 0
    return min(near, places + 1) if places else near


def _starts_apart(near: Near, words: Sequence[str], position: int) -> bool:
    """Say whether an unexplained letter changes the first one."""
    name, form = fold(near.right[position]), fold(words[position])
    return near.damage[position].uses("slip") and name[:1] != form[:1]


def _is_recorded_slip(near: Near, words: Sequence[str], position: int) -> bool:
    """Say whether a word with an unexplained letter is itself the name of somebody."""
    return near.damage[position].uses("slip") and is_recorded_name(words[position])


def is_typing(slip: Rule) -> bool:
    """Say whether a slip is one of the fingers: two letters swapped, or one of a double."""
    swapped = len(slip.original) == 2 and slip.original == slip.damaged[::-1]
    return swapped or (slip.cost <= _DOUBLED and len(slip.original + slip.damaged) == 1)


def _changes_consonant(slip: Rule) -> bool:
    return not is_typing(slip) and any(c not in VOWELS for c in slip.original + slip.damaged)
