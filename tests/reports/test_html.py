"""The HTML report: what it holds, that it escapes everything, and that it says what is true."""

from __future__ import annotations

import re

import lxml.html
import pytest
from msgspec.structs import replace
from report_sample import clean as mended
from report_sample import (
    damaged,
    make_article,
    make_findings,
    make_report,
    plain,
    report_article,
)

from transcheck.model import Article, Report, Skipped
from transcheck.reports.formats.html import FORMAT, render, render_folder


def parse(report: Report) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(render(report))


def text_of(element: lxml.html.HtmlElement) -> str:
    """Return the article's own text: what stands in the paragraph without numbers and ticks."""
    for sign in element.xpath(".//sup"):
        sign.drop_tree()
    return str(element.text_content())


def words_of(page: lxml.html.HtmlElement, path: str) -> str:
    return " ".join(page.xpath(path)[0].text_content().split())


def paragraphs(page: lxml.html.HtmlElement) -> list[str]:
    return [text_of(element) for element in page.xpath('//*[contains(@class, "row")]/*[@dir]')]


def targets(article: Article) -> list[str]:
    return [segment.target for segment in article.segments]


@pytest.fixture(scope="module")
def page() -> lxml.html.HtmlElement:
    return parse(make_report(damaged()))


def test_html_carries_all_findings() -> None:
    assert FORMAT.name == "html"
    assert FORMAT.all_findings


def test_verdict_counts_and_names_the_damage(page: lxml.html.HtmlElement) -> None:
    assert words_of(page, "//h1") == "Gate failed: 3 errors in 462 words"
    said = words_of(page, '//p[@class="says"]')
    assert said.startswith("Two names are damaged: Šabac once, Kowalczyk twice.")
    assert said.endswith("The right form of both already stands in this article.")
    assert "68 score of 100, likely 23 to 88" in words_of(page, '//p[@class="figure"]')


def test_every_finding_is_a_mark_with_its_fingerprint_and_its_card(
    page: lxml.html.HtmlElement,
) -> None:
    findings = damaged().findings
    marks = page.xpath("//mark")
    assert [mark.get("data-fingerprint") for mark in marks] == [f.fingerprint for f in findings]
    assert [mark.text_content() for mark in marks] == [f.text for f in findings]
    for finding in findings:
        assert len(page.xpath(f'//*[@id="f-{finding.fingerprint}"]')) == 1


def test_one_card_lists_all_places_of_a_name(page: lxml.html.HtmlElement) -> None:
    cards = page.xpath('//article[starts-with(@class, "card")]')
    assert len(cards) == 2
    links = page.xpath('//*[@class="place err"]//a')
    labels = [re.findall(r"Major error (\w+)", link.text_content())[0] for link in links]
    assert labels == ["1", "2a", "2b"]
    assert "Same fix in 2 places." in cards[1].text_content()


def test_evidence_points_at_places_and_rows(page: lxml.html.HtmlElement) -> None:
    lines = [" ".join(li.text_content().split()) for li in page.xpath('//ol[@class="evidence"]/li')]
    assert lines[:3] == [
        "¶1 Šabac, same place, in this article",
        "Marks get lost in translation; they do not appear",
        "Glossary places.csv row 28: Šabac",
    ]
    assert "Not decided by count (Kovalčik 2, Kowalczyk 1)." in page.text_content()


def test_the_differing_letters_are_marked(page: lxml.html.HtmlElement) -> None:
    heading = page.xpath('//article[starts-with(@class, "card")]/h3')[0]
    assert [b.text_content() for b in heading.xpath(".//b")] == ["S", "Š"]


def test_the_text_is_whole_and_in_order() -> None:
    for one in (damaged(), mended()):
        assert paragraphs(parse(make_report(one))) == targets(one.article)


def test_every_link_inside_the_page_arrives() -> None:
    for report in (make_report(damaged()), make_report(damaged(), mended(), plain("A title"))):
        page = parse(report)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        inside = [link for link in page.xpath("//a/@href") if link.startswith("#")]
        assert inside
        assert {link[1:] for link in inside} <= set(ids)


