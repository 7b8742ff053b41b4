"""The languages of an article, in the order of what they are taken from."""

from __future__ import annotations

import pytest

from transcheck.errors import InputError, UsageError
from transcheck.model import Article, Languages, Role, Segment
from transcheck.text.language import identify_languages

ENGLISH = "The minister said that the road would be open before the end of the year."
SERBIAN = "Ministar je rekao da će put biti otvoren pre kraja godine i da neće biti skuplji."
GERMAN = "Der Minister sagte, dass die Straße bis zum Ende des Jahres nicht offen sein wird."
NAMES = "Vučić met Đukanović in Brčko, and Zvečan and Čačak were not on the list that day."


def _article(
    *texts: str, source: str | None = None, target_lang: str | None = None, lang: str | None = None
) -> Article:
    segments = tuple(
        Segment(id=str(number), target=text, source=source) for number, text in enumerate(texts)
    )
    return Article("a.jsonl", "7", segments, target_lang=target_lang, source_lang=lang, row=7)


def _identify(
    article: Article,
    target: str | None = None,
    option: str | None = None,
    configured: str | None = None,
) -> Languages:
    return identify_languages(
        article, target=target, source_option=option, source_configured=configured
    )


def test_the_order_of_what_names_the_source() -> None:
    article = _article(NAMES, source=GERMAN, lang="hr")
    found = _identify(article, option="SR_latn", configured="mk")
    assert (found.source, found.source_from) == ("sr-Latn", "option")
    found = _identify(article, configured="mk")
    assert (found.source, found.source_from) == ("hr", "row")
    article = _article(NAMES, source=GERMAN)
    found = _identify(article, configured="mk")
    assert (found.source, found.source_from) == ("mk", "configuration")
    found = _identify(article)
    assert (found.source, found.source_from) == ("de", "source text")
    found = _identify(_article(NAMES))
    assert (found.source, found.source_from) == ("sh", "letters and names")
    found = _identify(_article(ENGLISH))
    assert (found.source, found.source_from) == (None, "")


def test_a_source_text_in_the_target_language_says_nothing() -> None:
    found = _identify(_article(ENGLISH, source=ENGLISH))
    assert (found.source, found.source_from) == (None, "")


def test_the_target_is_the_option_then_the_row_then_english() -> None:
    assert _identify(_article(GERMAN, target_lang="de")).target == "de"
    assert _identify(_article(GERMAN, target_lang="de"), target="en-GB").target == "en-GB"
    assert _identify(_article(GERMAN)).target == "en"


def test_segments_and_article_are_read() -> None:
    found = _identify(_article(ENGLISH, SERBIAN, "Novi Sad", ENGLISH, ENGLISH))
    assert found.segments == ("en", "sh", None, "en", "en")
    assert found.article == "en"
    assert _identify(_article(SERBIAN, SERBIAN, ENGLISH)).article == "sh"
    assert _identify(_article(ENGLISH + " " + SERBIAN)).article is None
    assert _identify(_article("Novi Sad")).article is None
    assert _identify(_article()).article is None


def test_furniture_does_not_count() -> None:
    segments = (Segment("1", ENGLISH), Segment("2", " ".join([SERBIAN] * 3), role=Role.FURNITURE))
    assert _identify(Article("a", "a", segments)).article == "en"


def test_a_serbian_edition_reads_as_its_own_tag() -> None:
    found = _identify(_article(SERBIAN), target="hr")
    assert found.article == "hr"
    assert found.segments == ("hr",)


def test_a_wrong_tag_is_named_where_it_stands() -> None:
    with pytest.raises(UsageError, match='"serbian" is not a language tag'):
        _identify(_article(ENGLISH), option="serbian")
    with pytest.raises(InputError) as raised:
        _identify(_article(ENGLISH, lang="serbian"))
    assert str(raised.value).startswith("a.jsonl:7: ")
