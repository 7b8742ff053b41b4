"""What was decided is kept, over reloads, new runs and pages; and what is kept is not trusted."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from deciding import DONE, ENTER, GONE, TAB, TALLY, TWELVE, press, shown
from msgspec.structs import replace
from report_sample import damaged, make_report, plain

from transcheck.files.write import write_folder
from transcheck.model import Skipped
from transcheck.reports.formats.html import render, render_folder

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("forgotten")]


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


@pytest.mark.long
def test_pages_of_a_folder_share_and_one_name_is_decided_in_all(
    browser: Any, visit: Callable[..., None], tmp_path: Path, saved: Callable[[str], str]
) -> None:
    from selenium.webdriver.common.by import By

    report = make_report(damaged(), damaged("danube/sr-0108.txt"), plain("Quiet day"))
    folder = tmp_path / "report"
    write_folder(folder, render_folder(report))
    address = (folder / "index.html").as_uri()
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
    folder = tmp_path / "report"
    write_folder(folder, render_folder(report))
    page = next(folder.glob("sr-0108*")).name
    last = report.articles[1].findings[-1].fingerprint
    visit(browser, (folder / "index.html").as_uri())
    browser.execute_script("localStorage.clear()")
    visit(browser, f"{(folder / 'index.html').as_uri()}#a={page[:-5]}&f={last}")
    time.sleep(0.3)
    assert page in browser.current_url
    current = "return document.querySelector('.place.current mark').textContent"
    assert browser.execute_script(current) == "Kovalčik"
    visit(browser, f"{(folder / 'index.html').as_uri()}#a={page[:-5]}&f=gone")
    assert browser.execute_script(GONE) == "This finding is no longer in the report"


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


SERVED = """
const posted = [];
const store = {
  kept: {},
  load() { return this.kept; },
  save(decisions, changed) { posted.push(...changed); document.title = JSON.stringify(posted); },
  watch(changed) { setTimeout(() => { this.kept = SEED; changed(); }); },
};
"""


@pytest.mark.long
def test_a_server_keeps_decisions_with_a_store_of_its_own(
    browser: Any, visit: Callable[..., None], tmp_path: Path
) -> None:
    from transcheck.reports.html.book import make_file
    from transcheck.reports.identity import article_key

    key = article_key("region/twelve-names.txt", "region/twelve-names.txt")
    seed = {key: {TWELVE.findings[3].fingerprint: {"decision": "skip", "step": 1}}}
    path = tmp_path / "served.html"
    page = make_file(make_report(TWELVE), SERVED.replace("SEED", json.dumps(seed)))
    assert "connect-src &#39;self&#39;" in page
    path.write_text(page, encoding="utf-8")
    visit(browser, path.as_uri())
    told = shown(browser, TALLY, lambda line: line.startswith("1 of 12"))
    assert told.startswith("1 of 12 decided (1 skipped)")
    press(browser, "a")
    changed = json.loads(browser.title)
    assert [entry[:2] for entry in changed] == [[key, TWELVE.findings[0].fingerprint]]
    assert changed[0][2]["decision"] == "accept"
    assert browser.execute_script("return localStorage.length") == 0
