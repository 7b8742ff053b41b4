"""What the tests of deciding share: keys, what a page shows, and an article of twelve names."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from report_sample import plain

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