def test_furniture_is_named_and_not_numbered(page: lxml.html.HtmlElement) -> None:
    assert "Page furniture, not judged" in page.text_content()
    assert not page.xpath('//*[contains(@class, "furniture")]/a')
    numbers = page.xpath('//a[@class="gutter"]/text()')
    assert numbers == [f"¶{n}" for n in range(1, 12)]


def test_the_ledger_tells_what_was_done_besides(page: lxml.html.HtmlElement) -> None:
    ledger = words_of(page, '//section[@class="ledger"]')
    for words in (
        "13 names confirmed",
        "Serbian beside Serbia: adjective",
        "Sava Basin Agreement: in no glossary, written one way",
        "3 source checks did not run: no source text came with this article.",
        "4 lines of page furniture (grey) were read but not judged.",
    ):
        assert words in ledger


def test_a_clean_article_shows_what_was_confirmed_and_by_what() -> None:
    page = parse(make_report(mended()))
    assert words_of(page, "//h1") == "Gate passed: nothing wrong found in 462 words"
    assert not page.xpath("//mark")
    rows = [
        [" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//tbody/tr")
    ]
    assert ["Šabac", "3", "places.csv row 28", "headline, ¶1, ¶5"] in rows
    assert len(rows) == 14


def test_a_waived_finding_is_shown_and_not_counted() -> None:
    article = make_article([("body", "We crossed to Sabac. " + "It was cold. " * 60)])
    waived = make_findings(
        article, "Sabac", "Šabac", "name-diacritics", waived={"reason": "a quoted spelling"}
    )
    page = parse(make_report(report_article(article, waived)))
    assert words_of(page, "//h1").startswith("Gate passed: nothing wrong found")
    card = page.xpath('//article[starts-with(@class, "card waived")]')[0]
    assert "Not an error" in card.text_content()
    assert "A quoted spelling." in card.text_content()


def test_a_waiver_says_who_and_until_when_and_a_baseline_that_it_is_one() -> None:
    article = make_article([("body", "We crossed to Sabac. " + "It was cold. " * 60)])
    for waived, words in (
        (
            {"kind": "waiver", "reason": "quoted", "by": "A. Lund", "expires": "2027-01-31"},
            "Not an error Sabac Quoted. Waived by A. Lund until 2027-01-31.",
        ),
        (
            {"kind": "waiver", "reason": "the letter has it", "verdict": "accepted"},
            "Wrong, but it stays Sabac The letter has it.",
        ),
        ({"kind": "baseline", "reason": ""}, "In the baseline Sabac Known before this run."),
    ):
        found = make_findings(article, "Sabac", "Šabac", "name-diacritics", waived=waived)
        page = parse(make_report(report_article(article, found)))
        assert words in words_of(page, '//article[starts-with(@class, "card waived")]')


def test_places_waived_for_different_reasons_have_a_card_each() -> None:
    text = "We crossed to Sabac. Then Sabac slept. " + "It was cold. " * 60
    article = make_article([("body", text)])
    one, other = make_findings(article, "Sabac", "Šabac", "name-diacritics")
    waived = {"kind": "waiver", "reason": "quoted", "by": "A. Lund"}
    found = (
        replace(one, waived=waived),
        replace(other, waived=waived | {"verdict": "accepted", "reason": "on the sign"}),
    )
    page = parse(make_report(report_article(article, found)))
    cards = page.xpath('//article[starts-with(@class, "card waived")]')
    assert [" ".join(card.text_content().split()) for card in cards] == [
        "1 Not an error Sabac Quoted. Waived by A. Lund. “Sabac” is damaged.",
        "2 Wrong, but it stays Sabac On the sign. Waived by A. Lund. “Sabac” is damaged.",
    ]


