"""The parts of the HTML report: differing letters, marks, numbers, words, and names of pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_sample import make_article, make_findings, make_report, report_article

from transcheck.model import Certainty, Role, Span
from transcheck.reports.html.anchors import page_name
from transcheck.reports.html.difference import Stretch, compare
from transcheck.reports.html.grouping import group_findings
from transcheck.reports.html.marking import Mark, Piece, cut_pieces
from transcheck.reports.html.rail import plan_rail
from transcheck.reports.html.run import Elsewhere, gather_run
from transcheck.reports.html.wording import cut, listed, sentence, spelled, times

LETTERS = st.text(st.sampled_from('aeščćk\u030c \u202e<&"'), max_size=30)


def changed(stretches: tuple[Stretch, ...]) -> list[str]:
    return [text for text, differs in stretches if differs]


@pytest.mark.parametrize(
    ("wrong", "right", "old", "new"),
    [
        ("Zvonik", "Žvonik", ["Z"], ["Ž"]),
        ("Sole", "Solle", [], ["l"]),
        ("Ilana Shora", "Ilan Shor", ["a", "a"], []),
        ("Cologne", "Kolín", [], []),
        ("Sabac", "S\u030cabac", ["S"], ["S\u030c"]),
        ("word word", "", [], []),
    ],
)
def test_differing_letters(wrong: str, right: str, old: list[str], new: list[str]) -> None:
    change = compare(wrong, right)
    assert changed(change.wrong) == old
    assert changed(change.right) == new


@settings(max_examples=100, deadline=None)
@given(LETTERS, LETTERS)
def test_stretches_together_are_the_form(wrong: str, right: str) -> None:
    change = compare(wrong, right)
    assert "".join(text for text, _ in change.wrong) == change.wrong_text
    assert "".join(text for text, _ in change.right) == change.right_text


def test_a_passage_is_cut_and_not_compared() -> None:
    change = compare("a whole passage " * 30, "another passage " * 30)
    assert change.wrong_text.endswith("…")
    assert len(change.wrong_text) <= 81
    assert changed(change.wrong) == []


def plain_text(pieces: tuple[Piece, ...]) -> str:
    return "".join(plain_text(piece.inner) if piece.inner else piece.text for piece in pieces)


def shown(pieces: tuple[Piece, ...]) -> list[Mark]:
    marks: list[Mark] = []
    for piece in pieces:
        marks += [piece.mark] if piece.mark and piece.begins else []
        marks += shown(piece.inner)
    return marks


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark], list[Mark]]:
    text = draw(st.text(max_size=40))
    spot = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(spot, spot, st.booleans()), max_size=8))
    found, quiet = [], []
    for number, (one, other, finding) in enumerate(pairs):
        span = Span(min(one, other), max(one, other))
        if finding:
            found.append(Mark(span, "err", fingerprint=str(number)))
        else:
            quiet.append(Mark(span, "ok"))
    return text, found, quiet


@settings(max_examples=100, deadline=None)
@given(marked_texts())
def test_marks_lose_no_letter_and_no_finding(case: tuple[str, list[Mark], list[Mark]]) -> None:
    text, found, quiet = case
    pieces = cut_pieces(text, found, quiet)
    assert plain_text(pieces) == text
    seen = [mark for mark in shown(pieces) if mark.is_finding]
    assert sorted(m.fingerprint for m in seen) == sorted(m.fingerprint for m in found)
    kept = [mark.span for mark in shown(pieces) if not mark.is_finding]
    assert all(not a.overlaps(b) for i, a in enumerate(kept) for b in kept[i + 1 :])


def test_a_long_line_with_many_marks_is_quick() -> None:
    text = "Name other " * 20_000
    marks = [Mark(Span(at, at + 4), "ok") for at in range(0, len(text), 11)]
    found = [Mark(Span(at + 5, at + 10), "err", fingerprint=str(at)) for at in range(0, 99_000, 11)]
    assert plain_text(cut_pieces(text, found, marks)) == text


def test_places_are_numbered_with_letters_and_then_with_numbers() -> None:
    article = make_article([("body", "Sabac. " * 30 + "Kiev.")])
    findings = [
        *make_findings(article, "Kiev", "Kyiv", "name-house-form"),
        *make_findings(article, "Sabac", "Šabac", "name-diacritics"),
    ]
    groups = group_findings(report_article(article, findings), Certainty.LIKELY)
    assert [group.number for group in groups] == [1, 2]
    labels = [groups[0].label(i) for i in range(30)]
    assert labels[0] == "1a"
    assert labels[25:28] == ["1z", "1+27", "1+28"]
    assert groups[1].label(0) == "2"


def test_a_name_is_counted_over_the_run() -> None:
    article = make_article([("body", "Sabac and Sabac.")])
    other = make_article([("body", "Sabac.")], path="other.txt")
    reports = [
        report_article(one, make_findings(one, "Sabac", "Šabac", "name-diacritics"))
        for one in (article, other)
    ]
    run = gather_run(make_report(*reports))
    assert run.elsewhere(run.groups[0][0], 0) == (1, 1, "name-1")
    assert run.elsewhere(run.groups[1][0], 1) == (2, 1, "name-1")


def test_cards_that_would_collide_stand_under_their_paragraph() -> None:
    from report_sample import damaged

    from transcheck.reports.html.anchors import Anchors
    from transcheck.reports.html.cards import make_card
    from transcheck.reports.html.ledger import make_ledger

    one = damaged()
    report = make_report(one)
    anchors = Anchors(one.article)
    groups = group_findings(one, Certainty.LIKELY)
    cards = [
        make_card(g, ("x",) * len(g.findings), one.article, anchors, Elsewhere()) for g in groups
    ]
    ledger = make_ledger(one, report, anchors)
    empty, first, second = (Role.BODY, 2000, []), *((Role.BODY, 300, [card]) for card in cards)
    assert plan_rail([empty, first, empty, second], ledger, 2).in_rail == (False, True, False, True)
    assert plan_rail([empty, first, second, empty], ledger, 2).in_rail == (
        False,
        True,
        False,
        False,
    )
    assert plan_rail([empty, first], ledger, 2).ledger_in_rail
    # What to change is in the way of a card in the headline; then the rail is the ledger's
    assert plan_rail([first, empty], ledger, 2).in_rail == (False, False)
    assert plan_rail([first, empty], ledger, 2).ledger_in_rail
    short = (Role.BODY, 700, [])
    assert plan_rail([short, first, empty], ledger, 2).in_rail == (False, True, False)
    assert not plan_rail([short, first, empty], ledger, 2).ledger_in_rail


def test_names_of_pages_are_safe_and_differ() -> None:
    names = {page_name(path, path) for path in ("a/x.txt", "A/X.txt", "a\\x.txt", "../x.txt", "x")}
    assert len(names) == 5
    assert all(name == name.lower() and "/" not in name and ".." not in name for name in names)
    assert page_name("x", "ч" * 300).startswith("article-")
    assert len(page_name("x", "long" * 300)) < 60


def test_words() -> None:
    assert [times(n) for n in (1, 2, 3)] == ["once", "twice", "3 times"]
    assert [spelled(n) for n in (2, 14)] == ["Two", "14"]
    assert [listed(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip
    assert sentence("the lead has it") == "The lead has it."
    assert cut("one two three", 9) == "one two…"
