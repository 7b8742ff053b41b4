"""The page of proposed rows in a real browser: accepting, exporting, and hostile names."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from transcheck.audit.proposals.page import make_page
from transcheck.audit.proposals.proposal import (
    OPEN,
    PART,
    PREFERRED,
    WRONG,
    Proposal,
    Quote,
    Variant,
)

pytestmark = pytest.mark.browser

HOSTILE = (
    "</script><script>window.hurt=1</script>",
    '"><img src=x onerror="window.hurt=1">',
    "=HYPERLINK(A1)",
    "Ana \u202edrawkcab\u2066 Lund",
    "{{ 7 * 7 }}",
)
AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  (found) => done(found.violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 120))])),
  (error) => done([["axe failed", [String(error)]]]));
"""
STATES = "return [...document.querySelectorAll('.rows > .card')].map((c) => c.className)"
CURRENT = "return document.querySelector('.card.current h2')?.textContent"
SHOWN = "return [...document.querySelectorAll('.rows > .card')].filter((c) => !c.hidden).length"


def propose(name: str, kind: str = "person", *, several: bool = False) -> Proposal:
    variants = [Variant(name, 2, 3, PREFERRED), Variant(name.split()[-1], 2, 2, PART)]
    if several:
        variants += [Variant(f"{name}u", 1, 1, WRONG), Variant(f"{name}y", 1, 1, OPEN)]
    quotes = tuple(
        Quote(f"a/{name[:9]}.txt", 4, "They met ", one.text, " in town.", one.standing)
        for one in variants
    )
    return Proposal(
        name=name,
        kind=kind,
        admitted=(f"{name}y",) if several else (),
        source=(("sr", f"{name}s"),),
        note='said "no", then left',
        articles=2,
        places=6,
        variants=tuple(variants),
        evidence=(f"full name “{name}” in 2 articles", "b", "c", "d", "e"),
        quotes=quotes,
        respelt=(("Serbian", f"{name}s"),),
    )


PLAIN = [
    propose("Ana Lund", several=True),
    propose("Tomas Ilver"),
    propose("Grdelač", "place"),
    propose("Danube Water Agency", "org"),
]


@pytest.fixture
def page(tmp_path: Path) -> Callable[[list[Proposal]], str]:
    def write(proposals: list[Proposal]) -> str:
        path = tmp_path / "proposals.html"
        path.write_text(make_page(proposals, 12, "transcheck:test"), encoding="utf-8")
        return path.as_uri()

    return write


