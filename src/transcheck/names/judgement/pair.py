"""Two spellings under judgement, with everything the judgements may ask of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Prefix

from transcheck.model import Languages
from transcheck.names.damage import Damage, weigh
from transcheck.names.damage.endings import case_endings
from transcheck.names.index import NameIndex
from transcheck.names.words.given_names import same_given_name
from transcheck.names.words.usage import Usage

_ENGLISH = frozenset(("ch", "sh", "zh"))


@dataclass(frozen=True)
class Pair:
    """`one` and `other` are spellings in the order of the text."""

    one: Usage
    other: Usage
    languages: Languages
    index: NameIndex

    @cached_property
    def forward(self) -> Damage:
        """`other` explained as damage of `one`."""
        return weigh(self.one.text.lower(), self.other.text.lower(), self.languages.source)

    @cached_property
    def backward(self) -> Damage:
        """`one` explained as damage of `other`."""
        return weigh(self.other.text.lower(), self.one.text.lower(), self.languages.source)

    @property
    def cheapest(self) -> Damage:
        """The cheaper of the two explanations."""
        return min(self.forward, self.backward, key=lambda damage: damage.cost)

    @cached_property
    def differs_in_ending(self) -> bool:
        """Say whether the two part only in their last two letters: Lipka, Lipko; Shor, Shora."""
        one, other = self.one.folded, self.other.folded
        shared = Prefix.similarity(one, other)
        rest = max(len(one), len(other)) - shared
        both_end = {one[shared:], other[shared:]} <= case_endings(self.languages.source)
        heard = {one[shared - 1 :], other[shared - 1 :]} == {"ia", "ija"}  # Hania heard as Hanija
        return shared > 2 and 0 < rest <= 2 and both_end and not heard

    @property
    def is_explicable(self) -> bool:
        """Say whether any evidence could make the two one name."""
        if min(self.forward.cost, self.backward.cost) < float("inf") or self.is_one_given_name:
            return True
        return self.index.share_concept(self.one.text, self.other.text)

    @property
    def letters(self) -> float:
        """The mean length of the two, at least 4."""
        return max(4.0, (len(self.one.text) + len(self.other.text)) / 2)

    @property
    def is_case_variant(self) -> bool:
        """Say whether the two differ in capitals only."""
        return self.one.text.lower() == self.other.text.lower()

    @property
    def is_one_given_name(self) -> bool:
        """Say whether both are given names, and one name in neighbouring languages."""
        both = self.one.is_given_only and self.other.is_given_only
        return both and same_given_name(self.one.text, self.other.text)

    @cached_property
    def is_marks_only(self) -> bool:
        """Say whether only marks part the two, đ written dj among them: Đoković, Djokovic.

        English writes ch, sh and zh of its own: Mančester is Manchester heard, not marked.
        """
        rules = self.cheapest.rules
        explained = bool(rules) and all(
            rule.channel == "marks" and rule.damaged not in _ENGLISH for rule in rules
        )
        return self.is_folded_equal or explained

    @property
    def is_folded_equal(self) -> bool:
        """Say whether the two differ in marks only."""
        return self.one.folded == self.other.folded
