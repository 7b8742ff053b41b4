"""The pages of a folder: as those of one file, from two files that they share, and without them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from report_sample import clean, damaged, make_report, plain

from transcheck.files.write import write_folder
from transcheck.reports.formats.html import render_folder
from transcheck.reports.html.book import Pages

pytestmark = [pytest.mark.browser, pytest.mark.long]

REPORT = make_report(damaged(), damaged("danube/sr-0108.txt"), clean(), plain("Quiet day"))
LOOKS = """
return [...document.querySelectorAll('body, body *:not(.alone, .alone *, script)')].map((e) => {
  const style = getComputedStyle(e);
  return `${e.tagName} ${[...style].map((name) => style.getPropertyValue(name)).join(';')}`;
});
"""
SAID = "return document.querySelector('.alone').checkVisibility()"
RUNS = "return !document.querySelector('.buttons').hidden"
STORE = "return JSON.stringify({...localStorage})"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder report."""
    write_folder(tmp_path / "report", render_folder(REPORT))
    return tmp_path / "report"


def page_of(folder: Path) -> Path:
    return next(folder.glob("sr-0108*"))


@pytest.mark.parametrize("media", ["screen", "print"])
def test_they_look_as_pages_that_hold_all(
    browser: Any, visit: Callable[..., None], folder: Path, tmp_path: Path, media: str
) -> None:
    pages = Pages(REPORT)
    names = [page.name for page in folder.glob("*.html")]
    assert len(names) == 5
    for name in names:
        (tmp_path / name).write_text(pages.set(name), encoding="utf-8")
        looks = []
        for page in (folder / name, tmp_path / name):
            visit(browser, page.as_uri())
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media})
            looks.append(browser.execute_script(LOOKS))
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        assert len(looks[0]) > 100
        assert looks[0] == looks[1], name


def test_a_decision_is_seen_on_the_other_pages(
    browser: Any, visit: Callable[..., None], folder: Path, forgotten: None
) -> None:
    page = page_of(folder)
    mark = REPORT.articles[1].findings[-1].fingerprint
    visit(browser, f"{page.as_uri()}#f={mark}")
    assert not browser.execute_script(SAID)
    current = "return document.querySelector('.place.current mark').textContent"
    assert browser.execute_script(current) == "Kovalčik"
    browser.execute_script(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', bubbles: true}))"
    )
    visit(browser, (folder / "index.html").as_uri())
    assert "accept" in browser.execute_script(STORE)


def test_taken_out_of_its_folder_a_page_is_read_and_says_what_is_missing(
    browser: Any, visit: Callable[..., None], folder: Path, tmp_path: Path
) -> None:
    shutil.copy(page_of(folder), tmp_path / "page.html")
    visit(browser, (tmp_path / "page.html").as_uri())
    assert browser.execute_script(SAID)
    assert not browser.execute_script(RUNS)
    assert browser.execute_script("return document.querySelectorAll('mark').length") == 3
    widest = "return Math.max(...[...document.querySelectorAll('.g')].map((g) => g.clientWidth))"
    assert browser.execute_script(widest) < 60
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 1440


def test_without_the_script_the_page_says_so_too(
    browser: Any, visit: Callable[..., None], folder: Path
) -> None:
    next(folder.glob("assets/*.js")).unlink()
    visit(browser, page_of(folder).as_uri())
    assert browser.execute_script(SAID)
    assert browser.execute_script("return getComputedStyle(document.body).margin") == "0px"


def test_with_scripts_switched_off_nothing_is_missed(
    open_browser: Callable[..., Any], visit: Callable[..., None], folder: Path
) -> None:
    driver = open_browser(script=False)
    visit(driver, page_of(folder).as_uri())
    assert not driver.execute_script(SAID)
    assert not driver.execute_script(RUNS)
    assert driver.execute_script("return document.querySelector('.scriptless').checkVisibility()")


def test_no_other_script_that_lies_there_is_let_in(
    browser: Any, visit: Callable[..., None], folder: Path
) -> None:
    page = page_of(folder)
    (folder / "assets" / "other.js").write_text("document.title = 'hurt'", encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    own = next(folder.glob("assets/*.js")).name
    for script in ('<script src="assets/other.js"></script>', f'<script src="assets/{own}">'):
        page.write_text(text.replace("</title>", f"</title>{script}</script>"), encoding="utf-8")
        visit(browser, page.as_uri())
        assert browser.title != "hurt"
        assert any(
            "Content Security Policy" in line["message"] for line in browser.get_log("browser")
        )
