"""Which of a thing's spellings is the name of its row, and how the others stand to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transcheck.audit.proposals.archive import Spelled
from transcheck.audit.proposals.proposal import OPEN, PART, PREFERRED, WRONG
from transcheck.audit.proposals.spellings import Spellings
from transcheck.audit.proposals.whole_names import Thing
from transcheck.names.damage import weigh
from transcheck.names.words.given_names import same_given_name
from transcheck.text.fold import fold


def choose_preferred(thing: Thing, spellings: Spellings) -> Spelled:
    """Return the whole form with the fewest wrong words, of equals the commonest."""

    def faults(one: Spelled) -> int:
        return sum(_is_beaten(word, thing, spellings) for word in one.words)

    def initials(one: Spelled) -> int:
        return sum(len(word.rstrip(".")) == 1 for word in one.words)

    def plain(one: Spelled) -> int:
        twins = (other for other in thing.whole if fold(other.text) == fold(one.text))
        return max(map(_marks, (other.text for other in twins))) - _marks(one.text)

    return min(thing.whole, key=lambda one: (faults(one), initials(one), plain(one), one.rank))


def _marks(text: str) -> int:
    return sum(not letter.isascii() and letter.isalpha() for letter in text)


def _is_beaten(word: str, thing: Thing, spellings: Spellings) -> bool:
    """Say whether another spelling of the thing is the right one of this word."""
    return _better(word, thing, spellings) is not None


def _better(word: str, thing: Thing, spellings: Spellings) -> str | None:
    others = {w for member in thing.members for w in member.spelled.words if w != word}
    for other in sorted(others):
        judged = spellings.ruled(word, other)
        if judged is not None and judged.wrong == word and not judged.open:
            return other
    return None


def mend(preferred: Spelled, thing: Thing, spellings: Spellings) -> tuple[str, tuple[str, ...]]:
    """Return the name of the row and its words: a word that is damaged everywhere is mended.

    Natasha Srdoc beside Srdoč alone is Natasha Srdoč.
    """
    text, words = preferred.text, list(preferred.words)
    for number, word in enumerate(words):
        right = _better(word, thing, spellings)
        if right is not None:
            words[number] = right
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", right, text)
    return text, tuple(words)


def stand_of(one: Spelled, name: str, words: Sequence[str], spellings: Spellings) -> str:
    """Return how a spelling stands to the name of the row and its words."""
    if one.text == name:
        return PREFERRED
    pairs = _pair_up(one.words, words)
    standings = [_compare(a, b, spellings) for a, b in pairs]
    if WRONG in standings:
        return WRONG
    if OPEN in standings:
        return OPEN
    return PART if len(one.words) != len(words) else _of_whole(one)


def _of_whole(one: Spelled) -> str:
    """Equal word by word: what parts the two are hyphens, particles or an initial."""
    initial = any(len(word.rstrip(".")) == 1 for word in one.words)
    return PART if initial else OPEN


def _pair_up(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str]]:
    """Return the words of two forms that stand for each other, the family name first."""
    pairs = [(one[-1], other[-1])]
    given = list(other[:-1])
    for word in one[:-1]:
        match = next((g for g in given if same_given_name(word, g)), None)
        if match is None and given and len(one) == len(other):
            match = given[min(len(pairs) - 1, len(given) - 1)]
        if match is not None:
            pairs.append((word, match))
    return pairs


def _compare(word: str, right: str, spellings: Spellings) -> str:
    if word == right or len(word.rstrip(".")) == 1 or len(right.rstrip(".")) == 1:
        return PREFERRED
    judged = spellings.ruled(word, right)
    if judged is not None and not judged.open:
        return WRONG if judged.right == right else OPEN
    if judged is not None:
        return OPEN
    if word.lower() == right.lower():
        return OPEN
    if fold(word) == fold(right):
        return WRONG if _marks(word) < _marks(right) else OPEN
    return WRONG if weigh(right.lower(), word.lower(), None).cost <= 1.0 else OPEN
