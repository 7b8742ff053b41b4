"""The scoring rules, on small cases of our own."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.corpus import Mark, Trap
from benchmarks.scorer import (
    Finding,
    count_words,
    find_alarms,
    find_touched,
    fits,
    score_text,
    shows,
)

TEXT = "Jonas Lindqvist spoke. Later Linkvist left; Lindqvist's aide stayed. Linkvist called."


def mark(
    text: str, expected: str, phenomenon: str = "respelling", nth: int = 0, **more: Any
) -> Mark:
    start = _find(more.get("within", TEXT), text, nth)
    certain = more.get("certain", True)
    return Mark("one", text, start, start + len(text), expected, phenomenon, certain)


def finding(text: str, *suggestions: str, nth: int = 0, **more: Any) -> Finding:
    start = _find(more.get("within", TEXT), text, nth)
    return {
        "check": more.get("check", "name-respelt"),
        "certainty": more.get("certainty", "likely"),
        "start": start,
        "end": start + len(text),
        "text": text,
        "suggestions": list(suggestions),
        "evidence": more.get("evidence", []),
    }


def place(text: str, nth: int = 0, within: str = TEXT) -> dict[str, Any]:
    start = _find(within, text, nth)
    return {"start": start, "end": start + len(text), "text": text, "reason": "stands here"}


def _find(within: str, text: str, nth: int) -> int:
    start = -1
    for _ in range(nth + 1):
        start = within.index(text, start + 1)
    return start


def test_a_finding_on_the_mark_with_the_right_form_is_found_and_fixed() -> None:
    scored = score_text(TEXT, [mark("Linkvist", "Lindqvist")], [finding("Linkvist", "Lindqvist")])
    assert (scored.verdicts[0].found, scored.verdicts[0].fixed) == (True, True)
    assert (len(scored.right), len(scored.false)) == (1, 0)


def test_a_wrong_suggestion_is_found_and_not_fixed() -> None:
    held = [finding("Linkvist", "Lundquist", "Lindqvist")]
    verdict = score_text(TEXT, [mark("Linkvist", "Lindqvist")], held).verdicts[0]
    assert (verdict.found, verdict.fixed) == (True, False)


def test_the_second_place_is_its_own_mark() -> None:
    marks = [mark("Linkvist", "Lindqvist"), mark("Linkvist", "Lindqvist", nth=1)]
    scored = score_text(TEXT, marks, [finding("Linkvist", "Lindqvist", nth=1)])
    assert [one.found for one in scored.verdicts] == [False, True]


def test_a_touching_finding_does_not_overlap() -> None:
    text = "Bo Linkvist"
    marks = [mark("Linkvist", "Lindqvist", within=text)]
    beside = finding("Bo ", "Jo ", within=text)
    scored = score_text(text, marks, [beside])
    assert not scored.verdicts[0].found
    assert scored.false == [beside]


@pytest.mark.parametrize(
    "more",
    [{"certainty": "possible"}, {"check": "repeated-word"}, {"check": "untranslated"}],
)
def test_possible_and_other_checks_are_ignored(more: dict[str, Any]) -> None:
    held = [finding("Linkvist", "Lindqvist", **more)]
    scored = score_text(TEXT, [mark("Linkvist", "Lindqvist")], held)
    assert not scored.verdicts[0].found
    assert not scored.right
    assert not scored.false


def test_acronyms_take_part() -> None:
    held = [finding("Linkvist", "Lindqvist", check="acronym-foreign")]
    assert score_text(TEXT, [mark("Linkvist", "Lindqvist")], held).verdicts[0].fixed


@pytest.mark.parametrize(
    ("form", "expected", "right"),
    [
        ("Lindqvist", "Lindqvist", True),
        ("Lindqvist", "Jonas Lindqvist", True),
        ("Jonas Lindqvist", "Lindqvist", True),
        ("Lindqvist's", "Lindqvist", True),
        ("Jonas Berg", "Jonas van der Berg", True),
        ("Berg Jonas", "Jonas Berg", False),
        ("Lindqvists", "Lindqvist", False),
        ("Lind", "Lindqvist", False),
        ("lindqvist", "Lindqvist", False),
        ("Z\u030cic\u030c", "Žič", True),
        ("", "Lindqvist", False),
    ],
)
def test_whole_words_in_order_fit(form: str, expected: str, right: bool) -> None:
    assert fits(form, expected) is right


TIE = "Odesa fell silent. In Odessa trams stood; Odessa waited. Odesa slept."


def _tie_mark(nth: int, phenomenon: str = "inconsistent") -> Mark:
    return mark("Odessa", "Odesa", phenomenon, nth, within=TIE)


def _turned(*places: int) -> list[Finding]:
    return [finding("Odesa", "Odessa", nth=nth, within=TIE) for nth in places]


def test_two_accepted_forms_may_be_made_uniform_the_other_way_round() -> None:
    scored = score_text(TIE, [_tie_mark(0), _tie_mark(1)], _turned(0, 1))
    assert [one.fixed for one in scored.verdicts] == [True, True]
    assert {one.rule for one in scored.verdicts} == {"other way round"}
    assert (len(scored.right), len(scored.false)) == (2, 0)


def test_half_the_other_way_round_is_not_uniform() -> None:
    scored = score_text(TIE, [_tie_mark(0)], _turned(0))
    assert not scored.verdicts[0].found
    assert len(scored.false) == 1


def test_only_accepted_forms_may_be_turned_round() -> None:
    scored = score_text(TIE, [_tie_mark(0, "respelling")], _turned(0, 1))
    assert not scored.verdicts[0].found
    assert len(scored.false) == 2


def test_planted_damage_cannot_be_turned_round() -> None:
    scored = score_text(TIE, [_tie_mark(0)], _turned(0, 1), overlap_only=True)
    assert not scored.verdicts[0].found
    assert len(scored.false) == 2


def _open(*forms: tuple[str, int], **more: Any) -> Finding:
    evidence = [place(text, nth) for text, nth in forms]
    return finding("Lindqvist", check="name-inconsistent", evidence=evidence, **more)


def test_an_open_finding_that_shows_the_place_counts_as_found_not_fixed() -> None:
    held = [_open(("Lindqvist", 0), ("Linkvist", 0), nth=1)]
    scored = score_text(TEXT, [mark("Linkvist", "Lindqvist")], held)
    assert (scored.verdicts[0].found, scored.verdicts[0].fixed) == (True, False)
    assert scored.verdicts[0].rule == "evidence"
    assert scored.right == held


def test_an_open_finding_must_show_the_very_place() -> None:
    held = [_open(("Lindqvist", 0), ("Linkvist", 0))]
    scored = score_text(TEXT, [mark("Linkvist", "Lindqvist", nth=1)], held)
    assert not scored.verdicts[0].found
    assert scored.false == held


def test_an_open_finding_concerns_two_forms_of_one_name() -> None:
    whole = _open(("Jonas Lindqvist", 0), ("Linkvist", 0))
    three = _open(("Lindqvist", 0), ("Linkvist", 0), ("aide", 0))
    target = mark("Linkvist", "Lindqvist")
    assert shows(whole, target)
    assert not shows(three, target)
    assert not shows(whole | {"check": "name-respelt"}, target)
    assert not shows(whole | {"suggestions": ["Lindqvist"]}, target)


def test_evidence_outside_the_article_is_no_place() -> None:
    row = {"start": None, "end": None, "text": "Lindqvist", "reason": "people.csv:3"}
    held = finding("Lindqvist", check="name-inconsistent", evidence=[row])
    assert not shows(held, mark("Linkvist", "Lindqvist"))


def test_uncertain_marks_excuse_a_finding() -> None:
    unsure = mark("Linkvist", "Lindqvist", certain=False)
    scored = score_text(TEXT, [unsure], [finding("Linkvist", "Lindqvist")])
    assert (len(scored.right), len(scored.false)) == (1, 0)


def test_a_finding_on_the_right_form_is_false() -> None:
    held = [finding("Linkvist", "Lindqvist"), finding("Lindqvist", "Linkvist")]
    scored = score_text(TEXT, [mark("Linkvist", "Lindqvist")], held)
    assert (len(scored.right), len(scored.false)) == (1, 1)


def test_alarms_on_clean_text_leave_out_both_sides_of_a_slip() -> None:
    slips = [mark("Linkvist", "Lindqvist")]
    wrong, right = finding("Linkvist", "Lindqvist"), finding("Jonas Lindqvist", "Jonas Linkvist")
    other = finding("Later", "Latter")
    assert find_alarms(TEXT, slips, [wrong, right, other]) == [other]
    assert find_alarms(TEXT, [], [wrong, right, other]) == [wrong, right, other]
    assert find_alarms(TEXT, [], [other | {"certainty": "possible"}]) == []


def test_traps_are_counted_as_mentions_touched() -> None:
    traps = [Trap("one", "Jonas", 0, 5, "a given name"), Trap("one", "Later", 23, 28, "a word")]
    assert TEXT[23:28] == "Later"
    twice = [finding("Jonas", "Janos"), finding("Jonas Lindqvist", "Janos Lindqvist")]
    assert find_touched(traps, twice) == traps[:1]
    assert find_touched(traps, [finding("Jonas", "Janos", certainty="possible")]) == []


def test_words_are_counted_as_the_rules_say() -> None:
    assert count_words("It’s 3.5 km to Žič-on-Sea.") == 9
