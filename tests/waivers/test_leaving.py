"""Places that were left open beside a waived one: they are never taken for it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from transcheck.model import Article, Certainty, Finding, Segment, Severity, Span, Waiver
from transcheck.text.fingerprint import fingerprint
from transcheck.waivers.leaving import list_left_open
from transcheck.waivers.matching import match_waivers

ARTICLE = Article("a.txt", "a.txt", (Segment("1", "Rute and Rute and Rute."),))


def _finding(mark: str, text: str = "Rute", check: str = "name-respelt", **more: Any) -> Finding:
    return Finding(
        check, "terminology", Severity.MAJOR, Certainty.CERTAIN, 0, Span(0, 4), text, "",
        fingerprint=mark, **more,
    )  # fmt: skip


def _waiver(mark: str, *left: str, check: str = "name-respelt", form: str = "Rute") -> Waiver:
    return Waiver("a.txt", "So", mark, check, form, left_open=left)


def _covered(standing: str, *waivers: Waiver) -> set[str]:
    """Return the marks of the standing findings that are covered."""
    findings = [_finding(mark) for mark in standing.split()]
    return {findings[number].fingerprint for number in match_waivers(findings, ARTICLE, waivers)}


A, AB = _waiver("a", "c", "d"), (_waiver("a", "c"), _waiver("b", "c"))
OLD = _waiver("o")  # one that says nothing of other places


@pytest.mark.parametrize(
    ("standing", "waivers", "covered"),
    [
        ("a c d", [A], "a"),
        ("new c d", [A], "new"),  # its sentence is new, the others stand
        ("c d", [A], ""),  # it was mended: nobody decided about the others
        ("new c", [A], ""),  # one left open is gone: perhaps it is the new one
        ("new", [A], ""),
        ("new too c d", [A], ""),
        ("new too c", [*AB], "new too"),
        ("new c", [*AB], "new"),  # one of the two was mended
        ("new b c", [*AB], "new b"),
        ("c", [*AB], ""),
        ("new too three c", [*AB], ""),
        # A place left open was waived since: it is covered, and is no reason to ask.
        ("new c d", [A, _waiver("c", "d")], "c new"),
        ("new too d", [A, _waiver("c", "d")], "new too"),
        ("new d", [A, _waiver("c", "d")], "new"),
        ("c d", [A, _waiver("c", "d")], "c"),
        # Beside one that says nothing.
        ("new too c", [OLD, _waiver("a", "c")], "new too"),
        ("c", [OLD, _waiver("a", "c")], ""),
        ("a new c", [OLD, _waiver("a", "c")], "a new"),
        ("new", [OLD], "new"),
        ("c", [OLD], "c"),
        # Equal words beside both places: the second is numbered, and becomes the first.
        ("x x-2", [_waiver("x", "x-2")], "x"),
        ("x", [_waiver("x", "x-2")], ""),
        ("x", [_waiver("x-2", "x")], ""),
        ("x new", [_waiver("x", "x-2")], ""),
        ("x new", [_waiver("x-2", "x")], ""),
        ("x x-2", [_waiver("x", "x-2"), _waiver("x-2")], "x x-2"),
        ("x", [_waiver("x", "x-2"), _waiver("x-2")], "x"),
        ("x x-2", [_waiver("x", "x-2", "x-3")], ""),
        ("x x-2", [_waiver("x", "x-2"), _waiver("x-3", "x-2")], ""),
        ("x x-2 x-3", [_waiver("x", "x-2"), _waiver("x-3", "x-2")], "x x-3"),
        ("x x-2 a", [_waiver("x", "x-2"), _waiver("x-3", "x-2"), _waiver("a", "x-2")], "a"),
    ],
)
def test_what_stands_is_covered(standing: str, waivers: list[Waiver], covered: str) -> None:
    assert _covered(standing, *waivers) == set(covered.split())
    assert _covered(standing, *reversed(waivers)) == set(covered.split())


def test_a_place_left_open_that_another_check_claims_by_now_is_not_covered() -> None:
    left = _finding("c", check="name-misspelt")
    new = _finding("new", check="name-inflected")
    assert not match_waivers([left], ARTICLE, [_waiver("a", "c")])
    assert set(match_waivers([left, new], ARTICLE, [_waiver("a", "c")])) == {1}


OPEN = "On Friday General Rute said that it rained."


@pytest.mark.parametrize(
    ("check", "was", "now", "moves"),
    [
        ("name-respelt", OPEN, OPEN.replace("Rute", "Rutte"), True),
        ("name-respelt", OPEN, OPEN.replace("Rute", "Mark Rutte's"), True),
        ("name-inconsistent", OPEN, OPEN.replace("Rute", "Rutte"), True),
        ("name-respelt", OPEN, "It rained on Friday.", False),  # taken out
        ("name-respelt", OPEN, OPEN.replace("said that", "told us"), False),
        ("name-respelt", OPEN, OPEN.replace("Rute", "nobody"), False),
        # The same two words stand beside many a name.
        ("name-respelt", "Rute said that it rained.", "Rutte said that it rained.", False),
    ],
)
def test_a_place_left_open_that_was_mended_is_no_reason_to_ask(
    check: str, was: str, now: str, moves: bool
) -> None:
    start = was.index("Rute")
    kind = "name" if check == "name-respelt" else check
    mark = fingerprint(kind, was, Span(start, start + len("Rute")))
    article = replace(ARTICLE, segments=(Segment("1", now),))
    new = [_finding("new", check=check)]
    assert bool(match_waivers(new, article, [_waiver("a", mark, check=check)])) is moves
    of_two = [_waiver("a", mark, f"{mark}-2", check=check)]
    assert not match_waivers(new, article, of_two), "the other of the two is gone"


@pytest.mark.parametrize(
    ("other", "listed"),
    [
        (_finding("b"), True),
        (_finding("b", check="name-inconsistent"), True),
        (replace(_finding("b"), certainty=Certainty.POSSIBLE), True),
        (_finding("b", waived={"kind": "baseline"}), True),
        (_finding("b", waived={"kind": "waiver"}), False),
        (_finding("b", advisory=True), False),
        (_finding("b", "RUTE"), False),
        (_finding("b", check="repeated-word"), False),
        (_finding("a-2", "RUTE"), True),  # with the same words beside it
        (_finding("decided"), False),
    ],
)
def test_which_places_are_left_open(other: Finding, listed: bool) -> None:
    here = _finding("a")
    left = list_left_open(here, [here, other], ["a", "decided"])
    assert left == ((other.fingerprint,) if listed else ())


def test_what_is_no_name_lists_its_twins_only() -> None:
    words = [_finding(mark, "the the", "repeated-word") for mark in ("a", "a-2", "b")]
    assert list_left_open(words[0], words, ["a"]) == ("a-2",)


@pytest.mark.parametrize(("count", "listed"), [(50, 50), (51, 0)])
def test_too_many_places_are_not_listed(count: int, listed: int) -> None:
    places = [_finding(f"{number:012x}") for number in range(count + 1)]
    assert len(list_left_open(places[0], places, [places[0].fingerprint])) == listed
