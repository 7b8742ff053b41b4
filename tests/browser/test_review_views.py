"""Where one decides: many findings, in a hand, beside the source, on paper; and for everybody."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from deciding import CARDS, TALLY, press, shown
from msgspec.structs import replace
from report_sample import damaged, make_report, plain

from transcheck.files.write import write_folder
from transcheck.reports.formats.html import render_folder

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("forgotten")]


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


@pytest.mark.long
def test_a_search_reads_all_pages_of_a_long_index(
    browser: Any, visit: Callable[..., None], tmp_path: Path
) -> None:
    one = plain("Quiet day")
    wrong = plain("The last of all", ("Kiev", "Kyiv", "name-house-form", "minor"))
    named = (replace(one.article, path=f"{n}.txt", id=f"{n}.txt") for n in range(600))
    report = make_report(*(replace(one, article=article) for article in named), wrong)
    folder = tmp_path / "report"
    write_folder(folder, render_folder(report))
    visit(browser, (folder / "index-2.html").as_uri())
    press(browser, "/")
    focused = "return [location.pathname, document.activeElement.type]"
    there = shown(browser, focused, lambda found: found[0].endswith("/index.html"))
    assert there[0].endswith("/index.html")
    assert shown(browser, focused, lambda found: found[1] == "search")[1] == "search"
    press(browser, "599.TXT")
    rows = "return [...document.querySelectorAll('.results tbody tr')].map(r => r.innerText)"
    assert ["599.txt" in row for row in browser.execute_script(rows)] == [True]
    browser.switch_to.active_element.clear()
    browser.execute_script("document.querySelector('[data-state=rev]').click()")
    (row,) = browser.execute_script(rows)
    assert "The last of all" in row
    assert "Kiev → Kyiv" in row
    assert len(browser.execute_script("return [...document.querySelectorAll('.bin')]")) == 1
