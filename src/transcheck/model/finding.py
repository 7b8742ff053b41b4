"""What was found in an article, what was confirmed, and on what evidence (MQM's words)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from transcheck.model.article import Article, Languages
from transcheck.model.policy import Policy
from transcheck.model.record import Place, Record, Span
from transcheck.model.term import Glossary
from transcheck.model.waiver import NAME_CHECKS


class Ordered(StrEnum):
    """A scale of words, the least first; `rank` is the place of a word on it, from 0."""

    rank: int

    def __init__(self, _word: str) -> None:
        self.rank = len(type(self).__members__)


class Severity(Ordered):
    """How much an issue harms a reader (MQM), mildest first."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class Certainty(Ordered):
    """How sure a finding is, least sure first: measured precision .97 / .90 / below."""

    POSSIBLE = "possible"
    LIKELY = "likely"
    CERTAIN = "certain"


class Form(StrEnum):
    """How a mention stands to the name it is a mention of."""

    EXACT = "exact"
    ADMITTED = "admitted"
    REJECTED = "rejected"
    FOLDED = "folded"
    RESPELT = "respelt"
    INFLECTED = "inflected"
    MISSPELT = "misspelt"
    VARIANT = "variant"
    MIXED_SCRIPT = "mixed-script"
    FOREIGN_ACRONYM = "foreign-acronym"
    HOUSE_FORM = "house-form"
    UNEXPANDED = "unexpanded"
    TRANSLATED = "translated"


class Evidence(Record, frozen=True):
    """One reason for a finding, in an editor's words.

    `kind` is article, direction, source, glossary or count. Evidence of kind article points
    at a place; of kind glossary has `ref` ("people.csv:12"), and is `shipped` where the row came
    with transcheck. `text` is what is quoted.
    """

    kind: str
    reason: str
    text: str = ""
    place: Place | None = None
    ref: str = ""
    shipped: bool = False


class Mention(Record, frozen=True):
    """A place where a name stands, whose name it is, and in which form: decided once.

    `name` is the whole right form for this place, "" when no side can be called right.
    `language` is the language whose habit explains a damaged form. `others` are further names
    that it may as well be, the likeliest first.
    """

    concept: str
    name: str
    segment: int
    span: Span
    text: str
    form: Form
    certainty: Certainty = Certainty.CERTAIN
    evidence: tuple[Evidence, ...] = ()
    language: str | None = None
    by: str = ""
    others: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.segment, self.span)


class CheckInfo(Record, frozen=True):
    """What a check is: it travels in the report, so formats need no import of checks.

    `category` is MQM's. `needs` may hold glossary, policy, expansion (of acronyms), source:
    without them the check is `not_checked`; and waivers, without which it has nothing to say.
    A check that `covers` hides other findings inside its own (names inside a passage left
    untranslated are not judged one by one).
    """

    id: str
    category: str
    severity: Severity
    documentation: str
    needs: tuple[str, ...] = ()
    covers: bool = False


class Finding(Record, frozen=True):
    """One thing wrong at one place. `message` says what happened, `suggestions` what to write.

    Each suggestion is a whole replacement for `text`, best first. `fingerprint` survives
    edits elsewhere in the article. `waived` says who decided that it shall not count, and why:
    kind (waiver or baseline), a waiver's verdict, reason, by, expires. An `advisory` finding
    never counts.
    """

    check: str
    category: str
    severity: Severity
    certainty: Certainty
    segment: int
    span: Span
    text: str
    message: str
    suggestions: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    concept: str | None = None
    fingerprint: str = ""
    waived: dict[str, Any] | None = None
    advisory: bool = False

    def counts(self, min_certainty: Certainty) -> bool:
        """Say whether it may fail a gate: certain enough, not waived, more than advice."""
        if self.waived is not None or self.advisory:
            return False
        return self.certainty.rank >= min_certainty.rank

    @property
    def is_name(self) -> bool:
        """Whether it concerns a name and not the language around it."""
        return self.concept is not None or self.check.startswith(NAME_CHECKS)


class Confirmed(Record, frozen=True):
    """A name that was looked at and found right, by what, and where it stands."""

    name: str
    concept: str
    by: str
    places: tuple[Place, ...]


class LeftAlone(Record, frozen=True):
    """Something looked at and left silent, with the guard that held the finding back."""

    text: str
    guard: str
    reason: str
    places: tuple[Place, ...] = ()


class NotChecked(Record, frozen=True):
    """A check that could not run on an article, and what stays unseen."""

    check: str
    reason: str


class Skipped(Record, frozen=True):
    """What could not be done and why: data, never silence."""

    path: str
    reason: str
    check: str | None = None


class Names(Record, frozen=True):
    """All that `names` found in an article; `languages` may know the source from the names."""

    languages: Languages = Languages()
    mentions: tuple[Mention, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    left_alone: tuple[LeftAlone, ...] = ()


class Context(Record, frozen=True):
    """What a check receives: built once, read-only."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    glossary: Glossary = Glossary()
    policy: Policy = Policy()
    languages: Languages = Languages()
