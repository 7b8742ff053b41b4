from __future__ import annotations

import time

import pytest

from transcheck.model import Span
from transcheck.text.protected import find_protected


def protected(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_protected(text)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "See https://a.example/Rute_(x)?b=Zvecan, he said.",
            ["https://a.example/Rute_(x)?b=Zvecan"],
        ),
        ("(www.Rute.example)", ["www.Rute.example"]),
        ("Write to mark.rute@nato.example.", ["mark.rute@nato.example"]),
        ("He told Vijesti.me and travel.gov.gr/x today.", ["Vijesti.me", "travel.gov.gr/x"]),
        ("By @Mark_Rute and @NATO.", ["@Mark_Rute", "@NATO"]),
        ("On #Zvecan and #2026izbori, not #1.", ["#Zvecan", "#2026izbori"]),
        ("Run `Rute --help` now.", ["`Rute --help`"]),
        ("Mr Rute [sic] spoke", ["Mr Rute [sic]"]),
        ('the "goverment" (sic!) of', ['goverment" (sic!)']),
        ("then Mark Rute[SIC]", ["Mark Rute[SIC]"]),
        ("It ended.Then he left. U.S. and p.m. basic classic", []),
        ("5 @ 3 # 2 ` x", []),
        ("the mayor`s and Rute`s", []),
        ("", []),
    ],
)
def test_what_is_protected(text: str, spans: list[str]) -> None:
    assert protected(text) == spans


def test_spans_of_the_format_are_kept_and_joined() -> None:
    text = "Mail a@b.example now"
    assert find_protected(text, [Span(0, 6)]) == (Span(0, 16),)
    assert find_protected(text, [Span(17, 20)]) == (Span(5, 16), Span(17, 20))


@pytest.mark.parametrize("piece", ["a", ".com", "a.com", "@a", "#1", "`", "a[sic]", " ", "http://"])
def test_a_long_line_takes_no_long_time(piece: str) -> None:
    started = time.process_time()
    find_protected(piece * (100_000 // len(piece)) + "@#`.[sic]")
    assert time.process_time() - started < 5
