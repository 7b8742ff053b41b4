"""What a page exports of places that stay open beside one that was called no error."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from deciding import press
from msgspec.structs import replace
from report_sample import damaged, make_report

from transcheck.review.decisions import parse_decisions
from transcheck.waivers.reading import parse_waivers

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.usefixtures("forgotten")]

FIRST, SECOND, TWIN = "aaaaaaaaaaaa", "bbbbbbbbbbbb", "aaaaaaaaaaaa-2"


def _report(second: str = SECOND) -> Any:
    """Return a report of one name at one place, and another at two."""
    one = damaged()
    marks = ("cccccccccccc", FIRST, second)
    findings = tuple(
        replace(finding, fingerprint=mark)
        for finding, mark in zip(one.findings, marks, strict=True)
    )
    return make_report(replace(one, findings=findings))


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("", [SECOND]),  # nobody decided about the other
        ("s", [SECOND]),
        ("a", None),  # it will be mended
        ("f1", None),
    ],
)
def test_a_waiver_says_which_places_were_left_open(
    browser: Any,
    opened: Callable[..., str],
    saved: Callable[[str], str],
    keys: str,
    left: list[str] | None,
) -> None:
    opened(_report())
    press(browser, "j")
    browser.execute_script("document.querySelectorAll('.leave')[1].click()")
    press(browser, "f", "1")
    if keys:
        press(browser, "k", "j")
    press(browser, *keys, "e")
    decisions = saved("decisions.json")
    made = {one["fingerprint"]: one for one in json.loads(decisions)["decisions"]}
    assert made[FIRST]["decision"] == "not-an-error"
    assert made[FIRST].get("left_open") == left
    assert parse_decisions(decisions.encode(), "d.json").decisions
    browser.execute_script("document.querySelector('[data-export=toml]').click()")
    toml = saved("waivers.toml")
    waivers = {one["fingerprint"]: one for one in tomllib.loads(toml)["waiver"]}
    assert waivers[FIRST].get("left-open") == left
    assert parse_waivers(toml.encode(), "w.toml").waivers


def test_the_same_words_beside_another_name_are_a_twin(
    browser: Any, opened: Callable[..., str], saved: Callable[[str], str]
) -> None:
    report = _report()
    (one,) = report.articles
    names = (replace(one.findings[0], fingerprint=TWIN), *one.findings[1:])
    opened(replace(report, articles=(replace(one, findings=names),)))
    press(browser, "j", "f", "1", "e")
    (first, second) = json.loads(saved("decisions.json"))["decisions"]
    assert (first["left_open"], "left_open" in second) == ([TWIN], False)
