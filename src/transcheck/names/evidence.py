"""The chain of evidence of a finding, in an editor's words, strongest kind first."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import Article, Evidence
from transcheck.names.damage import damage_odds
from transcheck.names.damage.languages import CYRILLIC, LATIN, habits_of
from transcheck.names.damage.marks import say_marks_lost
from transcheck.names.damage.wording import name_speller
from transcheck.names.index import NameIndex
from transcheck.names.judgement.rulings import Ruling
from transcheck.names.judgement.standing import count_places, stands_oblique
from transcheck.names.judgement.whole_names import BESIDE
from transcheck.names.terms.mentions import glossary_evidence
from transcheck.names.terms.origin import spelling_language
from transcheck.names.words.lexicon import is_word
from transcheck.names.words.usage import Usage
from transcheck.text.letters import can_write
from transcheck.text.tags import group, language_name


def explain_wrong(ruling: Ruling, article: Article, index: NameIndex) -> tuple[Evidence, ...]:
    """Return why a form is wrong: the right one's place, the direction, the glossary, counts."""
    chain = [_right_place(ruling.right, article)]
    chain += _direction(ruling, index)
    if ruling.sides.keys() & {"glossary", "preferred"}:
        chain += _rows(ruling, index)
    chain += _counts(ruling)
    return tuple(chain)


def _rows(ruling: Ruling, index: NameIndex) -> Iterator[Evidence]:
    """Yield the row that has the name; of a family name alone, the first of several."""
    given = ruling.right.given or ruling.wrong.given
    concept = index.named(ruling.right.text, given)
    if concept is not None:
        others = 0 if given else len(index.named_by(ruling.right.text)) - 1
        yield glossary_evidence(concept, others)


def rarer_form(ruling: Ruling) -> Usage:
    """Return the rarer form of a name written in two ways, the later one of equals."""
    return max((ruling.right, ruling.wrong), key=lambda usage: (-usage.count, usage.first))


def explain_open(ruling: Ruling) -> tuple[Evidence, ...]:
    """Return the two places of a name written in two ways."""
    rare = rarer_form(ruling)
    other = ruling.wrong if rare is ruling.right else ruling.right
    return tuple(
        Evidence(kind="article", reason=reason, text=usage.text, place=usage.first)
        for usage, reason in ((other, "one form"), (rare, "the other form"))
    )


def _right_place(right: Usage, article: Article) -> Evidence:
    full = right.full
    if full is not None:
        text = article.segments[full.segment].target[full.span.start : full.span.end]
        return Evidence("article", "full name in this article", text, full.place)
    return Evidence(
        kind="article", reason="the same name in this article", text=right.text, place=right.first
    )


MATTERS = 0.4
"""Least weight of a term, in log-odds, that an editor is told about."""
HARDLY = 1.6
"""Log-odds of a direction from which the reverse is seen hardly ever: 5 to 1."""
NEVER = 3.0
"""Log-odds of a direction from which the reverse is as good as never seen: 20 to 1."""


def _direction(ruling: Ruling, index: NameIndex) -> list[Evidence]:
    """Return what tells the wrong side from the right one, the weightiest first."""
    terms = (_marks, _marks_elsewhere, _capitals, _beside, _ending, _position, _known)
    told = [term(ruling) for term in terms]
    told = [(weight, words) for weight, words in told if weight >= MATTERS and words]
    if not (ruling.damage.uses("ending") or ruling.sides.get("marks lost", 0.0) > 0):
        told.insert(0, _damage(ruling, index))
    ranked = sorted(told, key=lambda item: -item[0])
    return [Evidence(kind="direction", reason=words) for _, words in ranked if words]


Told = tuple[float, str]
"""The weight of a term, in log-odds, and the words for it, "" for none."""


def _marks(ruling: Ruling) -> Told:
    elsewhere = ruling.sides.get("marks of another language", 0.0)
    words = say_marks_lost(ruling.damage.rules)
    if elsewhere < 0:
        words = (
            f"marks get lost more often than they appear, though {_foreign(ruling, ruling.right)}"
        )
    return ruling.sides.get("marks lost", 0.0) + elsewhere, words


def _marks_elsewhere(ruling: Ruling) -> Told:
    return ruling.sides.get("marks of another language", 0.0), _foreign(ruling, ruling.wrong)


