"""The chain of evidence of a finding, in an editor's words, strongest kind first."""

from __future__ import annotations

from transcheck.model import Article, Evidence
from transcheck.names.judgement.rulings import Ruling
from transcheck.names.terms.index import NameIndex
from transcheck.names.terms.mentions import glossary_evidence
from transcheck.names.terms.origin import spelling_language
from transcheck.names.words.usage import Usage
from transcheck.text.tags import group, language_name


def explain_wrong(ruling: Ruling, article: Article, index: NameIndex) -> tuple[Evidence, ...]:
    """Return why a form is wrong: the right one's place, the direction, the glossary, counts."""
    chain = [_right_place(ruling.right, article)]
    chain += _direction(ruling, index)
    concept = index.named(ruling.right.text, ruling.right.given)
    if concept is not None and ruling.sides.keys() & {"glossary", "preferred"}:
        chain.append(glossary_evidence(concept))
    chain += _counts(ruling)
    return tuple(chain)


def explain_open(ruling: Ruling) -> tuple[Evidence, ...]:
    """Return the two places of a name written in two ways."""
    return tuple(
        Evidence(kind="article", reason=reason, text=usage.text, place=usage.first)
        for usage, reason in ((ruling.right, "one form"), (ruling.wrong, "the other form"))
    )


def _right_place(right: Usage, article: Article) -> Evidence:
    full = right.full
    if full is not None:
        text = article.segments[full.segment].target[full.span.start : full.span.end]
        return Evidence("article", "full name in this article", text, full.place)
    return Evidence(
        kind="article", reason="the same name in this article", text=right.text, place=right.first
    )


def _direction(ruling: Ruling, index: NameIndex) -> list[Evidence]:
    if ruling.sides.get("marks lost", 0) > 0:
        words = "marks get lost in translation; they do not appear"
        return [Evidence(kind="direction", reason=words)]
    pair = ruling.pair
    damage = ruling.damage
    if damage.uses("ending"):
        words = f"{ruling.wrong.text} has a case ending; {ruling.right.text} has none"
        return [Evidence(kind="direction", reason=words)]
    weight = ruling.sides.get("damage", ruling.sides.get("damage, language unknown", 0))
    right, wrong = ruling.right.text, ruling.wrong.text
    language = spelling_language(wrong, index) or pair.languages.source
    by_ear = damage.channel == "respelling" and not damage.uses("slip")
    if not spelling_language(wrong, index) and not (weight >= 0.4 and by_ear):
        return []
    if language:
        words = f"{name_speller(language)} writes {right} as {wrong}, never the reverse"
    else:
        words = f"spelling by ear makes {wrong} of {right}, never the reverse"
    return [Evidence(kind="direction", reason=words)]


def name_speller(language: str) -> str:
    """Name the language that respells: of the four that share one, Serbian does."""
    return "Serbian" if group(language) == "sh" else language_name(language)


def _counts(ruling: Ruling) -> list[Evidence]:
    right, wrong = ruling.right, ruling.wrong
    both = f"{wrong.text} {wrong.count}, {right.text} {right.count}"
    if wrong.count >= right.count:
        return [Evidence(kind="count", reason=f"not decided by count ({both})")]
    if right.count > 1:
        return [Evidence(kind="count", reason=f"the rarer form ({both})")]
    return []
