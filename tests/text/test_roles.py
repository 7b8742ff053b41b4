from __future__ import annotations

import pytest

from transcheck.model import Role
from transcheck.text.roles import assign_roles

HEAD = "Ferry to Korčula will sail again by summer"
LEAD = "The minister spoke in Orebić after a winter without a night line."
BODY = "The ferry between Orebić and Korčula will sail again by summer, the minister said."


def roles(*texts: str, known: dict[int, Role] | None = None) -> list[str]:
    given = [(known or {}).get(index) for index in range(len(texts))]
    return [str(role) for role in assign_roles(texts, given)]


def test_headline_standfirst_furniture_body() -> None:
    assert roles(HEAD, LEAD, "12 views", "Photo: Beta", BODY, BODY, "Bonus video:") == [
        "headline", "standfirst", "furniture", "furniture", "body", "body", "furniture",
    ]  # fmt: skip


def test_without_furniture_after_it_the_second_paragraph_is_body() -> None:
    assert roles(HEAD, LEAD, BODY) == ["headline", "body", "body"]


def test_a_first_line_with_a_full_stop_is_body() -> None:
    assert roles(BODY, BODY) == ["body", "body"]
    assert roles('"We sail."', BODY)[0] != "headline"


@pytest.mark.parametrize(
    "headline", ["Will the ferry sail?", "Ferry leaves for the U.S.", "‘We sail’"]
)
def test_headlines_with_other_marks(headline: str) -> None:
    assert roles(headline, BODY)[0] == "headline"


def test_furniture_before_the_headline() -> None:
    assert roles("Advertisement", HEAD, BODY) == ["furniture", "headline", "body"]


def test_one_line_alone_is_body() -> None:
    assert roles("Ana Kolar visited Orebić") == ["body"]


def test_a_repeated_headline_stays_a_headline() -> None:
    assert roles("The ferry sails", BODY, "The ferry sails")[0] == "headline"
    assert roles("The ferry sails", BODY, "The ferry sails")[2] == "body"


def test_repeated_labels_are_furniture_and_repeated_sentences_are_not() -> None:
    assert roles(HEAD, "On the same topic", BODY, "On the same topic", BODY) == [
        "headline", "furniture", "body", "furniture", "body",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Kolar",
        "By ANA KOLAR and Ivo Šain, Reuters",
        "Author: Ana Kolar",
        "Tuesday, May 7, 2026",
        "7 May 2026, 10:15",
        "07.05.2026.",
    ],
)
def test_bylines(line: str) -> None:
    assert roles(HEAD, line, BODY)[1] == "byline"


@pytest.mark.parametrize(
    "line", ["By Monday the ferry sails again", "By Monday, nobody came.", "May 2026"]
)
def test_what_is_no_byline(line: str) -> None:
    assert roles(BODY, line, BODY)[1] == "body"


@pytest.mark.parametrize("line", ['"We sail."', "“We sail.”", "„We sail.“", "»We sail.«"])
def test_a_paragraph_that_is_one_quotation(line: str) -> None:
    assert roles(HEAD, BODY, line)[2] == "quote"


@pytest.mark.parametrize(
    "line", ['"We sail," he said. "Soon."', '"We sail," he said.', '"', "“We sail."]
)
def test_a_paragraph_with_more_than_a_quotation(line: str) -> None:
    assert roles(HEAD, BODY, line)[2] == "body"


def test_what_the_format_says_counts_and_furniture_is_found_all_the_same() -> None:
    known = {0: Role.HEADLINE, 1: Role.CAPTION, 2: Role.CAPTION, 3: Role.HEADLINE, 4: Role.QUOTE}
    texts = ("Read also: x", "Ana on the quay", "Photo: Beta", "Read also", BODY)
    assert roles(*texts, known=known) == [
        "headline", "caption", "furniture", "furniture", "quote",
    ]  # fmt: skip