@pytest.fixture
def downloads(browser: Any, tmp_path: Path) -> Callable[[], list[dict[str, str]]]:
    """Export by its key and return the rows of the file that was saved."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    where = {"behavior": "allow", "downloadPath": str(folder)}
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", where)

    def export() -> list[dict[str, str]]:
        press(browser, "e")
        path = folder / "accepted-rows.csv"
        for _ in range(100):
            if path.is_file():
                break
            time.sleep(0.05)
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return export


def press(browser: Any, *keys: str) -> None:
    from selenium.webdriver.common.by import By

    for key in keys:
        browser.find_element(By.TAG_NAME, "body").send_keys(key)


def open_fresh(browser: Any, visit: Callable[..., None], address: str, **how: Any) -> None:
    visit(browser, address, **how)
    browser.execute_script("localStorage.clear()")
    visit(browser, address, **how)


def test_keys_decide_and_undo(browser, page, visit):
    open_fresh(browser, visit, page(PLAIN))
    assert browser.execute_script(CURRENT) == "Ana Lund"
    press(browser, "a", "s")
    states = browser.execute_script(STATES)
    assert "accepted" in states[0]
    assert "skipped" in states[1]
    assert browser.execute_script(CURRENT) == "Grdelač"
    press(browser, "k")
    assert browser.execute_script(CURRENT) == "Tomas Ilver"
    press(browser, "u", "u")
    assert not any("skipped" in s or "accepted" in s for s in browser.execute_script(STATES))


def test_decisions_and_edits_survive_a_reload(browser, page, visit):
    from selenium.webdriver.common.by import By

    address = page(PLAIN)
    open_fresh(browser, visit, address)
    field = browser.find_element(By.CSS_SELECTOR, "#name-2")
    field.clear()
    field.send_keys("Tomas Ilwer")
    press(browser, "\ue00c")
    press(browser, "a")
    visit(browser, address)
    assert "accepted" in browser.execute_script(STATES)[1]
    value = "return document.querySelector('#name-2').value"
    assert browser.execute_script(value) == "Tomas Ilwer"
    counts = "return document.querySelector('[data-count=accepted]').textContent"
    assert browser.execute_script(counts) == "1"


def test_the_export_is_a_glossary_that_accept_reads(browser, page, visit, downloads, tmp_path):
    from transcheck.review.decided import read_accepted
    from transcheck.review.rows import write_rows

    open_fresh(browser, visit, page(PLAIN))
    press(browser, "a", "s", "a")
    rows = downloads()
    assert [row["name"] for row in rows] == ["Ana Lund", "Grdelač"]
    assert rows[0] == {
        "name": "Ana Lund",
        "kind": "person",
        "admitted": "Ana Lundy",
        "rejected": "",
        "source": "sr:Ana Lunds",
        "lang": "",
        "note": 'said "no", then left',
        "ref": "",
    }
    saved = tmp_path / "downloads" / "accepted-rows.csv"
    outcome = write_rows(read_accepted(str(saved)).rows, str(tmp_path / "desk.csv"))
    assert (outcome.written, outcome.refused) == (2, [])


def test_filters_narrow_the_list(browser, page, visit):
    from selenium.webdriver.common.by import By

    open_fresh(browser, visit, page(PLAIN))
    press(browser, "/")
    search = browser.switch_to.active_element
    search.send_keys("agency")
    assert browser.execute_script(SHOWN) == 1
    search.clear()
    search.send_keys(" ")
    assert browser.execute_script(SHOWN) == 4
    browser.find_element(By.CSS_SELECTOR, "[data-show=several]").click()
    assert browser.execute_script(SHOWN) == 1
    browser.find_element(By.CSS_SELECTOR, "[data-show=accepted]").click()
    assert browser.execute_script(SHOWN) == 0


def test_hostile_names_do_nothing(browser, page, visit, downloads):
    browser.get_log("browser")
    open_fresh(browser, visit, page([propose(name, several=True) for name in HOSTILE]))
    press(browser, *("a" for _ in HOSTILE))
    rows = downloads()
    assert browser.execute_script("return window.hurt") is None
    assert browser.execute_script("return document.querySelectorAll('img').length") == 0
    assert browser.execute_script("return document.scripts.length") == 1
    assert rows[2]["name"] == "'=HYPERLINK(A1)"
    assert [row["name"].lstrip("'") for row in rows] == list(HOSTILE)
    assert browser.get_log("browser") == []


def test_the_page_asks_the_network_for_nothing(browser, page, visit):
    browser.get_log("performance")
    address = page(PLAIN)
    open_fresh(browser, visit, address)
    press(browser, "j", "a", "?")
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = {
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    }
    assert {url for url in asked if not url.startswith(("file://", "about:"))} == set()


@pytest.mark.parametrize("width", [pytest.param(1440, marks=pytest.mark.long), 390])
@pytest.mark.parametrize(
    "dark", [pytest.param(False, marks=pytest.mark.long), True], ids=["light", "dark"]
)
def test_axe_finds_no_violation(browser, page, axe, visit, dark, width):
    open_fresh(browser, visit, page(PLAIN), width=width, dark=dark)
    browser.execute_script("document.querySelector('[data-do=skipped]').click()")
    browser.execute_script(axe)
    assert browser.execute_async_script(AXE) == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.long
def test_without_scripts_it_is_a_document(open_browser, page, visit):
    from selenium.webdriver.common.by import By

    driver = open_browser(script=False)
    visit(driver, page(PLAIN))
    text = driver.find_element(By.TAG_NAME, "body").text
    for words in ("4 names in no glossary", "Ana Lundu", "Grdelač", "They met", "Row: Ana Lund"):
        assert words in text
    buttons = driver.find_elements(By.CSS_SELECTOR, "button, input, select")
    assert not [button for button in buttons if button.is_displayed()]
    driver.quit()


@pytest.mark.long
def test_five_hundred_names_are_usable(browser, page, visit):
    many = [propose(f"Ana Lund{chr(97 + n % 26)}{n}") for n in range(500)]
    start = time.monotonic()
    open_fresh(browser, visit, page(many))
    press(browser, *"asasasasas")
    assert time.monotonic() - start < 15
    assert sum("accepted" in state for state in browser.execute_script(STATES)) == 5
