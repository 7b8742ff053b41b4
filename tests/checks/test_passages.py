"""Checks of passages on what plain text cannot say: roles, and languages given from outside."""

from __future__ import annotations

from types import ModuleType

from transcheck.checks import (
    encoding_damage,
    quotes_unbalanced,
    repeated_passage,
    repeated_word,
    untranslated,
)
from transcheck.model import Article, Context, Finding, Languages, Place, Role, Segment, Severity

SENTENCE = "The union wants higher pay and a second crane driver on every shift."
SERBIAN = "Ministar je rekao da će put biti otvoren pre kraja godine i da neće biti skuplji."


def _find(
    check: ModuleType, *segments: tuple[Role, str], languages: Languages | None = None
) -> list[Finding]:
    made = tuple(Segment(str(n), text, role=role) for n, (role, text) in enumerate(segments))
    return list(check.find(Context(Article("a", "a", made), languages=languages or Languages())))


def test_only_the_running_text_is_searched_for_repetition() -> None:
    lead = (Role.STANDFIRST, "Dock workers walked out on Thursday.")
    for role in (Role.QUOTE, Role.CAPTION, Role.HEADLINE, Role.STANDFIRST, Role.FURNITURE):
        assert _find(repeated_passage, lead, (role, SENTENCE), (Role.BODY, SENTENCE)) == []
    found = _find(repeated_passage, lead, (Role.BODY, SENTENCE), (Role.BODY, SENTENCE))
    assert [one.segment for one in found] == [2]
    place = found[0].evidence[0].place
    assert isinstance(place, Place)
    assert place.segment == 1


def test_furniture_is_never_flagged() -> None:
    furniture = "The the ad “said Å¡ut VuÄŤiÄ‡ " + SERBIAN
    for check in (encoding_damage, quotes_unbalanced, repeated_word, untranslated):
        assert _find(check, (Role.FURNITURE, furniture), (Role.BODY, SENTENCE)) == []
        assert _find(check, (Role.BODY, furniture), (Role.BODY, SENTENCE)), check.__name__


def test_a_quotation_over_furniture_is_one() -> None:
    opened = (Role.BODY, "“We will not leave before we have an answer.")
    closed = (Role.BODY, "“That is all.”")
    assert _find(quotes_unbalanced, opened, (Role.FURNITURE, "Advertisement"), closed) == []
    assert len(_find(quotes_unbalanced, opened, (Role.BODY, "It rained."), closed)) == 1


def test_a_paragraph_full_of_damage_is_one_finding() -> None:
    text = "VuÄŤiÄ‡ and Å¡ut and Å¾aba and Å¡uma met."
    found = _find(encoding_damage, (Role.BODY, text))
    assert [one.suggestions for one in found] == [("Vučić and šut and žaba and šuma",)]
    lost = _find(encoding_damage, (Role.BODY, text + " Zve\ufffdan"))
    assert [one.suggestions for one in lost] == [()]


def test_an_article_in_another_language_is_one_critical_finding() -> None:
    languages = Languages(target="en", source="sr", article="sh", segments=(None, "sh", "sh"))
    body = [(Role.BODY, SERBIAN), (Role.BODY, SERBIAN)]
    found = _find(untranslated, (Role.HEADLINE, "Novi put"), *body, languages=languages)
    assert [(one.segment, one.severity) for one in found] == [(1, Severity.CRITICAL)]
    assert found[0].text == SERBIAN


def test_a_passage_in_the_target_language_under_another_tag_is_right() -> None:
    languages = Languages(target="hr", source="de", article="hr", segments=("hr",))
    assert _find(untranslated, (Role.BODY, SERBIAN), languages=languages) == []


def test_bylines_are_names() -> None:
    assert _find(untranslated, (Role.BYLINE, SERBIAN), (Role.BODY, SENTENCE)) == []


def test_doubled_words_of_another_language_are_not_judged() -> None:
    languages = Languages(target="en", segments=("sh",))
    text = "Oni su polako polako krenuli kući i onda su stali."
    assert _find(repeated_word, (Role.BODY, text), languages=languages) == []
    assert _find(repeated_word, (Role.BODY, text)) != []
