"""What a finding is called by: its sentence, and nothing of what stands around it."""

from __future__ import annotations

import pytest

from transcheck.model import Article, Certainty, Finding, Segment, Severity, Span
from transcheck.scoring import merge
from transcheck.text.fingerprint import fingerprint

TEXT = "It rained in Niš. On Friday the ferry to Zabarina left late. People waited."


def _mark(text: str, form: str = "Zabarina", kind: str = "name") -> str:
    start = text.index(form)
    return fingerprint(kind, text, Span(start, start + len(form)))


@pytest.mark.parametrize(
    "text",
    [
        "On Friday the ferry to Zabarina left late.",
        TEXT.replace("It rained in Niš.", "“It rained?” he asked."),
        TEXT.replace("People waited.", "Nobody did."),
        TEXT.replace("On Friday the", "Then a"),
        TEXT.replace("late. ", "late.\n"),
        TEXT.replace("Zabarina", "ZABARINA"),
    ],
)
def test_it_stays(text: str) -> None:
    form = "ZABARINA" if "ZABARINA" in text else "Zabarina"
    assert _mark(text, form) == _mark(TEXT)


@pytest.mark.parametrize("text", [TEXT.replace("ferry", "boat"), TEXT.replace("late", "early")])
def test_a_neighbour_tells_places_apart(text: str) -> None:
    assert _mark(text) != _mark(TEXT)


@pytest.mark.parametrize("end", [". ", "! ", "?” ", "… ", "; ", ": ", "\n"])
def test_a_sentence_ends_here(end: str) -> None:
    one, other = (f"{word}{end}Zabarina{end}{word}" for word in ("Rain", "Snow"))
    assert _mark(one) == _mark(other)


def _finding(check: str, span: Span) -> Finding:
    return Finding(check, "terminology", Severity.MAJOR, Certainty.CERTAIN, 0, span, "Zabarina", "")


def _merged(text: str, check: str) -> list[str]:
    spans = [Span(at, at + 8) for at in range(len(text)) if text.startswith("Zabarina", at)]
    article = Article("a.txt", "a.txt", (Segment("1", text),))
    return [f.fingerprint for f in merge([_finding(check, s) for s in spans], article, ())]


def test_repeats_are_numbered() -> None:
    first, second = _merged("In Zabarina. In Zabarina.", "name-respelt")
    assert second == f"{first}-2"


def test_it_is_all_one_which_check_calls_a_name_damaged() -> None:
    assert _merged(TEXT, "name-respelt") == _merged(TEXT, "name-misspelt")
    assert _merged(TEXT, "name-respelt") != _merged(TEXT, "name-inconsistent")
    assert _merged(TEXT, "name-respelt") != _merged(TEXT, "repeated-word")