def _foreign(ruling: Ruling, usage: Usage) -> str:
    """Say which letters of a form the source language does not write."""
    source = ruling.pair.languages.source or "und"
    letters = dict.fromkeys(x for x in usage.text if not can_write(x.lower(), source))
    return f"{name_speller(source)} does not write {', '.join(letters)}"


def _capitals(ruling: Ruling) -> Told:
    words = "capitals inside a name get lost in translation; they do not appear"
    return ruling.sides.get("capitals lost", 0.0), words


def _beside(ruling: Ruling) -> Told:
    words = "the other half of the name, beside it, tells which is right"
    return ruling.sides.get(BESIDE, 0.0), words


def _ending(ruling: Ruling) -> Told:
    right, wrong = ruling.right.text, ruling.wrong.text
    if not ruling.damage.uses("ending") or "preferred" in ruling.sides:
        return 0.0, ""
    if any(rule.original == "$" for rule in ruling.damage.rules):
        return 1.0, f"{wrong} has a case ending; {right} has none"
    return 1.0, f"{wrong} looks like another case of {right}"


def _position(ruling: Ruling) -> Told:
    weight = ruling.sides.get("stands bare", 0.0)
    if not stands_oblique(ruling.wrong) or stands_oblique(ruling.right):
        return 0.0, ""
    each = f"{ruling.wrong.text} stands" if ruling.wrong.count == 1 else "each place stands"
    return weight, f"{each} behind a preposition, where case endings are left on"


def _known(ruling: Ruling) -> Told:
    right, wrong = ruling.right.text, ruling.wrong.text
    words = f"English dictionaries know {right}, not {wrong}"
    if is_word(wrong):
        words = f"English dictionaries know {right} as a name, {wrong} as a word"
    return ruling.sides.get("known", 0.0), words


def _damage(ruling: Ruling, index: NameIndex) -> Told:
    """Return which way the source language respells, where that is known or learned."""
    right, wrong = ruling.right.text, ruling.wrong.text
    language = ruling.pair.languages.source
    odds = damage_odds(right.lower(), wrong.lower(), language)
    written = spelling_language(wrong, index)
    if language and group(written or "") != group(language):
        written = None  # what Serbian writes is no reason where the text came from Russian
    by_ear = ruling.damage.channel == "respelling" and not ruling.damage.uses("slip")
    told = any(w > 0 for term, w in ruling.sides.items() if term.startswith("damage"))
    if not written and not (by_ear and told and odds >= 1.0):
        return 0.0, ""
    return max(odds, MATTERS), say_respelling(right, wrong, written or language, bool(written))


def say_respelling(right: str, wrong: str, language: str | None, is_written: bool = False) -> str:
    """Return which way a name is respelt, in words, and whether the reverse ever happens.

    `is_written` says that a glossary has the form as that language's.
    """
    odds = damage_odds(right.lower(), wrong.lower(), language)
    if not is_written and odds < MATTERS:
        return f"{wrong} is {right} in another spelling"  # either may come of the other
    if is_written or odds >= NEVER:
        reverse = "never"
    else:
        reverse = "hardly ever" if odds >= HARDLY else "less often"
    if language:
        return f"{name_speller(language)} writes {right} as {wrong}, {reverse} the reverse"
    return f"spelling by ear makes {wrong} of {right}, {reverse} the reverse"


def say_way(language: str | None) -> str:
    """Say how a name came through a language: by its ear, by its letters, or else in which way."""
    if not language:
        return "is a spelling by ear"
    if habits_of(language).damage == CYRILLIC:
        return f"has come through {language_name(language)} letters"
    if habits_of(language).damage == LATIN:
        return "is another spelling of the name"
    return f"is {name_speller(language)} spelling by ear"


def _counts(ruling: Ruling) -> list[Evidence]:
    right, wrong = ruling.right, ruling.wrong
    often, seldom = count_places(right), count_places(wrong)
    both = f"{wrong.text} {seldom}, {right.text} {often}"
    if seldom >= often:
        return [Evidence(kind="count", reason=f"not decided by count ({both})")]
    if often > 1:
        return [Evidence(kind="count", reason=f"the rarer form ({both})")]
    return []
