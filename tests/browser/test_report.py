"""The report in a real browser: with and without scripts, by keyboard, and under attack."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

CURRENT = "return [...document.querySelectorAll('.place.current mark')].map((m) => m.textContent)"
VISIBLE = """
return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).length
"""


def press(browser: Any, *keys: str) -> None:
    from selenium.webdriver.common.by import By

    for key in keys:
        browser.find_element(By.TAG_NAME, "body").send_keys(key)


def number(browser: Any) -> str:
    script = "return document.querySelector('.place.current sup a').lastElementChild"
    return str(browser.execute_script(f"{script}.previousSibling.textContent"))


def test_j_and_k_walk_the_places(
    browser: Any, pages: dict[str, str], visit: Callable[..., None]
) -> None:
    visit(browser, pages["article"])
    assert browser.execute_script(CURRENT) == ["Sabac"]
    seen = [number(browser)]
    for _ in range(3):
        press(browser, "j")
        seen.append(number(browser))
    assert seen == ["1", "2a", "2b", "2b"]
    press(browser, "k")
    assert number(browser) == "2a"
    assert browser.execute_script("return document.querySelectorAll('.card.current').length") == 1


def test_keys_can_be_turned_off(
    browser: Any, pages: dict[str, str], visit: Callable[..., None]
) -> None:
    visit(browser, pages["article"])
    press(browser, "?")
    assert browser.execute_script("return document.querySelector('dialog').open")
    browser.execute_script("document.querySelector('dialog input').click()")
    press(browser, "\ue00c")
    assert not browser.execute_script("return document.querySelector('dialog').open")
    press(browser, "j")
    assert number(browser) == "1"
    browser.execute_script("document.querySelector('dialog input').click()")
    press(browser, "j")
    assert number(browser) == "2a"


def test_the_index_leads_to_an_article_and_on(
    browser: Any, pages: dict[str, str], visit: Callable[..., None]
) -> None:
    visit(browser, pages["index"])
    assert browser.execute_script(VISIBLE, ".view") == 1
    assert browser.execute_script(VISIBLE, ".view.index") == 1
    browser.execute_script("document.querySelector('tbody th a').click()")
    assert browser.execute_script(VISIBLE, ".view.article") == 1
    first = browser.execute_script("return location.hash")
    press(browser, "J")
    assert browser.execute_script("return location.hash") != first
    press(browser, "K")
    assert browser.execute_script("return location.hash") == first


def test_search_and_filters_narrow_the_index(
    browser: Any, pages: dict[str, str], visit: Callable[..., None]
) -> None:
    from selenium.webdriver.common.by import By

    visit(browser, pages["index"])
    press(browser, "/")
    browser.switch_to.active_element.send_keys("grain")
    assert browser.execute_script(VISIBLE, "tbody tr") == 1
    browser.switch_to.active_element.clear()
    browser.find_element(By.CSS_SELECTOR, "[data-state=rev]").click()
    assert browser.execute_script(VISIBLE, "tbody tr") == 1
    browser.find_element(By.CSS_SELECTOR, "[data-state=ok]").click()
    assert browser.execute_script(VISIBLE, "tbody tr") == 13


def test_permalinks_open_a_finding_or_say_it_is_gone(
    browser: Any, pages: dict[str, str], visit: Callable[..., None]
) -> None:
    visit(browser, pages["article"])
    print_of = "return [...document.querySelectorAll('mark')].at(-1).dataset.fingerprint"
    last = browser.execute_script(print_of)
    for link in (f"#f={last}", f"#f-{last}"):
        visit(browser, pages["article"] + link)
        assert browser.execute_script(CURRENT) == ["Kovalčik"]
    visit(browser, pages["article"] + "#f=no-such-finding")
    words = browser.execute_script("return document.querySelector('.gone').textContent")
    assert words == "This finding is no longer in the report"


@pytest.mark.parametrize("view", ["article", "clean", "index"])
def test_a_page_is_quiet_and_alone(
    browser: Any, pages: dict[str, str], visit: Callable[..., None], view: str
) -> None:
    browser.get_log("performance")
    browser.get_log("browser")
    visit(browser, pages[view])
    press(browser, "j", "k", "?")
    assert browser.get_log("browser") == []
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    assert [url for url in asked if not url.startswith(("file://", "about:"))] == []
    assert asked.count(pages[view]) == 1
    assert len(asked) <= 2


def test_cards_beside_the_text_never_cover_one_another(
    browser: Any, pages: dict[str, str], visit: Callable[..., None]
) -> None:
    boxes = """return [...document.querySelectorAll('.change, .card.beside, .ledger')].map((e) => {
      const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"""
    for width in (1440, 1100):
        visit(browser, pages["article"], width)
        found = browser.execute_script(boxes)
        assert len(found) == 4
        for index, one in enumerate(found):
            for other in found[index + 1 :]:
                apart = one[3] <= other[1] or other[3] <= one[1]
                assert apart or one[2] <= other[0] or other[2] <= one[0]


def test_without_scripts_everything_is_there(
    open_browser: Callable[..., Any], pages: dict[str, str], visit: Callable[..., None]
) -> None:
    from selenium.webdriver.common.by import By

    driver = open_browser(script=False)
    visit(driver, pages["article"])
    shown = driver.find_element(By.TAG_NAME, "body").text
    for words in (
        "Gate failed: 3 errors in 462 words",
        "What to change",
        "Glossary places.csv row 28: Šabac",
        "13 names confirmed",
        "3 source checks did not run",
        "The next meeting is planned in",
        "Decide with transcheck review.",
    ):
        assert words in shown
    assert len(driver.find_elements(By.CSS_SELECTOR, "mark")) == 3
    buttons = driver.find_elements(By.CSS_SELECTOR, "button")
    assert not [button for button in buttons if button.is_displayed()]
    visit(driver, pages["index"])
    driver.find_element(By.CSS_SELECTOR, "tbody th a").click()
    assert "What to change" in driver.find_element(By.TAG_NAME, "body").text
    driver.quit()


@pytest.mark.long
def test_payloads_do_not_run(browser: Any, tmp_path: Path, visit: Callable[..., None]) -> None:
    from test_html_escaping import PAYLOADS, report_of

    from transcheck.reports.formats.html import render

    for number, payload in enumerate(PAYLOADS):
        path = tmp_path / f"{number}.html"
        path.write_text(render(report_of(payload)), encoding="utf-8")
        visit(browser, path.as_uri())
        browser.execute_script("document.querySelector('tbody th a').click()")
        press(browser, "j", "j")
        assert browser.execute_script("return window.hurt") is None
        assert browser.execute_script("return document.querySelectorAll('mark').length") == 8
