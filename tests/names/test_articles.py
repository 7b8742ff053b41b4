"""Properties of the findings on whole articles: what may never happen, whatever the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import name_findings

import transcheck
from transcheck.model import Role

DAMAGED = (
    "Mark Rutte came to Skopje.\nThen Rute left with a smile.",
    "The church of Zvečan is small.\nTrains to Zvecan run again.",
    "Olaf Scholz opened the bridge.\nAccording to Šolc it is long.",
    "Ilan Shor speaks on Saturdays.\nThe party of Ilana Shora listens.",
    "Albin Kurti lost. Albin Kurti won.\nBetween the two Albin Kutri slept.",
    "Luka Đorđević was sold.\nThe agent of Djordjevic took a tenth.",
    "Alesia Marozava spoke.\nThe phone of Alesya Marozava rang.",
)
UNRELATED = (
    "The weather will be fine until the weekend, with some wind in the hills.",
    "Prices of onions rose by a third, the office of statistics says.",
    "Nobody was hurt, and the road was opened after two hours.",
    "Hapoel Beersheba beat Ironi, and Uppsala wait for spring.",
    "In Ouagadougou it rained. Fumiko Ibe lit a lamp.",
)
ARTICLES = st.lists(st.sampled_from(DAMAGED), min_size=1, max_size=3, unique=True).map("\n".join)


def told(text: str, language: str | None = "sr") -> list[tuple[str, str, tuple[str, ...]]]:
    return [(f.check, f.text, f.suggestions) for f in name_findings(text, language)]


def composed(found: list[tuple[str, str, tuple[str, ...]]]) -> list[tuple[str, ...]]:
    return [
        tuple(unicodedata.normalize("NFC", word) for word in (check, text, *suggestions))
        for check, text, suggestions in found
    ]


@pytest.mark.parametrize("text", DAMAGED)
def test_each_of_the_articles_has_its_finding(text: str) -> None:
    assert told(text)


@settings(max_examples=40, deadline=None)
@given(ARTICLES, st.lists(st.sampled_from(UNRELATED), min_size=1, max_size=3), st.booleans())
def test_an_unrelated_paragraph_takes_no_finding_away(
    text: str, paragraphs: list[str], before: bool
) -> None:
    more = "\n".join(paragraphs)
    longer = f"{more}\n{text}" if before else f"{text}\n{more}"
    assert set(told(text)) <= set(told(longer))


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_composed_and_decomposed_articles_have_the_same_findings(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert composed(told(text)) == composed(told(apart))


@settings(max_examples=40, deadline=None)
@given(ARTICLES, st.sampled_from(["\u00ad", "\u200b", "\u2060"]))
def test_invisible_joints_hide_no_finding(text: str, joint: str) -> None:
    jointed = text.replace("ute", f"u{joint}te").replace("eca", f"e{joint}ca")
    plain = [(check, wrong.replace(joint, ""), right) for check, wrong, right in told(jointed)]
    assert plain == told(text)


@settings(max_examples=40, deadline=None)
@given(ARTICLES, st.sampled_from([None, "sr", "uk", "tr"]))
def test_a_finding_is_what_stands_there_and_its_suggestion_is_another(
    text: str, language: str | None
) -> None:
    report = transcheck.check(text, shipped=False, source_lang=language)
    for one in report.articles[0].findings:
        segment = report.articles[0].article.segments[one.segment]
        assert segment.target[one.span.start : one.span.end] == one.text
        place = segment.locate(one.span)
        assert text[place.start : place.end] == one.text
        assert one.text not in one.suggestions
        assert one.message
        for evidence in one.evidence:
            if evidence.place:
                there = report.articles[0].article.segments[evidence.place.segment].target
                span = evidence.place.span
                assert there[span.start : span.end] == evidence.text


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_findings_stand_on_no_furniture_link_handle_or_sic(text: str) -> None:
    masked = (
        f"{text}\nPhoto: Rute/Zvecan\nSee www.example.org/Zvecan/Rute and @Rute.\n"
        "The sign says Zvecan [sic] and #Kutri.\n12 views 3 comments"
    )
    report = transcheck.check(masked, shipped=False, source_lang="sr")
    assert told(masked) == told(text)
    for one in report.articles[0].findings:
        segment = report.articles[0].article.segments[one.segment]
        assert segment.role is not Role.FURNITURE
        assert not any(one.span.overlaps(span) for span in segment.protected)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(UNRELATED), min_size=1, max_size=5, unique=True))
def test_clean_paragraphs_stay_silent(paragraphs: list[str]) -> None:
    assert told("\n".join(paragraphs)) == []


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_a_name_written_in_two_ways_has_two_places_and_no_suggestion(text: str) -> None:
    open_pair = "Alesia Marozava spoke.\nThe phone of Alesya Marozava rang."
    found = name_findings(f"{text}\n{open_pair}", "be")
    undecided = [one for one in found if one.check == "name-inconsistent" and not one.suggestions]
    assert undecided
    for one in undecided:
        places = [evidence.place for evidence in one.evidence if evidence.place]
        assert len(places) == len(set(places)) == 2
        assert one.span in [place.span for place in places]


SCRAPS = (
    "Zvečan Zvecan Rute Rutte Mark's von der Leyen Lajen fon U.S. NATO A. — - / ' ’ [sic] @Rute "
    "#Rute http://a.rs Dr. Šolc Scholz İstanbul ıspanak ǅ ß ŉ ﬁ 😀 שלום Косово \u200b \u00ad "
    "\ufeff \u2028 Đ ĐURIĆ's O'Neill O’ DJ ... “Rute” (Rute) Rute, A-12 3M N1 1. iPhone McRutte Å"
).split(" ")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(SCRAPS) | st.text(max_size=4), min_size=1, max_size=25),
    st.sampled_from([" ", "\n", "", "-"]),
    st.sampled_from([None, "sr", "uk", "zh"]),
)
def test_no_scrap_of_text_breaks_it(scraps: list[str], between: str, language: str | None) -> None:
    text = f"In Niš{between}{between.join(scraps)}"
    report = transcheck.check(text, shipped=False, source_lang=language)
    assert not report.skipped
    for one in report.articles[0].findings:
        segment = report.articles[0].article.segments[one.segment]
        assert segment.target[one.span.start : one.span.end] == one.text
        assert not any(one.span.overlaps(span) for span in segment.protected)


@settings(max_examples=20, deadline=None)
@given(ARTICLES)
def test_the_same_article_has_the_same_findings(text: str) -> None:
    assert name_findings(text, "sr") == name_findings(text, "sr")


def test_mending_what_is_found_leaves_nothing_to_find() -> None:
    text = "\n".join(DAMAGED[:6])
    for _ in range(len(DAMAGED)):
        found = [one for one in name_findings(text, "sr") if one.suggestions]
        if not found:
            break
        article = transcheck.check(text, shipped=False).articles[0].article
        place = article.segments[found[0].segment].locate(found[0].span)
        text = text[: place.start] + found[0].suggestions[0] + text[place.end :]
    assert told(text) == []
    assert "Rute" not in text
