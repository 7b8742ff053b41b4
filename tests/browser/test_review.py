"""Deciding in the report, in a real Chromium, by keyboard alone: and undone, and exported."""

from __future__ import annotations

import csv
import json
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from deciding import (
    CURRENT_DONE,
    DONE,
    ENTER,
    ESCAPE,
    GONE,
    MARKS,
    PAIRS,
    TAB,
    TALLY,
    TWELVE,
    press,
)
from msgspec.structs import replace
from report_sample import damaged, make_report, plain

from transcheck.model import Certainty
from transcheck.reports.formats.html import render

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("forgotten")]


def test_twelve_findings_are_decided_by_keyboard_in_a_minute(
    browser: Any, opened: Callable[..., str], saved: Callable[[str], str]
) -> None:
    opened(make_report(TWELVE))
    start = time.monotonic()
    keys = [*"aaaaaa", "f", "1", "f", ENTER, "g", ENTER, "s", "a", "a", "e"]
    press(browser, *keys)
    decisions = json.loads(saved("decisions.json"))
    assert time.monotonic() - start < 60
    assert len(keys) <= 2 * len(PAIRS)
    assert decisions["schema"] == "transcheck/decisions/1"
    made = decisions["decisions"]
    assert [one["decision"] for one in made] == [
        *["accept"] * 6, "not-an-error", "not-an-error", "glossary", "skip", "accept", "accept",
    ]  # fmt: skip
    assert [one["fingerprint"] for one in made] == [f.fingerprint for f in TWELVE.findings]
    assert made[0] == {
        "path": "region/twelve-names.txt", "id": "region/twelve-names.txt",
        "fingerprint": TWELVE.findings[0].fingerprint, "check": "name-respelt", "text": "Rute",
        "decision": "accept", "suggestion": "Rutte", "reason": "", "name": "", "kind": "",
    }  # fmt: skip
    assert [one["reason"] for one in made[6:8]] == ["Quoted spelling"] * 2
    assert (made[8]["name"], made[8]["suggestion"]) == ("Pristina", "Pristina")
    assert made[9]["suggestion"] is None
    assert browser.execute_script(TALLY).startswith("12 of 12 decided (8 accepted, 2 not an error")


def test_marks_and_counts_follow_and_undo_restores_them(
    browser: Any, opened: Callable[..., str]
) -> None:
    opened(make_report(damaged()))
    before = browser.execute_script(MARKS)
    chip = "return document.querySelector('.chips .err').textContent.trim()"
    press(browser, "a", "s")
    assert browser.execute_script(MARKS) == [
        ["Šabac", "place accepted"],
        ["Kovalčik", "place quiet current"],
        ["Kovalčik", "place quiet"],
    ]
    assert browser.execute_script(chip) == "0 errors"
    press(browser, "u", "u")
    assert [text for text, _ in browser.execute_script(MARKS)] == [text for text, _ in before]
    assert browser.execute_script(chip) == "3 errors"
    press(browser, "u")
    assert browser.execute_script(GONE) == "Nothing to undo"


def test_all_certain_fixes_are_one_step_and_never_the_likely_ones(
    browser: Any, opened: Callable[..., str]
) -> None:
    findings = [replace(f) for f in TWELVE.findings]
    findings[0] = replace(findings[0], certainty=Certainty.LIKELY)
    findings[1] = replace(findings[1], suggestions=("Kallas", "Kallass"))
    findings[2] = replace(findings[2], suggestions=())
    opened(make_report(replace(TWELVE, findings=tuple(findings))))
    button = "return document.querySelector('.batch').innerText.trim()"
    assert browser.execute_script(button).startswith("Accept all 9 certain fixes")
    press(browser, "A")
    assert browser.execute_script(TALLY).startswith("9 of 12 decided")
    press(browser, "u")
    assert browser.execute_script(TALLY).startswith("0 of 12 decided")
    press(browser, "k", "k", "2")
    assert browser.execute_script(DONE) == ["Accepted Kalas becomes Kallass Undo U"]
    press(browser, "a")
    assert browser.execute_script(GONE).startswith("No fix is proposed")


