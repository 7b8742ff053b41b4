"""One article in two houses: each finds its own, and both agree on what is wrong under any."""

from __future__ import annotations

import json

import pytest

import transcheck
from transcheck.errors import UsageError

GLOSSARY = """name,kind,admitted,rejected,source,ref
Pristina,place,Prishtina|Priština,,sq:Prishtina|sr:Priština,
Kyiv,place,Kiev,Kijev,uk:Київ,
Mark Rutte,person,,,sr:Mark Rute,
Radomir Žitnić,person,,,,
OFB,acronym,,,,Office for Bridges
"""
ARTICLE = """Bridge talks go on

Mark Rute came to Prishtina on Monday. Radomir Žitnić came from Kiev, not from Kijev.
The OFB had asked for both. Radomir Žitnić ate chicken Kiev in Pristina.
"""
NORTH = {
    "place-names": ["sq"],
    "preferred-from": {"Kyiv": "2019-08-14"},
    "exceptions": ["chicken Kiev"],
    "expand-acronyms": True,
    "today": "2026-01-31",
}
SOUTH = {"place-names": ["sr"], "diacritics": "strip", "preferred": ["Kiev"]}
HOUSE_CHECKS = ("name-house-form", "acronym-unexpanded")


@pytest.fixture
def found(tmp_path):
    """Return the findings of a house as {check: [(text, first suggestion)]}."""
    path = tmp_path / "names.csv"
    path.write_text(GLOSSARY, encoding="utf-8")

    def finder(house):
        report = transcheck.check(
            ARTICLE, glossary=path, shipped=False, source_lang="sr", house=house
        )
        return [(one.check, one.text, one.suggestions[0]) for one in report.articles[0].findings]

    return finder


def test_each_house_gets_its_own_findings(found):
    north = [one for one in found(NORTH) if one[0] in HOUSE_CHECKS]
    south = [one for one in found(SOUTH) if one[0] in HOUSE_CHECKS]
    assert north == [
        ("name-house-form", "Kiev", "Kyiv"),
        ("acronym-unexpanded", "OFB", "Office for Bridges (OFB)"),
        ("name-house-form", "Pristina", "Prishtina"),
    ]
    assert south == [
        ("name-house-form", "Prishtina", "Pristina"),
        ("name-house-form", "Radomir Žitnić", "Radomir Zitnic"),
        ("name-house-form", "Radomir Žitnić", "Radomir Zitnic"),
    ]


def test_both_agree_on_what_is_wrong_under_any(found):
    for house in (NORTH, SOUTH):
        wrong = [(text, right) for check, text, right in found(house) if check not in HOUSE_CHECKS]
        assert [text for text, _ in wrong] == ["Mark Rute", "Kijev"], house
    rights = [{text: right for _, text, right in found(house)}["Kijev"] for house in (NORTH, SOUTH)]
    assert rights == ["Kyiv", "Kiev"]


def test_a_house_is_part_of_the_signature(tmp_path):
    signatures = {transcheck.check(ARTICLE, house=house).signature for house in ({}, SOUTH)}
    assert len(signatures) == 2


def test_the_day_counts_only_where_a_rule_has_one():
    def sign(house, today):
        return transcheck.check("Nothing.", house={**house, "today": today}).signature

    assert sign({}, "2020-01-01") == sign({}, "2021-01-01")
    dated = {"preferred-from": {"Kyiv": "2019-08-14"}}
    assert sign(dated, "2020-01-01") != sign(dated, "2021-01-01")


@pytest.mark.parametrize(
    ("house", "words"),
    [
        ({"diacritic": "strip"}, 'Did you mean "diacritics"?'),
        ({"diacritics": "drop"}, "Invalid enum value 'drop'. One of: keep, strip, consistent"),
        ({"preferred-from": {"Kyiv": "summer"}}, "not a day. Write one as 2026-01-31"),
        ({"preferred": ["Kyiv", "Kiev"]}, '"preferred": "Kyiv" and "Kiev" are both'),
        ({"preferred-from": {"Kyiv": "2019-08-14", "Kiev": "2019-08-14"}}, '"preferred-from": "K'),
        ({"exceptions": [""]}, '"exceptions": a phrase is empty'),
        ({"preferred-from": {"Kyjiv": "2019-08-14"}}, 'Did you mean "Kyiv"?'),
        ({"place-names": ["xx-nowhere"]}, '"place-names": "xx-nowhere"'),
        ({"place-names": ["fi"]}, '"place-names": no glossary admits one in fi'),
    ],
)
def test_a_rule_that_cannot_be_kept_is_refused(house, words):
    with pytest.raises(UsageError, match=r".") as raised:
        transcheck.check("Nothing.", house=house)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("day", "texts"), [("2019-08-13", []), ("2019-08-14", ["Kiev"]), ("soon", ["Kiev"])]
)
def test_an_article_is_judged_by_its_own_day(tmp_path, day, texts):
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"text": "The Kiev zoo has a bear.", "date": day}) + "\n")
    house = {"preferred-from": {"Kyiv": "2019-08-14"}, "today": "2026-01-31"}
    (report,) = transcheck.check_file(rows, house=house).articles
    assert [one.text for one in report.findings] == texts


@pytest.mark.parametrize(("day", "right"), [("2019-08-13", "Kyiv"), ("2019-08-14", "Kiev")])
def test_the_later_rule_goes_before_the_order_of_the_row(day, right):
    house = {"preferred": ["Kyiv"], "preferred-from": {"Kiev": "2019-08-14"}, "today": day}
    report = transcheck.check("The Kyiv zoo and the Kiev circus have a bear.", house=house)
    assert [one.suggestions for one in report.articles[0].findings] == [(right,)]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-08-13T08:00:00Z">',
        '<meta name="DC.date" content="2019-08-13">',
        '<script type="application/ld+json">{"datePublished": "2019-08-13T08:00"}</script>',
    ],
)
def test_a_page_says_its_day(tmp_path, head):
    page = tmp_path / "page.html"
    body = "<article><h1>Bears</h1><p>The Kiev zoo has a bear.</p></article>"
    page.write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    house = {"preferred-from": {"Kyiv": "2019-08-14"}, "today": "2026-01-31"}
    (report,) = transcheck.check_file(page, house=house).articles
    assert report.article.metadata["date"] == "2019-08-13"
    assert report.findings == ()
