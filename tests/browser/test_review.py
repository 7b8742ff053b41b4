"""Deciding in the report, in a real browser: by keyboard, undone, kept, exported, shared."""

from __future__ import annotations

import csv
import json
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from report_sample import damaged, make_report, plain

from transcheck.model import Certainty, Report, Skipped
from transcheck.reports.formats.html import render, render_folder

pytestmark = pytest.mark.browser

ENTER, ESCAPE, TAB = "\ue007", "\ue00c", "\ue004"
PAIRS = (
    ("Rute", "Rutte"), ("Kalas", "Kallas"), ("Bajden", "Biden"), ("Makron", "Macron"),
    ("Zvecan", "Zvečan"), ("Nis", "Niš"), ("Cacak", "Čačak"), ("Sabac", "Šabac"),
    ("Prishtina", "Pristina"), ("Kijev", "Kyiv"), ("Harkiv", "Kharkiv"), ("Odesa", "Odessa"),
)  # fmt: skip
TWELVE = plain("Twelve names", *((old, new, "name-respelt", "major") for old, new in PAIRS))
CARDS = "return [...document.querySelectorAll('.card')].filter(c => c.checkVisibility())"
DONE = """return [...document.querySelectorAll('.done')].filter(c => c.checkVisibility())
  .map(c => c.innerText.replace(/\\s+/g, ' ').trim())"""
TALLY = "return document.querySelector('.tally').textContent"
MARKS = """return [...document.querySelectorAll('.place mark')]
  .map(m => [m.textContent, m.parentElement.className])"""
CURRENT_DONE = "return document.querySelectorAll('.card.decided').length"
GONE = "return document.querySelector('.gone').textContent"


def press(browser: Any, *keys: str) -> None:
    """Press keys as an editor would: whatever has the focus gets them."""
    for key in keys:
        browser.switch_to.active_element.send_keys(key)


def shown(browser: Any, script: str, wanted: Callable[[Any], bool]) -> Any:
    """Return what a page shows, given a moment: another process may still be storing."""
    for _ in range(40):
        found = browser.execute_script(script)
        if wanted(found):
            break
        time.sleep(0.05)
    return found


@pytest.fixture(autouse=True)
def forgotten(browser: Any) -> Iterator[None]:
    """Leave nothing decided behind: all pages of files share one store."""
    yield
    browser.execute_script("localStorage.clear()")


@pytest.fixture
def opened(browser: Any, visit: Callable[..., None], tmp_path: Path) -> Callable[..., str]:
    """Write a report and open it with nothing decided; return its address."""

    def open_report(report: Report, name: str = "report.html", **how: Any) -> str:
        path = tmp_path / name
        path.write_text(render(report), encoding="utf-8")
        visit(browser, path.as_uri(), **how)
        browser.execute_script("localStorage.clear()")
        visit(browser, path.as_uri(), **how)
        return path.as_uri()

    return open_report


