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

from transcheck.model import Certainty, Record
from transcheck.names.damage import Damage
from transcheck.names.damage.rules import VOWELS, Rule
from transcheck.names.index import NameIndex
from transcheck.names.judgement.nearby import Near, find_near
from transcheck.names.judgement.weights import MATCH
from transcheck.names.words.lexicon import is_known_name, is_recorded_name, is_word
from transcheck.text.fold import fold

LIKELY = {
    "ending": 0.4,
    "typing": 0.6,
    "slip": 0.65,
    "full name": 0.42,
    "family name": 0.6,
    "other": 0.85,
}
"""P from which a name is likely, by what sets the form apart from it: each holds .90 precision on
dev/names and on 43,000 words of clean news against 20,000 names (benchmarks/whole_program)."""
CERTAIN, POSSIBLE = 0.93, 0.3
MARGIN = 0.5
_FEWEST_LETTERS = 4.0
_OWN_LETTERS = frozenset("ćđ")
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
        "letters swapped or doubled": float(bool(slips) and all(map(_is_typing, slips))),
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


def _is_changed_at_home(near: Near, position: int) -> bool:
    """Say whether a name that Serbian does not respell would have been: Maravić, Marović."""
    name = near.right[position].lower()
    changed = any(
        rule.channel in ("respelling", "romanisation")
        or (rule.channel == "slip" and not _is_typing(rule))
        for rule in near.damage[position].rules
    )
    return changed and (name.endswith(("ić", "ic", "vich")) or not _OWN_LETTERS.isdisjoint(name))


def _is_typing(slip: Rule) -> bool:
    """Say whether a slip is one of the fingers: two letters swapped, or one of a double."""
    swapped = len(slip.original) == 2 and slip.original == slip.damaged[::-1]
    return swapped or (slip.cost <= _DOUBLED and len(slip.original + slip.damaged) == 1)


def _changes_consonant(slip: Rule) -> bool:
    return not _is_typing(slip) and any(c not in VOWELS for c in slip.original + slip.damaged)


def rate(matches: Sequence[Match]) -> Certainty | None:
    """Return how surely a form is its likeliest name; None where that is not worth showing.

    Another name half as likely, or more, leaves it open which of them is meant.
    """
    match = matches[0]
    kind = name_kind(match.near)
    least = LIKELY.get(kind)
    if least is None or match.probability < min(POSSIBLE, least):
        return None
    if match.probability < least or find_rivals(matches):
        return Certainty.POSSIBLE
    sure = match.probability >= CERTAIN and kind not in ("typing", "slip")
    sure = sure and not match.near.is_given_in_case  # Dorina may be a woman after all
    return Certainty.CERTAIN if sure else Certainty.LIKELY


def find_rivals(matches: Sequence[Match]) -> list[Match]:
    """Return the other names that a form may as well be, the likeliest first."""
    first, kind = matches[0], name_kind(matches[0].near)
    rivals = [one for one in matches[1:] if kind != "ending" or name_kind(one.near) == kind]
    return [one for one in rivals if one.probability > MARGIN * first.probability]


def _is_other_vowel(rule: Rule) -> bool:
    """Say whether one plain vowel stands for another, which hardly any ear or alphabet does."""
    both = rule.original, rule.damaged
    return rule.cost >= LOOSE and all(len(one) == 1 and one in VOWELS for one in both)


LOOSE = 0.25
"""Cost from which a change of vowel is a habit of few: o to a, a to o."""


def _is_other_word(right: str, damage: Damage) -> bool:
    """Say whether one English word stands where the name has another: Commissioner, Commission."""
    changed = bool(damage.rules) and damage.channel in ("slip", "ending")
    return changed and is_word(right) and is_word(damage.damaged)


def _are_strange_together(near: Near) -> bool:
    """Say whether every word of a full name is damaged, and nobody bears any as it is written.

    Saulus Skvernjalis: by chance no stranger comes near one person with both his names.
    """
    words = [one.damaged.title() for one in near.damage if one.rules]
    return len(near.right) == len(words) > 1 and not any(map(is_recorded_name, words))


_OF_TOWNS = frozenset(("ovo$", "evo$", "jevo$", "ino$"))


def name_kind(near: Near) -> str:
    """Return what sets a form apart from a name: a key of LIKELY, or what is never shown."""
    if any(_is_changed_at_home(near, n) for n in range(len(near.right))):
        return "at home"  # a South Slavic name, which none of them respells
    rules = [rule for one in near.damage for rule in one.rules]
    endings = [rule for rule in rules if rule.channel == "ending"]
    if any(map(_is_other_word, near.right, near.damage)):
        return "word"  # a European Commissioner is no European Commission
    if any(rule.damaged.startswith("sk") or rule.damaged in _OF_TOWNS for rule in endings):
        return "adjective"  # Solovetsky is an island, whoever Solovyov is; Millerovo is a town
    if len(near.right) == 1 and sum(map(_is_other_vowel, rules)) > 1:
        return "vowels"  # Mangalia is a town, not Mongolia
    slips = [rule for rule in rules if rule.channel == "slip"]
    if slips and _are_strange_together(near):
        return "full name"
    if slips:
        return "typing" if all(map(_is_typing, slips)) else "slip"
    if len(endings) == len(rules):
        return "ending"
    if len(near.right) > 1:
        return "full name"
    return "family name" if near.is_family_alone else "other"
