"""How surely a form is its likeliest name: by what sets the two apart, each with a limit."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.model import Certainty
from transcheck.names.damage import Damage
from transcheck.names.damage.rules import VOWELS, Rule
from transcheck.names.judgement.matches import Match, is_typing
from transcheck.names.judgement.nearby import Near
from transcheck.names.words.lexicon import is_recorded_name, is_word

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
"""Share of the likeliest name's probability from which another one is a rival."""
LOOSE = 0.25
"""Cost from which a change of vowel is a habit of few: o to a, a to o."""
_OWN_LETTERS = frozenset("ćđ")
_OF_TOWNS = frozenset(("ovo$", "evo$", "jevo$", "ino$"))


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
        return "typing" if all(map(is_typing, slips)) else "slip"
    if len(endings) == len(rules):
        return "ending"
    if len(near.right) > 1:
        return "full name"
    return "family name" if near.is_family_alone else "other"


def _is_changed_at_home(near: Near, position: int) -> bool:
    """Say whether a name that Serbian does not respell would have been: Maravić, Marović."""
    name = near.right[position].lower()
    changed = any(
        rule.channel in ("respelling", "romanisation")
        or (rule.channel == "slip" and not is_typing(rule))
        for rule in near.damage[position].rules
    )
    return changed and (name.endswith(("ić", "ic", "vich")) or not _OWN_LETTERS.isdisjoint(name))


def _is_other_vowel(rule: Rule) -> bool:
    """Say whether one plain vowel stands for another, which hardly any ear or alphabet does."""
    both = rule.original, rule.damaged
    return rule.cost >= LOOSE and all(len(one) == 1 and one in VOWELS for one in both)


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