def test_one_place_is_taken_out_of_a_group(browser: Any, opened: Callable[..., str]) -> None:
    opened(make_report(damaged()))
    press(browser, "j")
    words = "return document.querySelectorAll('[data-do=accept] .words')[1].textContent"
    assert browser.execute_script(words) == "Accept 2 fixes"
    browser.execute_script("document.querySelectorAll('.leave')[1].click()")
    assert browser.execute_script(words) == "Accept fix"
    press(browser, "a")
    assert browser.execute_script(MARKS)[1][0] == "Kowalczyk"
    assert browser.execute_script(MARKS)[2][0] == "Kovalčik"
    assert browser.execute_script(TALLY).startswith("1 of 3 decided")


@pytest.mark.long
def test_a_caps_lock_is_no_shift_and_a_held_key_decides_once(
    browser: Any, opened: Callable[..., str]
) -> None:
    opened(make_report(TWELVE))
    event = """document.body.dispatchEvent(new KeyboardEvent('keydown', {
      key: arguments[0], bubbles: true, repeat: arguments[1], modifierCapsLock: arguments[2]}))"""
    browser.execute_script(event, "A", False, True)
    assert browser.execute_script(TALLY).startswith("1 of 12 decided")
    browser.execute_script(event, "a", True, False)
    assert browser.execute_script(TALLY).startswith("1 of 12 decided")


@pytest.mark.long
def test_asking_can_be_left_and_wants_a_reason(browser: Any, opened: Callable[..., str]) -> None:
    opened(make_report(TWELVE))
    press(browser, "f", ESCAPE)
    assert browser.execute_script("return document.querySelectorAll('.ask').length") == 0
    press(browser, "f", TAB, TAB, TAB, ENTER)
    assert browser.execute_script(GONE).startswith("Write a reason")
    assert browser.execute_script(TALLY).startswith("0 of 12")
    press(browser, "quoted, so it stays", ENTER)
    assert browser.execute_script(DONE)[0].startswith("Not an error Rute, quoted, so it stays")


@pytest.mark.long
def test_waivers_are_exported_as_toml_and_all_as_csv(
    browser: Any, opened: Callable[..., str], saved: Callable[[str], str]
) -> None:
    from selenium.webdriver.common.by import By

    hostile = plain(
        "Formulas",
        ("Rute", "=1+1", "name-respelt", "major"),
        ("Nis", "Niš", "name-respelt", "major"),
    )
    opened(make_report(hostile))
    press(browser, "a", "f", TAB, TAB, TAB, '@"quoted" \\ and, so on', ENTER)
    browser.find_element(By.CSS_SELECTOR, "[data-export=toml]").click()
    (waiver,) = tomllib.loads(saved("waivers.toml"))["waiver"]
    assert waiver == {
        "fingerprint": hostile.findings[1].fingerprint, "check": "name-respelt", "form": "Nis",
        "path": "region/formulas.txt", "verdict": "not-an-error",
        "reason": '@"quoted" \\ and, so on',
    }  # fmt: skip
    browser.find_element(By.CSS_SELECTOR, "[data-export=csv]").click()
    rows = list(csv.DictReader(saved("decisions.csv").splitlines()))
    assert [row["decision"] for row in rows] == ["accept", "not-an-error"]
    assert rows[0]["suggestion"] == "'=1+1"
    assert rows[1]["reason"] == "'" + '@"quoted" \\ and, so on'


@pytest.mark.long
def test_hostile_text_is_decided_and_does_nothing(
    browser: Any, visit: Callable[..., None], tmp_path: Path
) -> None:
    from test_html_escaping import PAYLOADS, report_of

    browser.get_log("browser")
    for number, payload in enumerate(PAYLOADS):
        path = tmp_path / f"{number}.html"
        path.write_text(render(report_of(payload)), encoding="utf-8")
        visit(browser, path.as_uri())
        browser.execute_script("localStorage.clear()")
        browser.execute_script("document.querySelector('tbody th a').click()")
        for keys in ("2", "u", "g", ENTER, "u", "f", "1", "u", "A", "u", "s"):
            press(browser, keys)
        assert browser.execute_script("return window.hurt") is None
        assert browser.execute_script(CURRENT_DONE) > 0, payload
    assert browser.get_log("browser") == []
