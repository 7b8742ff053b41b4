from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.text import furniture
from transcheck.text.furniture import find_repeated, is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "15254 views 5 comment(s)", "1,204 views", "3 comments", "12 pregleda, 4 komentara",
        "5 min read", "Comments (12)", "31 minute(s) ago",
        "Illustration, Photo: Shutterstock", "Photo: Beta/AP", "Photo: Ana Kolar, Tanjug",
        "Archive, Photo: Printscreen", "Foto: Ana Kolar", "Image: Ana Kolar.", "Photo by Ana Kolar",
        "Illustrative photo", "© 2026 Adriatic Desk", "Copyright 2026 Adriatic Desk",
        "Read also: Ferry to leave in May", "READ MORE", "See also: The winter line »",
        "Related articles", "Pročitajte još: Trajekt", "You may also like",
        "Bonus video:", "BONUS VIDEO: The ferry",
        "Disclaimer: These translations are made with the help of an AI tool and may be inexact.",
        "Note: this text was put into English by a machine translation service.",
        "This article was automatically translated from Serbian.",
        "Machine translated from Serbian",
        "Follow us on Viber", "Share on Facebook", "Share this article",
        "Subscribe to our newsletter",
        "Pratite nas na Facebooku", "Podijeli na Facebook", "Advertisement", "Oglas",
    ],
)  # fmt: skip
def test_furniture(line: str) -> None:
    assert is_furniture(line)
    assert is_furniture(f"  {line}\u00a0")


@pytest.mark.parametrize(
    "line",
    [
        "", "Mark Rutte", "The photo shows Ana Kolar in Orebić.", "Video: Rute in Belgrade",
        "Photo: Ana Kolar opens the ferry line", "Photo shows the ferry", "Save by Kolar wins it",
        "More than 20 comments were deleted, the mayor said.", "Shares fell 5 percent.",
        "Read the letter to the minister", "Watch: Kolar scores from the halfway line",
        "Machine translation has mistakes, the linguist said.", "Find us a way out of this.",
        "This machine was built in 1912.", "The translators are tired, this article says.",
        "Copyright law was changed in Serbia.", "Follow the money", "Related to the mayor",
        "An AI translator was tested; the translations were poor and full of errors.",
        "Views differ.", "Print is dead", "Image problems of the government",
        "Bonus videos are popular with readers, a study by the university of Rijeka in Croatia has"
        " found after two years of work on it.",
    ],
)  # fmt: skip
def test_what_is_text(line: str) -> None:
    assert not is_furniture(line)


def test_a_repeated_label_is_furniture() -> None:
    assert find_repeated(["Text.", "More from the islands", "x", "More from the islands "]) == {
        "More from the islands"
    }


@pytest.mark.parametrize(
    "line",
    [
        "The ferry will sail again.",
        "“We owe it to them.”",
        "Ana Kolar",
        "Mark Rutte",
        "Zvečan",
        "a line of more than eight words that says nothing much",
    ],
)
def test_a_repeated_sentence_or_name_is_text(line: str) -> None:
    assert find_repeated([line, "x", line]) == frozenset()


def test_a_label_that_stands_once_is_text() -> None:
    assert find_repeated(["More from the islands"]) == frozenset()


@pytest.mark.parametrize("piece", ["1 ", "a", "photo ", "1 views ", "share ", "read also", " "])
def test_a_hostile_line_takes_no_long_time(piece: str) -> None:
    import time

    started = time.process_time()
    for length in (50, 399, 100_000):
        is_furniture((piece * length)[:length] + "x")
    assert time.process_time() - started < 1


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_every_expression_opens_as_furniture_does(data: st.DataObject) -> None:
    expressions = (*furniture._WHOLE, furniture._CREDIT, furniture._CREDIT_BY, furniture._ELSEWHERE)
    expression = data.draw(st.sampled_from([one.pattern for one in expressions]))
    letters = st.characters(max_codepoint=0x17E, exclude_characters="İı")
    late = re.compile(expression, re.IGNORECASE)
    line = data.draw(st.from_regex(late, fullmatch=True, alphabet=letters))
    assert furniture._opens_so(line.lower())
