"""Decisions that a report exported: read whole, or refused in one line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from transcheck.errors import UsageError
from transcheck.review.decisions import Choice, Decision, parse_decisions

PLACE = {
    "path": "a.txt", "id": "a.txt", "fingerprint": "0123456789ab", "check": "name-respelt",
    "text": "Rute", "decision": "accept", "suggestion": "Rutte", "reason": "", "name": "",
    "kind": "",
}  # fmt: skip
WHOLE = {
    "schema": "transcheck/decisions/1", "report": "0123456789ab", "signature": "s",
    "decisions": [PLACE],
}  # fmt: skip


def _parse(table: Any) -> Any:
    return parse_decisions(json.dumps(table).encode(), "d.json")


def _with(**changes: Any) -> dict[str, Any]:
    return WHOLE | {"decisions": [PLACE | changes]}


def test_every_key_is_read() -> None:
    made = _parse(WHOLE)
    assert (made.report, made.signature) == ("0123456789ab", "s")
    place = PLACE | {"decision": Choice.ACCEPT}
    assert made.decisions == (Decision(**place),)
    assert made.of(Choice.ACCEPT) == made.decisions
    assert made.of(Choice.SKIP) == ()


def test_what_says_nothing_may_be_left_out() -> None:
    short = {key: PLACE[key] for key in list(PLACE)[:6]}
    (one,) = _parse(WHOLE | {"decisions": [short]}).decisions
    assert (one.suggestion, one.reason, one.name) == (None, "", "")
    assert _parse(_with(suggestion=None)).decisions[0].suggestion is None


def test_what_was_left_open_is_read() -> None:
    (one,) = _parse(_with(left_open=["ba9876543210", "ba9876543210-2"])).decisions
    assert one.left_open == ("ba9876543210", "ba9876543210-2")


def test_the_report_is_compared() -> None:
    made = _parse(WHOLE)
    made.require_report("0123456789ab")
    with pytest.raises(UsageError, match="made on another report"):
        made.require_report("ba9876543210")


def test_one_place_may_be_said_twice_alike() -> None:
    assert len(_parse(WHOLE | {"decisions": [PLACE, PLACE]}).decisions) == 2


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([], "holds no decisions"),
        (3, "holds no decisions"),
        ({}, "holds no decisions"),
        (WHOLE | {"schema": "transcheck/decisions/2"}, 'is of the schema "transcheck/decisions/2"'),
        (WHOLE | {"decision": []}, 'unknown key "decision". Did you mean "decisions"?'),
        ({k: v for k, v in WHOLE.items() if k != "report"}, 'no key "report"'),
        (WHOLE | {"report": 3}, '"report" is no text'),
        (WHOLE | {"decisions": {}}, '"decisions" is no list'),
        (WHOLE | {"decisions": ["accept"]}, "decision 1: is no object"),
        (_with(raeson="So"), 'decision 1: unknown key "raeson". Did you mean "reason"?'),
        (_with(reason=None), 'decision 1: "reason" is no text'),
        (_with(suggestion=3), 'decision 1: "suggestion" is no text'),
        (_with(left_open="f-1"), 'decision 1: "left_open" is no list'),
        (_with(left_open=["f-1"]), 'decision 1: "f-1" is no fingerprint'),
        (_with(left_open=[3]), 'decision 1: "3" is no fingerprint'),
        (_with(decision="acept"), 'unknown decision "acept". Did you mean "accept"?'),
        (_with(fingerprint="f-1"), 'decision 1: "f-1" is no fingerprint'),
        (_with(path=""), "names no article"),
        (WHOLE | {"decisions": [PLACE, PLACE | {"decision": "skip"}]}, "is decided twice"),
        (
            WHOLE | {"decisions": [PLACE, {k: PLACE[k] for k in ("path", "id")}]},
            'decision 2: no key "fingerprint"',
        ),
    ],
)
def test_what_is_wrong_is_said(table: Any, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        _parse(table)
    assert said in str(raised.value)
    assert str(raised.value).startswith("d.json: ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "d.json:1: not valid JSON"),
        (b"{\n 'a': 1}", "d.json:2: not valid JSON"),
        (b"\xff\xfe", "byte 0 is not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_json_is_said(content: bytes, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_decisions(content, "d.json")
    assert said in str(raised.value)