def test_what_is_about_a_waiver_has_a_card_and_no_mark() -> None:
    article = make_article([("body", "We crossed to Sabac. " + "It was cold. " * 60)])
    (found,) = make_findings(
        article, "Sabac", "Šabac", "waiver-stale", severity="minor", text="", suggestions=(),
        advisory=True, concept=None,
    )  # fmt: skip
    page = parse(make_report(report_article(article, [found])))
    assert not page.xpath("//mark")
    assert page.xpath(f'//*[@id="f-{found.fingerprint}"]')
    assert '"groups":[]' in page.xpath('//script[@id="data"]')[0].text


def test_what_is_possible_is_to_review() -> None:
    article = make_article([("body", "We crossed to Sabac. " + "It was cold. " * 60)])
    found = make_findings(article, "Sabac", "Šabac", "name-diacritics", certainty="possible")
    page = parse(make_report(report_article(article, found)))
    assert words_of(page, "//h1") == "Gate passed: 1 finding to review"
    assert page.xpath('//*[@class="place rev"]/mark')


def test_something_skipped_is_never_green() -> None:
    skipped = (Skipped("danube/hr-2.txt", "byte 412 (0xE8) is not UTF-8"),)
    page = parse(make_report(mended(), skipped=skipped))
    title = words_of(page, "//h1")
    assert title == "Not everything was checked: 1 of 2 articles could not be read"
    assert page.xpath('//*[@class="badge un"]')
    assert "danube/hr-2.txt could not be read: byte 412 (0xE8) is not UTF-8." in page.text_content()


def test_few_words_have_no_score_and_none_at_all_are_not_green() -> None:
    short = parse(make_report(report_article(make_article([("body", "Too short.")]))))
    assert "no score" in words_of(short, '//p[@class="figure"]')
    empty = parse(make_report(report_article(make_article([("body", "")]))))
    assert "Not everything was checked" in words_of(empty, "//h1")


def test_the_index_is_worst_first_and_says_what_was_not_read() -> None:
    skipped = (Skipped("hr-0093.html", "byte 412 (0xE8) is not UTF-8. Try --encoding cp1250"),)
    rail = plain("Rail link", ("Kiev", "Kyiv", "name-house-form", "minor"))
    again = plain("Ministers meet", ("Sabac", "Šabac", "name-diacritics", "major"))
    page = parse(make_report(mended(), rail, again, damaged("b.txt"), skipped=skipped))
    index = page.xpath('//*[@id="index"]')[0]
    assert " ".join(index.xpath(".//h1")[0].text_content().split()) == (
        "Gate failed: 2 of 5 articles, 4 errors"
    )
    states = index.xpath(".//tbody/tr/@data-state")
    assert states == ["err", "err", "rev", "un", "ok"]
    names = [
        " ".join(h.text_content().split()) for h in index.xpath('.//section[@class="shared"]//h3')
    ]
    assert names == ["Šabac"]
    assert "Try --encoding cp1250" in index.text_content()


def test_all_articles_of_one_file_are_in_it() -> None:
    page = parse(make_report(damaged(), mended(), plain("A title")))
    views = page.xpath('//section[starts-with(@class, "view article")]')
    assert len(views) == 3
    links = page.xpath('//*[@id="index"]//tbody//th//a/@href')
    assert sorted(links) == sorted(f"#{view.get('id')}" for view in views)


def test_the_same_report_gives_the_same_bytes() -> None:
    report = make_report(damaged(), mended(), plain("A title"))
    assert render(report) == render(report)
    assert list(render_folder(report)) == list(render_folder(report))


def test_a_page_asks_nothing_of_the_network() -> None:
    text = render(make_report(damaged()))
    page = lxml.html.document_fromstring(text)
    lock = page.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')[0]
    assert lock.startswith("default-src 'none'; style-src 'sha256-")
    assert not page.xpath("//@src | //link | //img | //iframe | //form | //@style")
    assert not [href for href in page.xpath("//@href") if not href.startswith("#")]