@pytest.fixture
def saved(browser: Any, tmp_path: Path) -> Callable[[str], str]:
    """Return a function that waits for a file to be downloaded, and reads it."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    where = {"behavior": "allow", "downloadPath": str(folder)}
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", where)

    def read(name: str) -> str:
        path = folder / name
        for _ in range(100):
            if path.is_file() and path.stat().st_size:
                break
            time.sleep(0.05)
        text = path.read_text("utf-8")
        path.unlink()
        return text

    return read


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


def test_decisions_outlive_a_reload_and_a_new_run_and_hold_no_text(
    browser: Any, opened: Callable[..., str], visit: Callable[..., None]
) -> None:
    address = opened(make_report(damaged()))
    press(browser, "a", "f")
    press(browser, TAB, TAB, TAB, "as her passport has it", ENTER)
    kept = browser.execute_script("return JSON.stringify(localStorage)")
    assert not [word for word in ("Sabac", "Šabac", "Kovalčik", "ferry", "sr-0107") if word in kept]
    visit(browser, address)
    told = [
        "Accepted Sabac becomes Šabac Undo U",
        "Not an error Kovalčik, as her passport has it, 2 places Undo U",
    ]
    assert shown(browser, DONE, told.__eq__) == told
    other = make_report(damaged(), skipped=(Skipped("x.txt", "unread"),))
    other = replace(other, signature=other.signature.replace("people@3c9e11", "people@000000"))
    Path(address.removeprefix("file://")).write_text(render(other), encoding="utf-8")
    visit(browser, address)
    assert shown(browser, DONE, told.__eq__) == told
    assert browser.execute_script(TALLY).startswith("3 of 3 decided")


def test_a_fix_that_is_another_now_comes_back(
    browser: Any, opened: Callable[..., str], visit: Callable[..., None]
) -> None:
    address = opened(make_report(TWELVE))
    press(browser, "a", "a")
    findings = list(TWELVE.findings)
    findings[0] = replace(findings[0], suggestions=("Rutger",))
    text = render(make_report(replace(TWELVE, findings=tuple(findings))))
    Path(address.removeprefix("file://")).write_text(text, encoding="utf-8")
    visit(browser, address)
    told = shown(browser, TALLY, lambda line: line.startswith("1 of 12 decided"))
    assert told.startswith("1 of 12 decided")


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
def test_pages_of_a_folder_share_and_one_name_is_decided_in_all(
    browser: Any, visit: Callable[..., None], tmp_path: Path, saved: Callable[[str], str]
) -> None:
    from selenium.webdriver.common.by import By

    report = make_report(damaged(), damaged("danube/sr-0108.txt"), plain("Quiet day"))
    for name, text in render_folder(report):
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    address = (tmp_path / "index.html").as_uri()
    visit(browser, address)
    browser.execute_script("localStorage.clear()")
    visit(browser, address)
    assert browser.execute_script(TALLY) == "0 of 6 decided. Nothing is written until you export."
    button = browser.find_element(By.CSS_SELECTOR, ".same .actions button")
    assert button.text == "Accept Kowalczyk in 2 articles"
    button.send_keys(ENTER)
    assert "Accepted Kowalczyk, 4 places in 2 articles Undo U" in browser.execute_script(DONE)
    assert browser.execute_script(TALLY).startswith("4 of 6 decided in 2 articles.")
    notes = "return [...document.querySelectorAll('.row-tally')].map(n => n.textContent)"
    assert browser.execute_script(notes) == ["2 of 3 decided", "2 of 3 decided"]
    press(browser, "u")
    assert browser.execute_script(TALLY).startswith("0 of 6 decided")
    button.send_keys(ENTER)
    press(browser, "j")
    press(browser, ENTER)
    assert shown(browser, TALLY, lambda line: line.startswith("2 of 3")).startswith("2 of 3")
    press(browser, "s")
    visit(browser, address)
    told = shown(browser, TALLY, lambda line: line.startswith("5 of 6"))
    assert told.startswith("5 of 6 decided in 2 articles.")
    press(browser, "e")
    assert len(json.loads(saved("decisions.json"))["decisions"]) == 5


@pytest.mark.long
def test_a_permalink_of_the_index_leads_into_the_folder(
    browser: Any, visit: Callable[..., None], tmp_path: Path
) -> None:
    report = make_report(damaged(), damaged("danube/sr-0108.txt"), plain("Quiet day"))
    pages = dict(render_folder(report))
    for name, text in pages.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    page = next(name for name in pages if name.startswith("sr-0108"))
    last = report.articles[1].findings[-1].fingerprint
    visit(browser, (tmp_path / "index.html").as_uri())
    browser.execute_script("localStorage.clear()")
    visit(browser, f"{(tmp_path / 'index.html').as_uri()}#a={page[:-5]}&f={last}")
    time.sleep(0.3)
    assert page in browser.current_url
    current = "return document.querySelector('.place.current mark').textContent"
    assert browser.execute_script(current) == "Kovalčik"
    visit(browser, f"{(tmp_path / 'index.html').as_uri()}#a={page[:-5]}&f=gone")
    assert browser.execute_script(GONE) == "This finding is no longer in the report"


@pytest.mark.long
def test_five_hundred_findings_are_usable(browser: Any, opened: Callable[..., str]) -> None:
    pairs = [(f"{chr(65 + n % 26)}{chr(97 + n // 26)}mes", f"Name{n}") for n in range(500)]
    many = plain("Many", *((old, new, "name-respelt", "major") for old, new in pairs))
    opened(make_report(many))
    heights = f"{CARDS}.map(c => c.offsetHeight)"
    assert sum(height < 60 for height in browser.execute_script(heights)) == 499
    start = time.monotonic()
    press(browser, *"asasasasas")
    assert time.monotonic() - start < 15
    assert browser.execute_script(TALLY).startswith("10 of 500 decided")
    press(browser, "/", "Name499")
    lines = "return [...document.querySelectorAll('.change li')].filter(l => l.checkVisibility())"
    assert len(browser.execute_script(lines)) == 1


@pytest.mark.long
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("keys", ["", "as", "f", "g", "A", "?"])
def test_axe_finds_no_violation_while_deciding(
    browser: Any, opened: Callable[..., str], axe: str, keys: str, dark: bool, width: int
) -> None:
    from test_accessibility import RUN

    opened(make_report(damaged()), width=width, dark=dark)
    press(browser, *keys)
    browser.execute_script(axe)
    assert browser.execute_async_script(RUN) == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.long
def test_in_a_hand_the_dock_decides(browser: Any, opened: Callable[..., str]) -> None:
    from selenium.webdriver.common.by import By

    opened(make_report(damaged()), width=390)
    dock = browser.find_element(By.CSS_SELECTOR, ".dock")
    assert "1 of 2 · ¶5" in dock.text
    assert all(
        button.size["height"] >= 44
        for button in dock.find_elements(By.CSS_SELECTOR, "button")
        if button.is_displayed()
    )
    dock.find_element(By.CSS_SELECTOR, "[data-go=a]").click()
    assert "2 of 2 · ¶8" in dock.text
    dock.find_element(By.CSS_SELECTOR, "[data-go=k]").click()
    assert "Accepted" in dock.text
    dock.find_element(By.CSS_SELECTOR, "[data-go=undo]").click()
    assert browser.execute_script(TALLY).startswith("0 of 3 decided")


@pytest.mark.long
def test_the_source_stands_beside_the_translation(browser: Any, opened: Callable[..., str]) -> None:
    one = damaged()
    segments = tuple(replace(s, source=f"Izvor {s.id}") for s in one.article.segments)
    opened(make_report(replace(one, article=replace(one.article, segments=segments))))
    boxes = """return [...document.querySelectorAll('.row.body')].map(
      r => [r.querySelector('.source'), r.querySelector('.t')].map(
        e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.width]; }))"""
    assert all(source[2] == 0 for source, _ in browser.execute_script(boxes))
    press(browser, "o")
    for source, text in browser.execute_script(boxes):
        assert source[0] + source[2] <= text[0]
        assert abs(source[1] - text[1]) < 1
    press(browser, "o", "a")
    assert browser.execute_script(TALLY).startswith("1 of 3 decided")


@pytest.mark.long
def test_what_stands_in_the_store_is_not_trusted(
    browser: Any, opened: Callable[..., str], visit: Callable[..., None]
) -> None:
    address = opened(make_report(TWELVE))
    press(browser, "a", "a")
    name = browser.execute_script("return Object.keys(localStorage).find(k => k.length > 20)")
    kept = json.loads(browser.execute_script("return localStorage[arguments[0]]", name))
    (key,) = kept
    one, other = kept[key]
    for value in (
        "no json", "[]", "null", "7", json.dumps({key: None}), json.dumps({key: {one: "accept"}}),
        json.dumps({key: {one: {"decision": "erase", "step": 1}}}),
        json.dumps({key: {one: {"decision": "not-an-error", "reason": {}, "step": 1}}}),
        json.dumps({key: {one: {"decision": "accept", "form": "x", "step": "1"}}}),
        json.dumps({key: {other: {"decision": "glossary", "form": "x", "kind": "y", "step": 1}}}),
    ):  # fmt: skip
        browser.execute_script("localStorage[arguments[0]] = arguments[1]", name, value)
        visit(browser, address)
        assert browser.execute_script(TALLY).startswith("0 of 12 decided"), value
        press(browser, "a")
        assert browser.execute_script(TALLY).startswith("1 of 12 decided"), value
        press(browser, "u")


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


@pytest.mark.long
def test_two_open_pages_of_a_report_know_of_each_other(
    open_browser: Callable[..., Any], visit: Callable[..., None], tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    path.write_text(render(make_report(damaged())), encoding="utf-8")
    driver = open_browser()
    visit(driver, path.as_uri())
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    visit(driver, path.as_uri())
    press(driver, "a")
    second = driver.current_window_handle
    driver.switch_to.window(first)
    told = shown(driver, TALLY, lambda line: line.startswith("1 of 3"))
    assert told.startswith("1 of 3 decided")
    driver.execute_cdp_cmd("Page.bringToFront", {})
    press(driver, "j", "s")
    driver.switch_to.window(second)
    told = shown(driver, TALLY, lambda line: line.startswith("3 of 3"))
    assert told.startswith("3 of 3 decided (1 accepted, 2 skipped)")
    driver.quit()


@pytest.mark.long
def test_on_paper_there_are_boxes_and_nothing_to_press(
    browser: Any, opened: Callable[..., str]
) -> None:
    opened(make_report(damaged()))
    press(browser, "a")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    pressed = "return [...document.querySelectorAll('button, input, .dock, .card, .done')]"
    assert browser.execute_script(f"{pressed}.filter(e => e.checkVisibility()).length") == 0
    boxes = "return [...document.querySelectorAll('.ticks i')].map(i => i.className)"
    assert browser.execute_script(boxes) == ["on", *[""] * 7]
    background = "return getComputedStyle(document.body).backgroundColor"
    assert browser.execute_script(background) == "rgb(255, 255, 255)"
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
